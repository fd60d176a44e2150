import type { Cadence } from './cadence';
import { type CalendarDate, daysBetween, type LocalDateTime, millisecondsOf } from './temporal';

/**
 * Dates the way people say them. The exact date belongs in the tooltip: `exactDate`.
 * `locale` is a BCP 47 tag; every word comes from the browser's own Intl data.
 */

/** The reader's own variant of the language the texts are in, so that dates do not speak another language than the words around them. */
export function localeOfTexts(language: string, preferred: readonly string[]): string {
  return preferred.find((each) => each.split('-')[0] === language) ?? language;
}

/** "today", "yesterday", "in 3 days", "2 weeks ago", "5 months ago", then the month and year. */
export function spokenDate(date: CalendarDate, today: CalendarDate, locale: string): string {
  const days = daysBetween(today, date);
  const relative = inWords(locale);
  const distance = Math.abs(days);
  if (distance < 14) return relative.format(days, 'day');
  if (distance < 60) return relative.format(Math.trunc(days / 7), 'week');
  if (distance < 365) return relative.format(Math.trunc(days / 30.44), 'month');
  return written(`${date}T00:00`, locale, { month: 'long', year: 'numeric' });
}

/** As `spokenDate`, with the time of day where it helps: "tomorrow, 9:00", "in 3 weeks". */
export function spokenDateTime(local: LocalDateTime, today: CalendarDate, locale: string): string {
  const day = spokenDate(local.slice(0, 10), today, locale);
  return Math.abs(daysBetween(today, local.slice(0, 10))) < 14 ? `${day}, ${timeOfDay(local, locale)}` : day;
}

/** How long ago, in the fewest letters a badge has room for: "today", "3 d", "5 wk", "7 mth", "2 yr" in the locale's short units. */
export function shortAge(date: CalendarDate, today: CalendarDate, locale: string): string {
  const days = Math.max(0, daysBetween(date, today));
  if (days === 0) return inWords(locale).format(0, 'day');
  const [amount, unit]: [number, string] =
    days < 14 ? [days, 'day'] : days < 60 ? [days / 7, 'week'] : days < 365 ? [days / 30.44, 'month'] : [days / 365.25, 'year'];
  return amounts(locale, unit, 'short').format(Math.trunc(amount));
}

/** What comes after "every" for a cadence: "week", "6 weeks". */
export function spokenCadence({ every, unit }: Cadence, locale: string): string {
  const parts = amounts(locale, unit, 'long').formatToParts(every);
  return (every === 1 ? parts.filter(({ type }) => type === 'unit') : parts).map(({ value }) => value).join('');
}

/** The full date: "Tuesday, 1 December 2026". */
export function exactDate(date: CalendarDate, locale: string): string {
  return written(`${date}T00:00`, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** The date without its weekday: "1 December 2026". */
export function exactDay(date: CalendarDate, locale: string): string {
  return written(`${date}T00:00`, locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The month of a date: "December 2026". */
export function spokenMonth(date: string, locale: string): string {
  return written(`${date.slice(0, 7)}-01T00:00`, locale, { month: 'long', year: 'numeric' });
}

/** The day in the fewest letters: "Tue 1 Dec". */
export function shortDay(local: LocalDateTime, locale: string): string {
  return written(`${local.slice(0, 10)}T00:00`, locale, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** The full date and time: "Tuesday, 1 December 2026, 9:00". */
export function exactDateTime(local: LocalDateTime, locale: string): string {
  return `${exactDate(local.slice(0, 10), locale)}, ${timeOfDay(local, locale)}`;
}

/** The time of day: "9:00". */
export function timeOfDay(local: LocalDateTime, locale: string): string {
  return written(`1970-01-01${local.slice(10, 16)}`, locale, { timeStyle: 'short' });
}

const formats = new Map<string, Intl.DateTimeFormat>();
const distances = new Map<string, Intl.RelativeTimeFormat>();
const units = new Map<string, Intl.NumberFormat>();

/**
 * Writes a time of the wall clock. A format is made once, because making one takes fifty times as long as using it, and is given
 * milliseconds, because with Temporal's dates it takes eighteen times as long (measured in Chromium 156); a list has many dates.
 */
function written(local: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const name = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(name, format);
  return format.format(millisecondsOf(`${local}Z`));
}

function amounts(locale: string, unit: string, unitDisplay: 'short' | 'long'): Intl.NumberFormat {
  const name = `${locale} ${unit} ${unitDisplay}`;
  const format = units.get(name) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
  units.set(name, format);
  return format;
}

function inWords(locale: string): Intl.RelativeTimeFormat {
  const format = distances.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  distances.set(locale, format);
  return format;
}
