import type { Contact } from '../../model/contact';
import { type ImportedTable, IMPORTED_TABLES } from '../../model/import-item';
import { foldedWords } from '../../model/text';
import type { z } from '../../model/zod';
import { indexedWords } from '../../search/words';
import type { KithDatabase } from '../database';
import { parseRows, ROW_SCHEMAS } from '../rows';
import { ownersOf } from './people';

/** How many records of each kind are kept. */
export async function countRecords(db: KithDatabase): Promise<Record<ImportedTable, number>> {
  const [settings, tags, contacts, notes, interactions, firings, reminders, circles, sightings, claims, deferrals] = await Promise.all([
    db.settings.count(),
    db.tags.count(),
    db.contacts.count(),
    db.notes.count(),
    db.interactions.count(),
    db.firings.count(),
    db.reminders.count(),
    db.circles.count(),
    db.sightings.count(),
    db.claims.count(),
    db.deferrals.count(),
  ]);
  return { settings, tags, contacts, notes, interactions, firings, reminders, circles, sightings, claims, deferrals };
}

/** Some records of one kind; how many of those looked at cannot be read. */
export type RecordsPage = { table: ImportedTable; records: object[]; unreadable: number };

/** All records, some at a time, in the order in which an import wants them. */
export async function* allRecords(db: KithDatabase, atOnce: number): AsyncGenerator<RecordsPage> {
  for (const table of IMPORTED_TABLES) {
    const rows = db.table<unknown, string>(table);
    const keyPath = String(rows.schema.primKey.keyPath);
    let after: unknown = '';
    for (;;) {
      const some = await rows.where(':id').above(after).limit(atOnce).toArray();
      if (some.length === 0) break;
      const records = parseRows<z.ZodType<object>>(ROW_SCHEMAS[table], some);
      yield { table, records, unreadable: some.length - records.length };
      const last = some.at(-1);
      after = typeof last === 'object' && last !== null ? Reflect.get(last, keyPath) : undefined;
    }
  }
}

/** Which of `contacts` are kept already: under the same id or with one of the same profiles. */
export async function keptAlready(db: KithDatabase, contacts: readonly Contact[]): Promise<Set<string>> {
  const [rows, owners] = await Promise.all([
    db.contacts.bulkGet(contacts.map(({ id }) => id)),
    ownersOf(
      db,
      contacts.flatMap(({ profileKeys }) => profileKeys),
    ),
  ]);
  const kept = contacts.filter(({ profileKeys }, index) => rows[index] !== undefined || profileKeys.some((key) => owners.has(key)));
  return new Set(kept.map(({ id }) => id));
}

/** More rows than these are not looked through for people of the same name. */
const MOST_LOOKED_AT = 5000;

/** People kept who are called like one of `names`, by that name. */
export async function namesakes(db: KithDatabase, names: readonly string[]): Promise<Map<string, Contact>> {
  const longest = names.flatMap((name) => [...indexedWords(name)].toSorted((a, b) => b.length - a.length)[0] ?? []);
  const rows = longest.length === 0 ? [] : await db.contacts.where('nameWords').anyOf(longest).limit(MOST_LOOKED_AT).toArray();
  const called = new Map(parseRows(ROW_SCHEMAS.contacts, rows).map((contact) => [folded(contact.name), contact]));
  return new Map(
    names.flatMap((name) => {
      const contact = called.get(folded(name));
      return contact ? [[name, contact]] : [];
    }),
  );
}

function folded(name: string): string {
  return foldedWords(name).toSorted().join(' ');
}
