import { Line } from './profile';
import { Id } from './id';
import { Instant, instantOf, LocalDateTime, millisecondsOf, type TimeZone } from './temporal';
import { z } from './zod';

/**
 * A dated follow-up and its life:
 *
 *     open ──due──▶ notified ──▶ done
 *       ▲              │   └───▶ dismissed
 *       └───snoozed────┘
 *
 * `dueAt` is wall-clock time: "Tuesday at 9" means 9 wherever the user is on Tuesday.
 */
export const Reminder = z.strictObject({
  id: Id,
  contactId: Id,
  /** What to do; empty means "get in touch". */
  text: Line.or(z.literal('')),
  dueAt: LocalDateTime,
  status: z.enum(['open', 'notified', 'done', 'dismissed']),
  /** An RFC 5545 RRULE value, for reminders that come again. */
  recurrence: z.string().max(500).optional(),
  /** Which notification speaks for it; chosen in the transaction that sets `notified`, so that showing it can be repeated safely. */
  notificationId: z.string().max(100).optional(),
  notifiedAt: Instant.optional(),
  /** Present from the decision to notify until the browser has accepted the notification. */
  unshownSince: Instant.optional(),
  closedAt: Instant.optional(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Reminder = z.infer<typeof Reminder>;

/** Waiting for the user: neither done nor dismissed. */
export function isWaiting(reminder: Reminder): boolean {
  return reminder.status === 'open' || reminder.status === 'notified';
}

/** Its time has come and nobody has dealt with it. */
export function isDue(reminder: Reminder, now: Instant, zone: TimeZone): boolean {
  return isWaiting(reminder) && millisecondsOf(instantOf(reminder.dueAt, zone)) <= millisecondsOf(now);
}
