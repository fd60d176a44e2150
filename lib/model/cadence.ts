import { addTo, at, type CalendarDate, daysBetween } from './temporal';
import { z } from './zod';

/** How often one means to be in touch: "every 6 weeks". */
export const Cadence = z.strictObject({
  every: z.int().check(z.minimum(1), z.maximum(999)),
  unit: z.enum(['day', 'week', 'month', 'year']),
});
export type Cadence = z.infer<typeof Cadence>;

/** The length of a cadence in days, for comparing; months and years by their average. */
export function cadenceDays({ every, unit }: Cadence): number {
  return every * { day: 1, week: 7, month: 30.44, year: 365.25 }[unit];
}

/** The day on which a contact at `anchor` is one cadence ago: by the calendar, so a month after 31 January is the last of February. */
export function lapsesOn(anchor: CalendarDate, { every, unit }: Cadence): CalendarDate {
  return addTo(at(anchor, '00:00'), { [`${unit}s`]: every }).slice(0, 10);
}

/** How many days somebody is over their cadence: 0 on the day it runs out, less before. */
export function daysOver(lapsedOn: CalendarDate, today: CalendarDate): number {
  return daysBetween(lapsedOn, today);
}
