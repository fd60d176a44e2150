import type { Firable, FiringRules } from '../model/firing';
import type { Notifying } from '../model/notifying';
import type { Reminder } from '../model/reminder';
import {
  at,
  type CalendarDate,
  firstShowing,
  type Instant,
  instantFromMilliseconds,
  instantOf,
  type LocalDateTime,
  localDateTime,
  millisecondsOf,
  nextClockChange,
  type TimeZone,
  today,
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
  // Whoever is met is told at once: the user sits in front of their page.
  return reminders.filter(({ status, encounter, dueAt }) => status === 'open' && (encounter !== undefined || isReady(dueAt, now, zone, notifying, REMINDER)));
}

/** Whether something that fell due at `dueAt` may be shown now. */
export function isReady(dueAt: LocalDateTime, now: Instant, zone: TimeZone, notifying: Notifying, origin: Origin): boolean {
  return isAllowed(localDateTime(now, zone), notifying, origin) && instantOf(deliverAt(dueAt, notifying, origin), zone) <= now;
}

/**
 * The notification id of each thing that is notified at once: its own, or one for all where they are several or come as a
 * digest. Nudges share one of their own beside what was asked for.
 */
export function groupForNotification(
  due: readonly Pick<Firable, 'id' | 'kind'>[],
  newId: () => string,
  delivery: Notifying['delivery'] = 'each',
): ReadonlyMap<string, string> {
  const nudges = `nudges:${newId()}`;
  const asked = due.filter(({ kind }) => kind !== 'cadence');
  const digest = delivery === 'digest' || asked.length >= DIGEST_FROM ? `digest:${newId()}` : undefined;
  const shared = ({ kind }: Pick<Firable, 'kind'>) => (kind === 'cadence' && delivery === 'each' ? nudges : digest);
  return new Map(due.map((firable) => [firable.id, shared(firable) ?? `${firable.kind}:${newId()}`]));
}

/** All that decides what is notified at this moment. */
export function firingRules(now: Instant, zone: TimeZone, notifying: Notifying, newId: () => string): FiringRules {
  const dueAt = at(today(now, zone), notifying.digestTime);
  const isTime = (origin: Origin) => isReady(dueAt, now, zone, notifying, origin);
  return {
    due: (open) => dueForNotification(open, now, zone, notifying),
    ...(isTime(REMINDER) && { days: { dueAt, ahead: notifying.datesDaysAhead } }),
    ...(isTime(NUDGE) && { nudges: { dueAt, most: notifying.nudgesPerDay } }),
    plannedFor: (fellDueAt, kind) => {
      const delivery = instantOf(deliverAt(fellDueAt, notifying, kind === 'cadence' ? NUDGE : REMINDER), zone);
      return delivery < now ? delivery : now;
    },
    group: (firables) => groupForNotification(firables, newId, notifying.delivery),
  };
}

/** The next day on which dates and cadences are to be looked at; absent where nobody has any. */
export type ChoreDays = { days?: CalendarDate; nudges?: CalendarDate };

/**
 * When to look again: once `next`, the open reminder that is due first, may be shown, or when the day's look at dates or
 * cadences is to be taken; within the longest sleep, and never in the past. Undefined when nothing waits.
 */
export function nextWake(
  next: Pick<Reminder, 'dueAt'> | undefined,
  now: Instant,
  zone: TimeZone,
  notifying: Notifying,
  chores: ChoreDays = {},
): Instant | undefined {
  const look = (day: CalendarDate | undefined, origin: Origin) =>
    day === undefined ? [] : [readyAt(at(day, notifying.digestTime), now, zone, notifying, origin)];
  const wakes = [...(next ? [readyAt(next.dueAt, now, zone, notifying, REMINDER)] : []), ...look(chores.days, REMINDER), ...look(chores.nudges, NUDGE)];
  if (wakes.length === 0) return undefined;
  // An hour that comes again opens minutes that had closed already: whatever was planned is planned anew then.
  const change = nextClockChange(now, zone);
  return instantFromMilliseconds(Math.min(...wakes, change === undefined ? Infinity : millisecondsOf(change), millisecondsOf(longestSleepFrom(now))));
}

/** By when at the latest to look again, while anything waits. */
export function longestSleepFrom(now: Instant): Instant {
  return instantFromMilliseconds(millisecondsOf(now) + LONGEST_SLEEP_MINUTES * MINUTE);
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
