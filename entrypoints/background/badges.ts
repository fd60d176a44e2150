import { i18n } from '#i18n';
import { type KithDatabase, watchTables } from '../../lib/db/database';
import { annotationFacts, badgeFacts, knownKeys, readSettings } from '../../lib/db/queries/people';
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

/** Above this many profiles of one site a filter would be more than a page should carry, at four bytes each, and every page of it asks. */
const MOST_PROFILES = 25_000;

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

/**
 * Answers how to learn who is known of the site at an address: made once for each site and life of the worker, and again when any
 * contact was written. Its version says which profiles they are and no more, so that a page is sent nothing it has already. Of more
 * than `most` profiles of a site it says nothing but that.
 */
export function knownPeople(db: KithDatabase, most = MOST_PROFILES): (url: string, have: string | undefined) => Promise<KnownPeople> {
  const made = new Map<string, Promise<KnownPeople>>();
  watchTables(db, [db.contacts], () => made.clear());
  return async (url, have) => {
    const prefix = `${siteAtHome(new URL(url))?.id}:`;
    const making = made.get(prefix) ?? peopleOf(db, prefix, most);
    made.set(prefix, making);
    try {
      const people = await making;
      return people.version === have ? { version: have, prefix } : people;
    } catch (failure) {
      made.delete(prefix);
      throw failure;
    }
  };
}

async function peopleOf(db: KithDatabase, prefix: string, most: number): Promise<KnownPeople> {
  const keys = await knownKeys(db, prefix, most);
  if (!keys) return { version: 'too many', prefix, filter: null };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(keys.join('\n')));
  const [salt = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { version: new Uint8Array(digest).toBase64(), prefix, filter: keyFilter(keys, salt) };
}

async function modeOn(db: KithDatabase, { url }: Page): Promise<AnnotationMode> {
  return annotationMode(await readSettings(db), siteIdAt(new URL(url)));
}
