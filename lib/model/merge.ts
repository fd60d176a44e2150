import type { Contact } from './contact';
import type { SpecialDate } from './special-date';
import type { Instant } from './temporal';

/** Two contacts who turn out to be one person, as that one: nothing either said is lost, and where both said it `into` is believed. */
export function mergedContact(into: Contact, from: Contact, now: Instant): Contact {
  const howWeMet = joinedText(into.howWeMet ?? '', from.howWeMet ?? '');
  const introducedBy = [into.introducedBy, from.introducedBy].find((id) => id !== undefined && id !== into.id && id !== from.id);
  const { createdAt, keptOn } = into.createdAt < from.createdAt ? into : from;
  const { introducedBy: _, howWeMet: __, keptOn: ___, ...base } = into;
  const formerIds = union(into.formerIds ?? [], from.formerIds ?? []).filter((id) => id !== into.id);
  return {
    ...base,
    profileKeys: union(into.profileKeys, from.profileKeys),
    ...(formerIds.length > 0 && { formerIds }),
    relations: union(into.relations, from.relations),
    tags: union(into.tags, from.tags),
    links: uniqueBy([...into.links, ...from.links], ({ url }) => url),
    dates: uniqueBy([...into.dates, ...from.dates], dateName),
    customFields: uniqueBy([...into.customFields, ...from.customFields], ({ label, value }) => `${label}\n${value}`),
    ...(howWeMet !== '' && { howWeMet }),
    ...(introducedBy !== undefined && { introducedBy }),
    ...(from.birthday && !into.birthday && { birthday: from.birthday }),
    ...(from.cadence && !into.cadence && { cadence: from.cadence }),
    neverRemind: into.neverRemind || from.neverRemind,
    starred: into.starred || from.starred,
    archived: into.archived && from.archived,
    ...(keptOn !== undefined && { keptOn }),
    createdAt,
    updatedAt: now,
  };
}

/** What a pending action of `from`'s, or what of it was notified, is called once it is `into`'s: of a day that both have there is one. */
export function mergedActionId(id: string, into: Contact, from: Contact): string {
  const [kind, contactId, dateId, ...rest] = id.split(':');
  if (contactId !== from.id) return id;
  const date = from.dates.find((each) => each.id === dateId);
  const same = date && into.dates.find((each) => dateName(each) === dateName(date));
  return [kind, into.id, ...(dateId === undefined ? [] : [same?.id ?? dateId]), ...rest].join(':');
}

/** Both texts, one below the other, unless the first says the second already. */
function joinedText(a: string, b: string): string {
  if (`\n${a}\n`.includes(`\n${b}\n`)) return a;
  return a === '' || b === '' ? a + b : `${a}\n${b}`;
}

const dateName = ({ label, date }: SpecialDate) => `${label}\n${date}`;

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])];
}

function uniqueBy<T>(items: readonly T[], name: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [name(item), item])).values()].toReversed();
}
