import type { IndexableType } from 'dexie';
import type { Contact } from '../../model/contact';
import { type ImportedTable, IMPORTED_TABLES } from '../../model/import-item';
import { foldedName } from '../../model/text';
import type { z } from '../../model/zod';
import { indexedWords } from '../../search/words';
import type { KithDatabase } from '../database';
import { parseRows, ROW_SCHEMAS } from '../rows';
import { ownersOf } from './people';

/** How many records are kept. */
export async function countRecords(db: KithDatabase): Promise<number> {
  const counts = await Promise.all(IMPORTED_TABLES.map((table) => db.table(table).count()));
  return counts.reduce((sum, count) => sum + count, 0);
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
      const records = parseRows<z.ZodMiniType<object>>(ROW_SCHEMAS[table], some);
      yield { table, records, unreadable: some.length - records.length };
      const last = some.at(-1);
      after = typeof last === 'object' && last !== null ? Reflect.get(last, keyPath) : undefined;
    }
  }
}

/** Of more people than these it takes longer to ask for each than to learn of everybody who is kept. */
const MOST_ASKED_FOR = 2000;
const KEYS_AT_ONCE = 5000;

/** Tells of a long list, some of it at a time, who is kept already: under the same id, now or formerly, or with one of the same profiles. */
export class KeptAlready {
  readonly #db: KithDatabase;
  #asked = 0;
  #everybody: Set<IndexableType> | undefined;

  constructor(db: KithDatabase) {
    this.#db = db;
  }

  /** The ids of those of `contacts` who are. */
  async among(contacts: readonly Contact[]): Promise<Set<string>> {
    this.#asked += contacts.length;
    if (this.#asked <= MOST_ASKED_FOR) return askedFor(this.#db, contacts);
    const everybody = (this.#everybody ??= await idsAndKeys(this.#db));
    return new Set(contacts.filter(({ id, profileKeys }) => [id, ...profileKeys].some((one) => everybody.has(one))).map(({ id }) => id));
  }
}

/** Ids, former ones too, and profiles' keys of everybody kept, added to `all`. */
export async function idsAndKeys({ contacts }: KithDatabase, all: Set<IndexableType> = new Set()): Promise<Set<IndexableType>> {
  for (const index of [':id', 'profileKeys', 'formerIds']) {
    let last: IndexableType = '';
    let some: IndexableType[];
    do {
      const next = contacts.where(index).above(last).limit(KEYS_AT_ONCE);
      // Ids the browser gives all at once, the keys of an index one after the other.
      some = await (index === ':id' ? next.primaryKeys() : next.keys());
      for (const key of some) all.add(key);
      last = some.at(-1) ?? last;
    } while (some.length === KEYS_AT_ONCE);
  }
  return all;
}

async function askedFor(db: KithDatabase, contacts: readonly Contact[]): Promise<Set<string>> {
  const ids = contacts.map(({ id }) => id);
  const keys = contacts.flatMap(({ profileKeys }) => profileKeys);
  // In one transaction: hundreds of them, one for each question, take longer than the answers.
  const [rows, heirs, owners] = await db.transaction('r', db.contacts, () =>
    Promise.all([db.contacts.bulkGet(ids), ownersOf(db, ids, 'formerIds'), ownersOf(db, keys)]),
  );
  const kept = contacts.filter(({ id, profileKeys }, index) => rows[index] !== undefined || heirs.has(id) || profileKeys.some((key) => owners.has(key)));
  return new Set(kept.map(({ id }) => id));
}

/** Of so many people who share a word of their name one is looked for who shares all. */
const MOST_LOOKED_AT = 20;

/** People kept who are called like one of `names`, by that name. */
export async function namesakes(db: KithDatabase, names: readonly string[]): Promise<Map<string, Contact>> {
  const longest = new Set(names.flatMap((name) => [...indexedWords(name)].toSorted((a, b) => b.length - a.length)[0] ?? []));
  const found = await db.transaction('r', db.contacts, () =>
    Promise.all([...longest].map((word) => db.contacts.where('nameWords').equals(word).limit(MOST_LOOKED_AT).toArray())),
  );
  const rows = found.flat();
  const called = new Map(parseRows(ROW_SCHEMAS.contacts, rows).map((contact) => [foldedName(contact.name), contact]));
  return new Map(
    names.flatMap((name) => {
      const contact = called.get(foldedName(name));
      return contact ? [[name, contact]] : [];
    }),
  );
}
