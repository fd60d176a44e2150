import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthDay, monthDaysBetween, nextOccurrenceOf, occurrenceOn, SpecialDate, yearsAt } from '../../../lib/model/special-date';
import { addDays, CalendarDate } from '../../../lib/model/temporal';

describe('A birthday', () => {
  test.each([
    ['1985-04-12', '2026-04-12', '2026-04-12'],
    ['1985-04-12', '2026-04-13', '2027-04-12'],
    ['--04-12', '2026-12-31', '2027-04-12'],
    ['--02-29', '2027-01-01', '2027-02-28'],
    ['--02-29', '2027-02-28', '2027-02-28'],
    ['--02-29', '2027-03-01', '2028-02-29'],
    ['2000-02-29', '2028-02-28', '2028-02-29'],
    ['2000-02-29', '2099-03-01', '2100-02-28'],
    ['2027-05-01', '2026-01-01', '2027-05-01'],
    ['2027-05-01', '2026-06-01', '2027-05-01'],
  ])('of %s comes, seen from %s, on %s', (date, today, next) => expect(nextOccurrenceOf(date, today)).toBe(next));

  test.each([
    ['1985-04-12', '2026-04-12', 41],
    ['2026-04-12', '2026-04-12', 0],
    ['--04-12', '2026-04-12', undefined],
  ])('of %s makes on %s an age of %s', (date, on, years) => expect(yearsAt(date, on)).toBe(years));

  test('has not come before the year it began', () => expect(occurrenceOn('2027-05-01', 2026)).toBeUndefined());
  test('knows its month and day without its year', () => expect([monthDay('1985-04-12'), monthDay('--02-29')]).toEqual(['04-12', '02-29']));
  test('is a day that exists', () => {
    const date = { id: 'defence', label: 'Defended her thesis', date: '--02-29' };
    expect(SpecialDate.safeParse(date).success).toBe(true);
    expect(SpecialDate.safeParse({ ...date, date: '--02-30' }).success).toBe(false);
  });
});

describe('The dates of the coming days', () => {
  test.each([
    ['2026-11-22', 0, [['11-22', '11-22']]],
    ['2026-11-22', 7, [['11-22', '11-29']]],
    [
      '2026-12-28',
      7,
      [
        ['12-28', '12-31'],
        ['01-01', '01-04'],
      ],
    ],
    ['2027-02-28', 0, [['02-28', '02-29']]],
    ['2028-02-28', 0, [['02-28', '02-28']]],
    ['2027-03-01', 0, [['03-01', '03-01']]],
    ['2026-11-22', 365, [['01-01', '12-31']]],
    ['2026-11-22', 3000, [['01-01', '12-31']]],
  ])('from %s for %i days are %j', (from, days, ranges) => expect(monthDaysBetween(from, days)).toEqual(ranges));

  const day = fc.oneof(
    fc.integer({ min: 0, max: 36_600 }).map((days) => addDays('2000-01-01', days)),
    fc.constantFrom('2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01', '2100-02-28', '2026-12-31', '2027-01-01'),
  );

  test('are found by their month and day, each one and no other', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          day.map((date) => `--${monthDay(date)}`),
          fc.constant('--02-29'),
        ),
        day,
        fc.integer({ min: 0, max: 420 }),
        (date, from, days) => {
          const found = monthDaysBetween(from, days).filter(([lower, upper]) => lower <= monthDay(date) && monthDay(date) <= upper);
          expect(found).toHaveLength(nextOccurrenceOf(date, from) <= addDays(from, days) ? 1 : 0);
        },
      ),
      { numRuns: 10_000 },
    ));

  test('come on real days, within a year of being asked for, on their own day or the 28th for the 29th', () =>
    fc.assert(
      fc.property(day, day, (date, today) => {
        const next = nextOccurrenceOf(date, today);
        expect(CalendarDate.safeParse(next).success).toBe(true);
        expect(next >= today && next >= date).toBe(true);
        expect([monthDay(date), monthDay(date) === '02-29' ? '02-28' : monthDay(date)]).toContain(monthDay(next));
        if (date <= today) expect(next <= addDays(today, 366)).toBe(true);
        expect(yearsAt(date, next)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 10_000 },
    ));
});
