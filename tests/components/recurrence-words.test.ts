// @vitest-environment happy-dom
import './support/screen';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceWords, recurrenceWords } from '../../components/follow-up/recurrence-words';
import { choicesFrom, choiceOf, ruleOf } from '../../lib/model/recurrence';

const FROM = '2026-12-25T09:00';
const words = (rule: string) => recurrenceWords({ rule, from: FROM }, FROM, FROM, 'en-GB');

test.each([
  ['FREQ=DAILY', 'every day'],
  ['FREQ=DAILY;INTERVAL=3', 'every 3 days'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every working day'],
  ['FREQ=WEEKLY', 'every Friday'],
  ['FREQ=WEEKLY;BYDAY=TU,TH', 'every Tuesday and Thursday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'every 2 weeks on Tuesday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR', 'every 2 weeks on Monday, Tuesday, Wednesday, Thursday and Friday'],
  ['FREQ=MONTHLY', 'every month on the 25th'],
  ['FREQ=MONTHLY;BYMONTHDAY=1', 'every month on the 1st'],
  ['FREQ=MONTHLY;BYMONTHDAY=22', 'every month on the 22nd'],
  ['FREQ=MONTHLY;BYMONTHDAY=3;INTERVAL=6', 'every 6 months on the 3rd'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'every month on the second Tuesday'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday'],
  ['FREQ=YEARLY', 'every year on 25 December'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1', 'every year on 29 February'],
  ['FREQ=MONTHLY;COUNT=5', 'every month on the 25th, 5 times'],
  ['FREQ=MONTHLY;COUNT=1', 'every month on the 25th, for the last time'],
  ['FREQ=DAILY;UNTIL=20270301', 'every day, until 1 March 2027'],
])('%s is %s', (rule, said) => expect(words(rule)).toBe(said));

test('what is to come once is said to', () => expect(choiceWords(choiceOf({ rule: 'FREQ=DAILY;COUNT=1', from: FROM }), 'en-GB')).toBe('every day, once'));

test.each([
  ['FREQ=DAILY;COUNT=4', '2026-12-26T09:00', 'every day, 3 times'],
  ['FREQ=DAILY;COUNT=4', '2026-12-28T09:00', 'every day, for the last time'],
  ['FREQ=DAILY;UNTIL=20261228', '2026-12-27T09:00', 'every day, until 28 December 2026'],
  ['FREQ=DAILY;UNTIL=20261228', '2026-12-28T09:00', 'every day, for the last time'],
])('%s at %s is %s', (rule, dueAt, said) => expect(recurrenceWords({ rule, from: FROM }, dueAt, FROM, 'en-GB')).toBe(said));

test('no two choices for a day are said in the same words, and what was kept is said as it was chosen', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 10)}T09:00`);
  fc.assert(
    fc.property(day, (from) => {
      const choices = choicesFrom(from);
      expect(new Set(choices.map((choice) => choiceWords(choice, 'en'))).size).toBe(choices.length);
      for (const choice of choices) expect(choiceWords(choiceOf({ rule: ruleOf(choice, from), from }), 'en')).toBe(choiceWords(choice, 'en'));
    }),
    { numRuns: 200 },
  );
});
