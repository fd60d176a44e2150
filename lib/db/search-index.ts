import type { Contact } from '../model/contact';
import type { RecordChange } from '../model/journal';
import type { Instant } from '../model/temporal';
import { BLOCK, blockOf, changedPage, namePageKey, type Occurrences, type PageChanges, textPageKey } from '../search/index-page';
import { contactPassages, interactionPassages, type Nearness, notePassages, reminderPassages, sightingPassages, wordsByNearness } from '../search/passages';
import { standing } from '../search/standing';
import { fold } from '../search/words';
import type { KithDatabase, SearchState, StandingChange, WordChange } from './database';
import { parseContact, parseRow, ROW_SCHEMAS } from './rows';

/** Of the index as this code writes it; another one is thrown away and made again. */
export const INDEX_VERSION = 3;
export const STATE_ID = 'index';

/** How often words stand in what is recorded of one person; less than none where records went. */
export type Tally = Record<Nearness, Map<string, number>>;

/** People who were changed and have no place in the index now, by database: a rebuild under way has perhaps read them already. */
const changedUnplaced = new WeakMap<KithDatabase, Set<string>>();

/**
 * Notes changes for the search index, within the transaction that makes them; search reads what is noted with the pages, and
 * `workInSearchChanges` works it into them. Somebody has a place in the index exactly when all that
 * is recorded of them is in it; whom a rebuild has not come to yet is left to it.
 */
export async function indexChanges(db: KithDatabase, changes: readonly RecordChange[], now: Instant): Promise<void> {
  const tallies = new Map<string, Tally>();
  const people = new Map<string, { before: Contact | undefined; after: Contact | undefined }>();
  for (const { table, id, before, after } of changes) {
    if (table === 'contacts') people.set(id, { before: people.has(id) ? people.get(id)?.before : parseContact(before), after: parseContact(after) });
  }
  countChanges(
    tallies,
    changes.filter(({ table }) => table !== 'reminders'),
  );
  // What is to be done with somebody has not been done yet.
  const touched = new Set(tallies.keys());
  countChanges(
    tallies,
    changes.filter(({ table }) => table === 'reminders'),
  );
  if (tallies.size === 0) return;
  const ids = [...tallies.keys()];
  const [state, places] = await Promise.all([db.searchState.get(STATE_ID), db.searchPlaces.bulkGet(ids)]);
  if (state?.version !== INDEX_VERSION) return;

  const fresh = ids.filter((id, index) => !places[index] && people.get(id)?.after && !people.get(id)?.before);
  const numbers = new Map(places.flatMap((place) => (place ? [[place.contactId, place.number]] : [])));
  if (fresh.length > 0) {
    const first = await nextNumber(db, state);
    const added = fresh.map((contactId, index) => ({ contactId, number: first + index, name: nameInOrder(people.get(contactId)?.after) }));
    await db.searchPlaces.bulkPut(added);
    for (const { contactId, number } of added) numbers.set(contactId, number);
  }
  const renamed = places.flatMap((place) => {
    const after = place && people.get(place.contactId)?.after;
    const name = nameInOrder(after);
    return after && name !== place.name ? [{ ...place, name }] : [];
  });
  if (renamed.length > 0) await db.searchPlaces.bulkPut(renamed);
  const gone = [...numbers.keys()].filter((id) => people.has(id) && !people.get(id)?.after);
  for (const id of [...ids.filter((one) => !numbers.has(one)), ...gone]) changedUnplaced.get(db)?.add(id);

  const pages = new Map<string, PageChanges>();
  for (const [id, tally] of tallies) {
    const number = numbers.get(id);
    if (number !== undefined) addTally(pages, number, tally, 1);
  }
  const words = wordChanges(pages);
  const standings = [...numbers].flatMap(([id, number]) => (touched.has(id) ? [standingChange(number, people.get(id), now)] : []));
  if (words.length + standings.length > 0) await db.searchChanges.add({ words, standings });
  if (gone.length > 0) await db.searchPlaces.bulkDelete(gone);
}

/** A name as names are put in order. */
export function nameInOrder(contact: Contact | undefined): string {
  return fold(contact?.name ?? '');
}

function standingChange(number: number, person: { after: Contact | undefined } | undefined, now: Instant): StandingChange {
  if (!person) return { number, touched: now };
  return { number, to: person.after ? standing(person.after, now) : 0 };
}

function wordChanges(pages: ReadonlyMap<string, PageChanges>): WordChange[] {
  const changes: WordChange[] = [];
  for (const [key, words] of pages) {
    for (const [word, people] of words) {
      for (const [number, { near, far }] of people) if (near !== 0 || far !== 0) changes.push([key, word, number, near, far]);
    }
  }
  return changes;
}

/** Collects the ids of people whom `indexChanges` passes over from now on. */
export function watchUnplaced(db: KithDatabase): Set<string> {
  const ids = new Set<string>();
  changedUnplaced.set(db, ids);
  return ids;
}

/** The number above all that are given, or are meant for those whom a rebuild is at. */
export async function nextNumber(db: KithDatabase, { complete, first }: SearchState): Promise<number> {
  return Math.max(await numbersGiven(db), complete ? 0 : first + BLOCK);
}

