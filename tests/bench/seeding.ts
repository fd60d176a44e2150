import { openDatabase } from '../../lib/db/database';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { ROW_SCHEMAS } from '../../lib/db/rows';
import { forgetSearchIndex } from '../../lib/db/search-index';
import { SEEDED_TABLES, peopleFrom, type SeededRows } from './seeded-rows';

/** Fills the database of the extension in whose page it runs with so many people, and what is known of them; bundled by bundle.ts, called by name. */
export type Seed = (contacts: number) => Promise<void>;

const PEOPLE_AT_ONCE = 1000;

const seed: Seed = async (contacts) => {
  const db = openDatabase();
  let written: PromiseLike<unknown> = Promise.resolve();
  for (let from = 0; from < contacts; from += PEOPLE_AT_ONCE) {
    // The next ones are made up while the last ones are being written.
    const rows = peopleFrom(from, Math.min(from + PEOPLE_AT_ONCE, contacts));
    if (from === 0) checkAll(rows);
    await written;
    written = db.transaction('rw', db.tables, () => Promise.all(SEEDED_TABLES.map((table) => db.table(table).bulkPut(rows[table]))));
  }
  await written;
  await forgetSearchIndex(db);
  await rebuildSearch(db);
  db.close();
};

Reflect.set(globalThis, 'kithSeed', seed);

/** A benchmark over rows that Kith cannot read would measure how it passes over them. */
function checkAll(rows: SeededRows): void {
  for (const [table, schema] of Object.entries(ROW_SCHEMAS)) {
    for (const row of Reflect.get(rows, table) ?? []) schema.parse(row);
  }
}
