import { expect, test } from 'vitest';
import { DEFAULT_NOTIFYING, Notifying } from '../../../lib/model/notifying';

test('What was never set is as by default', () => expect(Notifying.parse({})).toEqual(DEFAULT_NOTIFYING));

test('A broken choice is as by default, the others are kept', () =>
  expect(
    Notifying.parse({
      delivery: 'digest',
      digestTime: '25:00',
      quietHours: { from: '22:00' },
      workingDays: [],
      holdOnDaysOff: 'yes',
      nudgesPerDay: -1,
      datesDaysAhead: 7,
    }),
  ).toEqual({ ...DEFAULT_NOTIFYING, delivery: 'digest', datesDaysAhead: 7 }));

test('Working days are kept in the order of the week, each once', () => expect(Notifying.parse({ workingDays: [7, 1, 7] }).workingDays).toEqual([1, 7]));
