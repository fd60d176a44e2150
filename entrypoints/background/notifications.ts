import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { deferAction } from '../../lib/db/commands/deferrals';
import { completeReminder, snoozeReminder } from '../../lib/db/commands/reminders';
import { confirmRefused, confirmSeen, confirmShown, confirmSpeaksOf, firingsOf, notifiedReminders, unshown } from '../../lib/db/commands/notify';
import type { KithDatabase } from '../../lib/db/database';
import { dayOf, deferralsOf } from '../../lib/db/queries/days';
import { allTags, lapsesOf } from '../../lib/db/queries/lapses';
import { contactsById, readSettings } from '../../lib/db/queries/people';
import { type Contact, isBroughtUp } from '../../lib/model/contact';
import { isDeferred } from '../../lib/model/deferral';
import { type Firing, isSpokenOf } from '../../lib/model/firing';
import { localeOfTexts, spokenCadence, spokenDate } from '../../lib/model/spoken';
import { addDays, type CalendarDate, today } from '../../lib/model/temporal';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import { snoozePresets } from '../../lib/reminders/snooze';
import { v7 } from 'uuid';
import { context, now, zone } from './clock';
import { dashboardAddress, personAddress } from './person-address';
import { openInFront } from './surface';

/** How many people a digest names. */
const DIGEST_LINES = 5;
/** For how long a nudge is put off. */
const NUDGE_SNOOZE_DAYS = 7;

/** What one notification says of one thing. */
type Line = Pick<Firing, 'id' | 'kind' | 'subjectId' | 'contactId'> & { name: string; text: string };

/**
 * Shows every notification that was decided on and not yet confirmed. One that the browser already has, because the worker was
 * stopped right after handing it over, is only confirmed; one whose reasons have gone since is not shown. @throws after all were
 * tried, when the browser refused one: what it spoke of is decided on anew with every round.
 */
export async function showDecided(db: KithDatabase): Promise<void> {
  const decided = await unshown(db);
  if (decided.length === 0) return;
  const refuse = async (ids: readonly string[], refusal: unknown) => {
    await confirmRefused(context(db), ids);
    throw refusal;
  };
  const lines = await linesOf(db, decided);
  // Where Kith's notifications are switched off, Chromium does not say either which it has (156).
  const present = await browser.notifications.getAll().catch((refusal) => refuse([...lines.keys()], refusal));
  const refused = new Set(decided.flatMap((firing) => (firing.refused ? [firing.notificationId] : [])));
  const show = async ([id, said]: [string, Line[]]) => {
    if (said.length > 0 && refused.has(id)) return;
    if (!(id in present)) {
      // First, so that a worker stopped here leaves its buttons what they are shown as.
      await confirmSpeaksOf(context(db), id, new Set(said.map((line) => line.id)));
      if (said.length > 0) await hand(id, content(said)).catch((refusal) => refuse([id], refusal));
    }
    await confirmShown(context(db), id);
  };
  await allTried([...lines].map(show));
}

