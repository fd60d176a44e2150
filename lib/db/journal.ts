import type { Contact } from '../model/contact';
import type { Interaction } from '../model/interaction';
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
  /** The entry that is taken back by these changes, where that is found out while they are made. */
  undoes: string | undefined;
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

  /** Makes many changes at once, each record at most once among them: few requests, however many they are. */
  async makeAll(changes: readonly RecordChange[]): Promise<void> {
    await writeRecords(this.#context, changes);
    for (const change of changes) this.made.push(change);
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

/** The same for many records. */
async function writeRecords({ db, now, zone }: Context, changes: readonly RecordChange[]): Promise<void> {
  const byTable = Map.groupBy(changes, ({ table }) => table);
  for (const [table, ofTable] of byTable) {
    const gone = ofTable.flatMap(({ id, after }) => (after ? [] : [id]));
    if (gone.length > 0) await db.table(table).bulkDelete(gone);
    const kept = ofTable.flatMap(({ id, after }) => (after ? [{ id, after }] : []));
    if (table === 'contacts' || kept.length === 0) continue;
    await db
      .table(table)
      .bulkPut(table === 'reminders' ? kept.map(({ id, after }) => reminderRow(parsed(ROW_SCHEMAS.reminders, id, after))) : kept.map(({ after }) => after));
  }
  const contacts = new Map((byTable.get('contacts') ?? []).flatMap(({ id, after }) => (after ? [[id, parsed(ROW_SCHEMAS.contacts, id, after)]] : [])));
  const others = new Set(
    (byTable.get('interactions') ?? []).flatMap(({ before, after }) => [before, after].flatMap(contactIdsOf)).filter((id) => !contacts.has(id)),
  );
  for (const contact of parseRows(ROW_SCHEMAS.contacts, others.size === 0 ? [] : await db.contacts.bulkGet([...others]))) {
    if (hasRhythm(contact)) contacts.set(contact.id, contact);
  }
  if (contacts.size > 0) await writeContacts(db, [...contacts.values()], today(now, zone));
}

async function writeContacts(db: KithDatabase, contacts: readonly Contact[], date: CalendarDate): Promise<void> {
  const nudged = contacts.filter(hasRhythm).map(({ id }) => id);
  const rows = nudged.length === 0 ? [] : await db.interactions.where('contactIds').anyOf(nudged).distinct().toArray();
  const interactions = new Map<string, Interaction[]>();
  for (const interaction of parseRows(ROW_SCHEMAS.interactions, rows)) {
    for (const id of interaction.contactIds) interactions.set(id, [...(interactions.get(id) ?? []), interaction]);
  }
  await db.contacts.bulkPut(contacts.map((contact) => contactRow(contact, lastContact(interactions.get(contact.id) ?? [], date)?.on)));
}

/** Whether it depends on their interactions where they are found. */
function hasRhythm({ archived, neverRemind, cadence, tags }: Contact): boolean {
  return !archived && !neverRemind && (cadence !== undefined || tags.length > 0);
}

function contactIdsOf(row: unknown): string[] {
  return parseRow(ROW_SCHEMAS.interactions, row)?.contactIds ?? [];
}

function parsed<S extends z.ZodType>(schema: S, id: string, record: StoredRecord): z.output<S> {
  const parsed = parseRow(schema, record);
  if (parsed === undefined) throw new Error(`a record that cannot be read was to be written: ${id}`);
  return parsed;
}

/**
 * Carries out a command: its records and its journal entry in one transaction. A command id seen before is not carried out
 * again, unless `amend` says that it continues what it began: then the entry keeps what stood before and takes what stands now.
 * With `partOf` it is a slice of long work, which says itself in `work` how the search index follows.
 */
export async function carryOut(
  context: Context,
  command: { id: string; name: string; amend?: boolean; undoes?: string; partOf?: string },
  work: (changes: Changes) => Promise<void>,
): Promise<Done> {
  const { db, now } = context;
  return db.transaction('rw', db.tables, async () => {
    const earlier = parseEntry(await db.journal.get(command.id));
    if (earlier && !command.amend) return done(earlier);

    const changes = new Changes(context);
    await work(changes);
    if (command.partOf === undefined) await indexChanges(db, changes.made, now);
    const undoes = command.undoes ?? changes.undoes;
    const entry: JournalEntry = {
      id: command.id,
      at: earlier?.at ?? now,
      command: command.name,
      contactIds: [...new Set([...(earlier?.contactIds ?? []), ...changes.contactIds])],
      changes: merged([...(earlier?.changes ?? []), ...changes.made]),
      ...(command.partOf && { partOf: command.partOf }),
      ...(undoes && { undoes }),
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
