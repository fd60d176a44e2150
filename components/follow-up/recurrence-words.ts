import { i18n } from '#i18n';
import { choiceLeft, timesLeft } from '../../lib/model/occurrences';
import type { MonthlyDay, Recurrence, RecurrenceChoice, RecurrenceEnd } from '../../lib/model/recurrence';
import { exactDay, spokenCadence } from '../../lib/model/spoken';
import type { LocalDateTime } from '../../lib/model/temporal';

/** How what is due at `dueAt` still comes again, seen at `clock`; of the last that it is that: "every day, for the last time". */
export function recurrenceWords(recurrence: Recurrence, dueAt: LocalDateTime, clock: LocalDateTime, locale: string): string {
  const choice = choiceLeft(recurrence, dueAt, clock);
  if (timesLeft(recurrence, dueAt, clock) > 1) return choiceWords(choice, locale);
  return i18n.t('recurrence.last', [daysWords(choice, locale)]);
}

/** How something comes again, as people say it: "every 2 weeks on Tuesday, until 1 March 2027". */
export function choiceWords(choice: RecurrenceChoice, locale: string): string {
  return withEnd(daysWords(choice, locale), choice.ends, locale);
}

/** How often, without the days: "every week"; of the working days, that it is those. */
export function cadenceUnitWords({ freq, every, ...choice }: RecurrenceChoice, locale: string): string {
  const isWorking = 'weekdays' in choice && every === 1 && isWorkingWeek(choice.weekdays);
  return isWorking ? i18n.t('recurrence.workingDays') : i18n.t('cadence.every', [spokenCadence({ every, unit: UNITS[freq] }, locale)]);
}

const UNITS = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' } as const;

function daysWords(choice: RecurrenceChoice, locale: string): string {
  const every = (unit: 'day' | 'week' | 'month' | 'year') => i18n.t('cadence.every', [spokenCadence({ every: choice.every, unit }, locale)]);
  switch (choice.freq) {
    case 'daily':
      return every('day');
    case 'weekly': {
      if (choice.every === 1 && isWorkingWeek(choice.weekdays)) return i18n.t('recurrence.workingDays');
      const weekdays = new Intl.ListFormat(locale).format(choice.weekdays.map((weekday) => weekdayName(weekday, locale)));
      return choice.every === 1 ? i18n.t('cadence.every', [weekdays]) : i18n.t('recurrence.onDays', [every('week'), weekdays]);
    }
    case 'monthly':
      return i18n.t('recurrence.onThe', [every('month'), monthlyDayWords(choice.on, locale)]);
    case 'yearly':
      return i18n.t('recurrence.onDays', [every('year'), dayAndMonth(choice.month, choice.day, locale)]);
  }
}

/** "25th", "second Tuesday", "last day" */
export function monthlyDayWords(on: MonthlyDay, locale: string): string {
  if (on.by === 'day') return on.day === 31 ? i18n.t('recurrence.lastDay') : ordinal(on.day, locale);
  const weekday = weekdayName(on.weekday, locale);
  const nth = NTH[on.nth];
  return nth === undefined ? i18n.t('recurrence.nth.last', [weekday]) : i18n.t(`recurrence.nth.${nth}`, [weekday]);
}

const NTH: Record<number, 'first' | 'second' | 'third' | 'fourth'> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth' };

function ordinal(day: number, locale: string): string {
  switch (new Intl.PluralRules(locale, { type: 'ordinal' }).select(day)) {
    case 'one':
      return i18n.t('recurrence.ordinal.one', [String(day)]);
    case 'two':
      return i18n.t('recurrence.ordinal.two', [String(day)]);
    case 'few':
      return i18n.t('recurrence.ordinal.few', [String(day)]);
    case 'zero':
    case 'many':
    case 'other':
      return i18n.t('recurrence.ordinal.other', [String(day)]);
  }
}

function withEnd(days: string, ends: RecurrenceEnd, locale: string): string {
  if (ends.kind === 'after') return i18n.t('recurrence.times', ends.times, [days, String(ends.times)]);
  return ends.kind === 'on' ? i18n.t('recurrence.until', [days, exactDay(ends.date, locale)]) : days;
}

function isWorkingWeek(weekdays: readonly number[]): boolean {
  return weekdays.join() === '1,2,3,4,5';
}

/** "Tuesday" of 2, or "Tue". */
export function weekdayName(weekday: number, locale: string, length: 'long' | 'short' = 'long'): string {
  // 1 January 2024 was a Monday.
  return Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday }).toLocaleString(locale, { weekday: length });
}

/** From a leap year, which has every day that a year may have. */
function dayAndMonth(month: number, day: number, locale: string): string {
  return Temporal.PlainDate.from({ year: 2024, month, day }).toLocaleString(locale, { day: 'numeric', month: 'long' });
}
