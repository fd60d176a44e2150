import { i18n } from '#i18n';
import type { KithDatabase } from '../../lib/db/database';
import { annotationFacts, badgeFacts, knownKeys, readSettings, recordsVersion } from '../../lib/db/queries/people';
import type { KnownPeople } from '../../lib/messaging/protocol';
import type { Page } from '../../lib/messaging/server';
import type { Annotation } from '../../lib/model/annotation';
import { keyFilter } from '../../lib/model/key-filter';
import type { LinkBadge } from '../../lib/model/link-badge';
import type { ProfileKey } from '../../lib/model/profile';
import { type AnnotationMode, annotationMode } from '../../lib/model/settings';
import { localeOfTexts, shortAge } from '../../lib/model/spoken';
import { today } from '../../lib/model/temporal';
import { siteAtHome } from '../../lib/sites/profile-key';
import { siteIdAt } from '../../lib/sites/site-at';
import { badgeWords, cardWords } from './annotation';
import { admit } from './asked-about';
import { now, zone } from './clock';

/** Above this many people of one site a filter would be more than a page should carry, and every page of it asks. */
const MOST_PEOPLE = 10_000;

/** What stands beside links to these people on a page; nothing about strangers, and no more than the user lets into that site's pages. */
export async function badgesFor(db: KithDatabase, keys: readonly ProfileKey[], page: Page): Promise<LinkBadge[]> {
  const { admitted, asked } = await admit(page, keys);
  if ((await modeOn(db, page)) === 'off') return [];
  const date = today(now(), zone());
  const locale = localeOfTexts(i18n.t('language'), navigator.languages);
  return (await badgeFacts(db, admitted, now(), zone())).map((facts) => ({
    keys: facts.contact.profileKeys.filter((key) => asked.has(key)),
    state: facts.staleness,
    label: facts.lastContact ? shortAge(facts.lastContact.on, date, locale) : '',
    spoken: badgeWords(facts, date).spoken,
  }));
}

/** What the card of such a badge says; null of strangers, and where the user lets no notes into the site's pages. */
export async function cardOf(db: KithDatabase, key: ProfileKey, page: Page): Promise<Annotation['card'] | null> {
  const mode = await modeOn(db, page);
  const facts = mode === 'hover' || mode === 'always' ? await annotationFacts(db, key, now(), zone()) : undefined;
  return facts ? cardWords(facts, today(now(), zone())) : null;
}

const made = new Map<string, KnownPeople>();

/** Who is known of the site at `url`, made once for each state of the records and each life of the worker. */
export async function knownPeople(db: KithDatabase, url: string, have: string | undefined): Promise<KnownPeople> {
  const version = await recordsVersion(db);
  const prefix = `${siteAtHome(new URL(url))?.id}:`;
  if (have === version) return { version, prefix };
  let people = made.get(prefix);
  if (people?.version !== version) {
    const keys = await knownKeys(db, prefix, MOST_PEOPLE);
    const [salt = 0] = crypto.getRandomValues(new Uint32Array(1));
    people = { version, prefix, filter: keys ? keyFilter(keys, salt) : null };
    made.set(prefix, people);
  }
  return people;
}

async function modeOn(db: KithDatabase, { url }: Page): Promise<AnnotationMode> {
  return annotationMode(await readSettings(db), siteIdAt(new URL(url)));
}
