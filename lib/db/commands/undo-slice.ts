import type { JournalEntry, Journaled, RecordChange } from '../../model/journal';
import type { LongWork } from '../../model/long-work';
import { Refused } from '../../model/refusal';
import type { KithDatabase } from '../database';
import type { Changes, Context } from '../journal';
import { parseContact, parseEntries, parseEntry, parseRows, recordId, ROW_SCHEMAS } from '../rows';
import { givenToKept, markUndone, readable, runs, type StoredRecord, takeBack } from './undo';

/**
 * Takes the next part of long work back, the last done first. By the same rules as any undo, but record by record: what the user has
 * changed since stays as it is and is counted, so that one note written meanwhile does not keep ten thousand people.
 */
export async function takeBackSlice(context: Context, changes: Changes, work: LongWork, entryId: string): Promise<LongWork> {
  const { db } = context;
  const [key = ''] = await db.journal
    .where('partOf')
    .equals(work.undoes ?? '')
    .reverse()
    .offset(work.done)
    .limit(1)
    .primaryKeys();
  const part = parseEntry(await db.journal.get(key));
  if (!part || part.undoneBy !== undefined) return work;

  let left = 0;
  const reversed = part.changes.toReversed();
  for (const ofTable of runs(reversed)) {
    const table = ofTable[0]?.table;
    if (!table) continue;
    const made = ofTable.filter(({ before }) => !before);
    const removed = ofTable.filter(({ after }) => !after);
    const gone = await unmade(db, part, table, made);
    await changes.makeAll(gone);
    // A profile that somebody has from an edit is free again for whoever returns.
    left += await leftAsIs(
      context,
      changes,
      part,
      ofTable.filter(({ before, after }) => before && after),
    );
    const back = await restored(db, table, removed);
    await changes.makeAll(back);
    left += made.length - gone.filter((change) => change.table === table).length + removed.length - back.length;
  }
  if (changes.made.length > 0) {
    changes.undoes = part.id;
    await markUndone(db, part, entryId);
  }
  return { ...work, left: work.left + left, receipt: counted(work, changes) };
}

/** The removals of what a part made, without what later commands have touched and people of whom something has been recorded since. */
async function unmade(db: KithDatabase, part: JournalEntry, table: Journaled, made: readonly RecordChange[]): Promise<RecordChange[]> {
  if (made.length === 0) return [];
  const ids = made.map(({ id }) => id);
  const rows = await db.table(table).bulkGet(ids);
  const touched = await touchedSince(db, part, table, ids);
  const inUse = table === 'contacts' ? await idsInUse(db, ids) : new Set<string>();
  const gone = ids.flatMap((id, index): RecordChange[] => {
    const before = readable(table, rows[index]);
    return before && !touched.has(id) && !inUse.has(id) ? [{ table, id, before }] : [];
  });
  if (table !== 'contacts' || gone.length === 0) return gone;
  const sightings = await db.sightings
    .where('[contactId+seenAt]')
    .inAnyRange(rangesOf(gone.map(({ id }) => id)))
    .toArray();
  return [...parseRows(ROW_SCHEMAS.sightings, sightings).map((before): RecordChange => ({ table: 'sightings', id: before.id, before })), ...gone];
}

/** What a part removed, without what is there again, what is of nobody now and people whose profiles somebody else has. */
async function restored(db: KithDatabase, table: Journaled, removed: readonly RecordChange[]): Promise<RecordChange[]> {
  if (removed.length === 0) return [];
  const rows = await db.table(table).bulkGet(removed.map(({ id }) => id));
  const records = removed.flatMap(({ id, before }, index) => {
    const after = rows[index] === undefined ? readable(table, before) : undefined;
    return after ? [{ table, id, after }] : [];
  });
  if (table !== 'contacts') return givenToKept(db, records);
  const keysOf = (record: StoredRecord) => parseContact(record)?.profileKeys ?? [];
  const taken = new Set(
    await db.contacts
      .where('profileKeys')
      .anyOf(records.flatMap(({ after }) => keysOf(after)))
      .keys(),
  );
  return records.filter(({ after }) => !keysOf(after).some((key) => taken.has(key)));
}

/** Takes edits of one table back; how many had to be left. */
async function leftAsIs(context: Context, changes: Changes, part: JournalEntry, edited: readonly RecordChange[]): Promise<number> {
  // All at once; only where that is refused, one by one.
  if (await isTakenBack(context, changes, part, edited)) return 0;
  let left = 0;
  for (const edit of edited) if (!(await isTakenBack(context, changes, part, [edit]))) left++;
  return left;
}

async function isTakenBack(context: Context, changes: Changes, part: JournalEntry, edited: readonly RecordChange[]): Promise<boolean> {
  try {
    await takeBack(context, changes, part, edited);
    return true;
  } catch (failure) {
    // Thrown before anything is written.
    if (failure instanceof Refused) return false;
    throw failure;
  }
}

async function touchedSince(db: KithDatabase, part: JournalEntry, table: Journaled, ids: readonly string[]): Promise<Set<string>> {
  const names = new Set(ids.map((id) => recordId(table, id)));
  const touching = parseEntries(
    await db.journal
      .where('recordIds')
      .anyOf([...names])
      .distinct()
      .toArray(),
  );
  const later = touching.filter((other) => other.id !== part.id && other.at >= part.at && !other.undoneBy && !other.undoes);
  return new Set(
    later.flatMap(({ changes }) => changes.flatMap((change) => (change.table === table && names.has(recordId(table, change.id)) ? [change.id] : []))),
  );
}

/** Those of whom a note, a reminder, an interaction or a circle says something. */
async function idsInUse(db: KithDatabase, ids: readonly string[]): Promise<Set<string>> {
  const [notes, ...others] = await Promise.all([
    db.notes.where('[contactId+createdAt]').inAnyRange(rangesOf(ids)).keys(),
    db.reminders.where('contactId').anyOf(ids).keys(),
    db.interactions.where('contactIds').anyOf(ids).keys(),
    db.circles.where('memberIds').anyOf(ids).keys(),
  ]);
  return new Set([...notes.flatMap((key) => (Array.isArray(key) ? [key[0]] : [])), ...others.flat()].filter((key) => typeof key === 'string'));
}

function rangesOf(ids: readonly string[]): [[string, string], [string, string]][] {
  return ids.map((id) => [
    [id, ''],
    [id, '\uffff'],
  ]);
}

function counted({ receipt }: LongWork, { made }: Changes): LongWork['receipt'] {
  const people = made.filter(({ table }) => table === 'contacts').length;
  return {
    people: { ...receipt.people, added: receipt.people.added + people },
    others: { ...receipt.others, added: receipt.others.added + made.length - people },
  };
}
