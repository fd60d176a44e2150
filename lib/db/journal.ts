import type { Contact } from '../model/contact';
import type { JournalEntry, Journaled, RecordChange } from '../model/journal';
import { type CalendarDate, type Instant, type TimeZone, today } from '../model/temporal';
import type { z } from '../model/zod';
import type { KithDatabase } from './database';
import { lastContact } from '../model/staleness';
import { contactRow, journalRow, parseContact, parseEntry, parseRow, parseRows, reminderRow, ROW_SCHEMAS } from './rows';
import { indexChanges } from './search-index';

/** What a command needs from outside: the database, the clock, where the user is, and new ids. */
export type Context = { db: KithDatabase; now: Instant; zone: TimeZone; newId: () => string };

/** What a command answers: the entry that can be undone, and whom it was about. */
export type Done = { entryId: string; contactId?: string };

type StoredRecord = { [field: string]: unknown };

/** Collects what a command changes, writing each record as it goes. */
export class Changes {
  readonly made: RecordChange[] = [];
  readonly contactIds = new Set<string>();
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Writes `after` where `before` stood; without `before` it is new. */
  async put<T extends StoredRecord>(table: Journaled, id: string, before: T | undefined, after: T): Promise<void> {
    await writeRecord(this.#context, table, id, after);
    this.made.push({ table, id, ...(before && { before }), after });
  }

  async remove(table: Journaled, id: string, before: StoredRecord): Promise<void> {
    await writeRecord(this.#context, table, id, undefined);
    this.made.push({ table, id, before });
  }
}

/** Puts a record where it belongs, or deletes it, with what is found by it. The one place that writes journaled tables. */
async function writeRecord({ db, now, zone }: Context, table: Journaled, id: string, record: StoredRecord | undefined): Promise<void> {
  if (table === 'contacts' && record) return writeContact(db, parsed(ROW_SCHEMAS.contacts, id, record), today(now, zone));
  if (table === 'reminders' && record) return void (await db.reminders.put(reminderRow(parsed(ROW_SCHEMAS.reminders, id, record))));
  const before = table === 'interactions' ? parseRow(ROW_SCHEMAS.interactions, await db.interactions.get(id)) : undefined;
  if (record) await db.table(table).put(record);
  else await db.table(table).delete(id);
  if (table !== 'interactions') return;
  const after = parseRow(ROW_SCHEMAS.interactions, record);
  const touched = new Set([...(before?.contactIds ?? []), ...(after?.contactIds ?? [])]);
  for (const row of await db.contacts.bulkGet([...touched])) {
    const contact = parseContact(row);
    if (contact) await writeContact(db, contact, today(now, zone));
  }
}

async function writeContact(db: KithDatabase, contact: Contact, date: CalendarDate): Promise<void> {
  const rows = contact.archived || contact.neverRemind ? [] : await db.interactions.where('contactIds').equals(contact.id).toArray();
  await db.contacts.put(contactRow(contact, lastContact(parseRows(ROW_SCHEMAS.interactions, rows), date)?.on));
}

function parsed<S extends z.ZodType>(schema: S, id: string, record: StoredRecord): z.output<S> {
  const parsed = parseRow(schema, record);
  if (parsed === undefined) throw new Error(`a record that cannot be read was to be written: ${id}`);
  return parsed;
}

/**
 * Carries out a command: its records and its journal entry in one transaction. A command id seen before is not carried out
 * again, unless `amend` says that it continues what it began: then the entry keeps what stood before and takes what stands now.
 */
export async function carryOut(
  context: Context,
  command: { id: string; name: string; amend?: boolean; undoes?: string },
  work: (changes: Changes) => Promise<void>,
): Promise<Done> {
  const { db, now } = context;
  return db.transaction('rw', db.tables, async () => {
    const earlier = parseEntry(await db.journal.get(command.id));
    if (earlier && !command.amend) return done(earlier);

    const changes = new Changes(context);
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
