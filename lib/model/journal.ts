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
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
});
export type RecordChange = z.infer<typeof RecordChange>;

/**
 * What one command changed, written in the command's own transaction. Its id is the command's, chosen by whoever asked:
 * asking twice with the same id does the work once.
 */
export const JournalEntry = z.strictObject({
  id: Id,
  at: Instant,
  command: z.string().max(60),
  contactIds: z.array(Id),
  changes: z.array(RecordChange),
  /** The entry of the long work that this is one slice of; see LongWork. */
  partOf: Id.optional(),
  /** The entry this one took back. */
  undoes: Id.optional(),
  /** The entry that took this one back. */
  undoneBy: Id.optional(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;
