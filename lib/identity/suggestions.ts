import type { Claim, ClaimEvidence } from '../model/claim';
import type { ProfileKey } from '../model/profile';

/** A profile that may belong to a contact, with what speaks for it. */
export type Suggestion = {
  key: ProfileKey;
  /** The other contact who has this profile now, if somebody has. */
  ownerId?: string;
  evidence: ClaimEvidence[];
  /** Each of the two pages names the other: only somebody who can write on both could do that. */
  mutual: boolean;
  claimIds: string[];
};

/**
 * Which further profiles the claims give to the contact who owns `keys`; proven ones first. What the user declined and what
 * the contact owns already is left out.
 */
export function suggestions(keys: readonly ProfileKey[], claims: readonly Claim[], ownerOf: (key: ProfileKey) => string | undefined): Suggestion[] {
  const own = new Set(keys);
  const about = claims.filter(({ from, to }) => own.has(from) !== own.has(to));
  const byOther = Map.groupBy(about, ({ from, to }) => (own.has(from) ? to : from));
  return [...byOther]
    .filter(([, some]) => !some.some(({ declined }) => declined))
    .map(([key, some]): Suggestion => {
      const ownerId = ownerOf(key);
      return {
        key,
        ...(ownerId !== undefined && { ownerId }),
        evidence: [...new Set(some.map(({ evidence }) => evidence))],
        mutual: some.some(({ from }) => own.has(from)) && some.some(({ to }) => own.has(to)),
        claimIds: some.map(({ id }) => id),
      };
    })
    .sort((a, b) => Number(b.mutual) - Number(a.mutual) || (a.key < b.key ? -1 : 1));
}
