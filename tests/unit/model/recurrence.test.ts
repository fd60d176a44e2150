import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceOf, choicesFrom, comesOn, movedChoice, Recurrence, type RecurrenceChoice, ruleOf } from '../../../lib/model/recurrence';
import { addDays, at } from '../../../lib/model/temporal';

const FROM = '2026-11-24T09:00'; // the fourth and last Tuesday of November
const once = { every: 1, ends: { kind: 'never' } } as const;

const date = fc.integer({ min: 0, max: 70_000 }).map((days) => addDays('2000-01-01', days));
const whole = (min: number, max: number) => fc.integer({ min, max });
const days: fc.Arbitrary<Pick<RecurrenceChoice, 'freq'> & object> = fc.oneof(
  fc.constant({ freq: 'daily' as const }),
  fc.record({ freq: fc.constant('weekly' as const), weekdays: fc.uniqueArray(whole(1, 7), { minLength: 1 }).map((some) => some.toSorted()) }),
  fc.record({
    freq: fc.constant('monthly' as const),
    on: fc.oneof(
      fc.record({ by: fc.constant('day' as const), day: whole(1, 31) }),
      fc.record({ by: fc.constant('weekday' as const), nth: fc.constantFrom(1, 2, 3, 4, -1), weekday: whole(1, 7) }),
    ),
  }),
  date.map((some) => ({ freq: 'yearly' as const, month: Number(some.slice(5, 7)), day: Number(some.slice(8)) })),
);
const ends = fc.oneof(
  fc.constant({ kind: 'never' as const }),
  whole(1, 999).map((times) => ({ kind: 'after' as const, times })),
  date.map((last) => ({ kind: 'on' as const, date: last })),
);
const choices = fc.tuple(days, whole(1, 999), ends).map(([some, every, end]) => ({ ...some, every, ends: end }) as RecurrenceChoice);

