import type { Subject } from '../../lib/messaging/protocol';

/** A person's place in the panel: what is half typed or half open there is found again when one comes back. */
export type Place = { key: string; subject: Subject };

const LONGEST_KEPT = 6;

/** The places with `shown` first; the same array when nothing changed. */
export function keepPlaces(places: readonly Place[], shown: Subject): readonly Place[] {
  const key = 'profile' in shown ? shown.profile.key : shown.contactId;
  const [first, ...others] = places;
  if (first?.key === key) return isSame(first.subject, shown) ? places : [{ key, subject: shown }, ...others];
  return [{ key, subject: shown }, ...places.filter((place) => place.key !== key)].slice(0, LONGEST_KEPT);
}

function isSame(a: Subject, b: Subject): boolean {
  return 'profile' in a && 'profile' in b ? a.profile === b.profile : true;
}
