import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { KithDatabase } from '../../lib/db/database';
import { badgeFacts, contactIdOf, contactsById } from '../../lib/db/queries/people';
import { searchPeople } from '../../lib/db/queries/search';
import type { ContactSummary } from '../../lib/model/person-view';
import { localeOfTexts, spokenDate } from '../../lib/model/spoken';
import { today } from '../../lib/model/temporal';
import { cleanLine } from '../../lib/model/text';
import { keyAt } from '../../lib/sites/profile-key';
import { now, zone } from './clock';
import { dashboardAddress, personAddress } from './person-address';
import { run } from './run';
import { description, type Line } from './suggestion';

/** The one that Enter opens, and as many as the address bar shows below it. */
const SUGGESTED = 6;
const MARKED = !import.meta.env.FIREFOX;

type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** `kith <name>` in the address bar: who is meant while it is typed, and with Enter their profile. */
export function watchOmnibox(db: KithDatabase): void {
  let turn = 0;
  const say = (line: Line) => browser.omnibox.setDefaultSuggestion({ description: description(line, MARKED) });
  browser.omnibox.onInputStarted.addListener(() => run(say({ who: i18n.t('omnibox.start'), about: [] })));
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    const mine = ++turn;
    const answer = async () => {
      const { enter, others } = await suggestions(db, text);
      // What Enter does belongs to the words that stand there now.
      if (mine !== turn) return;
      await say(enter);
      suggest(others);
    };
    run(answer());
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => run(addressOf(db, text).then((url) => show(url, disposition))));
}

/** What Enter would do with `text`, and whom else it may mean. */
async function suggestions(db: KithDatabase, text: string) {
  const words = cleanLine(text);
  const found = (await searchPeople(db, words, SUGGESTED)).people;
  const [best, ...others] = await lines(db, found);
  if (!best) return { enter: { who: i18n.t(words === '' ? 'omnibox.start' : 'omnibox.nobody', [words]), about: [] }, others: [] };
  return {
    enter: { ...best.line, who: i18n.t('omnibox.enterOpens', [best.line.who]) },
    others: others.map(({ content, line }) => ({ content, description: description(line, MARKED) })),
  };
}

/** Where Enter leads: whoever is meant by an address that was chosen or pasted, else the best match, else the search for the words. */
async function addressOf(db: KithDatabase, text: string): Promise<string> {
  if (text.startsWith(dashboardAddress('people/'))) return text;
  const words = cleanLine(text);
  const key = keyAt(words);
  const meant = (key && (await contactIdOf(db, [key]))) ?? (await searchPeople(db, words, 1)).people[0]?.id;
  const contact = meant === undefined ? undefined : (await contactsById(db, [meant])).get(meant);
  if (contact) return personAddress(contact);
  return dashboardAddress(words === '' ? 'people' : `people?${new URLSearchParams({ find: words })}`);
}

/** Name, headline and last contact of each, with the address that choosing them puts into the bar. */
async function lines(db: KithDatabase, found: readonly ContactSummary[]): Promise<{ content: string; line: Line }[]> {
  const locale = localeOfTexts(i18n.t('language'), navigator.languages);
  const ids = found.map(({ id }) => id);
  const contacts = await contactsById(db, ids);
  const keys = [...contacts.values()].flatMap(({ profileKeys }) => profileKeys);
  const facts = new Map((await badgeFacts(db, keys, now(), zone())).map((one) => [one.contact.id, one]));
  return found.map(({ id, name, headline = '' }) => {
    const last = facts.get(id)?.lastContact;
    const touched = last ? i18n.t('omnibox.lastContact', [spokenDate(last.on, today(now(), zone()), locale)]) : '';
    return { content: personAddress({ id, profileKeys: contacts.get(id)?.profileKeys ?? [] }), line: { who: name, about: [headline, touched] } };
  });
}

/** Opens an address where the browser says the user wants it. */
async function show(url: string, disposition: Disposition): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
