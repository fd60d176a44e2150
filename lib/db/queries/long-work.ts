import type { LongWork } from '../../model/long-work';
import type { KithDatabase } from '../database';
import { parseEntry, parseWork } from '../rows';
import { STATE_ID } from '../search-index';

/** The work that is to be gone on with, the oldest first. */
export async function workUnderWay(db: KithDatabase): Promise<LongWork | undefined> {
  const works = (await db.longWorks.where('status').equals('working').toArray()).flatMap((row) => parseWork(row) ?? []);
  return works.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))[0];
}

/** Work, whether it was taken back since, and whether there is anything of it to be taken back. */
export type WorkView = { work: LongWork; isTakenBack: boolean; isChange: boolean };

/** What was worked on last; undefined where there was nothing yet. Files that are only being read are not worked on. */
export async function latestWork(db: KithDatabase): Promise<WorkView | undefined> {
  for (const row of await db.longWorks.orderBy('updatedAt').reverse().limit(5).toArray()) {
    const work = parseWork(row);
    if (!work || work.status === 'staging') continue;
    const entry = parseEntry(await db.journal.get(work.id));
    return { work, isTakenBack: entry?.undoneBy !== undefined, isChange: entry !== undefined };
  }
  return undefined;
}

/** Work that was begun and has not come to its end, nor been taken back; what was worked on last comes first. */
export async function workBegun(db: KithDatabase): Promise<LongWork[]> {
  const rows = await db.longWorks.where('status').anyOf(['working', 'stopped']).toArray();
  const works = rows.flatMap((row) => parseWork(row) ?? []).toSorted((a, b) => (a.updatedAt > b.updatedAt ? -1 : 1));
  const entries = await db.journal.bulkGet(works.map(({ id }) => id));
  return works.filter((_, index) => parseEntry(entries[index])?.undoneBy === undefined);
}

/** Merges, and what takes merges back, among that. */
export async function mergesBegun(db: KithDatabase): Promise<LongWork[]> {
  return (await workBegun(db)).filter(({ merges }) => merges !== undefined);
}

/** How much of the search index is made, from 0 to 1. */
export async function partIndexed(db: KithDatabase): Promise<number> {
  const state = await db.searchState.get(STATE_ID);
  if (state?.complete) return 1;
  const [made, all] = await Promise.all([state ? db.contacts.where('id').belowOrEqual(state.after).count() : 0, db.contacts.count()]);
  return all === 0 ? 1 : made / all;
}
