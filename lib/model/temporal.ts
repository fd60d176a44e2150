import { z } from './zod';

/**
 * All arithmetic on dates. The clock and the time zone are arguments everywhere; nothing here reads them.
 * Three kinds of time are told apart because people mean different things by them:
 * an Instant happened; a LocalDateTime is what the user's wall clock will show, wherever they are then; a CalendarDate has no hour.
 */

/** A moment on the world's clock, ISO 8601 in UTC with milliseconds: `2026-11-22T08:39:01.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

const plausibleYear = (text: string) => text >= '1900' && text < '2200';

/** A wall-clock date and time without a zone, to the minute: `2026-12-01T09:00`. Real calendar dates of 1900–2199 only. */
export const LocalDateTime = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  z.refine((text) => plausibleYear(text) && isReal(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' })), 'no such date or time'),
);
export type LocalDateTime = z.infer<typeof LocalDateTime>;

/** A calendar date: `2026-12-01`. Real dates of 1900–2199 only. */
export const CalendarDate = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/),
  z.refine((text) => plausibleYear(text) && isReal(() => Temporal.PlainDate.from(text, { overflow: 'reject' })), 'no such date'),
);
export type CalendarDate = z.infer<typeof CalendarDate>;

/** A birthday: a date, or month and day alone in the vCard 4 form `--04-12` (29 February included). */
export const Birthday = z.union([
  CalendarDate,
  z.string().check(
    z.regex(/^--\d\d-\d\d$/),
    z.refine((text) => isReal(() => Temporal.PlainMonthDay.from(text.slice(2), { overflow: 'reject' })), 'no such day'),
  ),
]);
export type Birthday = z.infer<typeof Birthday>;

/** An IANA time zone name such as `Europe/Berlin`. */
export type TimeZone = string;

function isReal(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

/** What the wall clock in `zone` shows at `now`, to the minute. */
export function localDateTime(now: Instant, zone: TimeZone): LocalDateTime {
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The calendar date in `zone` at `now`. */
export function today(now: Instant, zone: TimeZone): CalendarDate {
  return localDateTime(now, zone).slice(0, 10);
}

/**
 * The moment at which the wall clock in `zone` shows `local`. An hour skipped by daylight saving is read as if the
 * clock had not been moved (one hour later); of an hour that comes twice the first is meant ("compatible", RFC 5545).
 */
export function instantOf(local: LocalDateTime, zone: TimeZone): Instant {
  return formatInstant(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant());
}

/** When the wall clock in `zone` first shows `local` or, where daylight saving skips it, a later time. Never later than `instantOf`. */
export function firstShowing(local: LocalDateTime, zone: TimeZone): Instant {
  const earlier = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'earlier' });
  const isShown = earlier.toPlainDateTime().equals(local);
  return formatInstant((isShown ? earlier : (earlier.getTimeZoneTransition('next') ?? earlier)).toInstant());
}

/** The next moment after `now` at which the wall clock in `zone` is moved; undefined where that is not planned. */
export function nextClockChange(now: Instant, zone: TimeZone): Instant | undefined {
  const change = Temporal.Instant.from(now).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  return change ? formatInstant(change.toInstant()) : undefined;
}

/** An Instant from milliseconds since 1970. */
export function instantFromMilliseconds(milliseconds: number): Instant {
  return formatInstant(Temporal.Instant.fromEpochMilliseconds(milliseconds));
}

/** Milliseconds since 1970. */
export function millisecondsOf(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

function formatInstant(instant: Temporal.Instant): Instant {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** `date` and `days` later. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** `local` moved by calendar units and clock units; a day too late for its month becomes the month's last. */
export function addTo(local: LocalDateTime, duration: Temporal.DurationLike): LocalDateTime {
  return Temporal.PlainDateTime.from(local).add(duration).toString({ smallestUnit: 'minute' });
}

/** `date` at the hour and minute of `time` (`09:00`). */
export function at(date: CalendarDate, time: string): LocalDateTime {
  return `${date}T${time}`;
}

/** The day of the week of `date`: 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The first `weekday` (1 = Monday … 7 = Sunday) after `date`. */
export function nextWeekday(date: CalendarDate, weekday: number): CalendarDate {
  const start = Temporal.PlainDate.from(date);
  return start.add({ days: ((weekday - start.dayOfWeek + 6) % 7) + 1 }).toString();
}
