import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceLeft, occurrence, occurrencesBy, timesLeft } from '../../../lib/model/occurrences';
import { addTo } from '../../../lib/model/temporal';

const FROM = '2026-11-24T09:00';

describe('What recurs', () => {
  test.each([
    ['FREQ=DAILY;COUNT=5', '2026-11-24T09:00', 5],
    ['FREQ=DAILY;COUNT=5', '2026-11-26T09:00', 3],
    ['FREQ=DAILY;COUNT=5', '2026-11-28T09:00', 1],
    ['FREQ=DAILY;COUNT=5', '2026-12-24T09:00', 1],
    ['FREQ=DAILY;COUNT=5', '2026-11-20T09:00', 5],
    ['FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4', '2026-12-01T09:00', 2],
    ['FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3', '2026-12-15T09:00', 2],
    ['FREQ=MONTHLY;UNTIL=20270101', '2026-12-24T09:00', 1],
    ['FREQ=MONTHLY;UNTIL=20270124', '2026-12-24T09:00', 2],
    ['FREQ=DAILY;UNTIL=20261101', '2026-11-24T09:00', 1],
    ['FREQ=YEARLY;INTERVAL=100;COUNT=5', '2126-11-24T09:00', 1],
  ])('by %s still comes at %s, and so many times in all: %i', (rule, clock, times) => expect(timesLeft({ rule, from: FROM }, clock, FROM)).toBe(times));

  test('does not come at the times that have passed while it waited', () => {
    const recurrence = { rule: 'FREQ=DAILY;COUNT=5', from: FROM };
    expect(timesLeft(recurrence, FROM, '2026-11-26T08:59')).toBe(4);
    expect(timesLeft(recurrence, FROM, '2026-11-26T09:00')).toBe(3);
    expect(choiceLeft(recurrence, FROM, '2026-11-26T09:00')).toEqual({ freq: 'daily', every: 1, ends: { kind: 'after', times: 3 } });
  });

  test('comes as often as it was to, one time less after each', () => {
    const rules = fc.constantFrom('FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;BYDAY=MO,TU,SU', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=MONTHLY;BYMONTHDAY=1', 'FREQ=YEARLY');
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 40 }), (rule, times) => {
        const recurrence = { rule: `${rule};COUNT=${times}`, from: FROM };
        for (let before = 0; before < times; before++) {
          const comes = occurrence(recurrence, before) ?? '';
          expect(timesLeft(recurrence, comes, FROM)).toBe(times - before);
          expect(occurrencesBy(recurrence, comes)).toBe(before + 1);
          expect(occurrencesBy(recurrence, addTo(comes, { minutes: -1 }))).toBe(before);
        }
        expect(occurrence(recurrence, times)).toBeUndefined();
      }),
    );
  });
});
