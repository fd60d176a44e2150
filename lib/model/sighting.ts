import { lastReadAlike } from './change';
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

/**
 * Whether `later` says something that `earlier`, newest first, did not: at last, or when the field was last read in the same way. A field or an
 * alias the page lacked this time is no news.
 */
export function differs(earlier: readonly Profile[], later: Profile): boolean {
  const [last] = earlier;
  if (!last || later.aliases.some((alias) => !last.aliases.includes(alias))) return true;
  return PROFILE_FIELDS.some((field) => {
    const said = later.fields[field];
    return said !== undefined && [last, lastReadAlike(earlier, later, field)].some((one) => one?.fields[field] !== said);
  });
}
