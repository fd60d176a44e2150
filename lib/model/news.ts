import { type FieldChange, fieldChanges, isReadAlike } from './change';
import type { Profile, ProfileField } from './profile';
import type { Sighting } from './sighting';

/** What of a visit is a reason to write, and which news that waited is none any more. */
export type News = { changes: FieldChange[]; over: Sighting[] };

/**
 * What `now` says, after what was seen of the same profile before, newest first. Where it says again what it said before some news that
 * waits, that and all that followed are over, as far as nothing else in them stands. What another way of reading has told already is not
 * told again.
 */
export function newsIn(seen: readonly Sighting[], now: Profile): News {
  const changes = fieldChanges(
    seen.map(({ profile }) => profile),
    now,
  );
  const told = seen.flatMap((sighting) => (sighting.change ? [{ sighting, brought: broughtBy(sighting, seen) }] : []));
  const open = told.filter(({ sighting }) => sighting.change === 'open');
  const isBack = (field: ProfileField, since: number) =>
    open.slice(since).some(({ sighting, brought }) => brought.some((was) => saysAgain(was, field, now) && isReadAlike(sighting.profile, now, field)));
  const over = open.filter(
    ({ brought }, index) => brought.some(({ field }) => changes.some((change) => change.field === field)) && brought.every(({ field }) => isBack(field, index)),
  );
  const isTold = ({ field, to }: FieldChange) =>
    seen[0]?.profile.fields[field] === to && told.some(({ brought }) => brought.some((was) => was.field === field && was.to === to));
  const isTakenBack = ({ field }: FieldChange) => over.some(({ brought }) => brought.some((was) => saysAgain(was, field, now)));
  return { changes: changes.filter((change) => !isTold(change) && !isTakenBack(change)), over: over.map(({ sighting }) => sighting) };
}

/** What a sighting says otherwise than those before it among `sightings`, newest first. */
export function broughtBy(sighting: Sighting, sightings: readonly Sighting[]): FieldChange[] {
  const before = sightings.slice(sightings.indexOf(sighting) + 1).filter(({ profileKey }) => profileKey === sighting.profileKey);
  return fieldChanges(
    before.map(({ profile }) => profile),
    sighting.profile,
  );
}

function saysAgain(was: FieldChange, field: ProfileField, now: Profile): boolean {
  return was.field === field && was.from === now.fields[field];
}
