import type { Firable, Firing, FiringRules } from '../model/firing';
import type { Notifying } from '../model/notifying';
import type { Reminder } from '../model/reminder';
import {
  addDays,
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
import { dailyHour, deliverAt, isAllowed, nextAllowed } from './delivery';
import { lastOccurrence, nextOccurrence } from './recurrence';

/** From this many reminders at once, one notification speaks for all of them. */
export const DIGEST_FROM = 3;

/**
 * Never sleep longer than this while a reminder waits: nothing tells a worker that the clock was set or that the user has
 * travelled into another time zone, and then the wall clock moves under the alarm.
 */
export const LONGEST_SLEEP_MINUTES = 60;

const MINUTE = 60_000;

/** What is to be shown when its time comes; `setAt` is when the user last said when that is. */
type Waiting = { kind: Firing['kind']; dueAt: LocalDateTime; setAt?: Instant };

/**
 * Those of these, open or notified, that are to be notified now: come due, and at an hour at which they may be shown. One that recurs is due at
 * the latest of its occurrences that has come, be it that it was slept through before or that nobody has dealt with it.
 */
export function dueForNotification(reminders: readonly Reminder[], now: Instant, zone: TimeZone, notifying: Notifying): Reminder[] {
  const isTime = (reminder: Reminder) => isReady(waiting(reminder), now, zone, notifying);
  const mayCome = isAllowed(localDateTime(now, zone), notifying, 'reminder');
  return reminders.flatMap((reminder) => {
    const isOpen = reminder.status === 'open';
    // Whoever is met is told at once: the user sits in front of their page.
    if (isOpen && reminder.encounter !== undefined) return [reminder];
    if (!mayCome) return [];
    return occurrencesBy(reminder, today(now, zone)).find(isTime) ?? (isOpen && isTime(reminder) ? [reminder] : []);
  });
}

/** A reminder at the occurrences after its time, by the end of `date`, the latest first: those held back, or of the day, may be still to come. */
function* occurrencesBy(reminder: Reminder, date: CalendarDate): Generator<Reminder> {
  const { recurrence, dueAt } = reminder;
  if (!recurrence) return;
  for (let day = date; day >= dueAt.slice(0, 10); ) {
    const occurrence = lastOccurrence(recurrence, at(day, '23:59'));
    if (occurrence === undefined || occurrence <= dueAt) return;
    yield { ...reminder, dueAt: occurrence };
    day = addDays(occurrence.slice(0, 10), -1);
  }
}

function waiting({ dueAt, updatedAt }: Pick<Reminder, 'dueAt' | 'updatedAt'>): Waiting {
  return { kind: 'reminder', dueAt, setAt: updatedAt };
}

/** Whether its time has come, and it may be shown now. */
function isReady(waiting: Waiting, now: Instant, zone: TimeZone, notifying: Notifying): boolean {
  return isAllowed(localDateTime(now, zone), notifying, waiting.kind) && instantOf(deliveryOf(waiting, zone, notifying), zone) <= now;
}

function deliveryOf({ kind, dueAt, setAt }: Waiting, zone: TimeZone, notifying: Notifying): LocalDateTime {
  return deliverAt(dueAt, notifying, kind, setAt && localDateTime(setAt, zone));
}

/**
 * The notification id of each thing that is notified at once: its own, or one for all where they are several or come as a
 * digest. Nudges share one of their own beside what was asked for, where that does not come as a digest anyway.
 */
export function groupForNotification(
  due: readonly Pick<Firable, 'id' | 'kind'>[],
  newId: () => string,
  delivery: Notifying['delivery'] = 'each',
): ReadonlyMap<string, string> {
  const nudges = `nudges:${newId()}`;
  const asked = due.filter(({ kind }) => kind !== 'cadence');
  const digest = delivery === 'digest' || asked.length >= DIGEST_FROM ? `digest:${newId()}` : undefined;
  const own = ({ kind }: Pick<Firable, 'kind'>) => (kind === 'cadence' ? nudges : `${kind}:${newId()}`);
  return new Map(due.map((firable) => [firable.id, digest ?? own(firable)]));
}

/** All that decides what is notified at this moment. */
export function firingRules(now: Instant, zone: TimeZone, notifying: Notifying, newId: () => string): FiringRules {
  const dueAt = at(today(now, zone), dailyHour(notifying));
  const isTime = (kind: Firing['kind']) => isReady({ kind, dueAt }, now, zone, notifying);
  return {
    due: (open) => dueForNotification(open, now, zone, notifying),
    ...(isTime('date') && { days: { dueAt, ahead: notifying.datesDaysAhead } }),
    ...(isTime('cadence') && { nudges: { dueAt, most: notifying.nudgesPerDay } }),
    plannedFor: (fellDueAt, kind, setAt) => {
      const delivery = instantOf(deliveryOf({ kind, dueAt: fellDueAt, ...(kind === 'reminder' && { setAt }) }, zone, notifying), zone);
      return delivery < now ? delivery : now;
    },
    mayCome: (kind) => isAllowed(localDateTime(now, zone), notifying, kind),
    group: (firables) => groupForNotification(firables, newId, notifying.delivery),
  };
}

/** The next day on which dates and cadences are to be looked at, absent where nobody has any; and what the browser would not show. */
export type BesideReminders = { days?: CalendarDate; nudges?: CalendarDate; refused?: readonly Firing['kind'][] };

/**
 * When to look again: once one of `reminders` may be shown, or comes again, when the day's look at dates or cadences is to be taken, or
 * when quiet that holds what was refused ends; within the longest sleep, and never in the past. Undefined when nothing waits.
 */
export function nextWake(
  reminders: readonly Reminder[],
  now: Instant,
  zone: TimeZone,
  notifying: Notifying,
  { days, nudges, refused = [] }: BesideReminders = {},
): Instant | undefined {
  const look = (kind: Firing['kind'], day: CalendarDate | undefined) => (day === undefined ? [] : [{ kind, dueAt: at(day, dailyHour(notifying)) }]);
  const waits = [...reminders.flatMap(nextTime), ...look('date', days), ...look('cadence', nudges)];
  // What may come already waits for the browser, and nothing tells when that will have it.
  const triedAt = (kind: Firing['kind']) => (isAllowed(localDateTime(now, zone), notifying, kind) ? Infinity : openAt(kind, now, zone, notifying));
  const wakes = [...waits.map((each) => readyAt(each, now, zone, notifying)), ...refused.map(triedAt)];
  if (wakes.length === 0) return undefined;
  // An hour that comes again opens minutes that had closed already: whatever was planned is planned anew then.
  const change = nextClockChange(now, zone);
  return instantFromMilliseconds(Math.min(...wakes, change === undefined ? Infinity : millisecondsOf(change), millisecondsOf(longestSleepFrom(now))));
}

/** For what time a reminder waits: for its own or, when it was notified, for its next occurrence. */
function nextTime(reminder: Reminder): Waiting[] {
  const { status, recurrence, dueAt } = reminder;
  if (status !== 'notified') return [waiting(reminder)];
  const next = recurrence && nextOccurrence(recurrence, dueAt);
  return next === undefined ? [] : [waiting({ ...reminder, dueAt: next })];
}

/** By when at the latest to look again, while anything waits. */
export function longestSleepFrom(now: Instant): Instant {
  return instantFromMilliseconds(millisecondsOf(now) + LONGEST_SLEEP_MINUTES * MINUTE);
}

/**
 * The first full minute after `now` at which this may be ready, or anything due later than it: a time that
 * daylight saving skips is read an hour on, and what is due within that hour comes before it. In milliseconds.
 */
function readyAt(waiting: Waiting, now: Instant, zone: TimeZone, notifying: Notifying): number {
  const delivery = millisecondsOf(firstShowing(deliveryOf(waiting, zone, notifying), zone));
  return delivery >= nextMinute(now) ? delivery : openAt(waiting.kind, now, zone, notifying);
}

/** When what is late may be shown, after `now`. A minute of an hour that comes twice may seem past, and is looked for minute by minute. */
function openAt(kind: Firing['kind'], now: Instant, zone: TimeZone, notifying: Notifying): number {
  const open = nextAllowed(localDateTime(now, zone), notifying, kind);
  return Math.max(millisecondsOf(firstShowing(open, zone)), nextMinute(now));
}

function nextMinute(now: Instant): number {
  return (Math.floor(millisecondsOf(now) / MINUTE) + 1) * MINUTE;
}
