import type { FoundPerson, PeopleChoice, PeopleList, Who } from '../../model/person-view';
import { isArchived, isSomebody, isStarred, minutesTouched } from '../../search/standing';
import type { KithDatabase, SearchPlace } from '../database';
import { parseRows, ROW_SCHEMAS } from '../rows';
import { INDEX_VERSION, STATE_ID } from '../search-index';
import { NotedChanges } from '../search-changes';
import { partIndexed } from './long-work';
import { summariesOf } from './search';
import { allStandings } from './standings';

/** So many are looked up one by one and put in order; of more, the order is gone through until enough are found. */
export const FEW = 2000;
const LOOKED_UP_AT_ONCE = 250;
/** In the time that it takes to ask for one, so many are read one after the other. */
const READ_LIKE_ONE = 8;
/** Above any number of a person: with the minutes before it, a rank is still a whole number that is kept exactly. */
const MOST_PEOPLE = 2 ** 22;

/**
 * The first `limit` of the people chosen, in the order chosen, and how many there are. By the search index, which knows of everybody in
 * few rows when they were last touched, whether they are starred or archived, and their names in order; while that is being made,
 * everybody, by when their own record was changed. May run inside liveQuery.
 */
export function peopleList(db: KithDatabase, { who, order, from = '' }: PeopleChoice, limit: number): Promise<PeopleList> {
  const tables = [db.contacts, db.searchState, db.searchPlaces, db.searchStandings, db.searchChanges];
  return db.transaction('r', tables, async () => {
    const state = await db.searchState.get(STATE_ID);
    if (!state?.complete || state.version !== INDEX_VERSION) return everybodyUnindexed(db, limit);
    const noted = new NotedChanges(await db.searchChanges.toArray());
    const people = new Chosen(db, await allStandings(db, state, noted.standings), who, await taggedIds(db, who));
    const places = await (order === 'name' ? people.byName(limit, from) : people.byTouch(limit));
    return { ids: places.map(({ contactId }) => contactId), count: people.count, indexed: 1 };
  });
}

async function everybodyUnindexed(db: KithDatabase, limit: number): Promise<PeopleList> {
  const [ids, count, indexed] = await Promise.all([
    db.contacts.orderBy('updatedAt').reverse().limit(limit).primaryKeys(),
    db.contacts.count(),
    partIndexed(db),
  ]);
  return { ids, count, indexed };
}

/** These people as lists show them, as far as they are kept. May run inside liveQuery. */
export function peopleOf(db: KithDatabase, ids: readonly string[]): Promise<FoundPerson[]> {
  return db.transaction('r', db.contacts, db.sightings, async () => summariesOf(db, parseRows(ROW_SCHEMAS.contacts, await db.contacts.bulkGet([...ids]))));
}

/** More letters than these nobody looks through. */
const MOST_INITIALS = 200;

/** The letters and digits with which names begin, in their order. One step for each, however many the people are. May run inside liveQuery. */
export function initials(db: KithDatabase): Promise<string[]> {
  return db.transaction('r', db.searchPlaces, async () => {
    const found: string[] = [];
    for (let after = ''; found.length < MOST_INITIALS; ) {
      const place = await db.searchPlaces.where('name').above(after).first();
      if (!place) break;
      const letter = String.fromCodePoint(place.name.codePointAt(0) ?? 0);
      if (/[\p{L}\p{N}]/u.test(letter)) found.push(letter);
      after = `${letter}\uffff`;
    }
    return found;
  });
}

async function taggedIds(db: KithDatabase, who: Who): Promise<ReadonlySet<string> | undefined> {
  return 'tag' in who ? new Set(await db.contacts.where('tags').equals(who.tag).primaryKeys()) : undefined;
}

/** The people who are meant, as the index knows them. */
class Chosen {
  readonly #db: KithDatabase;
  readonly #standings: Uint32Array;
  readonly #tagged: ReadonlySet<string> | undefined;
  readonly #isEverybody: boolean;
  readonly #are: (standing: number) => boolean;
  /** Everybody's who are meant but for the tag. */
  readonly #numbers: readonly number[];

  constructor(db: KithDatabase, standings: Uint32Array, who: Who, tagged: ReadonlySet<string> | undefined) {
    this.#db = db;
    this.#standings = standings;
    this.#tagged = tagged;
    this.#isEverybody = 'are' in who && who.are === 'everybody';
    this.#are = 'tag' in who || who.are === 'everybody' ? isSomebody : who.are === 'starred' ? isStarred : isArchived;
    this.#numbers = [...standings.keys()].filter((number) => this.#isMeant(number));
  }

  get count(): number {
    return this.#tagged?.size ?? this.#numbers.length;
  }

  async byTouch(limit: number): Promise<SearchPlace[]> {
    if (this.#tagged && this.count <= FEW) return (await this.#all()).toSorted((a, b) => this.#rank(b.number) - this.#rank(a.number)).slice(0, limit);
    const latest = Float64Array.from(this.#numbers, (number) => this.#rank(number)).sort();
    const numbers = Array.from(latest.reverse(), (rank) => rank % MOST_PEOPLE);
    const atOnce = this.#tagged ? LOOKED_UP_AT_ONCE : limit;
    const found: SearchPlace[] = [];
    for (let from = 0; found.length < limit && from < numbers.length; from += atOnce) {
      const some = await this.#placesOf(numbers.slice(from, from + atOnce));
      found.push(...some.filter((place) => this.#has(place)));
    }
    return found.slice(0, limit);
  }

  async byName(limit: number, from: string): Promise<SearchPlace[]> {
    if (!this.#isEverybody && this.count <= FEW) {
      const places = (await this.#all()).filter(({ name }) => name >= from);
      return places.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, limit);
    }
    const inOrder = this.#db.searchPlaces.where('name').aboveOrEqual(from);
    return (this.#isEverybody ? inOrder : inOrder.filter((place) => this.#has(place))).limit(limit).toArray();
  }

  /** The later touched, the higher; alike in that, whoever was kept later. */
  #rank(number: number): number {
    return minutesTouched(this.#standings[number] ?? 0) * MOST_PEOPLE + number;
  }

  async #all(): Promise<SearchPlace[]> {
    if (!this.#tagged) return this.#placesOf(this.#numbers);
    return (await this.#db.searchPlaces.bulkGet([...this.#tagged])).filter((place) => place !== undefined);
  }

  async #placesOf(numbers: readonly number[]): Promise<SearchPlace[]> {
    if (numbers.length * READ_LIKE_ONE > this.#standings.length) {
      const byNumber = new Map((await this.#db.searchPlaces.toArray()).map((place) => [place.number, place]));
      return numbers.flatMap((number) => byNumber.get(number) ?? []);
    }
    const places = await Promise.all(numbers.map((number) => this.#db.searchPlaces.where('number').equals(number).first()));
    return places.filter((place) => place !== undefined);
  }

  #has({ contactId, number }: SearchPlace): boolean {
    return this.#tagged ? this.#tagged.has(contactId) : this.#isMeant(number);
  }

  #isMeant(number: number): boolean {
    return this.#are(this.#standings[number] ?? 0);
  }
}
