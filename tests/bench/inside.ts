import { reconciler } from '../../entrypoints/background/reconcile';
import { openDatabase } from '../../lib/db/database';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { ROW_SCHEMAS } from '../../lib/db/rows';
import { forgetSearchIndex } from '../../lib/db/search-index';
import { SEEDED_TABLES, peopleFrom, type SeededRows } from './seeded-rows';

/** What the benchmark does inside the extension's own page, with Kith's own code: bundled by bundle.ts, called by name. */
export type Inside = {
  /** Fills the database with so many people, and what is known of them. */
  seed(contacts: number): Promise<void>;
  /** One run of the reconciliation that follows every command. */
  reconcile(): Promise<void>;
};

const PEOPLE_AT_ONCE = 1000;

const inside: Inside = {
  async seed(contacts) {
    const db = openDatabase();
    for (let from = 0; from < contacts; from += PEOPLE_AT_ONCE) {
      const rows = peopleFrom(from, Math.min(from + PEOPLE_AT_ONCE, contacts));
      if (from === 0) checkAll(rows);
      await db.transaction('rw', db.tables, async () => {
        for (const table of SEEDED_TABLES) await db.table(table).bulkPut(rows[table]);
      });
    }
    await forgetSearchIndex(db);
    await rebuildSearch(db);
    db.close();
  },
  reconcile: reconciler(openDatabase()),
};

Reflect.set(globalThis, 'kithBench', inside);

/** A benchmark over rows that Kith cannot read would measure how it passes over them. */
function checkAll(rows: SeededRows): void {
  for (const [table, schema] of Object.entries(ROW_SCHEMAS)) {
    for (const row of Reflect.get(rows, table) ?? []) schema.parse(row);
  }
}
