import type { Contact } from '../../model/contact';
import { ITEMS_AT_ONCE, type LongWork, NO_RECEIPT } from '../../model/long-work';
import { Refused } from '../../model/refusal';
import { instantFromMilliseconds, millisecondsOf } from '../../model/temporal';
import type { KithDatabase } from '../database';
import type { Context } from '../journal';
import { journalRow, parseEntry, parseWork } from '../rows';

/** After so long without another slice, whoever was reading a file has gone. */
const ABANDONED_AFTER = 10 * 60_000;

/** Announces an import. Its slices follow one by one, and nothing is imported before all are there. Asking twice announces one. */
export async function beginImport(
  context: Context,
  command: { importId: string; source: 'backup' | 'people'; fileName: string; items: number },
): Promise<void> {
  await forgetAbandoned(context);
  const { db, now } = context;
  const { importId: id, source, fileName, items } = command;
  const fresh = { status: 'staging', done: 0, receipt: NO_RECEIPT, left: 0, startedAt: now, updatedAt: now } as const;
  await db.transaction('rw', db.longWorks, async () => {
    if ((await db.longWorks.get(id)) !== undefined) return;
    await db.longWorks.put({ id, kind: 'import', source, fileName, items, slices: Math.ceil(items / ITEMS_AT_ONCE), ...fresh });
  });
}

/** Puts down some of what is to be imported. It is read only when it is worked off. */
export async function stageSlices({ db, now }: Context, command: { importId: string; number: number; slices: unknown[][] }): Promise<void> {
  const { importId, number, slices } = command;
  await db.transaction('rw', db.longWorks, db.importSlices, async () => {
    const work = await getWork(db, importId);
    if (work.status !== 'staging' || number + slices.length > work.slices) return;
    await db.importSlices.bulkPut(slices.map((items, index) => ({ importId, number: number + index, items })));
    await db.longWorks.put({ ...work, updatedAt: now });
  });
}

/** Begins to work off what was put down. Refused unless all of it is there. */
export async function startImport({ db, now }: Context, { importId }: { importId: string }): Promise<void> {
  await db.transaction('rw', db.longWorks, db.importSlices, db.journal, async () => {
    const work = await getWork(db, importId);
    if (work.status !== 'staging') return;
    if ((await slicesOf(db, importId).count()) !== work.slices) throw new Refused('importIncomplete');
    await db.longWorks.put({ ...work, status: 'working', updatedAt: now });
    await db.journal.put(journalRow({ id: importId, at: now, command: 'import', contactIds: [], changes: [] }));
  });
}

/** Begins to make one of two of whom much is recorded, within the transaction of the command that does. */
export async function beginMerge({ db, now }: Context, id: string, into: Contact, from: Contact, items: number): Promise<void> {
  const merges = { intoId: into.id, fromId: from.id, names: [into.name, from.name] };
  // In the last slice the two are joined, with less than a slice's records or none.
  const slices = Math.floor(items / ITEMS_AT_ONCE) + 1;
  await db.longWorks.put({
    id,
    kind: 'merge',
    status: 'working',
    merges,
    items,
    slices,
    done: 0,
    receipt: NO_RECEIPT,
    left: 0,
    startedAt: now,
    updatedAt: now,
  });
  await db.journal.put(journalRow({ id, at: now, command: 'mergeContacts', contactIds: [into.id, from.id], changes: [] }));
}

/** Stops work after the slice that is being done. What was done stays, and can be taken back; of an import not yet begun nothing stays. */
export async function stopWork({ db, now }: Context, { workId }: { workId: string }): Promise<void> {
  await db.transaction('rw', db.longWorks, db.importSlices, db.importMerges, async () => {
    const work = await getWork(db, workId);
    if (work.status === 'staging') await forgetImport(db, workId);
    else if (work.status === 'working') await db.longWorks.put({ ...work, status: 'stopped', updatedAt: now });
  });
}

/** Goes on with work that was stopped, unless it has been taken back. */
export async function resumeWork({ db, now }: Context, { workId }: { workId: string }): Promise<void> {
  await db.transaction('rw', db.longWorks, db.journal, async () => {
    const { problem: _, ...work } = await getWork(db, workId);
    const isTakenBack = parseEntry(await db.journal.get(workId))?.undoneBy !== undefined;
    if (work.status === 'stopped' && !isTakenBack) await db.longWorks.put({ ...work, status: 'working', updatedAt: now });
  });
}

/** Leaves an import that was stopped at that: what it brought stays, and the rest of the file is forgotten. */
export async function leaveImport({ db, now }: Context, { workId }: { workId: string }): Promise<void> {
  await db.transaction('rw', db.longWorks, db.importSlices, db.importMerges, db.journal, async () => {
    const { problem: _, ...work } = await getWork(db, workId);
    if (work.kind !== 'import' || work.status !== 'stopped') return;
    await forgetRest(db, workId);
    if (!(await hasParts(db, workId))) await db.journal.delete(workId);
    await db.longWorks.put({ ...work, status: 'done', updatedAt: now });
  });
}

/** The work with this id. @throws Refused where there is none. */
export async function getWork(db: KithDatabase, id: string): Promise<LongWork> {
  const work = parseWork(await db.longWorks.get(id));
  if (!work) throw new Refused('workMissing');
  return work;
}

/** Forgets what an import still has to work off, and whom it has found to be somebody kept. */
export async function forgetRest(db: KithDatabase, importId: string): Promise<void> {
  await slicesOf(db, importId).delete();
  await db.importMerges.where('[importId+from]').between([importId, ''], [importId, '\uffff']).delete();
}

/** Whether long work has changed anything. */
export async function hasParts(db: KithDatabase, workId: string): Promise<boolean> {
  return (await db.journal.where('partOf').equals(workId).count()) > 0;
}

function slicesOf(db: KithDatabase, importId: string) {
  return db.importSlices.where('[importId+number]').between([importId, 0], [importId, Number.MAX_SAFE_INTEGER]);
}

async function forgetImport(db: KithDatabase, importId: string): Promise<void> {
  await forgetRest(db, importId);
  await db.longWorks.delete(importId);
}

/** Forgets what was put down by pages that went away in the middle of a file. */
export async function forgetAbandoned({ db, now }: Context): Promise<void> {
  const since = instantFromMilliseconds(millisecondsOf(now) - ABANDONED_AFTER);
  await db.transaction('rw', db.longWorks, db.importSlices, db.importMerges, async () => {
    const staging = await db.longWorks.where('status').equals('staging').toArray();
    for (const row of staging) {
      const work = parseWork(row);
      if (work && work.updatedAt < since) await forgetImport(db, work.id);
    }
  });
}
