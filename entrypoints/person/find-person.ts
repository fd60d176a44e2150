import type { KithDatabase } from '../../lib/db/database';
import { personView, readSettings } from '../../lib/db/queries/people';
import type { PersonView } from '../../lib/model/person-view';
import type { ProfileKey } from '../../lib/model/profile';
import type { Settings } from '../../lib/model/settings';
import type { Instant, TimeZone } from '../../lib/model/temporal';

/** Somebody who was looked up, with the settings they are shown by; without a view they are not kept. */
export type FoundPerson = { view?: PersonView; settings: Settings };

/** Looks somebody up by the contact's id or by the keys of their profile. */
export async function findPerson(records: KithDatabase, who: string | readonly ProfileKey[], now: Instant, zone: TimeZone): Promise<FoundPerson> {
  const [view, settings] = await Promise.all([personView(records, who, now, zone), readSettings(records)]);
  return { settings, ...(view && { view }) };
}
