import type { Encounter } from './encounter';
import type { Firing, Lateness } from './firing';
import type { CalendarDate, Instant, LocalDateTime } from './temporal';

/** A line of the ledger as it is read: a firing, whom and what it was about, and what became of it. Derived. */
export type LedgerLine = Firing & {
  /** Absent once the contact is deleted. */
  name?: string;
  /** A reminder's own words, or what a day of the year is called. */
  text?: string;
  late?: Lateness;
  outcome: LedgerOutcome;
};

/**
 * What became of what was notified. `movedTo`: snoozed, or set to another time. `contacted`: one was in touch with whom Kith brought up.
 * `passed`: a day that went by, or a follow-up that came again before anything was done. `gone`: there is no such thing any more.
 */
export type LedgerOutcome =
  | { is: 'done' | 'dismissed' | 'settled'; at?: Instant }
  | { is: 'movedTo'; until: LocalDateTime }
  | { is: 'putOff'; until: CalendarDate }
  | { is: 'awaiting'; encounter: Encounter }
  | { is: 'contacted'; on: CalendarDate }
  | { is: 'waits' | 'passed' | 'gone' };

/**
 * What was notified in some days: how much of it late because the browser was closed, and how much though it ran; `refused` is what
 * the browser would not show in time, or has not shown yet.
 */
export type LedgerSummary = { days: number; total: number; closed: number; asleep: number; refused: number };
