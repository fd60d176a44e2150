import type { Contact } from '../../model/contact';
import type { FoundPeople, FoundPerson, MatchedIn, MarkedText } from '../../model/person-view';
import { organisationInDetails, positionInDetails } from '../../model/organisation';
import type { Sighting } from '../../model/sighting';
import { Found } from '../../search/found';
import { forgiven, slipsFrom } from '../../search/slips';
import { excerpt, wordsIn } from '../../search/excerpt';
import { BLOCK, type IndexPage, NAME_PAGES, namePageKey, textPageKey } from '../../search/index-page';
import { contactPassages, interactionPassages, notePassages, type Passage, reminderPassages, sightingPassages } from '../../search/passages';
import { isArchived } from '../../search/standing';
import { askedWords, isSpaced } from '../../search/words';
import type { KithDatabase } from '../database';
import { parseContact, parseRows, ROW_SCHEMAS } from '../rows';
import { partIndexed } from './long-work';
import { sightingsOf } from './people';
import { NotedChanges } from '../search-changes';
import { allStandings } from './standings';

/** With fewer found than this, what was typed may have been mistyped. */
const FEW = 5;
/** So many notes, and as many interactions and follow-ups, of one person are looked through at once for what to show. Hardly anybody has more. */
const WRITTEN_AT_ONCE = 100;
/** Names in letters lie before the ideographs, which nobody mistypes by one letter. */
const END_OF_LETTERS = '\u2e80';

/** How a word was found at a person, the best first; 0 where it was not. */
const EXACT_NAME = 1;
const NAME = 2;
const MISTYPED_NAME = 3;
const NEAR = 4;
const FAR = 5;
/** The same of a word of an index page, where it stands near to a person and where it stands only far from them; names are near. */
const EXACT = [EXACT_NAME, EXACT_NAME] as const;
const BEGUN = [NAME, NAME] as const;
const MISTYPED = [MISTYPED_NAME, MISTYPED_NAME] as const;
const WRITTEN = [NEAR, FAR] as const;

/**
 * The people at whom every word of `text` is found, at most `limit`: in the name before what they go by before what was written of them;
 * with few such, names that are a slip of the hand away. Alike in that, the starred and lately touched come first, the archived last
 * of all. May run inside liveQuery. While the index is being made, names alone are looked through.
 */
export async function searchPeople(db: KithDatabase, text: string, limit: number): Promise<FoundPeople> {
  const words = askedWords(text);
  const records = [db.contacts, db.notes, db.interactions, db.reminders, db.sightings];
  const index = [db.searchState, db.searchPages, db.searchPlaces, db.searchStandings, db.searchChanges];
  return db.transaction('r', [...records, ...index], async () => {
    if (words.length === 0) return { text, people: [], indexed: 1 };
    const [state, rows, namePages] = await Promise.all([
      db.searchState.get('index'),
      db.searchChanges.toArray(),
      Promise.all(words.map((word) => namePagesOf(db, word))),
    ]);
    if (!state?.complete) {
      const [found, indexed] = await Promise.all([byNames(db, words, limit), partIndexed(db)]);
      return { text, people: await summariesOf(db, found), indexed };
    }

    const noted = new NotedChanges(rows);
    const found = new Finding(words, await allStandings(db, state, noted.standings));
    words.forEach((word, index) => found.names(word, noted.onAll(namePageKey(word), namePages[index] ?? [])));
    let everyWord = found.everyWord();
    const isByNames = everyWord.count >= limit;
    if (!isByNames) {
      const textPages = await Promise.all(words.map((word) => textPagesOf(db, found.blocks, word, noted)));
      words.forEach((word, index) => found.texts(word, textPages[index] ?? []));
      everyWord = found.everyWord();
      if (everyWord.count < FEW && words.some((word) => forgiven(word) > 0)) {
        const names = db.searchPages.where('key').between(NAME_PAGES, NAME_PAGES + END_OF_LETTERS);
        found.mistypedNames(noted.onAll(NAME_PAGES, await names.toArray()));
        everyWord = found.everyWord();
      }
    }
    const people = await summariesAt(db, found.best(everyWord, limit), words);
    return { text, people, count: { found: everyWord.count, by: isByNames ? 'names' : 'all' }, indexed: 1 };
  });
}

/**
 * Searches for the first letter of a name and for what somebody is, whoever was kept first, and answers nothing. What is typed next is then
 * found sooner: what every search reads is at hand, and the code that they all run has been compiled.
 */
export async function rehearseSearch(db: KithDatabase, limit: number): Promise<void> {
  const [person] = await summariesOf(db, parseRows(ROW_SCHEMAS.contacts, await db.contacts.limit(1).toArray()));
  if (!person) return;
  await searchPeople(db, person.name.slice(0, 1), limit);
  await searchPeople(db, person.headline ?? '', limit);
}

/** Somebody found, by their number, and how that word was found that was found worst. */
type Hit = { number: number; how: number };

/** What has been found of whom. */
class Finding {
  readonly #words: ReadonlyMap<string, Found>;
  readonly #standings: Uint32Array;

