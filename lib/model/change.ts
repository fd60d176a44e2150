import { PROFILE_FIELDS, type Profile, type ProfileField } from './profile';
import type { Instant } from './temporal';
import { z } from './zod';

/** One thing that a profile used to say and now says otherwise. */
export const FieldChange = z.strictObject({ field: z.enum(PROFILE_FIELDS), from: z.string(), to: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

/** What changed on somebody's profile between two sightings: a reason to write. */
export type Change = { sightingId: string; contactId: string; seenAt: Instant; fields: FieldChange[]; dismissed: boolean };

/**
 * What `later` says otherwise than `earlier`, the same profile as it was read before, newest first. A field that one of them lacked is no
 * change: the page was only read better or worse. Nor is one in other words because it was read in another way.
 */
export function fieldChanges(earlier: readonly Profile[], later: Profile): FieldChange[] {
  return PROFILE_FIELDS.flatMap((field) => {
    const from = lastReadAlike(earlier, later, field)?.fields[field];
    const to = later.fields[field];
    return from !== undefined && to !== undefined && from !== to ? [{ field, from, to }] : [];
  });
}

/** The newest of `earlier` that has a field from where `later` has it. */
export function lastReadAlike(earlier: readonly Profile[], later: Profile, field: ProfileField): Profile | undefined {
  return earlier.find((one) => one.fields[field] !== undefined && isReadAlike(one, later, field));
}

/** Whether two profiles have a field from the same layer of reading and from pages in the same language, as far as either is known. */
export function isReadAlike(one: Profile, other: Profile, field: ProfileField): boolean {
  return isSame(one.sources[field], other.sources[field]) && isSame(one.languages?.[field], other.languages?.[field]);
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
