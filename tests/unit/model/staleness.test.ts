import { describe, expect, test } from 'vitest';
import { addDays } from '../../../lib/model/temporal';
import { staleness } from '../../../lib/model/staleness';

const TODAY = '2026-11-22';
const ago = (days: number) => ({ on: addDays(TODAY, -days), channel: 'call' as const, interactionId: '' });

describe('A relationship', () => {
  test.each([
    [0, 'fresh'],
    [30, 'fresh'],
    [31, 'fading'],
    [120, 'fading'],
    [121, 'cold'],
  ])('without a cadence, %i days after the last contact, is %s', (days, expected) => expect(staleness(ago(days), undefined, TODAY)).toBe(expected));

  test.each([
    [42, 'fresh'],
    [43, 'fading'],
    [84, 'fading'],
    [85, 'cold'],
  ])('meant for every six weeks, %i days after the last contact, is %s', (days, expected) =>
    expect(staleness(ago(days), { every: 6, unit: 'week' }, TODAY)).toBe(expected),
  );

  test.each([
    ['2026-03-01', 'fresh'],
    ['2026-03-02', 'fading'],
    ['2026-04-01', 'fading'],
    ['2026-04-02', 'cold'],
  ])('meant for every month, last touched on 1 February, is on %s by the calendar, as its rhythm: %s', (today, expected) =>
    expect(staleness({ ...ago(0), on: '2026-02-01' }, { every: 1, unit: 'month' }, today)).toBe(expected),
  );

  test('never recorded is no age at all', () => expect(staleness(undefined, { every: 1, unit: 'day' }, TODAY)).toBe('never'));
});
