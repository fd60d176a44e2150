import type { Contact } from '../model/contact';
import type { Instant } from '../model/temporal';
import { BLOCK, blockOf, eachEntry, NAME_PAGES, type PageChanges, textPages } from '../search/index-page';
import { standing } from '../search/standing';
import type { KithDatabase, SearchState } from './database';
import { parseRows, ROW_SCHEMAS } from './rows';
import {
  addOccurrences,
  addTally,
  changePages,
  changeStandings,
  countWords,
  INDEX_VERSION,
  nameInOrder,
  nextNumber,
  STATE_ID,
  type Tally,
  watchUnplaced,
} from './search-index';

/** People read, people given their places, pages and entries on pages, at once: few enough that whoever waits meanwhile does not notice. */
const READ_AT_ONCE = 64;
const PLACED_AT_ONCE = 256;
const PAGES_AT_ONCE = 256;
const ENTRIES_AT_ONCE = 8192;

/**
 * Makes the search index from the records where there is none, or one of another version; otherwise does nothing. Works through the
 * people block by block, in short transactions between which commands go on, and remembers how far it came: a worker stopped in the
 * middle loses less than a block. It asks before each block whether it `mayGoOn`, and stops where something else comes first.
 */
export async function rebuildSearch(db: KithDatabase, mayGoOn: () => Promise<boolean> = async () => true): Promise<void> {
  let state = await begun(db);
  if (state.complete || !(await mayGoOn())) return;
  await clearUnplaced(db, state);
  do state = (await indexBlock(db, await withBlock(db))) ?? (await begun(db));
  while (!state.complete && (await mayGoOn()));
}

/** Words written for a block whose people did not all get their places. */
async function clearUnplaced(db: KithDatabase, state: SearchState): Promise<void> {
  if (state.first < 0) return;
  const inBlock = db.searchPlaces.where('number').between(state.first, state.first + BLOCK);
  const placed = new Set((await inBlock.toArray()).map(({ number }) => number));
  const pages = new Map<string, PageChanges>();
  for (const prefix of [NAME_PAGES, textPages(blockOf(state.first))]) {
    // One by one: a block's pages have half a million entries.
    for (const key of await db.searchPages.where('key').startsWith(prefix).primaryKeys()) {
      const page = await db.searchPages.get(key);
      if (!page) continue;
      eachEntry(
        page,
        () => true,
        (number, word, near, far) => {
          if (blockOf(number) === blockOf(state.first) && !placed.has(number)) addOccurrences(pages, key, word, number, -near, -far);
        },
      );
    }
  }
  await writePages(db, state, pages);
}

async function begun(db: KithDatabase): Promise<SearchState> {
  const state = await db.searchState.get(STATE_ID);
  if (state?.version === INDEX_VERSION) return state;
  const tables = [db.searchPages, db.searchPlaces, db.searchStandings, db.searchChanges];
  return db.transaction('rw', [db.searchState, ...tables], async () => {
    // A number is given once, even where what got it is cleared away.
    const edition = await db.searchChanges.add({ words: [], standings: [] });
    const fresh = { id: STATE_ID, version: INDEX_VERSION, complete: false, after: '', first: -BLOCK, edition };
    await Promise.all([...tables.map((table) => table.clear()), db.searchState.put(fresh)]);
    return fresh;
  });
}

/** The same with a block of numbers that nobody else gets. */
async function withBlock(db: KithDatabase): Promise<SearchState> {
  const state = await begun(db);
  return db.transaction('rw', db.searchState, db.searchPlaces, async () => {
    const next = { ...state, first: Math.ceil((await nextNumber(db, state)) / BLOCK) * BLOCK };
    await db.searchState.put(next);
    return next;
  });
}

/** Somebody who has been read, with the number that is meant for them. */
type ReadPerson = { number: number; contact: Contact; touched: Instant; tally: Tally };

/** The state after the next block; undefined where the index was forgotten meanwhile. */
async function indexBlock(db: KithDatabase, begun: SearchState): Promise<SearchState | undefined> {
  const changed = watchUnplaced(db);
  const pages = new Map<string, PageChanges>();
  const { people, last, isLast } = await readBlock(db, begun, pages);
  if (!(await writePages(db, begun, pages))) return undefined;

  let state: SearchState | undefined = begun;
  for (let from = 0; from < people.length && state; from += PLACED_AT_ONCE) {
    state = await placePeople(db, state, people.slice(from, from + PLACED_AT_ONCE), changed);
  }
  return state && advance(db, state, { after: last, complete: isLast });
}

/** The people of the next block, whose words are noted on `pages` as they are read: of all of them at the end it would take half a second. */
async function readBlock(
  db: KithDatabase,
  { after, first }: SearchState,
  pages: Map<string, PageChanges>,
): Promise<{ people: ReadPerson[]; last: string; isLast: boolean }> {
  const people: ReadPerson[] = [];
  let last = after;
  while (people.length + READ_AT_ONCE <= BLOCK) {
    const ids = await db.contacts.where('id').above(last).limit(READ_AT_ONCE).primaryKeys();
    const end = ids.at(-1);
    if (end === undefined) return { people, last, isLast: true };
    const read = await readPeople(db, last, end, false);
    for (const person of read) {
      const number = first + people.length;
      people.push({ ...person, number });
      addTally(pages, number, person.tally, 1);
    }
    last = end;
  }
  return { people, last, isLast: false };
}