/** How many numbers are given: as many as there are people in the index, and some who have gone since it was made. */
export async function numbersGiven(db: KithDatabase): Promise<number> {
  return ((await db.searchPlaces.orderBy('number').last())?.number ?? -1) + 1;
}

function countChanges(tallies: Map<string, Tally>, changes: readonly RecordChange[]): void {
  for (const { table, before, after } of changes) {
    countWords(tallies, table, before, -1);
    countWords(tallies, table, after, 1);
  }
}

/** Counts the words of a record for each person it is about, `times` over. A record that cannot be read has none. */
export function countWords(tallies: Map<string, Tally>, table: RecordChange['table'], record: unknown, times: number): void {
  for (const { contactIds, words } of wordsOf(table, record)) {
    for (const id of contactIds) {
      const tally = tallies.get(id) ?? { name: new Map(), near: new Map(), far: new Map() };
      tallies.set(id, tally);
      for (const nearness of NEARNESSES) {
        for (const word of words[nearness]) tally[nearness].set(word, (tally[nearness].get(word) ?? 0) + times);
      }
    }
  }
}
const NEARNESSES = ['name', 'near', 'far'] as const;

/** Notes on the pages what was counted for the person of this number, `times` over. */
export function addTally(pages: Map<string, PageChanges>, number: number, tally: Tally, times: number): void {
  const block = blockOf(number);
  for (const [word, count] of tally.name) addOccurrences(pages, namePageKey(word), word, number, count * times, 0);
  for (const [word, count] of tally.near) addOccurrences(pages, textPageKey(block, word), word, number, count * times, 0);
  for (const [word, count] of tally.far) addOccurrences(pages, textPageKey(block, word), word, number, 0, count * times);
}

/** Notes how often more a word stands at the person of this number. */
export function addOccurrences(pages: Map<string, PageChanges>, key: string, word: string, number: number, near: number, far: number): void {
  if (near === 0 && far === 0) return;
  const page = pages.get(key) ?? new Map<string, Map<number, Occurrences>>();
  pages.set(key, page);
  const people = page.get(word) ?? new Map<number, Occurrences>();
  page.set(word, people);
  const before = people.get(number);
  people.set(number, { near: (before?.near ?? 0) + near, far: (before?.far ?? 0) + far });
}

/** Rewrites the pages concerned. An index that lacks what is to be taken from it is wrong: then it is marked to be made again. */
export async function changePages(db: KithDatabase, pages: Map<string, PageChanges>): Promise<void> {
  let isWrong = false;
  const keys = [...pages.keys()];
  const before = await db.searchPages.bulkGet(keys);
  const after = keys.map((key, index) =>
    changedPage(key, before[index], pages.get(key) ?? new Map(), () => {
      isWrong = true;
    }),
  );
  await db.searchPages.bulkPut(after.filter((page) => page !== undefined));
  const emptied = keys.filter((_, index) => before[index] && !after[index]);
  if (emptied.length > 0) await db.searchPages.bulkDelete(emptied);
  if (isWrong) await forgetSearchIndex(db);
}

/** Has the index made again from the records, as soon as the background looks whether there is one: after long work, after changes, at its start. */
export async function forgetSearchIndex(db: KithDatabase): Promise<void> {
  await db.searchState.delete(STATE_ID);
}

/** Writes where people stand, by their numbers; each is said by what stood before. */
export async function changeStandings(db: KithDatabase, changes: readonly [number: number, change: (before: number) => number][]): Promise<void> {
  for (const [block, inBlock] of Map.groupBy(changes, ([number]) => blockOf(number))) {
    const values = (await db.searchStandings.get(block))?.values ?? new Uint32Array(BLOCK);
    const before = values.slice();
    for (const [number, change] of inBlock) values[number % BLOCK] = change(values[number % BLOCK] ?? 0);
    if (values.some((value, index) => value !== before[index])) await db.searchStandings.put({ block, values });
  }
}

function wordsOf(table: RecordChange['table'], row: unknown): { contactIds: readonly string[]; words: Record<Nearness, Set<string>> }[] {
  if (table === 'contacts') {
    const contact = parseContact(row);
    return contact ? [{ contactIds: [contact.id], words: wordsByNearness(contactPassages(contact)) }] : [];
  }
  if (table === 'notes') {
    const note = parseRow(ROW_SCHEMAS.notes, row);
    return note ? [{ contactIds: [note.contactId], words: wordsByNearness(notePassages(note)) }] : [];
  }
  if (table === 'interactions') {
    const interaction = parseRow(ROW_SCHEMAS.interactions, row);
    return interaction ? [{ contactIds: new Set(interaction.contactIds).values().toArray(), words: wordsByNearness(interactionPassages(interaction)) }] : [];
  }
  if (table === 'reminders') {
    const reminder = parseRow(ROW_SCHEMAS.reminders, row);
    return reminder ? [{ contactIds: [reminder.contactId], words: wordsByNearness(reminderPassages(reminder)) }] : [];
  }
  if (table === 'sightings') {
    const sighting = parseRow(ROW_SCHEMAS.sightings, row);
    return sighting ? [{ contactIds: [sighting.contactId], words: wordsByNearness(sightingPassages(sighting)) }] : [];
  }
  return [];
}
