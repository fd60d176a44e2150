import type { JournalEntry, Journaled, RecordChange } from '../model/journal';
import type { Instant } from '../model/temporal';
import type { KithDatabase } from './database';
import { contactRow, journalRow, parseContact, parseEntry } from './rows';
import { indexChanges } from './search-index';

/** What a command needs from outside: the database, the clock and new ids. */
export type Context = { db: KithDatabase; now: Instant; newId: () => string };

/** What a command answers: the entry that can be undone, and whom it was about. */
export type Done = { entryId: string; contactId?: string };

type StoredRecord = { [field: string]: unknown };

/** Collects what a command changes, writing each record as it goes. */
export class Changes {
  readonly made: RecordChange[] = [];
  readonly contactIds = new Set<string>();
  readonly #db: KithDatabase;

  constructor(db: KithDatabase) {
    this.#db = db;
  }

  /** Writes `after` where `before` stood; without `before` it is new. */
  async put<T extends StoredRecord>(table: Journaled, id: string, before: T | undefined, after: T): Promise<void> {
    await writeRecord(this.#db, table, id, after);
    this.made.push({ table, id, ...(before && { before }), after });
  }

  async remove(table: Journaled, id: string, before: StoredRecord): Promise<void> {
    await writeRecord(this.#db, table, id, undefined);
    this.made.push({ table, id, before });
  }
}

/** Puts a record where it belongs, or deletes it. The one place that writes journaled tables. */
export async function writeRecord(db: KithDatabase, table: Journaled, id: string, record: StoredRecord | undefined): Promise<void> {
  if (record === undefined) await db.table(table).delete(id);
  else if (table === 'contacts') {
    const contact = parseContact(record);
    if (!contact) throw new Error(`a contact that cannot be read was to be written: ${id}`);
    await db.contacts.put(contactRow(contact));
  } else await db.table(table).put(record);
}

/**
 * Carries out a command: its records and its journal entry in one transaction. A command id seen before is not carried out
 * again, unless `amend` says that it continues what it began: then the entry keeps what stood before and takes what stands now.
 */
export async function carryOut(
  { db, now }: Context,
  command: { id: string; name: string; amend?: boolean; undoes?: string },
  work: (changes: Changes) => Promise<void>,
): Promise<Done> {
  return db.transaction('rw', db.tables, async () => {
    const earlier = parseEntry(await db.journal.get(command.id));
    if (earlier && !command.amend) return done(earlier);

    const changes = new Changes(db);
    await work(changes);
    await indexChanges(db, changes.made, now);
    const entry: JournalEntry = {
      id: command.id,
      at: earlier?.at ?? now,
      command: command.name,
      contactIds: [...new Set([...(earlier?.contactIds ?? []), ...changes.contactIds])],
      changes: merged([...(earlier?.changes ?? []), ...changes.made]),
      ...(command.undoes && { undoes: command.undoes }),
    };
    if (entry.changes.length > 0) await db.journal.put(journalRow(entry));
    else if (earlier) await db.journal.delete(entry.id);
    return done(entry);
  });
}

/** One change per record: the first before, the last after; a record made and unmade again is no change. */
function merged(changes: readonly RecordChange[]): RecordChange[] {
  const byRecord = new Map<string, RecordChange>();
  for (const change of changes) {
    const name = `${change.table}/${change.id}`;
    const first = byRecord.get(name) ?? change;
    byRecord.set(name, {
      table: change.table,
      id: change.id,
      ...(first.before && { before: first.before }),
      ...(change.after && { after: change.after }),
    });
  }
  return [...byRecord.values()].filter(({ before, after }) => before !== undefined || after !== undefined);
}

function done({ id, contactIds: [contactId] }: JournalEntry): Done {
  return { entryId: id, ...(contactId !== undefined && { contactId }) };
}
