import type { LongWork } from '../model/long-work';
import { forgetRest, hasParts } from './commands/long-work';
import { takeBackSlice } from './commands/undo-slice';
import { beforeImportSlice, importSlice } from './import-slice';
import { carryOut, type Changes, type Context } from './journal';
import { mergeSlice } from './merge-slice';
import { forgetPeople } from './remembered-people';
import { workUnderWay } from './queries/long-work';
import { parseWork } from './rows';
import { forgetSearchIndex, indexChanges, numbersGiven } from './search-index';

/**
 * With more records than this part of the people in the search index, that is made anew when all are done. To have it follow one record
 * takes 0.5 to 1.2 times as long as to make it anew for one person (Chromium; 500 to 5,000 records of 2,000 and 20,000 people): of half
 * of them taken back the one costs what the other does. Of more who are added it would still be a gain, but the import would take twice as long.
 */
const MOST_FOLLOWED = 0.5;

/**
 * Does the next slice of the work: its records, its part of the journal and how far the work has come change in one transaction, or
 * none of them. Answers whether anything was there to be done.
 */
export async function doSlice(context: Context): Promise<boolean> {
  const { db, now, newId } = context;
  const next = await workUnderWay(db);
  if (!next) return false;
  if (next.kind === 'import') await beforeImportSlice(db, next);
  const id = newId();
  await carryOut(context, { id, name: next.kind, partOf: next.id }, async (changes) => {
    // It may have been stopped since, or done by another.
    const work = parseWork(await db.longWorks.get(next.id));
    if (work?.status !== 'working' || work.done !== next.done) return;
    const after = work.done < work.slices ? await slice(context, changes, work, id) : work;
    await follow(context, changes, work);
    const done = after.status === 'working' ? Math.min(after.done + 1, after.slices) : after.done;
    const isLast = done === after.slices;
    await db.longWorks.put({ ...after, done, status: isLast ? 'done' : after.status, updatedAt: now });
    // With the last slice of a merge the one who is left is written anew.
    if (work.merges) changes.settleMerged([work.merges.intoId, work.merges.fromId], isLast && work.kind === 'undo');
    if (isLast) await finish(context, changes, work);
  });
  return true;
}

/** Work that cannot be gone on with stops, and says why. */
export async function failWork({ db, now }: Context, problem: LongWork['problem'] & string): Promise<void> {
  // Whoever goes on with it relies on nothing that was remembered.
  forgetPeople(db);
  await db.transaction('rw', db.longWorks, async () => {
    const work = await workUnderWay(db);
    if (work) await db.longWorks.put({ ...work, status: 'stopped', problem, updatedAt: now });
  });
}

function slice(context: Context, changes: Changes, work: LongWork, entryId: string): Promise<LongWork> {
  if (work.kind === 'import') return importSlice(context, changes, work);
  return work.kind === 'merge' ? mergeSlice(context, changes, work) : takeBackSlice(context, changes, work, entryId);
}

/** Has the search index follow what was changed: always a merge, of whose records everybody else has none. */
async function follow({ db, now }: Context, { made }: Changes, { items, merges }: LongWork): Promise<void> {
  if (made.length === 0) return;
  if (!merges && items > MOST_FOLLOWED * (await numbersGiven(db))) await forgetSearchIndex(db);
  else await indexChanges(db, made, now);
}

/** An import that changed nothing is no change to be taken back. */
async function finish({ db }: Context, { made }: Changes, work: LongWork): Promise<void> {
  forgetPeople(db);
  await forgetRest(db, work.id);
  if (work.kind === 'import' && made.length === 0 && !(await hasParts(db, work.id))) await db.journal.delete(work.id);
}
