import type { Reminder } from '../model/reminder';
import { type Instant, instantFromMilliseconds, instantOf, millisecondsOf, type TimeZone } from '../model/temporal';

/** From this many reminders at once, one notification speaks for all of them. */
export const DIGEST_FROM = 4;

/**
 * Never sleep longer than this while a reminder waits: nothing tells a worker that the clock was set or that the user has
 * travelled into another time zone, and then the wall clock moves under the alarm.
 */
export const LONGEST_SLEEP_MINUTES = 60;

/** The notification id of each of the reminders that fall due together: its own, or one for all. */
export function groupForNotification(due: readonly Reminder[], newId: () => string): ReadonlyMap<string, string> {
  const digest = due.length >= DIGEST_FROM ? `digest:${newId()}` : undefined;
  return new Map(due.map((reminder) => [reminder.id, digest ?? `reminder:${reminder.id}:${newId()}`]));
}

/** When to look again: at the next reminder's time, within the longest sleep, and never in the past. Undefined when none is open. */
export function nextWake(next: Reminder | undefined, now: Instant, zone: TimeZone): Instant | undefined {
  if (!next) return undefined;
  const clock = millisecondsOf(now);
  const due = millisecondsOf(instantOf(next.dueAt, zone));
  return instantFromMilliseconds(Math.min(Math.max(due, clock + 1), clock + LONGEST_SLEEP_MINUTES * 60_000));
}
