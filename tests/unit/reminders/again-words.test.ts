// @vitest-environment happy-dom
import '../../components/support/screen';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceWords } from '../../../components/follow-up/recurrence-words';
import { comesOn, Recurrence, type RecurrenceChoice, type RecurrenceDays, type RecurrenceEnd, ruleOf } from '../../../lib/model/recurrence';
import { understandWhen } from '../../../lib/reminders/plain-words';
import { nextOccurrence } from '../../../lib/reminders/recurrence';

// Sunday, 22 November 2026, 9:30 in Berlin.
const NOW = '2026-11-22T08:30:00.000Z';
const understand = (text: string, locale = 'en-GB') => understandWhen(text, NOW, 'Europe/Berlin', '09:00', locale);
const said = (text: string) => {
  const read = understand(text);
  return read.understood ? [read.dueAt, read.again && choiceWords(read.again, 'en-GB')] : read;
};

describe('Plain words for coming again', () => {
  test.each([
    ['every 2 weeks', '2026-12-06T09:00', 'every 2 weeks on Sunday'],
    ['every day', '2026-11-23T09:00', 'every day'],
    ['every day at 17:00', '2026-11-22T17:00', 'every day'],
    ['daily at 8', '2026-11-23T08:00', 'every day'],
    ['every three days', '2026-11-25T09:00', 'every 3 days'],
    ['every other day', '2026-11-24T09:00', 'every 2 days'],
    ['every Tuesday', '2026-11-24T09:00', 'every Tuesday'],
    ['Tuesdays', undefined, undefined],
    ['every tuesday at 14:30', '2026-11-24T14:30', 'every Tuesday'],
    ['every Tue and Thu', '2026-11-24T09:00', 'every Tuesday and Thursday'],
    ['every Sunday', '2026-11-29T09:00', 'every Sunday'],
    ['every Sunday at 10:00', '2026-11-22T10:00', 'every Sunday'],
    ['every second Tuesday', '2026-11-24T09:00', 'every 2 weeks on Tuesday'],
    ['every other Friday 9am', '2026-11-27T09:00', 'every 2 weeks on Friday'],
    ['weekly on Monday', '2026-11-23T09:00', 'every Monday'],
    ['every 2 weeks on Tuesday', '2026-11-24T09:00', 'every 2 weeks on Tuesday'],
    ['every second Tuesday of the month', '2026-12-08T09:00', 'every month on the second Tuesday'],
    ['on the last Friday of every month', '2026-11-27T09:00', 'every month on the last Friday'],
    ['every first Monday', '2026-12-07T09:00', 'every month on the first Monday'],
    ['every 3 months on the first Monday', '2026-12-07T09:00', 'every 3 months on the first Monday'],
    ['monthly on the 15th', '2026-12-15T09:00', 'every month on the 15th'],
    ['every month on the last day', '2026-11-30T09:00', 'every month on the last day'],
    ['monthly', '2026-12-22T09:00', 'every month on the 22nd'],
    ['monthly until June', '2026-12-22T09:00', 'every month on the 22nd, until 1 June 2027'],
    ['quarterly from 1 March', '2027-03-01T09:00', 'every 3 months on the 1st'],
    ['every working day', '2026-11-23T09:00', 'every working day'],
    ['every weekday at 8:15', '2026-11-23T08:15', 'every working day'],
    ['every year on 24 November', '2026-11-24T09:00', 'every year on 24 November'],
    ['every year on February 29', '2027-02-28T09:00', 'every year on 29 February'],
    ['yearly', '2027-11-22T09:00', 'every year on 22 November'],
    ['every 2 weeks from 1 December, 5 times', '2026-12-01T09:00', 'every 2 weeks on Tuesday, 5 times'],
    ['every week for 3 months', '2026-11-29T09:00', 'every Sunday, until 27 February 2027'],
    ['every day for 3 days', '2026-11-23T09:00', 'every day, until 25 November 2026'],
    ['every day for a week', '2026-11-23T09:00', 'every day, until 29 November 2026'],
    ['monthly on the first', '2026-12-01T09:00', 'every month on the 1st'],
    ['every 2 months on the first', '2026-12-01T09:00', 'every 2 months on the 1st'],
    ['the first of every month', '2026-12-01T09:00', 'every month on the 1st'],
    ['every first of the month', '2026-12-01T09:00', 'every month on the 1st'],
    ['on the 15th of every month', '2026-12-15T09:00', 'every month on the 15th'],
    ['every 20th at 14:00', '2026-12-20T14:00', 'every month on the 20th'],
    ['last day of every month', '2026-11-30T09:00', 'every month on the last day'],
    ['every quarter', '2027-02-22T09:00', 'every 3 months on the 22nd'],
    ['every quarter on the first', '2026-12-01T09:00', 'every 3 months on the 1st'],
    ['every fortnight', '2026-12-06T09:00', 'every 2 weeks on Sunday'],
    ['every friday at 3', '2026-11-27T15:00', 'every Friday'],
    ['every friday from the 5th', '2026-12-11T09:00', 'every Friday'],
    ['every month starting next year', '2027-11-22T09:00', 'every month on the 22nd'],
    ['every Tuesday starting in January', '2027-01-05T09:00', 'every Tuesday'],
  ])('%s', (text, dueAt, words) => {
    if (dueAt === undefined) expect(understand(text)).toMatchObject({ understood: false });
    else expect(said(text)).toEqual([dueAt, words]);
  });

  test.each([
    ['every so often', 'unclear'],
    ['every full moon', 'unclear'],
    ['every 0 days', 'unclear'],
    ['every year on 31 April', 'unclear'],
    ['every month on the 32nd', 'unclear'],
    ['every week on the', 'unclear'],
    ['every week on the first', 'unclear'],
    ['every friday the 13th', 'unclear'],
    ['every 4th may', 'unclear'],
    ['every third day', 'unclear'],
    ['monthly of the first', 'unclear'],
    ['every 500 years', 'unclear'],
    ['every 500 quarters', 'unclear'],
    ['every day for 999 years', 'unclear'],
    ['every day until 1 Jan 2300', 'unclear'],
    ['every day for several weeks', 'unclear'],
    ['every Tuesday when Mira is back', 'unclear'],
    ['every Tuesday until the cows come home', 'unclear'],
    ['every week from 1 Dec 2020', 'past'],
    ['every month on the 15th until tomorrow', 'over'],
    ['every day, 0 times', 'over'],
    ['every day for 0 days', 'over'],
  ])('"%s" is refused as %s', (text, reason) => expect(understand(text)).toMatchObject({ understood: false, reason }));

  test('whatever can be chosen is understood in the words that say it', () => {
    const days: fc.Arbitrary<RecurrenceDays> = fc.oneof(
      fc.constant({ freq: 'daily' as const }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((some) => ({ freq: 'weekly' as const, weekdays: some.toSorted((a, b) => a - b) })),
      fc.integer({ min: 1, max: 31 }).map((day) => ({ freq: 'monthly' as const, on: { by: 'day' as const, day } })),
      fc
        .record({ nth: fc.constantFrom(1, 2, 3, 4, -1), weekday: fc.integer({ min: 1, max: 7 }) })
        .map((on) => ({ freq: 'monthly' as const, on: { by: 'weekday' as const, ...on } })),
      fc
        .date({ min: new Date('2024-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
        .map((date) => ({ freq: 'yearly' as const, month: date.getUTCMonth() + 1, day: date.getUTCDate() })),
    );
    const ends: fc.Arbitrary<RecurrenceEnd> = fc.oneof(
      fc.constant({ kind: 'never' as const }),
      fc.integer({ min: 1, max: 999 }).map((times) => ({ kind: 'after' as const, times })),
      fc
        .date({ min: new Date('2031-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => ({ kind: 'on' as const, date: date.toISOString().slice(0, 10) })),
    );
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 36 }), ends, fc.constantFrom('en-GB', 'en-US'), (on, every, end, locale) => {
        const choice: RecurrenceChoice = { ...on, every, ends: end };
        const words = choiceWords(choice, locale);
        const read = understand(words, locale);
        expect(read, words).toMatchObject({ understood: true });
        if (read.understood) expect(read.again, words).toEqual(choice);
      }),
      { numRuns: 400 },
    );
  });

  test('comes as often as there are days, weeks, months or years for which it is to', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('day', 'week', 'month', 'year'),
        fc.integer({ min: 1, max: 12 }),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (unit, count, now) => {
          const read = understandWhen(`every ${unit} for ${count} ${unit}s`, now.toISOString(), 'UTC', '09:00');
          if (!read.understood || !read.again) return expect.fail('not understood');
          const recurrence = { rule: ruleOf(read.again, read.dueAt), from: read.dueAt };
          let times = 0;
          for (let next: string | undefined = read.dueAt; next !== undefined; next = nextOccurrence(recurrence, next)) times++;
          expect(times).toBe(count);
        },
      ),
      { numRuns: 300 },
    ));

  test('whatever is typed, it begins in the future, on one of its own days, and a reminder takes it', () => {
    const word = fc.constantFrom(
      'every',
      'other',
      'second',
      '2',
      'weeks',
      'month',
      'tuesday',
      'on',
      'the',
      'last',
      'day',
      '31st',
      'until',
      'june',
      'at',
      '9',
      'for',
      'times',
      '3',
      'from',
      'tomorrow',
      'yearly',
      'ago',
      'first',
      'of',
      'quarter',
      'days',
      'years',
      '999',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }).map((some) => some.join(' ')),
        (text) => {
          const read = understand(text);
          if (!read.understood) return;
          expect(read.dueAt > '2026-11-22T09:30').toBe(true);
          if (!read.again) return;
          expect(comesOn(read.again, read.dueAt.slice(0, 10)), text).toBe(true);
          expect(Recurrence.safeParse({ rule: ruleOf(read.again, read.dueAt), from: read.dueAt }).success, text).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