/** Writes pages some at a time. Answers whether the index is still the one that was begun. */
async function writePages(db: KithDatabase, state: SearchState, pages: Map<string, PageChanges>): Promise<boolean> {
  for (const some of someAtATime(pages)) {
    const written = await db.transaction('rw', db.searchState, db.searchPages, async () => {
      if (!(await isCurrent(db, state))) return false;
      await changePages(db, some);
      return true;
    });
    if (!written) return false;
  }
  return true;
}

/** The pages some at a time, one of many entries word by word: a common beginning of words has tens of thousands, most others have a few. */
function* someAtATime(pages: ReadonlyMap<string, PageChanges>): Generator<Map<string, PageChanges>> {
  let some = new Map<string, PageChanges>();
  let entries = 0;
  for (const [key, words] of pages) {
    for (const [word, people] of words) {
      const page: PageChanges = some.get(key) ?? new Map();
      some.set(key, page.set(word, people));
      entries += people.size;
      if (some.size < PAGES_AT_ONCE && entries < ENTRIES_AT_ONCE) continue;
      yield some;
      some = new Map();
      entries = 0;
    }
  }
  yield some;
}

/** Gives people whose words are written their places. Whoever was changed since they were read is read again. */
async function placePeople(db: KithDatabase, state: SearchState, people: ReadPerson[], changed: ReadonlySet<string>): Promise<SearchState | undefined> {
  const after = people.at(-1)?.contact.id ?? state.after;
  const tables = [db.contacts, db.notes, db.interactions, db.reminders, db.sightings, db.searchState, db.searchPages, db.searchPlaces, db.searchStandings];
  return db.transaction('rw', tables, async () => {
    if (!(await isCurrent(db, state))) return undefined;
    const placed = new Set(await db.searchPlaces.where('contactId').between(state.after, after, false, true).primaryKeys());
    const outdated = people.filter(({ contact: { id } }) => changed.has(id) || placed.has(id));
    const again: ReadPerson[] = [];
    for (const { number, contact } of outdated) {
      if (!placed.has(contact.id)) for (const person of await readPeople(db, contact.id, contact.id, true)) again.push({ ...person, number });
    }
    const pages = new Map<string, PageChanges>();
    for (const { number, tally } of outdated) addTally(pages, number, tally, -1);
    for (const { number, tally } of again) addTally(pages, number, tally, 1);
    await changePages(db, pages);
    const present = [...people.filter((person) => !outdated.includes(person)), ...again];
    await db.searchPlaces.bulkPut(present.map(({ number, contact }) => ({ contactId: contact.id, number, name: nameInOrder(contact) })));
    await changeStandings(
      db,
      present.map(({ number, contact, touched }) => [number, () => standing(contact, touched)]),
    );
    const next = { ...state, after };
    await db.searchState.put(next);
    return next;
  });
}

async function advance(db: KithDatabase, state: SearchState, further: Pick<SearchState, 'after' | 'complete'>): Promise<SearchState | undefined> {
  return db.transaction('rw', db.searchState, async () => {
    if (!(await isCurrent(db, state))) return undefined;
    const next = { ...state, ...further };
    await db.searchState.put(next);
    return next;
  });
}

async function isCurrent(db: KithDatabase, { version, first }: SearchState): Promise<boolean> {
  const state = await db.searchState.get(STATE_ID);
  return state?.version === version && state.first === first && !state.complete;
}

/** Everything that is searched of the people with ids from `from`, that one included or not, to `to`. */
async function readPeople(db: KithDatabase, from: string, to: string, includingFrom: boolean): Promise<Omit<ReadPerson, 'number'>[]> {
  const tables = [db.contacts, db.notes, db.interactions, db.reminders, db.sightings];
  const [contacts, notes, interactions, reminders, sightings] = await db.transaction('r', tables, () =>
    Promise.all([
      db.contacts.where('id').between(from, to, includingFrom, true).toArray(),
      db.notes.where('[contactId+createdAt]').between([from, ''], [to, '\uffff']).toArray(),
      db.interactions.where('contactIds').between(from, to, includingFrom, true).distinct().toArray(),
      db.reminders.where('contactId').between(from, to, includingFrom, true).toArray(),
      db.sightings.where('[contactId+seenAt]').between([from, ''], [to, '\uffff']).toArray(),
    ]),
  );
  const tallies = new Map<string, Tally>();
  for (const row of contacts) countWords(tallies, 'contacts', row, 1);
  for (const row of notes) countWords(tallies, 'notes', row, 1);
  for (const row of interactions) countWords(tallies, 'interactions', row, 1);
  for (const row of reminders) countWords(tallies, 'reminders', row, 1);
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
