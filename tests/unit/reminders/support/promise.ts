import type { Notifying } from '../../../../lib/model/notifying';
import type { LocalDateTime } from '../../../../lib/model/temporal';

/**
 * When follow-ups come, as the settings say it, minute by minute and in plain numbers: it knows nothing of how Kith reckons. The wall clock
 * is counted in minutes, as if there were no zones.
 */

const HOUR = 60;
const DAY = 24 * HOUR;

/** Nothing is shown in quiet hours; nothing on a day off where follow-ups are held on these, nor before six in the morning after it. */
export function isOpen(clock: LocalDateTime, notifying: Notifying): boolean {
  return isOpenAt(minutesOf(clock), notifying);
}

/** The first minute at or after `clock` at which something may be shown. */
export function firstOpen(clock: LocalDateTime, notifying: Notifying): LocalDateTime {
  return clockOf(whenOpen(minutesOf(clock), notifying));
}

/**
 * Each at its time, or as soon after it as something may be shown. In a digest, with all else of its day when that day has its digest;
 * of a day off, on the next day of work. What was set after that comes at its own time.
 */
export function promisedFor(dueAt: LocalDateTime, setAt: LocalDateTime, notifying: Notifying): LocalDateTime {
  const own = whenOpen(minutesOf(dueAt), notifying);
  if (notifying.delivery === 'each') return clockOf(own);
  let day = minutesOf(dueAt) - timeOf(minutesOf(dueAt));
  while (isDayOff(day, notifying)) day += DAY;
  const { quietHours, digestTime } = notifying;
  // A digest whose hour is quiet comes when the quiet ends, which over night is in the morning of that day.
  const hour = quietHours && isQuiet(minutesInto(digestTime), notifying) ? quietHours.to : digestTime;
  const digest = whenOpen(day + minutesInto(hour), notifying);
  return clockOf(minutesOf(setAt) < digest ? digest : own);
}

function whenOpen(minute: number, notifying: Notifying): number {
  while (!isOpenAt(minute, notifying)) minute++;
  return minute;
}

function isOpenAt(minute: number, notifying: Notifying): boolean {
  if (isQuiet(timeOf(minute), notifying) || isDayOff(minute, notifying)) return false;
  // Unless it is quiet at six: then the end of that is the beginning of the day.
  const isNight = timeOf(minute) < 6 * HOUR && !isQuiet(6 * HOUR, notifying);
  return !isNight || !isDayOff(minute - DAY, notifying);
}

function isQuiet(time: number, { quietHours }: Notifying): boolean {
  if (!quietHours) return false;
  const [from, to] = [minutesInto(quietHours.from), minutesInto(quietHours.to)];
  return from < to ? time >= from && time < to : from > to && (time >= from || time < to);
}

/** 1 January 1970 was a Thursday, the fourth day of its week. */
function isDayOff(minute: number, { holdOnDaysOff, workingDays }: Notifying): boolean {
  return holdOnDaysOff && !workingDays.includes(((Math.floor(minute / DAY) + 3) % 7) + 1);
}

function timeOf(minute: number): number {
  return minute % DAY;
}

function minutesInto(time: string): number {
  return Number(time.slice(0, 2)) * HOUR + Number(time.slice(3));
}

function minutesOf(clock: LocalDateTime): number {
  return Date.parse(`${clock}Z`) / 60_000;
}

function clockOf(minute: number): LocalDateTime {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}
