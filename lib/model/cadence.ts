import { z } from './zod';

/** How often one means to be in touch: "every 6 weeks". */
export const Cadence = z.strictObject({
  every: z.number().int().min(1).max(999),
  unit: z.enum(['day', 'week', 'month', 'year']),
});
export type Cadence = z.infer<typeof Cadence>;

/** The length of a cadence in days, for comparing; months and years by their average. */
export function cadenceDays({ every, unit }: Cadence): number {
  return every * { day: 1, week: 7, month: 30.44, year: 365.25 }[unit];
}
