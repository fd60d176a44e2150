import { changedPage, type IndexPage, type PageChanges } from '../search/index-page';
import { touchedAgain } from '../search/standing';
import type { KithDatabase, SearchChange, StandingChange } from './database';
import { addOccurrences, changePages, changeStandings, INDEX_VERSION, STATE_ID } from './search-index';

/** Rows worked in by one transaction: few enough that a command which waits for it is not noticed to. */
const ROWS_AT_ONCE = 8;

/** Works what commands noted into the pages of the index, oldest first. Stopped at any moment, it goes on from there. */
export async function workInSearchChanges(db: KithDatabase): Promise<void> {
  while (await workInSome(db));
}

/** Answers whether there may be more. */
function workInSome(db: KithDatabase): Promise<boolean> {
  return db.transaction('rw', [db.searchState, db.searchChanges, db.searchPages, db.searchStandings], async () => {
    const [state, rows] = await Promise.all([db.searchState.get(STATE_ID), db.searchChanges.limit(ROWS_AT_ONCE).toArray()]);
    const edition = rows.at(-1)?.seq;
    if (edition === undefined) return false;
    if (state?.version === INDEX_VERSION) {
      await changePages(db, pageChanges(rows));
      await changeStandings(
        db,
        standingChanges(rows).map((change) => [change.number, (before) => changedStanding(before, change)]),
      );
      await db.searchState.update(STATE_ID, { edition });
    }
    await db.searchChanges.bulkDelete(rows.flatMap(({ seq }) => (seq === undefined ? [] : [seq])));
    return rows.length === ROWS_AT_ONCE;
  });
}

/** What is noted and not worked in yet, for those who read the index. */
export class NotedChanges {
  readonly #pages: ReadonlyMap<string, PageChanges>;
  readonly standings: readonly StandingChange[];

  constructor(rows: readonly SearchChange[]) {
    this.#pages = pageChanges(rows);
    this.standings = standingChanges(rows);
  }

  /** The page as it is with the changes worked in; undefined where nothing stands on it. */
  on(key: string, page: IndexPage | undefined): IndexPage | undefined {
    const changes = this.#pages.get(key);
    return changes ? changedPage(key, page, changes, wrongIsFoundWhenWorkedIn) : page;
  }

  /** All `pages` whose keys begin with `prefix`, and those that only the changes make. */
  onAll(prefix: string, pages: readonly IndexPage[]): IndexPage[] {
    const read = new Map(pages.map((page) => [page.key, page]));
    const keys = new Set([...read.keys(), ...this.#pages.keys().filter((key) => key.startsWith(prefix))]);
    return [...keys].flatMap((key) => this.on(key, read.get(key)) ?? []);
  }
}

/** Where somebody stands after a change, as packed as `before` is: see lib/search/standing.ts. */
export function changedStanding(before: number, change: StandingChange): number {
  return 'to' in change ? change.to : touchedAgain(before, change.touched);
}

function pageChanges(rows: readonly SearchChange[]): Map<string, PageChanges> {
  const pages = new Map<string, PageChanges>();
  for (const { words } of rows) for (const [key, word, number, near, far] of words) addOccurrences(pages, key, word, number, near, far);
  return pages;
}

function standingChanges(rows: readonly SearchChange[]): StandingChange[] {
  return rows.flatMap(({ standings }) => standings);
}

function wrongIsFoundWhenWorkedIn(): void {}
