import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, at, LocalDateTime, localDateTime, today } from '../../../lib/model/temporal';
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
    ['on the 20th', '2026-12-20T09:00'],
    ['the 5th at 14:30', '2026-12-05T14:30'],
    ['the 22nd', '2026-11-22T12:30'],
    ['the 31st', '2026-12-31T09:00'],
    ['the first', '2026-12-01T09:00'],
    ['first of the month', '2026-12-01T09:00'],
    ['first of next month', '2026-12-01T09:00'],
    ['next month on the 3rd', '2026-12-03T09:00'],
    ['the 30th of this month', '2026-11-30T09:00'],
    ['last day of the month', '2026-11-30T09:00'],
    ['beginning of next month', '2026-12-01T09:00'],
    ['the 5th of May', '2027-05-05T09:00'],
    ['beginning of May', '2027-05-01T09:00'],
    ['29 Feb', '2028-02-29T09:00'],
    ['Feb 29', '2028-02-29T09:00'],
    ['day after tomorrow', '2026-11-24T09:00'],
    ['the day after tomorrow at 10', '2026-11-24T10:00'],
    ['in a fortnight', '2026-12-06T09:00'],
    ['next week on Monday', '2026-11-23T09:00'],
    ['Friday next week', '2026-11-27T09:00'],
    ['Monday the 23rd', '2026-11-23T09:00'],
    ['tomorrow 8', '2026-11-23T08:00'],
    ['tomorrow evening at 8', '2026-11-23T20:00'],
    ['this morning', '2026-11-22T12:00'],
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
    ['last Monday', 'past'],
    ['the 5th of this month', 'past'],
    ['the 22nd at 8', 'past'],
    ['31 Nov', 'unclear'],
    ['Nov 31', 'unclear'],
    ['the 31st of this month', 'unclear'],
    ['the 32nd', 'unclear'],
    ['Friday 30 November', 'unclear'],
    ['the 5th or the 6th', 'unclear'],
    ['beginning of next week', 'unclear'],
    ['tomorrow first', 'unclear'],
    ['tomorrow of the', 'unclear'],
    ['the week', 'unclear'],
    ['this month', 'unclear'],
    ['for 3 days', 'unclear'],
    ['tonight at 1', 'unclear'],
    ['tomorrow 9am EST', 'unclear'],
    ['in 500 years', 'unclear'],
    ['in 9999999 days', 'unclear'],
    ['1 Jan 2200', 'unclear'],
    ['today at 8', 'past'],
  ])('"%s" is refused as %s', (text, reason) => expect(understand(text)).toMatchObject({ understood: false, reason }));

  test.each([
    ['tuesday at 3', '2026-11-24T15:00'],
    ['tomorrow at 2', '2026-11-23T14:00'],
    ['at 3', '2026-11-22T15:00'],
    ['at 6:15', '2026-11-22T18:15'],
    ["tuesday 3 o'clock", '2026-11-24T15:00'],
    ['sunday at 3', '2026-11-22T15:00'],
    ['tomorrow at 7', '2026-11-23T07:00'],
    ['tomorrow at 3 am', '2026-11-23T03:00'],
    ['tomorrow at 03:00', '2026-11-23T03:00'],
    ['tomorrow morning at 3', '2026-11-23T03:00'],
  ])('an hour from one to six is in the afternoon, unless the night is meant: %s is %s', (text, dueAt) =>
    expect(understand(text)).toEqual({ understood: true, dueAt }),
  );

  // Wednesday, 25 November 2026, 22:10 in Berlin.
  test.each([
    ['today', '2026-11-25T23:59'],
    ['tonight', '2026-11-25T23:59'],
    ['this evening', '2026-11-25T23:59'],
    ['this afternoon', undefined],
    ['in the afternoon', '2026-11-26T14:00'],
    ['at 3', '2026-11-26T15:00'],
    ['Monday next week', '2026-11-30T09:00'],
    ['next week on Friday', '2026-12-04T09:00'],
  ])('late in the evening, %s is %s', (text, dueAt) => {
    const read = understandWhen(text, '2026-11-25T21:10:00.000Z', 'Europe/Berlin', '09:00');
    expect(read).toEqual(dueAt === undefined ? { understood: false, reason: 'past' } : { understood: true, dueAt });
  });

  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland');

  test('today stays today, at whatever hour it is said', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((each) => ` at ${each}:00`);
    const words = fc
      .tuple(fc.constantFrom('today', 'tonight', 'this morning', 'this afternoon', 'this evening'), fc.option(hour, { nil: '' }))
      .map((some) => some.join(''));
    fc.assert(
      fc.property(words, moments, zones, (text, now, zone) => {
        const read = understandWhen(text, now, zone, '09:00');
        if (read.understood) expect(read.dueAt.slice(0, 10), text).toBe(today(now, zone));
        if (text === 'today') expect(read.understood).toBe(localDateTime(now, zone).slice(11) < '23:59');
      }),
      { numRuns: 500 },
    );
  });

  test('a day of the month is the next of that number', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), moments, zones, (day, now, zone) => {
        const read = understandWhen(`the ${day}${['st', 'nd', 'rd'][day > 20 ? (day % 10) - 1 : day - 1] ?? 'th'}`, now, zone, '09:00');
        let expected = today(now, zone);
        while (Number(expected.slice(8)) !== day) expected = addDays(expected, 1);
        if (read.understood) expect(read.dueAt.slice(0, 10)).toBe(expected);
        else expect(localDateTime(now, zone)).toBe(at(expected, '23:59'));
      }),
      { numRuns: 500 },
    ));

  test('says which words it could not use', () => expect(understand('when Mira is back on Monday')).toMatchObject({ ignored: 'when Mira is back' }));

  test('3/4 is in March for Americans and in April for the British', () => {
    expect(understand('3/4', 'en-US')).toEqual({ understood: true, dueAt: '2027-03-04T09:00' });
    expect(understand('3/4', 'en-GB')).toEqual({ understood: true, dueAt: '2027-04-03T09:00' });
  });

  test('whatever is typed, what is understood lies in the future, at a time that a reminder takes', () => {
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
      '500',
      'years',
      'today',
      'tonight',
      'the',
      'first',
      'of',
      'month',
      '31st',
      'fortnight',
      'this',
      'morning',
      'on',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 6 }).map((some) => some.join(' ')),
          fc.string(),
        ),
        moments,
        zones,
        (text, now, zone) => {
          const result = understandWhen(text, now, zone, '09:00');
          if (!result.understood) return;
          expect(result.dueAt > localDateTime(now, zone), text).toBe(true);
          expect(LocalDateTime.safeParse(result.dueAt).success, text).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
