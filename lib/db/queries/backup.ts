import type { Contact } from '../../model/contact';
import { type ImportedTable, IMPORTED_TABLES } from '../../model/import-item';
import { foldedWords } from '../../model/text';
import type { z } from '../../model/zod';
import { indexedWords } from '../../search/words';
import type { KithDatabase } from '../database';
import { parseRows, ROW_SCHEMAS } from '../rows';

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
  const [ids, keys] = await Promise.all([
    db.contacts
      .where('id')
      .anyOf(contacts.map(({ id }) => id))
      .primaryKeys(),
    db.contacts
      .where('profileKeys')
      .anyOf(contacts.flatMap(({ profileKeys }) => profileKeys))
      .keys(),
  ]);
  const kept = new Set<unknown>([...ids, ...keys]);
  return new Set(contacts.filter(({ id, profileKeys }) => kept.has(id) || profileKeys.some((key) => kept.has(key))).map(({ id }) => id));
}

/** Somebody kept who has the same name. */
export async function namesake(db: KithDatabase, name: string): Promise<Contact | undefined> {
  const [word] = [...indexedWords(name)].toSorted((a, b) => b.length - a.length);
  if (word === undefined) return undefined;
  const folded = foldedWords(name).toSorted().join(' ');
  const rows = await db.contacts.where('nameWords').equals(word).limit(100).toArray();
  return parseRows(ROW_SCHEMAS.contacts, rows).find((contact) => foldedWords(contact.name).toSorted().join(' ') === folded);
}
