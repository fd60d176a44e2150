import { type Contact, isBroughtUp } from '../model/contact';
import type { Interaction } from '../model/interaction';
import type { JournalEntry, Journaled, RecordChange } from '../model/journal';
import { type Instant, type TimeZone, today } from '../model/temporal';
import type { z } from '../model/zod';
import { lastContact } from '../model/staleness';
import type { ContactRow, KithDatabase } from './database';
import { addKnownPerson } from './remembered-people';
import { sightingsOf } from './queries/people';
import { contactRow, journalRow, parseEntry, parseRow, parseRows, reminderRow, ROW_SCHEMAS } from './rows';
import { indexChanges } from './search-index';

/** What a command needs from outside: the database, the clock, where the user is, and new ids. */
export type Context = { db: KithDatabase; now: Instant; zone: TimeZone; newId: () => string };

/** What a command answers: the entry that can be undone, and whom it was about. */
export type Done = { entryId: string; contactId?: string };

type StoredRecord = { [field: string]: unknown };

/**
 * Collects what a command changes, writing each record as it goes. Nothing waits for a record to be written: requests of a transaction
 * are carried out in the order they are made in, so that what is read afterwards is what stands then.
 */
export class Changes {
  readonly made: RecordChange[] = [];
  readonly contactIds = new Set<string>();
  /** The entry that is taken back by these changes, where that is found out while they are made. */
  undoes: string | undefined;
  readonly #context: Context;
  readonly #written: PromiseLike<unknown>[] = [];
  /** Whose interactions or sightings changed. */
  readonly #touched = new Set<string>();
  readonly #settledLater = new Set<string>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Writes `after` where `before` stood; without `before` it is new. */
  put<T extends StoredRecord>(table: Journaled, id: string, before: T | undefined, after: T): Promise<void> {
    return this.makeAll([{ table, id, ...(before && { before }), after }]);
  }

  remove(table: Journaled, id: string, before: StoredRecord): Promise<void> {
    return this.makeAll([{ table, id, before }]);
  }

  /** Makes many changes at once, each record at most once among them: few requests, however many they are. The one place that writes journaled tables. */
  async makeAll(changes: readonly RecordChange[]): Promise<void> {
    const { db } = this.#context;
    for (const [table, ofTable] of Map.groupBy(changes, ({ table: of }) => of)) {
      const gone = ofTable.flatMap(({ id, after }) => (after ? [] : [id]));
      if (gone.length > 0) this.#write(db.table(table).bulkDelete(gone));
      const kept = ofTable.flatMap(({ id, before, after }) => (after ? [{ id, isNew: !before, after }] : []));
      if (kept.length > 0) this.#write(db.table(table).bulkPut(await this.#rows(table, kept)));
      for (const record of ofTable.flatMap(({ before, after }) => [before, after])) for (const id of whomItFinds(table, record)) this.#touched.add(id);
    }
    for (const change of changes) this.made.push(change);
  }

