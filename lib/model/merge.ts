import type { Contact } from './contact';
import type { Instant } from './temporal';

/** Two contacts who turn out to be one person, as that one: nothing either said is lost, and where both said it `into` is believed. */
export function mergedContact(into: Contact, from: Contact, now: Instant): Contact {
  const howWeMet = [into.howWeMet, from.howWeMet].filter((text) => text !== undefined && text !== '').join('\n');
  const introducedBy = [into.introducedBy, from.introducedBy].find((id) => id !== undefined && id !== into.id && id !== from.id);
  const { createdAt, keptOn } = into.createdAt < from.createdAt ? into : from;
  const { introducedBy: _, howWeMet: __, keptOn: ___, ...base } = into;
  return {
    ...base,
    profileKeys: union(into.profileKeys, from.profileKeys),
    relations: union(into.relations, from.relations),
    tags: union(into.tags, from.tags),
    links: uniqueBy([...into.links, ...from.links], ({ url }) => url),
    dates: uniqueBy([...into.dates, ...from.dates], ({ label, date }) => `${label}\n${date}`),
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

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])];
}

function uniqueBy<T>(items: readonly T[], name: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [name(item), item])).values()].toReversed();
}
