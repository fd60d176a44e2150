import { Line } from './profile';
import { addDays, addTo, at, Birthday, type CalendarDate } from './temporal';
import { z } from './zod';

/** The most days ahead of a date that one may be told of it. */
export const MOST_DAYS_AHEAD = 60;

/** A day of somebody's year: a birthday, a work anniversary, the day they defended. The year may be unknown. */
export const SpecialDate = z.strictObject({
  /** Unlike those of its contact's other dates; made on the device. */
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  label: Line,
  date: Birthday,
});
export type SpecialDate = z.infer<typeof SpecialDate>;

/** Month and day, `04-12`, of a date with or without a year. */
export function monthDay(date: Birthday): string {
  return date.slice(-5);
}

/** When `date` comes in `year`; 29 February comes on the 28th in common years. Undefined before the year in which it began. */
export function occurrenceOn(date: Birthday, year: number): CalendarDate | undefined {
  const first = yearOf(date);
  if (first !== undefined && year < first) return undefined;
  // From a leap year the calendar's own arithmetic finds the last of a shorter February.
  return addTo(at(`2000-${monthDay(date)}`, '00:00'), { years: year - 2000 }).slice(0, 10);
}

/** The first time `date` comes on or after `today`; the very date when it lies ahead as a whole. */
export function nextOccurrenceOf(date: Birthday, today: CalendarDate): CalendarDate {
  const year = Math.max(yearOf(date) ?? 0, Number(today.slice(0, 4)));
  const thisYear = occurrenceOn(date, year);
  return thisYear !== undefined && thisYear >= today ? thisYear : (occurrenceOn(date, year + 1) ?? today);
}

/** How many years old it is at `occurrence`: an age, the number of an anniversary. Undefined when the year is not known. */
export function yearsAt(date: Birthday, occurrence: CalendarDate): number | undefined {
  const first = yearOf(date);
  return first === undefined ? undefined : Number(occurrence.slice(0, 4)) - first;
}

/**
 * The `MM-DD` (both ends included) of all dates that come from `from` to `days` later, as ranges to ask an index for: two
 * where a new year begins in between. 29 February is found where the 28th of a common year is.
 */
export function monthDaysBetween(from: CalendarDate, days: number): [lower: string, upper: string][] {
  const to = addDays(from, days);
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const lower = monthDay(from);
  const upper = lastMonthDayOn(to);
  if (years === 0) return [[lower, upper]];
  if (years > 1 || upper >= lower) return [['01-01', '12-31']];
  return [
    [lower, '12-31'],
    ['01-01', upper],
  ];
}

/** The last `MM-DD` that comes on `date`: on 28 February of a common year also the 29th. */
function lastMonthDayOn(date: CalendarDate): string {
  return monthDay(date) === '02-28' && monthDay(addDays(date, 1)) === '03-01' ? '02-29' : monthDay(date);
}

function yearOf(date: Birthday): number | undefined {
  return date.startsWith('--') ? undefined : Number(date.slice(0, 4));
}