  /**
   * Of two of whom one is made slice by slice, or two again, it is settled at the end where they are found: all of their interactions
   * are read for it, and until then what they were found by stands.
   */
  settleMerged(ids: readonly string[], isNow: boolean): void {
    for (const id of ids) (isNow ? this.#touched : this.#settledLater).add(id);
  }

  /** When all is written, with what depends on it: where those are found whose interactions or sightings changed. */
  async settled(): Promise<void> {
    const { db } = this.#context;
    const touched = this.#touched.difference(this.#settledLater);
    const stored = touched.size === 0 ? [] : await db.contacts.bulkGet([...touched]);
    const asStored = new Set(stored.map((row) => JSON.stringify(row)));
    const contacts = parseRows(ROW_SCHEMAS.contacts, stored);
    const moved = (await this.#contactRows(contacts, contacts)).filter((row) => !asStored.has(JSON.stringify(row)));
    if (moved.length > 0) this.#write(db.contacts.bulkPut(moved));
    await Promise.all(this.#written);
  }

  #write(request: PromiseLike<unknown>): void {
    // Heard in `settled`, unless the command has failed before for another reason.
    request.then(undefined, () => {});
    this.#written.push(request);
  }

  /** Records as they are stored, with what they are found by. */
  #rows(table: Journaled, records: readonly { id: string; isNew: boolean; after: StoredRecord }[]): readonly StoredRecord[] | Promise<readonly StoredRecord[]> {
    if (table === 'contacts') {
      const contacts = records.map(({ id, after }) => parsed(ROW_SCHEMAS.contacts, id, after));
      for (const contact of contacts) addKnownPerson(this.#context.db, contact);
      // What was seen of somebody who is new comes after them.
      const seen = contacts.filter((_, index) => !records[index]?.isNew);
      return this.#contactRows(contacts, seen);
    }
    if (table === 'reminders') return records.map(({ id, after }) => reminderRow(parsed(ROW_SCHEMAS.reminders, id, after)));
    return records.map(({ after }) => after);
  }

  /** Contacts as they are stored; of those of whom something may have been `seen`, with where they work by that. */
  async #contactRows(contacts: readonly Contact[], seen: readonly Contact[]): Promise<ContactRow[]> {
    const { db, now, zone } = this.#context;
    const nudged = contacts.filter(hasRhythm).map(({ id }) => id);
    const [rows, sightings] = await Promise.all([
      nudged.length === 0 ? [] : db.interactions.where('contactIds').anyOf(nudged).distinct().toArray(),
      Promise.all(seen.map(async ({ id }) => [id, (await sightingsOf(db, id)).toReversed()] as const)).then((ofEach) => new Map(ofEach)),
    ]);
    const interactions = new Map<string, Interaction[]>();
    for (const interaction of parseRows(ROW_SCHEMAS.interactions, rows)) {
      for (const id of interaction.contactIds) interactions.set(id, [...(interactions.get(id) ?? []), interaction]);
    }
    const date = today(now, zone);
    return contacts.map((contact) => {
      const last = lastContact(interactions.get(contact.id) ?? [], date);
      return contactRow(contact, last?.on, sightings.get(contact.id) ?? []);
    });
  }
}

/** Changes to the records of a table, for `makeAll`: each becomes what `edit` makes of it; it goes where that is nothing. */
export function edits<R extends StoredRecord & { id: string }>(table: Journaled, records: readonly R[], edit: (record: R) => R | undefined): RecordChange[] {
  return records.map((before) => {
    const after = edit(before);
    return { table, id: before.id, before, ...(after && { after }) };
  });
}

/** The deletion of records of a table, for `makeAll`. */
export function removals(table: Journaled, records: readonly (StoredRecord & { id: string })[]): RecordChange[] {
  return edits(table, records, () => undefined);
}

/** Whether it depends on their interactions where they are found. */
function hasRhythm(contact: Contact): boolean {
  return isBroughtUp(contact) && (contact.cadence !== undefined || contact.tags.length > 0);
}

/** Who is found by what a record says, besides by what they are themselves. */
function whomItFinds(table: Journaled, record: unknown): string[] {
  if (table === 'interactions') return parseRow(ROW_SCHEMAS.interactions, record)?.contactIds ?? [];
  const seen = table === 'sightings' ? parseRow(ROW_SCHEMAS.sightings, record) : undefined;
  return seen ? [seen.contactId] : [];
}

function parsed<S extends z.ZodMiniType>(schema: S, id: string, record: StoredRecord): z.output<S> {
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
    const reading = db.journal.get(command.id).then(parseEntry);
    if (!command.amend) {
      const carriedOut = await reading;
      if (carriedOut) return done(carriedOut);
    }
    const changes = new Changes(context);
    // What is amended is looked up meanwhile: this is done at every pause of somebody who writes.
    const [earlier] = await Promise.all([reading, work(changes)]);
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
    await Promise.all([
      changes.settled(),
      command.partOf === undefined && indexChanges(db, changes.made, now),
      entry.changes.length > 0 ? db.journal.put(journalRow(entry)) : earlier && db.journal.delete(entry.id),
    ]);
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
