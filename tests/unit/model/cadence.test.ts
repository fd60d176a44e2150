import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cadence, cadenceDays, daysOver, lapsesOn } from '../../../lib/model/cadence';
import { addDays, CalendarDate, daysBetween } from '../../../lib/model/temporal';

describe('A cadence', () => {
  test.each<[string, Cadence, string]>([
    ['2026-11-22', { every: 6, unit: 'week' }, '2027-01-03'],
    ['2026-11-22', { every: 10, unit: 'day' }, '2026-12-02'],
    ['2027-01-31', { every: 1, unit: 'month' }, '2027-02-28'],
    ['2028-01-31', { every: 1, unit: 'month' }, '2028-02-29'],
    ['2028-02-29', { every: 1, unit: 'year' }, '2029-02-28'],
  ])('begun on %s, of %j, runs out on %s', (anchor, cadence, lapsed) => expect(lapsesOn(anchor, cadence)).toBe(lapsed));

  test('is over by the days since it ran out', () =>
    expect(['2027-01-02', '2027-01-03', '2027-01-12'].map((today) => daysOver('2027-01-03', today))).toEqual([-1, 0, 9]));

  test('runs out on a real day, about as many days on as it says', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days)),
        fc.record({ every: fc.integer({ min: 1, max: 80 }), unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const) }),
        (anchor, cadence) => {
          const lapsed = lapsesOn(anchor, cadence);
          expect(CalendarDate.safeParse(lapsed).success).toBe(true);
          // The most is 4.12: 73 months from the end of January 2097, across 2100, which is no leap year.
          expect(Math.abs(daysBetween(anchor, lapsed) - cadenceDays(cadence))).toBeLessThan(5);
        },
      ),
      { numRuns: 3000 },
    ));
});
