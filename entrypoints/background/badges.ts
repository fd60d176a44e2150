import { i18n } from '#i18n';
import type { KithDatabase } from '../../lib/db/database';
import { badgeFacts, knownKeys, readSettings, recordsVersion } from '../../lib/db/queries/people';
import type { KnownPeople } from '../../lib/messaging/protocol';
import { type KeyFilter, keyFilter } from '../../lib/model/key-filter';
import type { LinkBadge } from '../../lib/model/link-badge';
import type { ProfileKey } from '../../lib/model/profile';
import { annotationMode } from '../../lib/model/settings';
import { localeOfTexts, shortAge } from '../../lib/model/spoken';
import { today } from '../../lib/model/temporal';
import { siteAt } from '../../lib/sites/site-at';
import { badgeWords, cardWords } from './annotation';
import { now, zone } from './clock';

/** Above this many people a filter would be more than a page should carry, and every page asks. */
const MOST_PEOPLE = 10_000;

/** What stands beside links to these people on the page at `url`; nothing about strangers, and no more than the user lets into that site's pages. */
export async function badgesFor(db: KithDatabase, keys: readonly ProfileKey[], url: string): Promise<LinkBadge[]> {
  const mode = annotationMode(await readSettings(db), siteAt(new URL(url))?.id ?? '');
  if (mode === 'off') return [];
  const date = today(now(), zone());
  const locale = localeOfTexts(i18n.t('language'), navigator.languages);
  return (await badgeFacts(db, keys, now(), zone())).flatMap(({ keys: theirs, facts }) => {
    const badge = {
      contactId: facts.contact.id,
      state: facts.staleness,
      label: facts.lastContact ? shortAge(facts.lastContact.on, date, locale) : '',
      spoken: badgeWords(facts, date).spoken,
      card: mode === 'badge' ? { title: '', rows: [] } : cardWords(facts, date),
    };
    return theirs.map((key) => ({ key, ...badge }));
  });
}

let made: { version: string; filter: KeyFilter | null } | undefined;

/** Who is known at all, made once for each state of the records and each life of the worker. */
export async function knownPeople(db: KithDatabase, have: string | undefined): Promise<KnownPeople> {
  const version = await recordsVersion(db);
  if (made?.version !== version) {
    const keys = await knownKeys(db, MOST_PEOPLE);
    const [salt = 0] = crypto.getRandomValues(new Uint32Array(1));
    made = { version, filter: keys ? keyFilter(keys, salt) : null };
  }
  return have === version ? { version } : made;
}
