import { Id } from './id';
import { Instant } from './temporal';
import { z } from './zod';

/** The tables whose records a command may change. */
export const JOURNALED = [
  'contacts',
  'notes',
  'interactions',
  'reminders',
  'firings',
  'circles',
  'tags',
  'sightings',
  'claims',
  'deferrals',
  'settings',
] as const;
export type Journaled = (typeof JOURNALED)[number];

/** One record before and after a command; absent before = created, absent after = deleted. Records are parsed by their own schema when put back. */
export const RecordChange = z.strictObject({
  table: z.enum(JOURNALED),
  id: z.string(),
  before: z.optional(z.record(z.string(), z.unknown())),
  after: z.optional(z.record(z.string(), z.unknown())),
});
export type RecordChange = z.infer<typeof RecordChange>;

/**
 * What one command changed, written in the command's own transaction. Its id is the command's, chosen by whoever asked:
 * asking twice with the same id does the work once.
 */
export const JournalEntry = z.strictObject({
  id: Id,
  at: Instant,
  command: z.string().check(z.maxLength(60)),
  contactIds: z.array(Id),
  changes: z.array(RecordChange),
  /** The entry of the long work that this is one slice of; see LongWork. */
  partOf: z.optional(Id),
  /** The entry this one took back. */
  undoes: z.optional(Id),
  /** The entry that took this one back. */
  undoneBy: z.optional(Id),
});
export type JournalEntry = z.infer<typeof JournalEntry>;
