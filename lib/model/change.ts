import { PROFILE_FIELDS, type Profile } from './profile';
import type { Instant } from './temporal';
import { z } from './zod';

/** One thing that a profile used to say and now says otherwise. */
export const FieldChange = z.strictObject({ field: z.enum(PROFILE_FIELDS), from: z.string(), to: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

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
