import type { Notifying } from '../model/notifying';
import type { Reminder } from '../model/reminder';
import {
  firstShowing,
  type Instant,
  instantFromMilliseconds,
  instantOf,
  type LocalDateTime,
  localDateTime,
  millisecondsOf,
  type TimeZone,
} from '../model/temporal';
import { deliverAt, isAllowed, nextAllowed, type Origin } from './delivery';

/** From this many reminders at once, one notification speaks for all of them. */
export const DIGEST_FROM = 3;

/**
 * Never sleep longer than this while a reminder waits: nothing tells a worker that the clock was set or that the user has
 * travelled into another time zone, and then the wall clock moves under the alarm.
 */
export const LONGEST_SLEEP_MINUTES = 60;

const MINUTE = 60_000;
const REMINDER: Origin = { asked: true };
const NUDGE: Origin = { asked: false };

/** Those of `reminders` that are to be notified now: still open, come due, and at an hour at which they may be shown. */
export function dueForNotification(reminders: readonly Reminder[], now: Instant, zone: TimeZone, notifying: Notifying): Reminder[] {
  return reminders.filter(({ status, dueAt }) => status === 'open' && isReady(dueAt, now, zone, notifying, REMINDER));
}

/** Whether something that fell due at `dueAt` may be shown now. */
export function isReady(dueAt: LocalDateTime, now: Instant, zone: TimeZone, notifying: Notifying, origin: Origin): boolean {
  const delivery = instantOf(deliverAt(dueAt, notifying, origin), zone);
  return millisecondsOf(delivery) <= millisecondsOf(now) && isAllowed(localDateTime(now, zone), notifying, origin);
}

/**
 * The notification id of each of the reminders that fall due together: its own, or one for all where they are several or
 * come as a digest.
 */
export function groupForNotification(due: readonly Reminder[], newId: () => string, delivery: Notifying['delivery'] = 'each'): ReadonlyMap<string, string> {
  const digest = due.length >= (delivery === 'digest' ? 2 : DIGEST_FROM) ? `digest:${newId()}` : undefined;
  return new Map(due.map((reminder) => [reminder.id, digest ?? `reminder:${reminder.id}:${newId()}`]));
}

/**
 * When to look again: once `next`, the open reminder that is due first, may be shown, or from `nudgeAt` on a nudge; within the
 * longest sleep, and never in the past. Undefined when nothing waits.
 */
export function nextWake(
  next: Pick<Reminder, 'dueAt'> | undefined,
  now: Instant,
  zone: TimeZone,
  notifying: Notifying,
  nudgeAt?: LocalDateTime,
): Instant | undefined {
  const wakes = [
    ...(next ? [readyAt(next.dueAt, now, zone, notifying, REMINDER)] : []),
    ...(nudgeAt === undefined ? [] : [readyAt(nudgeAt, now, zone, notifying, NUDGE)]),
  ];
  if (wakes.length === 0) return undefined;
  return instantFromMilliseconds(Math.min(...wakes, millisecondsOf(now) + LONGEST_SLEEP_MINUTES * MINUTE));
}

/**
 * The first full minute after `now` at which something due at `dueAt` may be ready, or anything due later than it: a time that
 * daylight saving skips is read an hour on, and what is due within that hour comes before it. In milliseconds.
 */
function readyAt(dueAt: LocalDateTime, now: Instant, zone: TimeZone, notifying: Notifying, origin: Origin): number {
  const nextMinute = (Math.floor(millisecondsOf(now) / MINUTE) + 1) * MINUTE;
  const delivery = millisecondsOf(firstShowing(deliverAt(dueAt, notifying, origin), zone));
  if (delivery >= nextMinute) return delivery;
  // Late: it waits for an open minute. One of an hour that comes twice may seem past, and is looked for minute by minute.
  const open = nextAllowed(localDateTime(now, zone), notifying, origin);
  return Math.max(millisecondsOf(firstShowing(open, zone)), nextMinute);
}