/** Waits for all of these, whatever becomes of one. @throws the first failure among them. */
async function allTried(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** Takes away the notifications whose reasons are all gone: what they spoke of was dealt with in the popup, or anywhere else. */
export async function clearSettled(db: KithDatabase): Promise<void> {
  const standing = Object.keys(await browser.notifications.getAll());
  if (standing.length === 0) return;
  const lines = await linesOf(db, await firingsOf(db, standing));
  await Promise.all([...lines].flatMap(([id, said]) => (said.length === 0 ? [browser.notifications.clear(id)] : [])));
}

/** Gives the browser a notification. @throws when it does not take it: where Kith's are switched off, Chromium answers no id and no error (156). */
export async function hand(id: string, notification: ReturnType<typeof content>): Promise<void> {
  if ((await browser.notifications.create(id, notification)) !== id) throw new Error('The browser did not take the notification.');
}

/**
 * A button of a notification, which means what it was shown as; on a digest it holds for all it names that still wait. The notification
 * goes in any case. @throws after all were tried, when one failed.
 */
export async function pressed(db: KithDatabase, notificationId: string, button: number): Promise<void> {
  const firings = (await firingsOf(db, [notificationId])).filter(isSpokenOf);
  const deed = buttonsFor(firings)[button];
  const [{ followUpTime }, lines] = await Promise.all([readSettings(db), linesOf(db, firings)]);
  const [soonest] = snoozePresets(now(), zone(), followUpTime);
  const date = today(now(), zone());
  const dealWith = async ({ kind, subjectId, contactId }: Line) => {
    const commandId = v7();
    if (kind === 'reminder') {
      if (deed === 'done') await completeReminder(context(db), { commandId, reminderId: subjectId }, nextOccurrence);
      else if (soonest) await snoozeReminder(context(db), { commandId, reminderId: subjectId, until: soonest.until });
    } else if (kind === 'date' || deed !== 'done') {
      const until = deed === 'done' ? null : addDays(date, kind === 'cadence' ? NUDGE_SNOOZE_DAYS : 1);
      await deferAction(context(db), { commandId, actionId: subjectId, contactId, until });
    }
  };
  try {
    await allTried((lines.get(notificationId) ?? []).map(dealWith));
  } finally {
    await confirmSeen(context(db), notificationId);
    await browser.notifications.clear(notificationId);
  }
}

/** Opens whom a notification is about: their profile, or the list of what is pending for a digest. */
export async function opened(db: KithDatabase, notificationId: string): Promise<void> {
  const [first, ...others] = await firingsOf(db, [notificationId]);
  const person = first && others.length === 0 ? (await contactsById(db, [first.contactId])).get(first.contactId) : undefined;
  await openInFront(person ? personAddress(person) : dashboardAddress('pending'));
  await confirmSeen(context(db), notificationId);
  await browser.notifications.clear(notificationId);
}

/** A notification is gone: it was shown, and seen if it was the user who closed it. Firefox cannot tell, and says it always was. */
export async function closed(db: KithDatabase, notificationId: string, byUser: boolean): Promise<void> {
  if (byUser && !import.meta.env.FIREFOX) await confirmSeen(context(db), notificationId);
  else await confirmShown(context(db), notificationId);
}

/** What is still to be said of what was decided on, by notification; of one whose reasons are all gone nothing. One read for all of them. */
async function linesOf(db: KithDatabase, firings: readonly Firing[]): Promise<Map<string, Line[]>> {
  const date = today(now(), zone());
  const locale = localeOfTexts(i18n.t('language'), navigator.languages);
  const [people, reminders, deferrals, tags] = await Promise.all([
    contactsById(
      db,
      firings.map(({ contactId }) => contactId),
    ),
    notifiedReminders(db, firings),
    deferralsOf(
      db,
      firings.flatMap(({ kind, subjectId }) => (kind === 'date' ? [subjectId] : [])),
    ),
    allTags(db),
  ]);
  const waiting = new Map(reminders.map((reminder) => [reminder.id, reminder]));
  const nudged = new Set(firings.flatMap(({ kind, contactId }) => (kind === 'cadence' ? (people.get(contactId) ?? []) : [])));
  const lapsed = new Map((await lapsesOf(db, [...nudged], tags, date)).map((lapse) => [lapse.contact.id, lapse]));
  const textOf = ({ kind, subjectId, contactId, notificationId }: Firing, contact: Contact): string | undefined => {
    if (kind === 'reminder') {
      const reminder = waiting.get(subjectId);
      // It may have come back since, under another notification.
      if (reminder?.notificationId !== notificationId) return undefined;
      return reminder.text || i18n.t('notification.getInTouch');
    }
    if (kind === 'date') return isDeferred(deferrals.get(subjectId), date) ? undefined : dayText(contact, subjectId, date, locale);
    const lapse = lapsed.get(contactId);
    const last = lapse?.lastContact ? i18n.t('annotation.lastContact', [spokenDate(lapse.lastContact.on, date, locale)]) : i18n.t('annotation.neverSpoken');
    return lapse && i18n.t('notification.drifting', [i18n.t('cadence.every', [spokenCadence(lapse.cadence, locale)]), last]);
  };
  const lineOf = (firing: Firing): Line[] => {
    const contact = people.get(firing.contactId);
    const text = contact && textOf(firing, contact);
    const { id, kind, subjectId, contactId } = firing;
    return contact && text !== undefined ? [{ id, kind, subjectId, contactId, name: contact.name, text }] : [];
  };
  return new Map([...Map.groupBy(firings, ({ notificationId }) => notificationId)].map(([id, ofOne]) => [id, ofOne.flatMap(lineOf)]));
}

function dayText(contact: Contact, actionId: string, date: CalendarDate, locale: string): string | undefined {
  const day = dayOf(contact, actionId);
  if (!day || !isBroughtUp(contact)) return undefined;
  const when = spokenDate(day.on, date, locale);
  const what = day.label ?? i18n.t('notification.birthday');
  return day.years === undefined ? i18n.t('notification.day', [what, when]) : i18n.t('notification.dayWithYears', [what, String(day.years), when]);
}

function content(lines: readonly Line[]) {
  const [only, ...others] = lines;
  const isDigest = !only || others.length > 0;
  const buttons = buttonsFor(lines).map((deed) => ({ title: i18n.t(deed === 'done' && isDigest ? 'notification.allDone' : `notification.${deed}`) }));
  const message = isDigest ? digestText([...new Set(lines.map(({ name }) => name))]) : only.text;
  return {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icons/icon-128.png'),
    title: isDigest ? digestTitle(lines) : only.name,
    // Firefox refuses notifications with buttons; so it is said what the one click there does.
    message: import.meta.env.FIREFOX ? `${message}\n${i18n.t(isDigest ? 'notification.clickForList' : 'notification.clickForProfile')}` : message,
    ...(!import.meta.env.FIREFOX && { buttons, requireInteraction: lines.some(({ kind }) => kind !== 'cadence') }),
  };
}

/** The buttons of a notification that speaks of these. What one drifts apart from is not done by a click. */
function buttonsFor(about: readonly { kind: Firing['kind'] }[]): readonly ('done' | 'snooze' | 'nextWeek')[] {
  return about.every(({ kind }) => kind === 'cadence') ? ['nextWeek'] : ['done', 'snooze'];
}

function digestTitle(lines: readonly Line[]): string {
  const [kind, ...others] = new Set(lines.map((line) => line.kind));
  if (others.length > 0) return i18n.t('notification.mixedTitle', lines.length);
  if (kind === 'cadence') return i18n.t('notification.driftingTitle', lines.length);
  return i18n.t(kind === 'date' ? 'notification.daysTitle' : 'notification.digestTitle', lines.length);
}

function digestText(names: readonly string[]): string {
  const named = names.slice(0, DIGEST_LINES).join(', ');
  return names.length > DIGEST_LINES ? i18n.t('notification.digestMore', [named, String(names.length - DIGEST_LINES)]) : named;
}
