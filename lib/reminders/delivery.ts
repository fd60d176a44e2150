import type { Notifying } from '../model/notifying';
import { addDays, at, type CalendarDate, type LocalDateTime, weekdayOf } from '../model/temporal';

/**
 * At what times of the wall clock something may be shown. Everything here asks one question, whether a minute is open, so that
 * what is due earlier is never shown later, and what may be shown stays where it is.
 */

/** Whether the user asked for it to come then (a reminder), or Kith brings it up by itself (a nudge). */
export type Origin = { asked: boolean };

/** Where working days are kept, a day off ends at this hour of the next working day: whoever is up at midnight still has Sunday. */
const DAWN = '06:00';

/** No stretch of closed days is longer than this: one day of work a week is the least. */
const WEEK = 7;

/**
 * The first minute at or after `dueAt` at which it is to be shown: never in quiet hours; nudges on working days from the
 * digest's hour on; reminders on any day unless they are held on days off; in the digest where that was chosen.
 */
export function deliverAt(dueAt: LocalDateTime, notifying: Notifying, origin: Origin): LocalDateTime {
  return notifying.delivery === 'each' ? nextAllowed(dueAt, notifying, origin) : nextDigest(dueAt, notifying, origin);
}

/** Whether something that is late already may be shown at this very minute. Late things do not wait for the next digest. */
export function isAllowed(clock: LocalDateTime, notifying: Notifying, origin: Origin): boolean {
  return nextAllowed(clock, notifying, origin) === clock;
}

/** The first minute at or after `clock` at which something late may be shown. */
export function nextAllowed(clock: LocalDateTime, notifying: Notifying, origin: Origin): LocalDateTime {
  const date = clock.slice(0, 10);
  const today = openOn(date, clock.slice(11), notifying, origin);
  if (today !== undefined) return at(date, today);
  for (let ahead = 1; ahead <= WEEK + 1; ahead++) {
    const day = addDays(date, ahead);
    const time = openOn(day, '00:00', notifying, origin);
    if (time !== undefined) return at(day, time);
  }
  return clock;
}

/** The first time of day at or after `time` at which `date` is open; undefined when it is closed from then on. */
function openOn(date: CalendarDate, time: string, notifying: Notifying, origin: Origin): string | undefined {
  if (isHeld(date, notifying, origin)) return undefined;
  const begins = beginningOf(date, notifying, origin);
  // Where the beginning falls into quiet hours, these alone decide; otherwise the two together could close every day.
  const start = time < begins && !isQuiet(begins, notifying) ? begins : time;
  if (!isQuiet(start, notifying)) return start;
  const end = notifying.quietHours?.to ?? start;
  return end > start ? end : undefined;
}

function beginningOf(date: CalendarDate, notifying: Notifying, origin: Origin): string {
  if (!origin.asked) return notifying.digestTime;
  return isHeld(addDays(date, -1), notifying, origin) ? DAWN : '00:00';
}

function isHeld(date: CalendarDate, { workingDays, holdOnDaysOff }: Notifying, { asked }: Origin): boolean {
  return (!asked || holdOnDaysOff) && workingDays.length > 0 && !workingDays.includes(weekdayOf(date));
}

function isQuiet(time: string, { quietHours }: Notifying): boolean {
  if (!quietHours) return false;
  const { from, to } = quietHours;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** Every working day (every day, where days off are not kept) has one digest: at its hour, or when that is next allowed. */
function nextDigest(dueAt: LocalDateTime, notifying: Notifying, origin: Origin): LocalDateTime {
  const digestOf = (ahead: number) => {
    const day = addDays(dueAt.slice(0, 10), ahead);
    return isHeld(day, notifying, origin) ? undefined : nextAllowed(at(day, notifying.digestTime), notifying, origin);
  };
  let next = nextAllowed(dueAt, notifying, origin);
  for (let ahead = 0; ahead <= WEEK + 1; ahead++) {
    const digest = digestOf(ahead);
    if (digest === undefined || digest < dueAt) continue;
    next = digest;
    break;
  }
  // Pushed by quiet hours, and by the days off after them, that of an earlier day may still be to come.
  for (let back = 1; back <= WEEK + 1 && isQuiet(notifying.digestTime, notifying); back++) {
    const digest = digestOf(-back);
    if (digest !== undefined && digest < dueAt) break;
    next = digest ?? next;
  }
  return next;
}
