import { Encounter } from './encounter';
import { Id } from './id';
import { Line } from './profile';
import { Recurrence } from './recurrence';
import { Instant, instantOf, LocalDateTime, millisecondsOf, type TimeZone } from './temporal';
import { z } from './zod';

/**
 * A dated follow-up and its life:
 *
 *     open ──due──▶ notified ──▶ done
 *    ▲  ▲              │   └───▶ dismissed
 *    │  └───snoozed────┘
 *    └──encountered── awaiting
 *
 * One that recurs is followed by another when it is done or dismissed. `dueAt` is wall-clock time: "Tuesday at 9" means 9 wherever the user is on Tuesday.
 */
export const Reminder = z.strictObject({
  id: Id,
  contactId: Id,
  /** What to do; empty means "get in touch". */
  text: z.union([Line, z.literal('')]),
  /** For one that awaits an encounter: when that was said; once it has happened, when it did. */
  dueAt: LocalDateTime,
  status: z.enum(['awaiting', 'open', 'notified', 'done', 'dismissed']),
  /** For reminders that come again. */
  recurrence: z.optional(Recurrence),
  /** What it waited or waits for instead of a time. */
  encounter: z.optional(Encounter),
  /** Which notification speaks for it. */
  notificationId: z.optional(z.string().check(z.maxLength(100))),
  notifiedAt: z.optional(Instant),
  closedAt: z.optional(Instant),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Reminder = z.infer<typeof Reminder>;

/** Neither done nor dismissed. */
export function isWaiting({ status }: Reminder): boolean {
  return status !== 'done' && status !== 'dismissed';
}

/** Waits for a time, and not for an encounter. */
export function isDated({ status }: Reminder): boolean {
  return status === 'open' || status === 'notified';
}

/** Its time has come and nobody has dealt with it. */
export function isDue(reminder: Reminder, now: Instant, zone: TimeZone): boolean {
  return isDated(reminder) && millisecondsOf(instantOf(reminder.dueAt, zone)) <= millisecondsOf(now);
}
