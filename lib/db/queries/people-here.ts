import { foldedOrganisation } from '../../model/organisation';
import type { PeopleHere } from '../../model/person-view';
import type { ProfileKey } from '../../model/profile';
import type { KithDatabase } from '../database';
import { parseRows, ROW_SCHEMAS } from '../rows';
import { summariesOf } from './search';

/** Of a page: the profiles it links, and what the organisation is called whose page it is. */
export type PageSays = { keys: readonly ProfileKey[]; organisations: readonly string[] };

/**
 * Whom one knows on a page: first those whom it links, then those who work at the organisation whose page it is. Thousands may: who they are
 * is looked up in the indexes alone, and the rows of no more than `limit` are read.
 */
export function peopleHere(db: KithDatabase, { keys, organisations }: PageSays, limit: number): Promise<PeopleHere> {
  const names = [...new Set(organisations.map(foldedOrganisation))].filter((name) => name !== '');
  return db.transaction('r', db.contacts, db.sightings, async () => {
    const [linked, ...working] = await Promise.all([
      db.contacts.where('profileKeys').anyOf(keys).primaryKeys(),
      ...names.map((name) => db.contacts.where('organisations').equals(name).primaryKeys()),
    ]);
    const ids = [...new Set([...linked, ...working.flat()])];
    const first = ids.slice(0, limit);
    const contacts = parseRows(ROW_SCHEMAS.contacts, await db.contacts.bulkGet(first));
    return { count: ids.length - first.length + contacts.length, people: await summariesOf(db, contacts) };
  });
}
