import { addDays, CalendarDate, LocalDateTime, weekdayOf } from './temporal';
import { z } from './zod';

/** Monday … Sunday as RFC 5545 writes them; a weekday's number is its place here, from 1. */
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The longest month of each name: 29 February is a day, though not of every year. */
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * How a reminder comes again, as people choose it. Weekdays are 1 = Monday … 7 = Sunday; no weekday means that of the start.
 * A day that a month lacks is its last: "on the 31st" is on 30 April, a 29 February is kept on the 28th in common years.
 */
export type RecurrenceChoice = RecurrenceDays & { every: number; ends: RecurrenceEnd };

/** On which days it comes, in every day, week, month or year that counts. */
export type RecurrenceDays =
  | { freq: 'daily' }
  | { freq: 'weekly'; weekdays: number[] }
  | { freq: 'monthly'; on: MonthlyDay }
  | { freq: 'yearly'; month: number; day: number };

/** The day of a month: its 15th, its 2nd Tuesday, its last Friday (`nth` -1). */
export type MonthlyDay = { by: 'day'; day: number } | { by: 'weekday'; nth: number; weekday: number };

/** Never, once it has come `times` times (the first counts), or after a last day. */
export type RecurrenceEnd = { kind: 'never' } | { kind: 'after'; times: number } | { kind: 'on'; date: CalendarDate };

/**
 * A recurrence as it is kept. `rule` is an RFC 5545 RRULE value, `from` its DTSTART on the wall clock of wherever the user is.
 * Accepted are the rules that a RecurrenceChoice can say: each of them comes again until it ends.
 */
export const Recurrence = z
  .strictObject({ rule: z.string().check(z.maxLength(200)), from: LocalDateTime })
  // A field that was refused is looked at all the same.
  .check(z.refine(({ rule, from }) => LocalDateTime.safeParse(from).success && read({ rule, from }) !== undefined, 'not a recurrence that Kith understands'));
export type Recurrence = z.infer<typeof Recurrence>;

/** The RRULE value that says `choice` from `from` on, exactly as RFC 5545 reads it. */
export function ruleOf(choice: RecurrenceChoice, from: LocalDateTime): string {
  return [`FREQ=${choice.freq.toUpperCase()}`, ...(choice.every > 1 ? [`INTERVAL=${choice.every}`] : []), ...days(choice, from), ...end(choice.ends)].join(';');
}

/** What was chosen to get this recurrence. Throws on a rule that `Recurrence` refuses. */
export function choiceOf(recurrence: Recurrence): RecurrenceChoice {
  const choice = read(recurrence);
  if (!choice) throw new Error(`The rule "${recurrence.rule}" is not a recurrence that Kith understands; choose again how it recurs.`);
  return choice;
}

/**
 * What one may mean by "again" for something at `from`: every day, every working day, weekly, monthly on that day of the month
 * or on that weekday of it (the second, the last), yearly.
 */
export function choicesFrom(from: LocalDateTime): RecurrenceChoice[] {
  const { month, day, weekday } = partsOf(from);
  const once = { every: 1, ends: { kind: 'never' } } as const;
  return [
    { ...once, freq: 'daily' },
    { ...once, freq: 'weekly', weekdays: [1, 2, 3, 4, 5] },
    { ...once, freq: 'weekly', weekdays: [weekday] },
    { ...once, freq: 'monthly', on: { by: 'day', day } },
    ...nthsOf(from.slice(0, 10)).map((nth) => ({ ...once, freq: 'monthly' as const, on: { by: 'weekday' as const, nth, weekday } })),
    { ...once, freq: 'yearly', month, day },
  ];
}

/**
 * The same choice for something moved from `from` to `to`: the days that were those of `from` are those of `to`, so that what came
 * every Tuesday comes every Friday; days of its own stay.
 */
export function movedChoice(choice: RecurrenceChoice, from: LocalDateTime, to: LocalDateTime): RecurrenceChoice {
  const { month, day, weekday } = partsOf(to);
  if (!comesOn(choice, from.slice(0, 10))) return choice;
  switch (choice.freq) {
    case 'daily':
      return choice;
    case 'weekly':
      return choice.weekdays.length === 1 ? { ...choice, weekdays: [weekday] } : choice;
    case 'monthly': {
      if (choice.on.by === 'day') return { ...choice, on: { by: 'day', day } };
      const [nth = -1, last = nth] = nthsOf(to.slice(0, 10));
      return { ...choice, on: { by: 'weekday', nth: choice.on.nth === -1 ? last : nth, weekday } };
    }
    case 'yearly':
      return { ...choice, month, day };
  }
}

/** Whether a date is one of these days, be it because its month has no more. */
export function comesOn(days: RecurrenceDays, date: CalendarDate): boolean {
  const { month, weekday, ...its } = partsOf(date);
  const isLastOfMonth = addDays(date, 1).endsWith('-01');
  const isDay = (day: number) => day === its.day || (day > its.day && isLastOfMonth);
  switch (days.freq) {
    case 'daily':
      return true;
    case 'weekly':
      return days.weekdays.includes(weekday);
    case 'monthly':
      return days.on.by === 'day' ? isDay(days.on.day) : days.on.weekday === weekday && nthsOf(date).includes(days.on.nth);
    case 'yearly':
      return days.month === month && isDay(days.day);
  }
}

