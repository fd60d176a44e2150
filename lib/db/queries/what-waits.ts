import type { WhatWaits } from '../../model/pending-action';
import type { Instant, TimeZone } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { pendingActions, pendingTables } from './pending-actions';
import { hasContacts, readSettings } from './people';

/** What waits, and all that a list of it needs to be drawn. */
export function whatWaits(db: KithDatabase, now: Instant, zone: TimeZone, limit: number): Promise<WhatWaits> {
  return db.transaction('r', pendingTables(db), async () => {
    const [pending, hasPeople, { followUpTime }] = await Promise.all([pendingActions(db, now, zone, limit), hasContacts(db), readSettings(db)]);
    return { ...pending, hasPeople, followUpTime };
  });
}