describe('A recurrence', () => {
  test.each<[RecurrenceChoice, string]>([
    [{ ...once, freq: 'daily' }, 'FREQ=DAILY'],
    [{ ...once, freq: 'weekly', weekdays: [] }, 'FREQ=WEEKLY;BYDAY=TU'],
    [{ ...once, every: 2, freq: 'weekly', weekdays: [5, 1, 5] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR'],
    [{ ...once, freq: 'monthly', on: { by: 'day', day: 15 } }, 'FREQ=MONTHLY;BYMONTHDAY=15'],
    [{ ...once, freq: 'monthly', on: { by: 'day', day: 31 } }, 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
    [{ ...once, freq: 'monthly', on: { by: 'weekday', nth: 2, weekday: 2 } }, 'FREQ=MONTHLY;BYDAY=2TU'],
    [{ ...once, freq: 'monthly', on: { by: 'weekday', nth: -1, weekday: 5 } }, 'FREQ=MONTHLY;BYDAY=-1FR'],
    [{ ...once, freq: 'yearly', month: 11, day: 30 }, 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30'],
    [{ ...once, freq: 'yearly', month: 2, day: 29 }, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1'],
    [{ ...once, freq: 'daily', ends: { kind: 'after', times: 3 } }, 'FREQ=DAILY;COUNT=3'],
    [{ ...once, freq: 'daily', ends: { kind: 'on', date: '2026-12-24' } }, 'FREQ=DAILY;UNTIL=20261224'],
  ])('chosen as %j is the rule %s', (choice, rule) => expect(ruleOf(choice, FROM)).toBe(rule));

  test.each([
    ['FREQ=WEEKLY', { ...once, freq: 'weekly', weekdays: [2] }],
    ['FREQ=MONTHLY', { ...once, freq: 'monthly', on: { by: 'day', day: 24 } }],
    ['FREQ=MONTHLY;BYMONTHDAY=31', { ...once, freq: 'monthly', on: { by: 'day', day: 31 } }],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', { ...once, freq: 'monthly', on: { by: 'day', day: 31 } }],
    ['FREQ=YEARLY', { ...once, freq: 'yearly', month: 11, day: 24 }],
    ['INTERVAL=3;FREQ=DAILY', { ...once, every: 3, freq: 'daily' }],
    ['FREQ=MONTHLY;BYDAY=+2TU', { ...once, freq: 'monthly', on: { by: 'weekday', nth: 2, weekday: 2 } }],
  ])('written tersely as %s is understood from its start', (rule, choice) => expect(choiceOf({ rule, from: FROM })).toEqual(choice));

  test.each([
    '',
    'FREQ=HOURLY',
    'FREQ=DAILY;',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=1000',
    'FREQ=DAILY;INTERVAL=1.5',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=WEEKLY;BYDAY=',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=MONTHLY;BYDAY=2MO;BYMONTHDAY=3',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=1000',
    'FREQ=DAILY;COUNT=2;UNTIL=20261224',
    'FREQ=DAILY;UNTIL=20260230',
    'FREQ=DAILY;UNTIL=2026-12-24',
    'FREQ=DAILY;UNTIL=20261224T090000Z',
    'FREQ=DAILY;WKST=SU',
    'freq=daily',
    'FREQ=DAILY=DAILY',
    `FREQ=DAILY;INTERVAL=${'0'.repeat(200)}1`,
  ])('is not "%s"', (rule) => {
    expect(Recurrence.safeParse({ rule, from: FROM }).success).toBe(false);
    expect(() => choiceOf({ rule, from: FROM })).toThrow('choose again');
  });

  test('says back whatever was chosen', () =>
    fc.assert(
      fc.property(choices, date, (choice, start) => {
        const recurrence = { rule: ruleOf(choice, at(start, '09:00')), from: at(start, '09:00') };
        expect(Recurrence.parse(recurrence)).toEqual(recurrence);
        expect(choiceOf(recurrence)).toEqual(choice);
      }),
      { numRuns: 5000 },
    ));

  test.each(['soon', '', '2026-02-30T09:00', '2026-12-01'])('with a beginning that is no date and time is refused: %s', (from) => {
    expect(Recurrence.safeParse({ rule: 'FREQ=WEEKLY', from }).success).toBe(false);
  });

  test('is refused or understood, whatever its text', () => {
    const words = fc.constantFrom(...'FREQ=DAILY FREQ=MONTHLY ; = BYDAY=2TU BYMONTHDAY=31 -1 , COUNT=3 UNTIL=20261224 INTERVAL= 9 🎉 constructor'.split(' '));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((some) => some.join(';')),
          fc.array(words).map((some) => some.join('')),
        ),
        (rule) => {
          const read = Recurrence.safeParse({ rule, from: FROM });
          if (read.success) expect(Recurrence.safeParse({ rule: ruleOf(choiceOf(read.data), FROM), from: FROM }).success).toBe(true);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('Ways to recur offered for a day', () => {
  const rules = (from: string) => choicesFrom(from).map((choice) => ruleOf(choice, from));
  const every = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'];

  test('name the weekday of the month from its beginning and, where it is the last, from its end', () =>
    expect(rules(FROM)).toEqual([
      ...every,
      'FREQ=WEEKLY;BYDAY=TU',
      'FREQ=MONTHLY;BYMONTHDAY=24',
      'FREQ=MONTHLY;BYDAY=4TU',
      'FREQ=MONTHLY;BYDAY=-1TU',
      'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24',
    ]));

  test('never name a fifth weekday, which most months lack', () =>
    expect(rules('2028-02-29T09:00')).toEqual([
      ...every,
      'FREQ=WEEKLY;BYDAY=TU',
      'FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1',
      'FREQ=MONTHLY;BYDAY=-1TU',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1',
    ]));
});

describe('A choice moved to another day', () => {
  test.each([
    ['FREQ=DAILY', '2026-12-04T09:00', 'FREQ=DAILY'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2026-12-04T09:00', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-12-05T09:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['FREQ=MONTHLY;BYMONTHDAY=24', '2026-12-04T09:00', 'FREQ=MONTHLY;BYMONTHDAY=4'],
    ['FREQ=MONTHLY;BYMONTHDAY=10', '2026-12-04T09:00', 'FREQ=MONTHLY;BYMONTHDAY=10'],
    ['FREQ=MONTHLY;BYDAY=4TU', '2026-12-04T09:00', 'FREQ=MONTHLY;BYDAY=1FR'],
    ['FREQ=MONTHLY;BYDAY=-1TU', '2026-12-25T09:00', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['FREQ=MONTHLY;BYDAY=-1TU', '2026-12-04T09:00', 'FREQ=MONTHLY;BYDAY=1FR'],
    ['FREQ=MONTHLY;BYDAY=4TU', '2026-12-29T09:00', 'FREQ=MONTHLY;BYDAY=-1TU'],
    ['FREQ=YEARLY;COUNT=3', '2026-12-04T09:00', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4;COUNT=3'],
  ])('%s at %s is %s', (rule, to, moved) => {
    // Tuesday, the fourth and last of its month.
    const from = '2026-11-24T09:00';
    expect(ruleOf(movedChoice(choiceOf({ rule, from }), from, to), to)).toBe(moved);
  });

  test('comes on that day, unless it has days of its own', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => `${addDays('2024-01-01', days)}T09:00`);
    fc.assert(
      fc.property(day, day, fc.nat(), (from, to, which) => {
        const choices = choicesFrom(from);
        const choice = choices[which % choices.length]!;
        const isOfDay = choice.freq !== 'weekly' || choice.weekdays.length === 1;
        const moved = movedChoice(choice, from, to);
        if (isOfDay) expect(comesOn(moved, to.slice(0, 10))).toBe(true);
        else expect(moved).toEqual(choice);
      }),
    );
  });
});
