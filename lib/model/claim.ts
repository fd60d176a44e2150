import { Line, ProfileKey } from './profile';
import { Instant } from './temporal';
import { z } from './zod';

/** How a page says that another profile is the same person's; `alias` where the site itself gives both to one account. */
export const CLAIM_EVIDENCE = ['alias', 'rel=me', 'sameAs', 'link'] as const;
export const ClaimEvidence = z.enum(CLAIM_EVIDENCE);
export type ClaimEvidence = z.infer<typeof ClaimEvidence>;

/** One profile's page says that another profile is the same person's. Kept only where one of the two belongs to a contact. */
export const Claim = z.strictObject({
  /** `from`, a space, `to`. */
  id: z.string().check(z.maxLength(801)),
  from: ProfileKey,
  to: ProfileKey,
  evidence: ClaimEvidence,
  /** What that page calls its person. */
  name: z.optional(Line),
  seenAt: Instant,
  /** The user has said that these are not the same person. */
  declined: z.boolean(),
});
export type Claim = z.infer<typeof Claim>;

/** The id of the claim that the page of `from` makes of `to`: however often it is made, it is one. */
export function claimId(from: ProfileKey, to: ProfileKey): string {
  return `${from} ${to}`;
}
