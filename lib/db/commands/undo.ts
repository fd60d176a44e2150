import type { JournalEntry, Journaled, RecordChange } from '../../model/journal';
import { Refused } from '../../model/refusal';
import type { KithDatabase } from '../database';
import { carryOut, type Changes, type Context, type Done } from '../journal';
import { journalRow, parseEntries, parseEntry, parseRow, parseRows, recordId, ROW_SCHEMAS } from '../rows';

/**
 * Takes an entry back: what it made is deleted, what it deleted returns, and of what it edited just those fields go back that
 * it changed, so that later commands on other fields stand. Refused, whole, where a later command built on what would go.
 * An undo is an entry like any other, and undoing it does the work again.
 */
export function undo(context: Context, command: { commandId: string; entryId: string }): Promise<Done> {
  const { db } = context;
  return carryOut(context, { id: command.commandId, name: 'undo', undoes: command.entryId }, async (changes) => {
    const entry = parseEntry(await db.journal.get(command.entryId));
    if (!entry) throw new Refused('entryMissing');
    for (const id of entry.contactIds) changes.contactIds.add(id);
    if (entry.undoneBy !== undefined) return;
    for (const change of entry.changes.toReversed()) await takeBack(db, changes, entry, change);

    await db.journal.put(journalRow({ ...entry, undoneBy: command.commandId }));
    const redone = entry.undoes === undefined ? undefined : parseEntry(await db.journal.get(entry.undoes));
    if (redone) {
      const { undoneBy: _, ...live } = redone;
      await db.journal.put(journalRow(live));
    }
  });
}

async function takeBack(db: KithDatabase, changes: Changes, entry: JournalEntry, change: RecordChange): Promise<void> {
  const { table, id, before, after } = change;
  const current = readable(table, await db.table(table).get(id));
  if (before && after) await revertFields(changes, table, id, current, before, after);
  else if (before) await restore(db, changes, table, id, current, before);
  else if (current) await unmake(db, changes, entry, table, id, current);
}

/** Puts a deleted record back. */
async function restore(
  db: KithDatabase,
  changes: Changes,
  table: Journaled,
  id: string,
  current: StoredRecord | undefined,
  before: StoredRecord,
): Promise<void> {
  const record = readable(table, before);
  if (current || !record) throw new Refused('changedSince');
  if (table === 'contacts') await refuseIfTaken(db, record);
  await changes.put(table, id, undefined, record);
}

/** Deletes a record that the entry made, unless a later command has touched it or other records depend on it. */
async function unmake(db: KithDatabase, changes: Changes, entry: JournalEntry, table: Journaled, id: string, current: StoredRecord): Promise<void> {
  const touching = parseEntries(await db.journal.where('recordIds').equals(recordId(table, id)).toArray());
  const later = touching.some((other) => other.id !== entry.id && other.at >= entry.at && !other.undoneBy && !other.undoes);
  if (later) throw new Refused('changedSince');
  if (table === 'contacts') {
    const dependents = await Promise.all([
      db.notes.where('[contactId+createdAt]').between([id, ''], [id, '\uffff']).count(),
      db.reminders.where('contactId').equals(id).count(),
      db.interactions.where('contactIds').equals(id).count(),
      db.circles.where('memberIds').equals(id).count(),
    ]);
    if (dependents.some((count) => count > 0)) throw new Refused('changedSince');
    const sightings = await db.sightings.where('[contactId+seenAt]').between([id, ''], [id, '\uffff']).toArray();
    for (const sighting of parseRows(ROW_SCHEMAS.sightings, sightings)) await changes.remove('sightings', sighting.id, sighting);
  }
  await changes.remove(table, id, current);
}

/** Sets the fields that differ between `before` and `after` back, each only if it still is what the entry made it. */
async function revertFields(
  changes: Changes,
  table: Journaled,
  id: string,
  current: StoredRecord | undefined,
  before: StoredRecord,
  after: StoredRecord,
): Promise<void> {
  if (!current) throw new Refused('changedSince');
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !same(before[field], after[field]));
  if (fields.some((field) => field !== 'updatedAt' && !same(current[field], after[field]))) throw new Refused('changedSince');
  const reverted = readable(
    table,
    Object.fromEntries(Object.entries({ ...current, ...pick(before, fields) }).filter(([field]) => !fields.includes(field) || field in before)),
  );
  if (!reverted) throw new Refused('changedSince');
  await changes.put(table, id, current, reverted);
}

type StoredRecord = { [field: string]: unknown };

function readable(table: Journaled, row: unknown): StoredRecord | undefined {
  return parseRow(ROW_SCHEMAS[table], row);
}

async function refuseIfTaken(db: KithDatabase, contact: StoredRecord): Promise<void> {
  const keys = ROW_SCHEMAS.contacts.shape.profileKeys.safeParse(contact.profileKeys).data ?? [];
  if ((await db.contacts.where('profileKeys').anyOf(keys).count()) > 0) throw new Refused('profileTaken');
}

/** Records hold only JSON values, written by the same code in the same order, so their text decides. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function pick(record: StoredRecord, fields: readonly string[]): StoredRecord {
  return Object.fromEntries(fields.filter((field) => field in record).map((field) => [field, record[field]]));
}
