import { Id } from './id';
import { CalendarDate, Instant } from './temporal';
import { z } from './zod';

/** A pending action that is no follow-up, such as a cadence that ran out or news, put off to a day; without one it is settled. Its id is the action's. */
export const Deferral = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(300)),
  contactId: Id,
  until: z.optional(CalendarDate),
  /** The day on which that was said, where the user was. */
  saidOn: z.optional(CalendarDate),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Deferral = z.infer<typeof Deferral>;

/** Whether a deferral keeps its action from the user on `today`. */
export function isDeferred(deferral: Deferral | undefined, today: CalendarDate): boolean {
  return deferral !== undefined && (deferral.until === undefined || deferral.until > today);
}

/** The day on which it was put off or settled; of those that do not say so, UTC's. */
export function saidOn(deferral: Deferral): CalendarDate {
  return deferral.saidOn ?? deferral.updatedAt.slice(0, 10);
}
