import type { IndexableType } from 'dexie';
import type { Contact } from '../model/contact';
import type { KithDatabase } from './database';
import { idsAndKeys } from './queries/backup';

/** Ids and profiles' keys by which people are kept, by database; some may be of people who have gone since. */
const known = new WeakMap<KithDatabase, Set<IndexableType>>();

/**
 * Ids and profiles' keys of everybody kept: who has none of them is new, and need not be asked for. Read once, within a transaction that
 * writes to people, and from then on told of whoever is kept, until it is forgotten.
 */
export async function knownPeople(db: KithDatabase): Promise<ReadonlySet<IndexableType>> {
  const all = known.get(db) ?? (await idsAndKeys(db));
  known.set(db, all);
  return all;
}

/** Tells of somebody who is kept from now on, or under more profiles. */
export function addKnownPerson(db: KithDatabase, { id, profileKeys }: Contact): void {
  const all = known.get(db);
  for (const name of [id, ...profileKeys]) all?.add(name);
}

/** Forgets them: a hundred thousand people's take 20 MB. */
export function forgetKnownPeople(db: KithDatabase): void {
  known.delete(db);
}
