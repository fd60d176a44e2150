import type { Contact } from '../model/contact';
import type { Instant } from '../model/temporal';
import { BLOCK, blockOf, type PageChanges } from '../search/index-page';
import { standing } from '../search/standing';
import type { KithDatabase, SearchState } from './database';
import { parseRows, ROW_SCHEMAS } from './rows';
import { addTally, changePages, changeStandings, countWords, INDEX_VERSION, nextNumber, STATE_ID, type Tally, watchUnplaced } from './search-index';

/** People read at once: few enough that whoever waits for the worker meanwhile does not notice. */
const SLICE = 256;

/**
 * Makes the search index from the records where there is none, or one of another version; otherwise does nothing. Works through the
 * people block by block and remembers how far it came, so that a worker stopped in the middle loses one block. Records are read in
 * short transactions and each block is written in one; commands go on meanwhile.
 */
export async function rebuildSearch(db: KithDatabase): Promise<void> {
  let state = await begun(db);
  while (!state.complete) state = await indexBlock(db, state);
}

async function begun(db: KithDatabase): Promise<SearchState> {
  const state = await db.searchState.get(STATE_ID);
  if (state?.version === INDEX_VERSION) return state;
  return db.transaction('rw', db.searchState, db.searchPages, db.searchPlaces, db.searchStandings, async () => {
    const fresh = { id: STATE_ID, version: INDEX_VERSION, complete: false, after: '' };
    await Promise.all([db.searchPages.clear(), db.searchPlaces.clear(), db.searchStandings.clear(), db.searchState.put(fresh)]);
    return fresh;
  });
}

/** Those of a block who have been read, in the order of their ids; their numbers count from zero until they are written. */
type ReadBlock = { people: { contact: Contact; touched: Instant; tally: Tally }[]; last: string; isLast: boolean };

async function indexBlock(db: KithDatabase, { after }: SearchState): Promise<SearchState> {
  const changed = watchUnplaced(db);
  const { people, last, isLast } = await readBlock(db, after);
  const tables = [db.contacts, db.notes, db.interactions, db.sightings, db.searchState, db.searchPages, db.searchPlaces, db.searchStandings];
  return db.transaction('rw', tables, async () => {
    const state = await db.searchState.get(STATE_ID);
    // Forgotten meanwhile, or another worker has come further: what was read here is no use.
    if (state?.after !== after || state.version !== INDEX_VERSION) return begun(db);
    const placed = new Set(await db.searchPlaces.where('contactId').between(after, last, false, true).primaryKeys());
    // Whoever was changed since they were read is read again, now that nobody else writes.
    const again = await Promise.all([...changed].filter((id) => id > after && id <= last && !placed.has(id)).map((id) => readPeople(db, id, id, true)));
    const rest = [...people.filter(({ contact: { id } }) => !changed.has(id) && !placed.has(id)), ...again.flat()];
    await writePeople(db, rest);
    const next = { id: STATE_ID, version: INDEX_VERSION, complete: isLast, after: last };
    await db.searchState.put(next);
    return next;
  });
}

async function readBlock(db: KithDatabase, after: string): Promise<ReadBlock> {
  const people: ReadBlock['people'] = [];
  let last = after;
  while (people.length + SLICE <= BLOCK) {
    const ids = await db.contacts.where('id').above(last).limit(SLICE).primaryKeys();
    const end = ids.at(-1);
    if (end === undefined) return { people, last, isLast: true };
    people.push(...(await readPeople(db, last, end, false)));
    last = end;
  }
  return { people, last, isLast: false };
}

/** Everything that is searched of the people with ids from `from`, that one included or not, to `to`. */
async function readPeople(db: KithDatabase, from: string, to: string, includingFrom: boolean): Promise<ReadBlock['people']> {
  const tables = [db.contacts, db.notes, db.interactions, db.sightings];
  const [contacts, notes, interactions, sightings] = await db.transaction('r', tables, () =>
    Promise.all([
      db.contacts.where('id').between(from, to, includingFrom, true).toArray(),
      db.notes.where('[contactId+createdAt]').between([from, ''], [to, '\uffff']).toArray(),
      db.interactions.where('contactIds').between(from, to, includingFrom, true).distinct().toArray(),
      db.sightings.where('[contactId+seenAt]').between([from, ''], [to, '\uffff']).toArray(),
    ]),
  );
  const tallies = new Map<string, Tally>();
  for (const row of contacts) countWords(tallies, 'contacts', row, 1);
  for (const row of notes) countWords(tallies, 'notes', row, 1);
  for (const row of interactions) countWords(tallies, 'interactions', row, 1);
  for (const row of sightings) countWords(tallies, 'sightings', row, 1);
  const touches = newestTouches(notes, interactions);
  return parseRows(ROW_SCHEMAS.contacts, contacts).flatMap((contact) => {
    const tally = tallies.get(contact.id);
    const touched = [contact.updatedAt, touches.get(contact.id) ?? ''].sort().at(-1) ?? contact.updatedAt;
    return tally ? [{ contact, touched, tally }] : [];
  });
}

function newestTouches(noteRows: readonly unknown[], interactionRows: readonly unknown[]): Map<string, Instant> {
  const newest = new Map<string, Instant>();
  const touch = (id: string, at: Instant) => {
    if (at > (newest.get(id) ?? '')) newest.set(id, at);
  };
  for (const { contactId, updatedAt } of parseRows(ROW_SCHEMAS.notes, noteRows)) touch(contactId, updatedAt);
  for (const { contactIds, updatedAt } of parseRows(ROW_SCHEMAS.interactions, interactionRows)) for (const id of contactIds) touch(id, updatedAt);
  return newest;
}

/** Gives people their places, in a block that is nobody else's, and writes their words. */
async function writePeople(db: KithDatabase, people: ReadBlock['people']): Promise<void> {
  const next = await nextNumber(db);
  const first = next % BLOCK === 0 ? next : (blockOf(next) + 1) * BLOCK;
  const pages = new Map<string, PageChanges>();
  people.forEach(({ tally }, index) => addTally(pages, first + index, tally));
  await changePages(db, pages);
  await changeStandings(
    db,
    people.map(({ contact, touched }, index) => [first + index, () => standing(contact, touched)]),
  );
  await db.searchPlaces.bulkPut(people.map(({ contact: { id } }, index) => ({ contactId: id, number: first + index })));
}
