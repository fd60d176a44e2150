import { pendingActions } from '../../lib/db/queries/pending-actions';
import { hasContacts, readSettings } from '../../lib/db/queries/people';
import type { Instant, TimeZone } from '../../lib/model/temporal';
import { records } from './records';

/** How much of what waits is listed until more is asked for. */
export const LISTED_AT_FIRST = 50;

export type WhatWaits = Awaited<ReturnType<typeof whatWaits>>;

/** What waits, and all that a list of it needs to be drawn. */
export async function whatWaits(now: Instant, zone: TimeZone, limit: number) {
  const [pending, hasPeople, { followUpTime }] = await Promise.all([pendingActions(records, now, zone, limit), hasContacts(records), readSettings(records)]);
  return { ...pending, hasPeople, followUpTime };
}
