import type { JournalEntry, Journaled, RecordChange } from '../../model/journal';
import { NO_RECEIPT } from '../../model/long-work';
import { Refused } from '../../model/refusal';
import { isDated, isWaiting, type Reminder } from '../../model/reminder';
import { localDateTime } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { carryOut, type Changes, type Context, type Done, removals } from '../journal';
import { journalRow, parseContact, parseEntries, parseEntry, parseRow, parseRows, recordId, ROW_SCHEMAS } from '../rows';
import { detach } from './identity';
import { forgetRest, getWork } from './long-work';
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
    else for (const ofTable of runs(entry.changes.toReversed())) await takeBack(context, changes, entry, ofTable);
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

/** Writes down what took an entry back; what that entry itself had taken back stands again, and what that had taken back does no more. */
export async function markUndone(db: KithDatabase, entry: JournalEntry, undoneBy: string): Promise<void> {
  await db.journal.put(journalRow({ ...entry, undoneBy }));
  const redone = entry.undoes === undefined ? undefined : parseEntry(await db.journal.get(entry.undoes));
  if (!redone) return;
  const { undoneBy: _, ...live } = redone;
  await db.journal.put(journalRow(live));
  const first = live.undoes === undefined ? undefined : parseEntry(await db.journal.get(live.undoes));
  if (first) await markUndone(db, first, live.id);
}

/** Whether an entry stands for the work of many slices. */
async function isLong(db: KithDatabase, { id }: JournalEntry): Promise<boolean> {
  return (await db.longWorks.get(id)) !== undefined;
}

/** Puts down that such work is to be taken back, slice by slice; what of it was not done yet is given up. */
async function beginTakingBack(context: Context, id: string, entry: JournalEntry): Promise<void> {
  const { db, now } = context;
  const work = await getWork(db, entry.id);
  if (work.kind === 'merge') await refuseUnparted(context, entry);
  if (work.status === 'working') await db.longWorks.put({ ...work, status: 'stopped', updatedAt: now });
  await forgetRest(db, entry.id);
  const slices = await db.journal.where('partOf').equals(entry.id).count();
  const { source, fileName, merges, items } = work;
  const about = { ...(source && { source }), ...(fileName !== undefined && { fileName }), ...(merges && { merges }), items };
  const fresh = { status: slices === 0 ? 'done' : 'working', done: 0, receipt: NO_RECEIPT, left: 0, startedAt: now, updatedAt: now } as const;
  await db.longWorks.put({ id, kind: 'undo', undoes: entry.id, slices, ...about, ...fresh });
  await db.journal.put(journalRow({ id, at: now, command: 'undo', contactIds: entry.contactIds, changes: [], undoes: entry.id }));
}

/** Refuses to begin where the two of a merge cannot be made two again: then nothing could be given back to the one. */
async function refuseUnparted(context: Context, entry: JournalEntry): Promise<void> {
  const last = parseEntry(await context.db.journal.where('partOf').equals(entry.id).last());
  const joined = last?.changes.filter(({ table, id }) => table === 'contacts' && entry.contactIds.includes(id)) ?? [];
  if (last) await takenBack(context, last, joined);
}

/** Neighbours of one table. */
export function* runs(changes: readonly RecordChange[]): Generator<RecordChange[]> {
  let run: RecordChange[] = [];
  for (const change of changes) {
    if (run[0] && run[0].table !== change.table) {
      yield run;
      run = [];
    }
    run.push(change);
  }
  if (run.length > 0) yield run;
}

/**
 * Takes changes of one table back, all or none, within the transaction of the command that does. @throws Refused, before anything is
 * written, where something later built on one.
 */
export async function takeBack(context: Context, changes: Changes, entry: JournalEntry, ofTable: readonly RecordChange[]): Promise<void> {
  await changes.makeAll(await takenBack(context, entry, ofTable));
}

