import type { Subject } from '../../lib/messaging/protocol';
import type { FoundPerson } from '../person/find-person';
import type { Answers } from '../person/use-records';

/** Whom the panel shows, with what is kept of them where that is being read already, and the address of the page that shows them. */
export type Shown = { subject: Subject; begun?: Answers<FoundPerson>; address?: string | undefined };

/** A person's place in the panel: what is half typed or half open there is found again when one comes back. */
export type Place = Shown & { key: string };

const MOST_KEPT = 6;

/** The places with `shown` first; the same array when nothing changed. However many that makes: `trimPlaces` is for when there is time. */
export function keepPlaces(places: readonly Place[], shown: Shown): readonly Place[] {
  const { subject } = shown;
  const key = 'profile' in subject ? subject.profile.key : subject.contactId;
  const [first, ...others] = places;
  if (first?.key === key) return isSame(first.subject, subject) ? places : [{ key, ...shown }, ...others];
  return [{ key, ...shown }, ...places.filter((place) => place.key !== key)];
}

/** The places that stay; the same array when all do. */
export function trimPlaces(places: readonly Place[]): readonly Place[] {
  return places.length > MOST_KEPT ? places.slice(0, MOST_KEPT) : places;
}

/** By what their page says: it is read anew with each of the page's events. */
function isSame(a: Subject, b: Subject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