/** Which one of its weekdays in its month a day is: its 2nd Tuesday, its 4th and last (-1), its last alone where that is a 5th. */
function nthsOf(date: CalendarDate): number[] {
  const nth = Math.ceil(Number(date.slice(8)) / 7);
  const isLast = addDays(date, 7).slice(5, 7) !== date.slice(5, 7);
  return [...(nth <= 4 ? [nth] : []), ...(isLast ? [-1] : [])];
}

function days(choice: RecurrenceDays, from: LocalDateTime): string[] {
  switch (choice.freq) {
    case 'daily':
      return [];
    case 'weekly': {
      const weekdays = choice.weekdays.length > 0 ? [...new Set(choice.weekdays)].sort((a, b) => a - b) : [partsOf(from).weekday];
      return [`BYDAY=${weekdays.map(weekdayName).join(',')}`];
    }
    case 'monthly':
      return choice.on.by === 'day' ? dayOrLast(choice.on.day) : [`BYDAY=${choice.on.nth}${weekdayName(choice.on.weekday)}`];
    case 'yearly':
      return [`BYMONTH=${choice.month}`, ...(choice.month === 2 ? dayOrLast(choice.day) : [`BYMONTHDAY=${choice.day}`])];
  }
}

/** RFC 5545 leaves out a day that a month lacks; "the last of the 28th to the 31st" is what people mean by the 31st. */
function dayOrLast(day: number): string[] {
  if (day <= 28) return [`BYMONTHDAY=${day}`];
  return [`BYMONTHDAY=${[28, 29, 30, 31].filter((each) => each <= day).join(',')}`, 'BYSETPOS=-1'];
}

function end(ends: RecurrenceEnd): string[] {
  switch (ends.kind) {
    case 'never':
      return [];
    case 'after':
      return [`COUNT=${ends.times}`];
    case 'on':
      return [`UNTIL=${ends.date.replaceAll('-', '')}`];
  }
}

function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

function partsOf(local: LocalDateTime) {
  const date = local.slice(0, 10);
  return { month: Number(date.slice(5, 7)), day: Number(date.slice(8)), weekday: weekdayOf(date) };
}

/** The rule taken apart, if a choice can say it. A part that was asked for is taken out: one left at the end is one not understood. */
function read({ rule, from }: { rule: string; from: LocalDateTime }): RecurrenceChoice | undefined {
  const pairs = rule.split(';').map((part) => part.split('='));
  const parts = new Map(pairs.map(([name = '', value = '']) => [name, value]));
  if (parts.size < pairs.length || pairs.some((pair) => pair.length !== 2)) return undefined;
  const take = (name: string) => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const freq = take('FREQ') ?? '';
  const every = wholeNumber(take('INTERVAL') ?? '1', 1, 999);
  const ends = readEnd(take('COUNT'), take('UNTIL'));
  if (every === undefined || !ends) return undefined;
  const choice = readDays(freq, take, from);
  return choice && parts.size === 0 ? { ...choice, every, ends } : undefined;
}

function readDays(freq: string, take: (name: string) => string | undefined, from: LocalDateTime): RecurrenceDays | undefined {
  const start = partsOf(from);
  switch (freq) {
    case 'DAILY':
      return { freq: 'daily' };
    case 'WEEKLY': {
      const names = take('BYDAY')?.split(',') ?? [weekdayName(start.weekday)];
      const weekdays = [...new Set(names.map((name) => WEEKDAYS.indexOf(name) + 1))].sort((a, b) => a - b);
      return weekdays[0] === 0 ? undefined : { freq: 'weekly', weekdays };
    }
    case 'MONTHLY': {
      const weekday = take('BYDAY');
      if (weekday !== undefined) return readNthWeekday(weekday);
      const day = readDayOfMonth(take('BYMONTHDAY') ?? String(start.day), take('BYSETPOS'));
      return day === undefined ? undefined : { freq: 'monthly', on: { by: 'day', day } };
    }
    case 'YEARLY': {
      const month = wholeNumber(take('BYMONTH') ?? String(start.month), 1, 12);
      const day = readDayOfMonth(take('BYMONTHDAY') ?? String(start.day), take('BYSETPOS'));
      const longest = LONGEST_MONTHS[(month ?? 0) - 1];
      return month === undefined || day === undefined || longest === undefined || day > longest ? undefined : { freq: 'yearly', month, day };
    }
    default:
      return undefined;
  }
}

function readNthWeekday(text: string): RecurrenceDays | undefined {
  const [, nth, name] = /^(?:\+?([1-4])|-1)([A-Z]{2})$/.exec(text) ?? [];
  const weekday = WEEKDAYS.indexOf(name ?? '') + 1;
  return weekday === 0 ? undefined : { freq: 'monthly', on: { by: 'weekday', nth: Number(nth ?? -1), weekday } };
}

/** A single day, "the last day" (-1), or `dayOrLast` read backwards. */
function readDayOfMonth(list: string, position: string | undefined): number | undefined {
  if (position === undefined) return list === '-1' ? 31 : wholeNumber(list, 1, 31);
  const day = [29, 30, 31].find((each) => dayOrLast(each)[0] === `BYMONTHDAY=${list}`);
  return position === '-1' ? day : undefined;
}

function readEnd(count: string | undefined, until: string | undefined): RecurrenceEnd | undefined {
  if (count !== undefined && until !== undefined) return undefined;
  if (until !== undefined) {
    const date = CalendarDate.safeParse(until.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
    return date.success && /^\d{8}$/.test(until) ? { kind: 'on', date: date.data } : undefined;
  }
  if (count === undefined) return { kind: 'never' };
  const times = wholeNumber(count, 1, 999);
  return times === undefined ? undefined : { kind: 'after', times };
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
