import { browser } from 'wxt/browser';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { deleteInteraction, editInteraction, logInteraction } from '../../lib/db/commands/interactions';
import { beginImport, leaveImport, resumeWork, stageSlices, startImport, stopWork } from '../../lib/db/commands/long-work';
import { deleteNote, writeNote } from '../../lib/db/commands/notes';
import { awaitEncounter, completeReminder, dismissReminder, editFollowUp, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import { deferAction } from '../../lib/db/commands/deferrals';
import { setTagCadence } from '../../lib/db/commands/tags';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import { setAnnotationMode, setFollowUpTime, setNotifying, setPointed } from '../../lib/db/commands/settings';
import { attachProfile, declineSuggestion, detachProfile, followStableId, mergeContacts, recordClaims } from '../../lib/db/commands/identity';
import { dismissChange, recordSighting } from '../../lib/db/commands/sightings';
import { undo } from '../../lib/db/commands/undo';
import type { KithDatabase } from '../../lib/db/database';
import type { Context, Done } from '../../lib/db/journal';
import { COMMANDS, PAGE_MESSAGES, type PageRead, QUESTIONS, type SomebodyHere, WORK } from '../../lib/messaging/protocol';
import { commandEndpoint, type Endpoints, Forbidden, type Page, pageEndpoint } from '../../lib/messaging/server';
import type { z } from '../../lib/model/zod';
import type { ProfileKey } from '../../lib/model/profile';
import { keyAt } from '../../lib/sites/profile-key';
import { annotationOf } from './annotation';
import { wasAskedAbout } from './asked-about';
import { badgesFor, cardOf, knownPeople } from './badges';
import { context } from './clock';
import { isHidden } from './hidden';
import { arrived, departed, meetInFront, meetPerson } from './encounters';
import { makeList } from './prepared-list';
import { peopleLinked, pointAtName, readPage } from './read-page';
import { run } from './run';
import { openSurface, showIn } from './surface';
import { isOn } from './switched-sites';
import { markToolbar } from './toolbar';
import { tryNotification } from './trial';
import { leaveUnseen } from './unseen-profiles';

/**
 * One handler per message. `afterChange` is called when a command's transaction is complete, `goOn` when there may be long work to do;
 * their answers do not wait for more.
 */
export function endpoints(db: KithDatabase, afterChange: () => void, reconcile: () => Promise<void>, goOn: () => void): Endpoints {
  const command = <S extends z.ZodMiniType>(schema: S, carryOut: (context: Context, command: z.output<S>) => Promise<Done>) =>
    commandEndpoint(schema, async (message) => {
      const done = await carryOut(context(db), message);
      // The answer first: somebody waits for it.
      setTimeout(afterChange);
      return done;
    });
  const work = <S extends z.ZodMiniType>(schema: S, carryOut: (context: Context, message: z.output<S>) => Promise<void>) =>
    commandEndpoint(schema, (message) => carryOut(context(db), message));
  const andGoOn =
    <M, T>(carryOut: (context: Context, message: M) => Promise<T>) =>
    async (moment: Context, message: M): Promise<T> => {
      const done = await carryOut(moment, message);
      goOn();
      return done;
    };
  /**
   * Keeps what a page says of its person and of their further profiles, where they are kept and at home. Answers whether any of it is
   * new.
   */
  const learnFrom = async ({ profile, linked, isAtHome }: PageRead): Promise<boolean> => {
    if (!isAtHome) return false;
    const sighted = await recordSighting(context(db), profile);
    return (await recordClaims(context(db), profile.key, linked, profile.fields.name)) || sighted;
  };
  /** A surface has read the page of a tab. Where Kith is on, that page is learned from once it has settled. Answers whether anything changed. */
  const seen = async (tabId: number, read: PageRead): Promise<boolean> => {
    const { active, url } = await browser.tabs.get(tabId);
    const learns = read.describesPerson && url !== undefined && !(await isOn(url));
    const followed = learns && (await followStableId(context(db), read.profile));
    const met = active && (await meetInFront(db, read));
    return (learns && (await learnFrom(read))) || followed || met;
  };
  const peopleKnown = knownPeople(db);
  return {
    commands: {
      addContact: command(COMMANDS.addContact, addContact),
      editContact: command(COMMANDS.editContact, editContact),
      deleteContact: command(COMMANDS.deleteContact, deleteContact),
      writeNote: command(COMMANDS.writeNote, writeNote),
      deleteNote: command(COMMANDS.deleteNote, deleteNote),
      logInteraction: command(COMMANDS.logInteraction, logInteraction),
      editInteraction: command(COMMANDS.editInteraction, editInteraction),
      deleteInteraction: command(COMMANDS.deleteInteraction, deleteInteraction),
      setFollowUp: command(COMMANDS.setFollowUp, setFollowUp),
      editFollowUp: command(COMMANDS.editFollowUp, editFollowUp),
      completeReminder: command(COMMANDS.completeReminder, (moment, message) => completeReminder(moment, message, nextOccurrence)),
      dismissReminder: command(COMMANDS.dismissReminder, (moment, message) => dismissReminder(moment, message, nextOccurrence)),
      snoozeReminder: command(COMMANDS.snoozeReminder, snoozeReminder),
      awaitEncounter: command(COMMANDS.awaitEncounter, awaitEncounter),
      deferAction: command(COMMANDS.deferAction, deferAction),
      dismissChange: command(COMMANDS.dismissChange, dismissChange),
      attachProfile: command(COMMANDS.attachProfile, attachProfile),
      detachProfile: command(COMMANDS.detachProfile, detachProfile),
      mergeContacts: command(COMMANDS.mergeContacts, andGoOn(mergeContacts)),
      declineSuggestion: command(COMMANDS.declineSuggestion, declineSuggestion),
      setTagCadence: command(COMMANDS.setTagCadence, setTagCadence),
      undo: command(COMMANDS.undo, andGoOn(undo)),
      setAnnotationMode: command(COMMANDS.setAnnotationMode, setAnnotationMode),
      setPointed: command(COMMANDS.setPointed, setPointed),
      setNotifying: command(COMMANDS.setNotifying, setNotifying),
      setFollowUpTime: command(COMMANDS.setFollowUpTime, setFollowUpTime),
    },
    work: {
      beginImport: work(WORK.beginImport, beginImport),
      stageSlices: work(WORK.stageSlices, stageSlices),
      startImport: work(WORK.startImport, andGoOn(startImport)),
      stopWork: work(WORK.stopWork, stopWork),
      resumeWork: work(WORK.resumeWork, andGoOn(resumeWork)),
      leaveImport: work(WORK.leaveImport, leaveImport),
      goOn: work(
        WORK.goOn,
        andGoOn(async () => {}),
      ),
    },
    questions: {
      readPage: commandEndpoint(QUESTIONS.readPage, async ({ tabId }) => {
        const read = await readPage(db, tabId);
        if (read) run(seen(tabId, read).then((isNew) => (isNew ? afterChange() : undefined)));
        return read ?? null;
      }),
      peopleLinked: commandEndpoint(QUESTIONS.peopleLinked, ({ tabId }) => peopleLinked(tabId)),
      pointAtName: commandEndpoint(QUESTIONS.pointAtName, async ({ tabId }) => (await pointAtName(tabId)) ?? null),
      prepareList: commandEndpoint(QUESTIONS.prepareList, () => makeList(db)),
      tryNotification: commandEndpoint(QUESTIONS.tryNotification, ({ trialId }) => tryNotification(trialId, reconcile)),
    },
    page: {
      annotation: pageEndpoint(PAGE_MESSAGES.annotation, async ({ key }, page) => {
        refuseOthers(key, page);
        arrived(page);
        const annotation = await annotationOf(db, key, page.url, maySpeak(page));
        markToolbar(db, page.tabId);
        return annotation;
      }),
      whoIsThis: pageEndpoint(PAGE_MESSAGES.whoIsThis, async (_, page) => {
        const read = await readPage(db, page.tabId);
        if (!read?.describesPerson || read.profile.key !== keyAt(page.url)) return null;
        const { key, fields } = read.profile;
        return { key, ...(fields.name !== undefined && { name: fields.name }) } satisfies SomebodyHere;
      }),
      settled: pageEndpoint(PAGE_MESSAGES.settled, async (_, page) => {
        const read = await readPage(db, page.tabId);
        // First whose page it is: whoever's handle changed hands is not met there.
        const key = keyAt(page.url);
        const followed = read !== undefined && read.profile.key === key && (await followStableId(context(db), read.profile));
        const organisation = read?.profile.fields.organisation;
        if (key !== undefined && !(await browser.tabs.get(page.tabId)).active) await leaveUnseen(page.tabId, { key, organisation });
        else if (await meetPerson(db, page, key, organisation)) afterChange();
        if (!read) return false;
        refuseOthers(read.profile.key, page);
        if ((await learnFrom(read)) || followed) afterChange();
        return read.profile.fields.name !== undefined;
      }),
      left: pageEndpoint(PAGE_MESSAGES.left, async (_, page) => {
        departed(page);
        markToolbar(db, page.tabId);
      }),
      openSurface: pageEndpoint(PAGE_MESSAGES.openSurface, (_, page) => openSurface(page.tabId)),
      knownPeople: pageEndpoint(PAGE_MESSAGES.knownPeople, ({ have }, page) => peopleKnown(page.url, have)),
      badges: pageEndpoint(PAGE_MESSAGES.badges, async ({ keys }, page) => ((await maySpeak(page)) ? badgesFor(db, keys, page) : [])),
      badgeCard: pageEndpoint(PAGE_MESSAGES.badgeCard, async ({ key }, page) => {
        if (!(await wasAskedAbout(page, key))) throw new Forbidden(`${key} is nobody whom this page has asked about`);
        return (await maySpeak(page)) ? cardOf(db, key, page) : null;
      }),
      openPerson: pageEndpoint(PAGE_MESSAGES.openPerson, ({ key }, page) => showIn(page.tabId, openSurface(page.tabId), Promise.resolve({ key }))),
    },
  };
}

/** Whether anything may be shown in a page: not where its site was switched off, and not while all is hidden. */
async function maySpeak(page: Page): Promise<boolean> {
  const [on, hidden] = await Promise.all([isOn(page.url), isHidden()]);
  return on && !hidden;
}

/** A page may speak of its own person only, and who that is its address says. */
function refuseOthers(key: ProfileKey, page: Page): void {
  if (keyAt(page.url) !== key) throw new Forbidden(`${key} is not whom this page is about`);
}
