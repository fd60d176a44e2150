import { type Cadence, lapsesOn } from '../model/cadence';
import type { Contact } from '../model/contact';
import type { Tag } from '../model/tag';
import { addDays, addTo, at, type CalendarDate } from '../model/temporal';

/**
 * The index of people by their cadence. Deciding it for everybody at each look means reading everybody (650 ms for 100,000 contacts,
 * where a range of an index takes 10): a contact's row holds `own|<day it lapses>` for a cadence of its own, and otherwise
 * `tag:<name>|<day of last contact>` for each tag, so that a tag's cadence may change without any contact being written. The day
 * of last contact is that of the last write; a contact planned ahead that has come to pass since is found out when the row is read.
 */
export function rhythmsOf(contact: Contact, lastOn: CalendarDate | undefined): string[] {
  const since = lastOn ?? firstDay(contact);
  if (contact.cadence) return [`own|${lapsesOn(since, contact.cadence)}`];
  return contact.tags.map((name) => `tag:${name}|${since}`);
}

/** Where in the index those stand whose cadence has run out by `today`, and some whose is about to. */
export function lapsedRanges(tags: readonly Tag[], today: CalendarDate): (readonly [string, string])[] {
  const ofTags = tags.flatMap(({ name, cadence }) => (cadence ? [[`tag:${name}|`, `tag:${name}|${lastLapsed(cadence, today)}`] as const] : []));
  return [['own|', `own|${today}`], ...ofTags];
}

/** Where in the index those stand for whom a tag's cadence holds. */
export function rhythmRange(tagName: string): readonly [string, string] {
  return [`tag:${tagName}|`, `tag:${tagName}|\uffff`];
}

/** Where somebody never contacted begins: the day they were kept; as near as it is known. */
export function firstDay({ keptOn, createdAt }: Contact): CalendarDate {
  return keptOn ?? createdAt.slice(0, 10);
}

/** The newest last contact that may have lapsed by `today`: months differ by up to three days. */
function lastLapsed({ every, unit }: Cadence, today: CalendarDate): CalendarDate {
  return addDays(addTo(at(today, '00:00'), { [`${unit}s`]: -every }).slice(0, 10), 3);
}