/** What takes changes of one table back. @throws Refused where something later built on one. */
async function takenBack(context: Context, entry: JournalEntry, ofTable: readonly RecordChange[]): Promise<RecordChange[]> {
  const { db } = context;
  const [first] = ofTable;
  if (!first) return [];
  const { table } = first;
  const rows = await db.table(table).bulkGet(ofTable.map(({ id }) => id));
  const back: RecordChange[] = [];
  for (const [index, { id, before, after }] of ofTable.entries()) {
    const current = readable(table, rows[index]);
    if (before && after) back.push({ table, id, ...(current && { before: current }), after: reverted(context, table, current, before, after) });
    else if (before) back.push({ table, id, after: restored(table, current, before) });
    else if (current) back.push(...(await unmade(db, entry, table, id, current)));
  }
  if (table === 'contacts') await refuseIfTaken(db, back);
  else if ((await givenToKept(db, back)).length < back.length) throw new Refused('changedSince');
  return table === 'reminders' ? toldInTheirPlace(context, back) : back;
}

/** Those of the changes that give no record to somebody who is there no more: it would be seen nowhere, and not found once they are back. */
export async function givenToKept<C extends RecordChange>(db: KithDatabase, changes: readonly C[]): Promise<C[]> {
  const given = changes.map(({ before, after }) => new Set(whomItIsAbout(after)).difference(new Set(whomItIsAbout(before))));
  const ids = [...new Set(given.flatMap((of) => [...of]))];
  const kept = new Set(ids.length === 0 ? [] : await db.contacts.where('id').anyOf(ids).primaryKeys());
  return changes.filter((_, index) => given[index]?.isSubsetOf(kept));
}

function whomItIsAbout(record: StoredRecord = {}): string[] {
  return [record['contactId'], record['contactIds'], record['memberIds']].flat().filter((id) => typeof id === 'string');
}

/** A deleted record, to be put back. */
function restored(table: Journaled, current: StoredRecord | undefined, before: StoredRecord): StoredRecord {
  const record = readable(table, before);
  if (current || !record) throw new Refused('changedSince');
  return record;
}

/** The deletion of a record that the entry made, unless a later command has touched it or other records depend on it. */
async function unmade(db: KithDatabase, entry: JournalEntry, table: Journaled, id: string, current: StoredRecord): Promise<RecordChange[]> {
  const touching = parseEntries(await db.journal.where('recordIds').equals(recordId(table, id)).toArray());
  const later = touching.some((other) => other.id !== entry.id && other.at >= entry.at && !other.undoneBy && !other.undoes);
  if (later) throw new Refused('changedSince');
  const gone: RecordChange = { table, id, before: current };
  if (table !== 'contacts') return [gone];
  const dependents = await Promise.all([
    db.notes.where('[contactId+createdAt]').between([id, ''], [id, '\uffff']).count(),
    db.reminders.where('contactId').equals(id).count(),
    db.interactions.where('contactIds').equals(id).count(),
    db.circles.where('memberIds').equals(id).count(),
  ]);
  if (dependents.some((count) => count > 0)) throw new Refused('changedSince');
  const sightings = await db.sightings.where('[contactId+seenAt]').between([id, ''], [id, '\uffff']).toArray();
  return [...removals('sightings', parseRows(ROW_SCHEMAS.sightings, sightings)), gone];
}

/**
 * A record with the fields that differ between `before` and `after` set back, each only if it still is what the entry made it. Of a
 * follow-up what the background moves may have been moved on.
 */
function reverted(context: Context, table: Journaled, current: StoredRecord | undefined, before: StoredRecord, after: StoredRecord): StoredRecord {
  if (!current) throw new Refused('changedSince');
  const moved = table === 'reminders' ? movedOn(after, current) : undefined;
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !same(before[field], after[field]));
  const fields = moved ? [...changed, 'notificationId', 'notifiedAt'] : changed;
  const stands = (field: string) => same(current[field], after[field]) || field === 'updatedAt' || (moved && MOVED.has(field));
  if (!fields.every(stands)) throw new Refused('changedSince');
  const record = readable(
    table,
    Object.fromEntries(Object.entries({ ...current, ...pick(before, fields) }).filter(([field]) => !fields.includes(field) || field in before)),
  );
  if (!record) throw new Refused('changedSince');
  return moved?.status === 'notified' ? toldOf(record, moved, context) : record;
}

