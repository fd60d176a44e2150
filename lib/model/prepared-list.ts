import { WhatWaits } from './pending-action';
import { CalendarDate, type TimeZone } from './temporal';
import { z } from './zod';

/**
 * What waits, as it was when something last changed, and the day and place on whose clock it is right. A popup has it 6 ms after it has
 * started; opening the records and reading them takes 35 (measured on two cores, the records those of 100,000 people).
 */
export const PreparedList = z.strictObject({ date: CalendarDate, zone: z.string(), list: WhatWaits });
export type PreparedList = z.infer<typeof PreparedList>;

/** The list, where `prepared` is one and was made for this day and place. */
export function listOf(prepared: unknown, date: CalendarDate, zone: TimeZone): WhatWaits | undefined {
  const { data } = PreparedList.safeParse(prepared);
  return data?.date === date && data.zone === zone ? data.list : undefined;
}
