import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cadenceDays } from '../../../lib/model/cadence';
import { addDays } from '../../../lib/model/temporal';
import { suggestedCadence } from '../../../lib/reminders/cadence';

const TODAY = '2026-11-22';
/** Days of contact with these gaps between them, the last one today. */
const contacts = (...gaps: number[]) => gaps.reduceRight((days, gap) => [addDays(days[0]!, -gap), ...days], [TODAY]);

describe('The cadence one keeps without meaning to', () => {
  test.each([
    [[1, 1, 1], { every: 1, unit: 'day' }],
    [[3, 2, 3], { every: 3, unit: 'day' }],
    [[7, 7, 7], { every: 1, unit: 'week' }],
    [[8, 9, 6], { every: 1, unit: 'week' }],
    [[14, 13, 15, 40], { every: 2, unit: 'week' }],
    [[30, 31, 30], { every: 1, unit: 'month' }],
    [[40, 44, 41], { every: 6, unit: 'week' }],
    [[91, 92, 90], { every: 3, unit: 'month' }],
    [[180, 190, 184], { every: 6, unit: 'month' }],
    [[365, 366, 365], { every: 1, unit: 'year' }],
    [[700, 730, 760], { every: 2, unit: 'year' }],
  ])('with gaps of %j days is %j', (gaps, cadence) => expect(suggestedCadence(contacts(...gaps), TODAY)).toMatchObject({ cadence, gaps: gaps.length }));

  test('is the middle of the gaps: one long pause changes nothing', () => expect(suggestedCadence(contacts(14, 14, 14, 900), TODAY)?.medianDays).toBe(14));
  test('is between the two middle gaps of an even number', () => expect(suggestedCadence(contacts(10, 20, 30, 40), TODAY)?.medianDays).toBe(25));
  test('is none with three contacts', () => expect(suggestedCadence(contacts(7, 7), TODAY)).toBeUndefined());
  test('counts two contacts of one day once', () => expect(suggestedCadence([...contacts(7, 7), TODAY, TODAY], TODAY)).toBeUndefined());
  test('counts no plan to be in touch', () => expect(suggestedCadence([...contacts(7, 7), addDays(TODAY, 7)], TODAY)).toBeUndefined());

  test('is close to the median whatever it is, and does not ask in which order contacts are given', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 3, maxLength: 12 }), (gaps) => {
        const days = contacts(...gaps);
        const suggested = suggestedCadence(days, TODAY)!;
        expect(suggestedCadence(days.toReversed(), TODAY)).toEqual(suggested);
        expect(Math.abs(cadenceDays(suggested.cadence) - suggested.medianDays) / suggested.medianDays).toBeLessThanOrEqual(0.34);
        expect(gaps.filter((gap) => gap <= suggested.medianDays).length).toBeGreaterThanOrEqual(gaps.length / 2);
      }),
      { numRuns: 2000 },
    ));
});
