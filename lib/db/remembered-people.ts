import type { IndexableType } from 'dexie';
import type { Contact } from '../model/contact';
import type { KithDatabase } from './database';
import { idsAndKeys } from './queries/backup';

/** Ids, former ones too, and profiles' keys by which people are kept, by database; some may be of people who have gone since. */
const remembered = new WeakMap<KithDatabase, { names: Set<IndexableType>; isWhole: boolean }>();

/**
 * Remembers by which ids and profiles' keys everybody is kept, until they are forgotten: who has none of them is new, and need not be asked for.
 * They are read once, outside of any transaction, and told of whoever is kept from the moment on at which that begins.
 */
export async function rememberPeople(db: KithDatabase): Promise<void> {
  if (remembered.has(db)) return;
  const people = { names: new Set<IndexableType>(), isWhole: false };
  remembered.set(db, people);
  await idsAndKeys(db, people.names);
  people.isWhole = true;
}

/** Forgets them: a hundred thousand people's take 20 MB. */
export function forgetPeople(db: KithDatabase): void {
  remembered.delete(db);
}

/** Tells of somebody who is kept from now on, or under more profiles. */
export function addKnownPerson(db: KithDatabase, { id, profileKeys, formerIds = [] }: Contact): void {
  const people = remembered.get(db);
  for (const name of [id, ...profileKeys, ...formerIds]) people?.names.add(name);
}

/** Whether somebody may be kept under an id or a profile's key: always, as long as people are not remembered. */
export function mayBeKept(db: KithDatabase, name: string): boolean {
  const people = remembered.get(db);
  return !people?.isWhole || people.names.has(name);
}