/** What the background moves of a follow-up, by no command and unjournaled. */
const MOVED = new Set(['status', 'dueAt', 'notificationId', 'notifiedAt']);

/** A follow-up as it stands, where the background alone has moved it on from `after`: whom it awaited was met, it was told of, or it came again. */
function movedOn(after: StoredRecord, current: StoredRecord): Reminder | undefined {
  const [was, is] = [asReminder(after), asReminder(current)];
  if (!was || !is || !isWaiting(was) || !isDated(is)) return undefined;
  if (was.status === 'awaiting') return same(was.encounter, is.encounter) ? is : undefined;
  const isTold = is.status === 'notified' && is.notificationId !== was.notificationId;
  return isTold && (is.dueAt === was.dueAt || is.recurrence) ? is : undefined;
}

/**
 * A follow-up that is given back, when it was `told` of meanwhile: the notification speaks for it still, unless it awaits somebody or is
 * closed, or its time is to come, when it comes again. One that recurs stays at the time that was told: no time of its series comes twice.
 */
function toldOf(given: StoredRecord, told: Reminder, { now, zone }: Context): StoredRecord {
  const reminder = asReminder(given);
  if (!reminder || !isDated(reminder)) return given;
  const { notificationId: _n, notifiedAt: _a, ...once } = reminder;
  const dueAt = reminder.recurrence && reminder.dueAt < told.dueAt ? told.dueAt : reminder.dueAt;
  if (dueAt !== told.dueAt && dueAt > localDateTime(now, zone)) return { ...once, status: 'open', updatedAt: now };
  return { ...once, dueAt, status: 'notified', ...pick(told, ['notificationId', 'notifiedAt']) };
}

/** Of a series the follow-ups that are given back were told of as far as those that go for them. */
function toldInTheirPlace(context: Context, changes: readonly RecordChange[]): RecordChange[] {
  const gone = changes.flatMap(({ before, after }) => {
    const [was, is] = [asReminder(before), asReminder(after)];
    return was?.status === 'notified' && was.recurrence && !(is && isWaiting(is)) ? [was] : [];
  });
  return changes.map((change) => {
    const given = asReminder(change.after);
    const told = given && gone.find(({ recurrence, dueAt }) => same(recurrence, given.recurrence) && dueAt >= given.dueAt);
    return change.after && told ? { ...change, after: toldOf(change.after, told, context) } : change;
  });
}

function asReminder(record: unknown): Reminder | undefined {
  return parseRow(ROW_SCHEMAS.reminders, record);
}

export type StoredRecord = { [field: string]: unknown };

/** A stored row as its record, whatever table it is of; undefined when there is none or it cannot be read. */
export function readable(table: Journaled, row: unknown): StoredRecord | undefined {
  return parseRow(ROW_SCHEMAS[table], row);
}

/** Refuses where a profile that is to be a contact's again is by now somebody's whom the changes are not about. */
async function refuseIfTaken(db: KithDatabase, changes: readonly RecordChange[]): Promise<void> {
  const keys = changes.flatMap(({ after }) => parseContact(after)?.profileKeys ?? []);
  const owners = new Set(await db.contacts.where('profileKeys').anyOf(keys).primaryKeys());
  for (const { id } of changes) owners.delete(id);
  if (owners.size > 0) throw new Refused('profileTaken');
}

/** Records hold only JSON values, written by the same code in the same order, so their text decides. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function pick(record: StoredRecord, fields: readonly string[]): StoredRecord {
  return Object.fromEntries(fields.filter((field) => field in record).map((field) => [field, record[field]]));
}
