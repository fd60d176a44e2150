import fc from 'fast-check';
import { DEFAULT_NOTIFYING, type Notifying } from '../../../../lib/model/notifying';

/** Times of day, the round ones and midnight often. */
export const timesOfDay = fc.oneof(
  fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`),
  fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`),
);

/** Every choice of when notifications may come. */
export const notifyings: fc.Arbitrary<Notifying> = fc.record({
  delivery: fc.constantFrom('each' as const, 'digest' as const),
  digestTime: timesOfDay,
  quietHours: fc.option(fc.record({ from: timesOfDay, to: timesOfDay })),
  workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holdOnDaysOff: fc.boolean(),
  nudgesPerDay: fc.constant(DEFAULT_NOTIFYING.nudgesPerDay),
  datesDaysAhead: fc.constant(DEFAULT_NOTIFYING.datesDaysAhead),
});
