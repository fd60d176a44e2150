import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrence, occurrencesBy } from '../../../lib/model/occurrences';
import type { RecurrenceChoice, RecurrenceEnd } from '../../../lib/model/recurrence';
import { ruleOf } from '../../../lib/model/recurrence';
import { addDays, addTo, at, LocalDateTime } from '../../../lib/model/temporal';
import { lastOccurrence, nextOccurrence } from '../../../lib/reminders/recurrence';

/** The first `count` occurrences. */
function occurrences(rule: string, from: string, count = 5): string[] {
  const found = [];
  for (let next: string | undefined = from; next !== undefined && found.length < count; next = nextOccurrence({ rule, from }, next))
    found.push(next.slice(0, 10));
  return found;
}

describe('A reminder that recurs', () => {
  test.each([
    ['FREQ=DAILY', '2026-02-27T09:00', ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2026-11-24T09:00', ['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-05', '2027-01-19']],
    ['FREQ=WEEKLY;BYDAY=MO,FR', '2026-11-25T09:00', ['2026-11-25', '2026-11-27', '2026-11-30', '2026-12-04', '2026-12-07']],
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-11-10T09:00', ['2026-11-10', '2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09']],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27T09:00', ['2026-11-27', '2026-12-25', '2027-01-29', '2027-02-26', '2027-03-26']],
    ['FREQ=MONTHLY', '2027-01-31T09:00', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=30', '2027-12-30T09:00', ['2027-12-30', '2028-01-30', '2028-02-29', '2028-03-30', '2028-04-30']],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2026-02-28T09:00', ['2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28', '2030-02-28']],
    ['FREQ=YEARLY', '2024-02-29T09:00', ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['FREQ=YEARLY;INTERVAL=100', '2000-02-29T09:00', ['2000-02-29', '2100-02-28']],
    ['FREQ=DAILY;COUNT=3', '2026-11-24T09:00', ['2026-11-24', '2026-11-25', '2026-11-26']],
    ['FREQ=DAILY;UNTIL=20261126', '2026-11-24T23:59', ['2026-11-24', '2026-11-25', '2026-11-26']],
    ['FREQ=DAILY;UNTIL=20251126', '2026-11-24T23:59', ['2026-11-24']],
    ['FREQ=YEARLY;INTERVAL=999', '2026-11-24T09:00', ['2026-11-24']],
  ])('by %s from %s comes on %j', (rule, from, dates) => expect(occurrences(rule, from)).toEqual(dates));

  test('comes at the hour of its start, on every clock', () =>
    expect(nextOccurrence({ rule: 'FREQ=DAILY', from: '2026-03-28T02:30' }, '2026-03-28T02:30')).toBe('2026-03-29T02:30'));

  test('comes again on the same day when that is still ahead', () =>
    expect(nextOccurrence({ rule: 'FREQ=DAILY', from: '2016-11-24T09:00' }, '2026-11-24T08:59')).toBe('2026-11-24T09:00'));

  test('comes first at its start', () =>
    expect(nextOccurrence({ rule: 'FREQ=WEEKLY;BYDAY=FR', from: '2026-11-24T09:00' }, '2020-01-01T00:00')).toBe('2026-11-24T09:00'));

  test('daily for ten years is answered at once', () => {
    const recurrence = { rule: 'FREQ=DAILY', from: '2016-11-24T09:00' };
    nextOccurrence(recurrence, '2026-11-24T09:00');
    const times = Array.from({ length: 21 }, (_, day) => {
      const start = performance.now();
      nextOccurrence(recurrence, at(addDays('2026-11-24', day), '09:00'));
      return performance.now() - start;
    });
    expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(5);
  });
});

/** Every day from 2010 to 2079, with what a rule may ask of it; counted, not calculated. */
const CALENDAR = (() => {
  const days: { date: string; year: number; month: number; day: number; weekday: number; lastDay: number; week: number }[] = [];
  for (let year = 2010; year < 2080; year++)
    for (let month = 1; month <= 12; month++) {
      const lastDay = month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
      for (let day = 1; day <= lastDay; day++) {
        const friday = days.length + 4; // 1 January 2010 was one
        const two = (number: number) => String(number).padStart(2, '0');
        days.push({ date: `${year}-${two(month)}-${two(day)}`, year, month, day, lastDay, weekday: (friday % 7) + 1, week: Math.floor(friday / 7) });
      }
    }
  return days;
})();

/** Whether `choice`, begun on day `from` of the calendar, comes on day `index`: with no rule and no library. */
function comesOn(choice: RecurrenceChoice, from: number, index: number): boolean {
  if (index === from) return true;
  const start = CALENDAR[from]!;
  const { year, month, day, weekday, week, lastDay } = CALENDAR[index]!;
  const isTurn = (elapsed: number) => elapsed % choice.every === 0;
  switch (choice.freq) {
    case 'daily':
      return isTurn(index - from);
    case 'weekly':
      return choice.weekdays.includes(weekday) && isTurn(week - start.week);
    case 'monthly': {
      if (!isTurn((year - start.year) * 12 + month - start.month)) return false;
      if (choice.on.by === 'day') return day === Math.min(choice.on.day, lastDay);
      return weekday === choice.on.weekday && (choice.on.nth === -1 ? day > lastDay - 7 : Math.ceil(day / 7) === choice.on.nth);
    }
    case 'yearly':
      return isTurn(year - start.year) && month === choice.month && day === Math.min(choice.day, lastDay);
  }
}

const whole = (min: number, max: number) => fc.integer({ min, max });
const date = whole(0, 20_000).map((days) => addDays('2010-01-01', days));
const choices: fc.Arbitrary<RecurrenceChoice> = fc
  .tuple(
    fc.oneof(
      fc.constant({ freq: 'daily' as const }),
      fc.record({ freq: fc.constant('weekly' as const), weekdays: fc.uniqueArray(whole(1, 7), { minLength: 1 }) }),
      fc.record({ freq: fc.constant('monthly' as const), on: fc.record({ by: fc.constant('day' as const), day: whole(1, 31) }) }),
      fc.record({
        freq: fc.constant('monthly' as const),
        on: fc.record({ by: fc.constant('weekday' as const), nth: fc.constantFrom(1, 2, 3, 4, -1), weekday: whole(1, 7) }),
      }),
      fc.oneof(date, fc.constant('2028-02-29')).map((some) => ({ freq: 'yearly' as const, month: Number(some.slice(5, 7)), day: Number(some.slice(8)) })),
    ),
    fc.oneof(whole(1, 4), whole(1, 24)),
  )
  .map(([days, every]) => ({ ...days, every, ends: { kind: 'never' as const } }));

const endsFrom = (from: string): fc.Arbitrary<RecurrenceEnd> =>
  fc.oneof(
    fc.constant({ kind: 'never' as const }),
    whole(1, 12).map((times) => ({ kind: 'after' as const, times })),
    whole(0, 3000).map((days) => ({ kind: 'on' as const, date: addDays(from, days) })),
  );
const endings = date.chain((from) => fc.record({ from: fc.constant(from), end: endsFrom(from) }));

describe('Whatever recurs', () => {
  test('comes on the very days that the calendar says, and on none between', () =>
    fc.assert(
      fc.property(choices, whole(0, 20_000), whole(0, 3000), (choice, from, later) => {
        const start = at(CALENDAR[from]!.date, '09:00');
        const after = from + later;
        let expected = after + 1;
        while (expected < CALENDAR.length && !comesOn(choice, from, expected)) expected++;
        const next = nextOccurrence({ rule: ruleOf(choice, start), from: start }, at(CALENDAR[after]!.date, '09:00'));
        if (expected < CALENDAR.length) expect(next).toBe(at(CALENDAR[expected]!.date, '09:00'));
        else expect(next === undefined || next >= '2080').toBe(true);
      }),
      { numRuns: 3000 },
    ));

  test('comes as often as the screens count, who do without the library', () =>
    fc.assert(
      fc.property(choices, endings, fc.oneof(date, whole(0, 40)), (choice, { from, end }, on) => {
        const start = at(from, '09:00');
        const recurrence = { rule: ruleOf({ ...choice, ends: end }, start), from: start };
        const clock = at(typeof on === 'string' ? on : addDays(from, on), '12:34');
        const times = occurrencesBy(recurrence, clock);
        expect(occurrence(recurrence, times)).toBe(nextOccurrence(recurrence, clock));
        expect(occurrence(recurrence, times - 1)).toBe(lastOccurrence(recurrence, clock));
      }),
      { numRuns: 1000 },
    ));

  test('ends after as many times as were asked for, or after its last day', () =>
    fc.assert(
      fc.property(choices, date, whole(1, 8), (choice, from, times) => {
        const start = at(from, '23:59');
        const endless = occurrences(ruleOf(choice, start), start, times);
        expect(occurrences(ruleOf({ ...choice, ends: { kind: 'after', times } }, start), start, times + 1)).toEqual(endless);
        const until = { kind: 'on' as const, date: endless.at(-1) ?? '' };
        expect(occurrences(ruleOf({ ...choice, ends: until }, start), start, times + 1)).toEqual(endless);
      }),
      { numRuns: 300 },
    ));

  test('comes strictly later each time, and is a real time', () =>
    fc.assert(
      fc.property(choices, date, date, (choice, from, after) => {
        const next = nextOccurrence({ rule: ruleOf(choice, at(from, '00:00')), from: at(from, '00:00') }, at(after, '12:34'));
        if (next === undefined) return;
        expect(next > at(after, '12:34')).toBe(true);
        expect(LocalDateTime.safeParse(next).success).toBe(true);
      }),
      { numRuns: 3000 },
    ));

  test('came last where it comes next from just before, however many times it was to come', () =>
    fc.assert(
      fc.property(choices, date, fc.oneof(date, whole(0, 40)), fc.option(whole(1, 8)), (choice, from, on, times) => {
        const start = at(from, '09:00');
        const recurrence = { rule: ruleOf({ ...choice, ends: times === null ? choice.ends : { kind: 'after', times } }, start), from: start };
        const clock = at(typeof on === 'string' ? on : addDays(from, on), '12:34');
        const last = lastOccurrence(recurrence, clock);
        expect(last === undefined).toBe(clock < start);
        if (last === undefined) return;
        expect(last <= clock).toBe(true);
        expect(nextOccurrence(recurrence, addTo(last, { minutes: -1 }))).toBe(last);
        const next = nextOccurrence(recurrence, last);
        expect(next === undefined || next > clock).toBe(true);
      }),
      { numRuns: 1000 },
    ));
});
