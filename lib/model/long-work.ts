import { Id } from './id';
import { Line } from './profile';
import { Instant } from './temporal';
import { z } from './zod';

/** What became of what a file brought. */
export const Tally = z.strictObject({
  added: z.int(),
  /** Joined to what was there already. */
  merged: z.int(),
  /** There already, as it is. */
  same: z.int(),
  /** Not fit to be kept: of nobody who is kept, or not readable. */
  refused: z.int(),
});
export type Tally = z.infer<typeof Tally>;

/** People apart from what is recorded of them. */
export const Receipt = z.strictObject({ people: Tally, others: Tally });
export type Receipt = z.infer<typeof Receipt>;

/**
 * Work on more records than one transaction should hold, such as an import or a merge of thousands: done slice by slice, each one
 * transaction that changes the records and this record together, so that whoever goes on after the worker was stopped knows where.
 *
 *     staging ──▶ working ──▶ done
 *                  │   ▲
 *                  ▼   │
 *                 stopped ──▶ done, of an import that is left at that
 *
 * Its id is that of the journal entry which stands for all of it; each slice has an entry of its own that is `partOf` that one.
 */
export const LongWork = z.strictObject({
  id: Id,
  kind: z.enum(['import', 'merge', 'undo']),
  status: z.enum(['staging', 'working', 'stopped', 'done']),
  /** How many slices there are, and how many are done. */
  slices: z.int(),
  done: z.int(),
  /** What is imported: a backup, in which a newer record takes the place of an older one, or people from elsewhere, who add to what is there. */
  source: z.optional(z.enum(['backup', 'people'])),
  fileName: z.optional(Line),
  /** Of whom one person is made, or two again, with what they were called. */
  merges: z.optional(z.strictObject({ intoId: Id, fromId: Id, names: z.array(Line) })),
  /** How many records the file has, or were to be moved when it began. */
  items: z.int(),
  receipt: Receipt,
  /** Which entry is taken back. */
  undoes: z.optional(Id),
  /** How many records were left as they are when it was taken back: the user has changed them since. */
  left: z.int(),
  /** Why it stopped, where nobody told it to. */
  problem: z.optional(z.enum(['storageFull', 'personMissing', 'unknown'])),
  startedAt: Instant,
  updatedAt: Instant,
});
export type LongWork = z.infer<typeof LongWork>;

/** Whether it makes one person of somebody and another, or two again. */
export function isMergeOf({ merges }: LongWork, contactId: string | undefined): boolean {
  return merges !== undefined && (merges.intoId === contactId || merges.fromId === contactId);
}

/** Whether it was ended before all of it was done. */
export function isPart({ status, done, slices }: LongWork): boolean {
  return (status === 'stopped' || status === 'done') && done < slices;
}

export const NO_RECEIPT: Receipt = {
  people: { added: 0, merged: 0, same: 0, refused: 0 },
  others: { added: 0, merged: 0, same: 0, refused: 0 },
};

/** Both receipts in one. */
export function totalled(a: Receipt, b: Receipt): Receipt {
  return { people: sum(a.people, b.people), others: sum(a.others, b.others) };
}

function sum(a: Tally, b: Tally): Tally {
  return { added: a.added + b.added, merged: a.merged + b.merged, same: a.same + b.same, refused: a.refused + b.refused };
}

/** How many records an import at most brings, and how many of them a slice: few enough that whoever waits for it does not notice. */
export const MOST_ITEMS = 2_000_000;
export const ITEMS_AT_ONCE = 250;
/** With more records than these a merge is long work: fewer are moved in a tenth of a second, all at once. */
export const MOST_MERGED_AT_ONCE = 2 * ITEMS_AT_ONCE;
/** How many slices are put down at once: nobody waits for that. */
export const SLICES_AT_ONCE = 4;
