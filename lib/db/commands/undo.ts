import type { JournalEntry, Journaled, RecordChange } from '../../model/journal';
import { NO_RECEIPT } from '../../model/long-work';
import { Refused } from '../../model/refusal';
import type { KithDatabase } from '../database';
import { carryOut, type Changes, type Context, type Done } from '../journal';
import { journalRow, parseContact, parseEntries, parseEntry, parseRow, parseRows, recordId, ROW_SCHEMAS } from '../rows';
import { detach } from './identity';
import { getWork, slicesOf } from './long-work';
import { getContact } from './subject';

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
    if (await isLong(db, entry)) await beginTakingBack(context, command.commandId, entry);
    if (ATTACHES.has(entry.command)) await takeBackAttaching(context, changes, entry);
    else for (const change of entry.changes.toReversed()) await takeBack(db, changes, entry, change);
    await markUndone(db, entry, command.commandId);
  });
}

const ATTACHES = new Set(['attachProfile', 'followProfile']);

/** To take back that somebody was given a profile is to say that it is not theirs: pages say the same at the next visit. */
async function takeBackAttaching(context: Context, changes: Changes, entry: JournalEntry): Promise<void> {
  for (const { id, before, after } of entry.changes) {
    const given = new Set(parseContact(after)?.profileKeys).difference(new Set(parseContact(before)?.profileKeys));
    const { profileKeys } = await getContact(context.db, id);
    const keys = profileKeys.filter((key) => given.has(key));
    if (keys.length === 0) throw new Refused('changedSince');
    await detach(context, changes, id, keys);
  }
}

/** Writes down what took an entry back; what that entry itself had taken back stands again. */
export async function markUndone(db: KithDatabase, entry: JournalEntry, undoneBy: string): Promise<void> {
  await db.journal.put(journalRow({ ...entry, undoneBy }));
  const redone = entry.undoes === undefined ? undefined : parseEntry(await db.journal.get(entry.undoes));
  if (redone) {
    const { undoneBy: _, ...live } = redone;
    await db.journal.put(journalRow(live));
  }
}

/** Whether an entry stands for the work of many slices. */
async function isLong(db: KithDatabase, { id }: JournalEntry): Promise<boolean> {
  return (await db.longWorks.get(id)) !== undefined;
}

/** Puts down that such work is to be taken back, slice by slice; what of it was not done yet is given up. */
async function beginTakingBack({ db, now }: Context, id: string, entry: JournalEntry): Promise<void> {
  const work = await getWork(db, entry.id);
  if (work.status === 'working') await db.longWorks.put({ ...work, status: 'stopped', updatedAt: now });
  await slicesOf(db, entry.id).delete();
  const slices = await db.journal.where('partOf').equals(entry.id).count();
  const { source, fileName, items } = work;
  const about = { ...(source && { source }), ...(fileName !== undefined && { fileName }), items };
  const fresh = { status: slices === 0 ? 'done' : 'working', done: 0, receipt: NO_RECEIPT, left: 0, startedAt: now, updatedAt: now } as const;
  await db.longWorks.put({ id, kind: 'undo', undoes: entry.id, slices, ...about, ...fresh });
  await db.journal.put(journalRow({ id, at: now, command: 'undo', contactIds: [], changes: [], undoes: entry.id }));
}

export async function takeBack(db: KithDatabase, changes: Changes, entry: JournalEntry, change: RecordChange): Promise<void> {
  const { table, id, before, after } = change;
  const current = readable(table, await db.table(table).get(id));
  if (before && after) await revertFields(db, changes, table, id, current, before, after);
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
  if (table === 'contacts') await refuseIfTaken(db, record, id);
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
  db: KithDatabase,
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
  if (table === 'contacts') await refuseIfTaken(db, reverted, id);
  await changes.put(table, id, current, reverted);
}

export type StoredRecord = { [field: string]: unknown };

export function readable(table: Journaled, row: unknown): StoredRecord | undefined {
  return parseRow(ROW_SCHEMAS[table], row);
}

async function refuseIfTaken(db: KithDatabase, contact: StoredRecord, id: string): Promise<void> {
  const keys = ROW_SCHEMAS.contacts.shape.profileKeys.safeParse(contact.profileKeys).data ?? [];
  const owners = await db.contacts.where('profileKeys').anyOf(keys).primaryKeys();
  if (owners.some((owner) => owner !== id)) throw new Refused('profileTaken');
}

/** Records hold only JSON values, written by the same code in the same order, so their text decides. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function pick(record: StoredRecord, fields: readonly string[]): StoredRecord {
  return Object.fromEntries(fields.filter((field) => field in record).map((field) => [field, record[field]]));
}
