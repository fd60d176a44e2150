import { MOST_DAYS_AHEAD } from './special-date';
import { z } from './zod';

/** A time of day on the wall clock: `09:00`. */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** The most nudges about people drifting apart that one may ask for on a day. */
export const MOST_NUDGES_PER_DAY = 50;

/** When notifications may come. */
const Choices = z.strictObject({
  /** Each reminder at its own time, or all of a day in one digest. */
  delivery: z.enum(['each', 'digest']),
  /** When the digest comes; also the hour at which nudges and dates begin, which have no time of their own. */
  digestTime: TimeOfDay,
  /** Nothing is shown from `from` until just before `to`, over midnight where `to` is the earlier; equal times mean none. */
  quietHours: z.nullable(z.strictObject({ from: TimeOfDay, to: TimeOfDay })),
  /** The days of work, 1 = Monday … 7 = Sunday. Nudges come on these alone. */
  workingDays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(
    z.minLength(1),
    z.overwrite((days) => [...new Set(days)].sort((a, b) => a - b)),
  ),
  /** Whether what the user asked for waits for a working day too. */
  holdOnDaysOff: z.boolean(),
  /** How many people a day Kith may bring up by itself. */
  nudgesPerDay: z.int().check(z.minimum(0), z.maximum(MOST_NUDGES_PER_DAY)),
  /** How many days before a birthday or another date to say so. */
  datesDaysAhead: z.int().check(z.minimum(0), z.maximum(MOST_DAYS_AHEAD)),
});
export type Notifying = z.infer<typeof Choices>;

/** Some of the choices, changed. */
export const NotifyingChanges = z.partial(Choices);
export type NotifyingChanges = z.infer<typeof NotifyingChanges>;

export const DEFAULT_NOTIFYING: Notifying = {
  delivery: 'each',
  digestTime: '09:00',
  quietHours: null,
  workingDays: [1, 2, 3, 4, 5],
  holdOnDaysOff: false,
  nudgesPerDay: 3,
  datesDaysAhead: 0,
};

/** The choices as they are kept. A field that is missing or broken falls back to its default, as in Settings. */
export const Notifying = z.object({
  delivery: z.catch(Choices.shape.delivery, DEFAULT_NOTIFYING.delivery),
  digestTime: z.catch(Choices.shape.digestTime, DEFAULT_NOTIFYING.digestTime),
  quietHours: z.catch(Choices.shape.quietHours, DEFAULT_NOTIFYING.quietHours),
  workingDays: z.catch(Choices.shape.workingDays, DEFAULT_NOTIFYING.workingDays),
  holdOnDaysOff: z.catch(Choices.shape.holdOnDaysOff, DEFAULT_NOTIFYING.holdOnDaysOff),
  nudgesPerDay: z.catch(Choices.shape.nudgesPerDay, DEFAULT_NOTIFYING.nudgesPerDay),
  datesDaysAhead: z.catch(Choices.shape.datesDaysAhead, DEFAULT_NOTIFYING.datesDaysAhead),
});
