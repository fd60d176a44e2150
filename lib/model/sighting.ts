import { Id } from './id';
import { PROFILE_FIELDS, Profile, ProfileKey } from './profile';
import { Instant } from './temporal';
import { z } from './zod';

/** A Profile kept with its date, only when it differs from the one before. From two of them comes a Change. */
export const Sighting = z.strictObject({
  id: Id,
  contactId: Id,
  profileKey: ProfileKey,
  seenAt: Instant,
  profile: Profile,
  /** Present where it says something otherwise than the one before: whether that still waits for the user. */
  change: z.optional(z.enum(['open', 'dismissed'])),
});
export type Sighting = z.infer<typeof Sighting>;

/** Whether `later` says something that `earlier` did not. A field or an alias the page lacked this time is no news. */
export function differs(earlier: Profile, later: Profile): boolean {
  if (later.aliases.some((alias) => !earlier.aliases.includes(alias))) return true;
  return PROFILE_FIELDS.some((field) => later.fields[field] !== undefined && later.fields[field] !== earlier.fields[field]);
}
