import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDateTime } from '../../../lib/model/temporal';
import { understandWhen } from '../../../lib/reminders/plain-words';

// Sunday, 22 November 2026, 9:30 in Berlin.
const NOW = '2026-11-22T08:30:00.000Z';
const understand = (text: string, locale?: string) => understandWhen(text, NOW, 'Europe/Berlin', '09:00', locale);

describe('Plain words for a time', () => {
  test.each([
    ['in 2 weeks', '2026-12-06T09:00'],
    ['2 weeks', '2026-12-06T09:00'],
    ['next Tuesday 9am', '2026-11-24T09:00'],
    ['next tuesday at 14:30', '2026-11-24T14:30'],
    ['on friday', '2026-11-27T09:00'],
    ['tomorrow', '2026-11-23T09:00'],
    ['Tomorrow afternoon', '2026-11-23T14:00'],
    ['monday morning', '2026-11-23T09:00'],
    ['tonight', '2026-11-22T19:00'],
    ['today', '2026-11-22T12:30'],
    ['in 2 hours', '2026-11-22T11:30'],
    ['at 9', '2026-11-23T09:00'],
    ['at 17:00', '2026-11-22T17:00'],
    ['1 Dec', '2026-12-01T09:00'],
    ['2026-12-24', '2026-12-24T09:00'],
    ['in a month', '2026-12-22T09:00'],
    ['end of month', '2026-11-30T09:00'],
    ['in three months', '2027-02-22T09:00'],
    ['sometime on Monday', '2026-11-23T09:00'],
  ])('%s is %s', (text, dueAt) => expect(understand(text)).toEqual({ understood: true, dueAt }));

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['after the summer', 'unclear'],
    ['soon', 'unclear'],
    ['30 Feb', 'unclear'],
    ['when Mira is back on Monday', 'unclear'],
    ['tuesday or friday', 'unclear'],
    ['monday to friday', 'unclear'],
    ['yesterday', 'past'],
    ['1 Dec 2020', 'past'],
    ['today at 8', 'past'],
  ])('"%s" is refused as %s', (text, reason) => expect(understand(text)).toMatchObject({ understood: false, reason }));

  test('says which words it could not use', () => expect(understand('when Mira is back on Monday')).toMatchObject({ ignored: 'when Mira is back' }));

  test('3/4 is in March for Americans and in April for the British', () => {
    expect(understand('3/4', 'en-US')).toEqual({ understood: true, dueAt: '2027-03-04T09:00' });
    expect(understand('3/4', 'en-GB')).toEqual({ understood: true, dueAt: '2027-04-03T09:00' });
  });

  test('whatever is typed, what is understood lies in the future', () => {
    const words = fc.constantFrom(
      'in',
      'next',
      '2',
      'two',
      'weeks',
      'tuesday',
      'at',
      '9',
      'am',
      'december',
      '31',
      'tomorrow',
      'days',
      'ago',
      'last',
      '25:00',
      '29 feb',
      '🎉',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 6 }).map((some) => some.join(' ')),
          fc.string(),
        ),
        (text) => {
          const result = understand(text);
          if (result.understood) expect(result.dueAt > localDateTime(NOW, 'Europe/Berlin')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