  constructor(words: readonly string[], standings: Uint32Array) {
    this.#words = new Map(words.map((word) => [word, new Found(standings.length)]));
    this.#standings = standings;
  }

  /** The blocks of people there are. */
  get blocks(): number[] {
    return Array.from({ length: this.#standings.length / BLOCK }, (_, block) => block);
  }

  names(asked: string, pages: readonly IndexPage[]): void {
    const howOf = (word: string) => (word === asked ? EXACT : word.startsWith(asked) ? BEGUN : undefined);
    for (const page of pages) this.#words.get(asked)?.note(page, howOf);
  }

  texts(asked: string, pages: readonly IndexPage[]): void {
    const howOf = (word: string) => (word.startsWith(asked) ? WRITTEN : undefined);
    for (const page of pages) this.#words.get(asked)?.note(page, howOf);
  }

  mistypedNames(pages: readonly IndexPage[]): void {
    for (const [asked, found] of this.#words) {
      const most = isSpaced(asked) ? forgiven(asked) : 0;
      if (most === 0) continue;
      const slips = slipsFrom(asked, most);
      for (const page of pages) found.note(page, (word) => (slips(word) === undefined ? undefined : MISTYPED));
    }
  }

  /** Those who have every word, and how that word was found that was found worst. */
  everyWord(): Found {
    return [...this.#words.values()].reduce((all, found) => all.and(found));
  }

  /** The best of those found, at most `limit`. */
  best({ how: hows, numbers, count }: Found, limit: number): Hit[] {
    const best: (Hit & { score: number })[] = [];
    let last = Number.POSITIVE_INFINITY;
    // Of the last one, who need not be looked at more closely than this.
    let [worst, least] = [MISTYPED_NAME + FAR, 0];
    for (let index = 0; index < count; index++) {
      const number = numbers[index] ?? 0;
      const how = hows[number] ?? 0;
      const standing = this.#standings[number] ?? 0;
      if (how > worst || (how === worst && standing < least)) continue;
      const score = (isArchived(standing) ? how + FAR : how) * 2 ** 32 - standing;
      if (score > last) continue;
      const place = best.findLastIndex((other) => other.score < score || (other.score === score && other.number > number)) + 1;
      best.splice(place, 0, { number, how, score });
      if (best.length > limit) best.pop();
      if (best.length < limit) continue;
      last = best.at(-1)?.score ?? last;
      worst = Math.ceil(last / 2 ** 32);
      least = worst * 2 ** 32 - last;
    }
    return best;
  }
}

/** The pages on which names that begin with `word` may stand. */
async function namePagesOf(db: KithDatabase, word: string): Promise<IndexPage[]> {
  const key = namePageKey(word);
  if (word.length >= 2) return [await db.searchPages.get(key)].filter((page) => page !== undefined);
  return db.searchPages.where('key').startsWith(key).toArray();
}

/** The pages on which `word` may stand in what was written of the people of these blocks. */
async function textPagesOf(db: KithDatabase, blocks: readonly number[], word: string, noted: NotedChanges): Promise<IndexPage[]> {
  const keys = blocks.map((block) => textPageKey(block, word));
  const pages = await db.searchPages.bulkGet(keys);
  return keys.flatMap((key, index) => noted.on(key, pages[index]) ?? []);
}

/** Two rounds, whatever is to be shown: whose numbers these are, then all of everybody at once. */
async function summariesAt(db: KithDatabase, hits: readonly Hit[], words: readonly string[]): Promise<FoundPerson[]> {
  const places = await Promise.all(hits.map(({ number }) => db.searchPlaces.where('number').equals(number).first()));
  const people = hits.flatMap(({ how }, index) => {
    const id = places[index]?.contactId;
    if (id === undefined) return [];
    const written = how === FAR ? writtenOf(db, id) : undefined;
    return summary(db, id, db.contacts.get(id), how <= MISTYPED_NAME ? [] : words, written);
  });
  return (await Promise.all(people)).filter((person) => person !== undefined);
}

/** Whose names have a word beginning with each of `words`, without the index. */
async function byNames(db: KithDatabase, words: readonly string[], limit: number): Promise<Contact[]> {
  const [longest = '', ...others] = words.toSorted((a, b) => b.length - a.length);
  const hasOthers = (row: unknown) => others.every((word) => wordsIn(parseContact(row)?.name ?? '', [word]) === 1);
  return parseRows(ROW_SCHEMAS.contacts, await db.contacts.where('nameWords').startsWith(longest).distinct().filter(hasOthers).limit(limit).toArray());
}

/** People as lists show them. */
export async function summariesOf(db: KithDatabase, contacts: readonly Contact[]): Promise<FoundPerson[]> {
  const people = await Promise.all(contacts.map((contact) => summary(db, contact.id, contact, [])));
  return people.filter((person) => person !== undefined);
}

/** The person of this id, whose row may still be on its way as what is `written` of them may be; with where `words` were found, other than in the name. */
async function summary(
  db: KithDatabase,
  id: string,
  reading: unknown,
  words: readonly string[],
  written?: Promise<readonly Passage[] | undefined>,
): Promise<FoundPerson | undefined> {
  const [row, sightings] = await Promise.all([reading, sightingsOf(db, id), written]);
  const contact = parseContact(row);
  if (!contact) return undefined;
  const fields = sightings[0]?.profile.fields;
  const headline =
    fields?.headline ?? fields?.organisation ?? [positionInDetails(contact), organisationInDetails(contact)].filter((said) => said !== undefined).join(' · ');
  const [profileKey] = contact.profileKeys;
  const match = await matchOf(db, contact, sightings, words, written);
  return {
    id,
    name: contact.name,
    ...(headline && { headline }),
    ...(profileKey && { profileKey }),
    ...(contact.archived && { archived: true as const }),
    ...(match && { match }),
  };
}

type Match = { from: MatchedIn; excerpt: MarkedText };

/** The text in which most of those words stand that the name has not: the nearest to the person, then the newest. */
async function matchOf(
  db: KithDatabase,
  contact: Contact,
  sightings: readonly Sighting[],
  words: readonly string[],
  written: Promise<readonly Passage[] | undefined> | undefined,
): Promise<Match | undefined> {
  const sought = words.filter((word) => wordsIn(contact.name, [word]) === 0);
  if (sought.length === 0) return undefined;
  const [latest, ...earlier] = sightings;
  const near = [
    ...(latest ? sightingPassages(latest) : []),
    ...contactPassages(contact),
    ...earlier.flatMap(sightingPassages).map(({ text }) => ({ from: 'earlier' as const, text })),
  ];
  const { match, most } = bestOf(near, sought);
  if (most === sought.length) return match;
  const all = await (written ?? writtenOf(db, contact.id));
  return all ? bestOf([...near, ...all], sought).match : matchAmongMany(db, contact.id, near, sought);
}

/** The same where very much was written: in the newest of it and, only as long as nothing is found, in what is older. */
async function matchAmongMany(db: KithDatabase, contactId: string, near: readonly Passage[], sought: readonly string[]): Promise<Match | undefined> {
  const [notes, interactions, reminders] = await Promise.all([
    notesOf(db, contactId).primaryKeys(),
    interactionsOf(db, contactId).primaryKeys(),
    remindersOf(db, contactId).primaryKeys(),
  ]);
  let match: Match | undefined;
  do {
    const [noteRows, interactionRows, reminderRows] = await Promise.all([
      db.notes.bulkGet(notes.splice(-WRITTEN_AT_ONCE).reverse()),
      db.interactions.bulkGet(interactions.splice(-WRITTEN_AT_ONCE)),
      db.reminders.bulkGet(reminders.splice(-WRITTEN_AT_ONCE).reverse()),
    ]);
    match = bestOf([...near, ...writtenPassages(noteRows, interactionRows, reminderRows)], sought).match;
  } while (!match && notes.length + interactions.length + reminders.length > 0);
  return match;
}

/** The first of the passages in which the most of these words stand, and how many. */
function bestOf(passages: readonly Passage[], sought: readonly string[]): { match?: Match; most: number } {
  let match: Match | undefined;
  let most = 0;
  for (const { from, text } of passages) {
    if (from === 'name') continue;
    const count = wordsIn(text, sought);
    const shown = count > most ? excerpt(text, sought) : undefined;
    if (!shown) continue;
    match = { from, excerpt: shown };
    most = count;
    if (most === sought.length) break;
  }
  return { most, ...(match && { match }) };
}

/** What was written of somebody, the newest first; undefined where that is very much. Read forwards and turned round here: backwards the browser reads one row after the other. */
async function writtenOf(db: KithDatabase, contactId: string): Promise<Passage[] | undefined> {
  const all = await Promise.all(
    [notesOf(db, contactId), interactionsOf(db, contactId), remindersOf(db, contactId)].map((rows) => rows.limit(WRITTEN_AT_ONCE).toArray()),
  );
  const [notes = [], interactions = [], reminders = []] = all;
  return all.every(({ length }) => length < WRITTEN_AT_ONCE) ? writtenPassages(notes.toReversed(), interactions, reminders.toReversed()) : undefined;
}

/** Notes, as they come, then interactions, the newest first, then follow-ups, as they come. */
function writtenPassages(notes: readonly unknown[], interactions: readonly unknown[], reminders: readonly unknown[]): Passage[] {
  return [
    ...parseRows(ROW_SCHEMAS.notes, notes).flatMap(notePassages),
    ...parseRows(ROW_SCHEMAS.interactions, interactions)
      .sort((a, b) => (a.on < b.on ? 1 : -1))
      .flatMap(interactionPassages),
    ...parseRows(ROW_SCHEMAS.reminders, reminders).flatMap(reminderPassages),
  ];
}

function notesOf(db: KithDatabase, contactId: string) {
  return db.notes.where('[contactId+createdAt]').between([contactId, ''], [contactId, '\uffff']);
}

function interactionsOf(db: KithDatabase, contactId: string) {
  return db.interactions.where('contactIds').equals(contactId);
}

function remindersOf(db: KithDatabase, contactId: string) {
  return db.reminders.where('contactId').equals(contactId);
}
