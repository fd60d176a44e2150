import type { Firing } from '../model/firing';
import type { Notifying } from '../model/notifying';
import { addDays, at, type CalendarDate, type LocalDateTime, weekdayOf } from '../model/temporal';

/**
 * At what times of the wall clock something may be shown. Everything here asks one question, whether a minute is open, so that
 * what is due earlier is never shown later, and what may be shown stays where it is.
 */

type Kind = Firing['kind'];

/** Where working days are kept, a day off ends at this hour of the next working day: whoever is up at midnight still has Sunday. */
const DAWN = '06:00';

/** No stretch of closed days is longer than this: one day of work a week is the least. */
const WEEK = 7;

/**
 * When something due at `dueAt` is to be shown. Each at its time, or in the digest of its day: with all that falls due on that day, be it
 * later. What was set, or put off, at `setAt`, when that digest had gone, comes at its own time.
 */
export function deliverAt(dueAt: LocalDateTime, notifying: Notifying, kind: Kind, setAt?: LocalDateTime): LocalDateTime {
  const digest = notifying.delivery === 'digest' ? digestOf(dueAt.slice(0, 10), notifying, kind) : undefined;
  return digest === undefined || (setAt !== undefined && setAt >= digest) ? nextAllowed(dueAt, notifying, kind) : digest;
}

/** The hour of the digest, and of what has no time of its own: where it falls into quiet hours, their end. */
export function dailyHour(notifying: Notifying): string {
  const { digestTime, quietHours } = notifying;
  return quietHours && isQuiet(digestTime, notifying) ? quietHours.to : digestTime;
}

/** Whether something that is late already may be shown at this very minute. Late things do not wait for the next digest. */
export function isAllowed(clock: LocalDateTime, notifying: Notifying, kind: Kind): boolean {
  return nextAllowed(clock, notifying, kind) === clock;
}

/** The first minute at or after `clock` at which something late may be shown. */
export function nextAllowed(clock: LocalDateTime, notifying: Notifying, kind: Kind): LocalDateTime {
  const date = clock.slice(0, 10);
  const today = openOn(date, clock.slice(11), notifying, kind);
  if (today !== undefined) return at(date, today);
  for (let ahead = 1; ahead <= WEEK + 1; ahead++) {
    const day = addDays(date, ahead);
    const time = openOn(day, '00:00', notifying, kind);
    if (time !== undefined) return at(day, time);
  }
  return clock;
}

/** The first time of day at or after `time` at which `date` is open; undefined when it is closed from then on. */
function openOn(date: CalendarDate, time: string, notifying: Notifying, kind: Kind): string | undefined {
  if (isHeld(date, notifying, kind)) return undefined;
  const begins = beginningOf(date, notifying, kind);
  // Where the beginning falls into quiet hours, these alone decide; otherwise the two together could close every day.
  const start = time < begins && !isQuiet(begins, notifying) ? begins : time;
  if (!isQuiet(start, notifying)) return start;
  const end = notifying.quietHours?.to ?? start;
  return end > start ? end : undefined;
}

function beginningOf(date: CalendarDate, notifying: Notifying, kind: Kind): string {
  if (kind === 'cadence') return dailyHour(notifying);
  return isHeld(addDays(date, -1), notifying, kind) ? DAWN : '00:00';
}

/** Nudges stay away on days off, and follow-ups where that was chosen; a birthday is on its day. */
function isHeld(date: CalendarDate, { workingDays, holdOnDaysOff }: Notifying, kind: Kind): boolean {
  const waits = kind === 'cadence' || (kind === 'reminder' && holdOnDaysOff);
  return waits && workingDays.length > 0 && !workingDays.includes(weekdayOf(date));
}

function isQuiet(time: string, { quietHours }: Notifying): boolean {
  if (!quietHours) return false;
  const { from, to } = quietHours;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** The digest of a day: that day's, or on a day on which nothing may be shown the next day's that has one. */
function digestOf(date: CalendarDate, notifying: Notifying, kind: Kind): LocalDateTime {
  for (let ahead = 0; ahead < WEEK; ahead++) {
    const day = addDays(date, ahead);
    if (!isHeld(day, notifying, kind)) return nextAllowed(at(day, dailyHour(notifying)), notifying, kind);
  }
  return at(date, dailyHour(notifying));
}
