import type { KithDatabase } from '../../lib/db/database';
import { personView } from '../../lib/db/queries/people';
import type { PersonView } from '../../lib/model/person-view';
import type { ProfileKey } from '../../lib/model/profile';
import type { Instant, TimeZone } from '../../lib/model/temporal';

/** Somebody who was looked up; without a view they are not kept. */
export type FoundPerson = { view?: PersonView };

/** Looks somebody up by the contact's id or by the keys of their profile. */
export async function findPerson(records: KithDatabase, who: string | readonly ProfileKey[], now: Instant, zone: TimeZone): Promise<FoundPerson> {
  const view = await personView(records, who, now, zone);
  return { ...(view && { view }) };
}
