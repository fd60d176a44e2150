import { PROFILE_FIELDS, type Profile, type ProfileField } from './profile';
import type { Instant } from './temporal';

/** One thing that a profile used to say and now says otherwise. */
export type FieldChange = { field: ProfileField; from: string; to: string };

/** What changed on somebody's profile between two sightings: a reason to write. */
export type Change = { sightingId: string; contactId: string; seenAt: Instant; fields: FieldChange[]; dismissed: boolean };

/** What `later` says otherwise than `earlier`. A field that one of them lacked is no change: the page was only read better or worse. */
export function fieldChanges(earlier: Profile, later: Profile): FieldChange[] {
  return PROFILE_FIELDS.flatMap((field) => {
    const from = earlier.fields[field];
    const to = later.fields[field];
    return from !== undefined && to !== undefined && from !== to ? [{ field, from, to }] : [];
  });
}
