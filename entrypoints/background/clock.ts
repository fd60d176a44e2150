import { v7 } from 'uuid';
import type { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { type Instant, instantFromMilliseconds, type TimeZone } from '../../lib/model/temporal';

/** The moment it is. */
export function now(): Instant {
  return instantFromMilliseconds(Date.now());
}

/** Where the user is; asked anew each time, because people travel. */
export function zone(): TimeZone {
  return Temporal.Now.timeZoneId();
}

/** What one command needs from outside, as of this moment. */
export function context(db: KithDatabase): Context {
  return { db, now: now(), zone: zone(), newId: v7 };
}
