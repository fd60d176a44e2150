import type { Contact } from './contact';
import { saysOrganisation, saysPosition } from './organisation';
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
    customFields: uniqueBy([...into.customFields, ...from.customFields], detailName),
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

type Detail = Contact['customFields'][number];

/** Somebody as a table says, and when that was imported, of what it says that another table may say otherwise one day. */
export function asImported(from: Contact, importedAt: Instant): Contact {
  return { ...from, customFields: from.customFields.map((detail) => (passing(detail) ? { ...detail, importedAt } : detail)) };
}

/**
 * Somebody who is kept, with what a table says of them, which is `asImported`: nothing they are known by is lost, but where it says
 * another work or another place, that comes first, and what tables before it said of that is gone.
 */
export function withImported(into: Contact, from: Contact, now: Instant): Contact {
  const { customFields, ...merged } = mergedContact(into, from, now);
  const known = new Map(into.customFields.map((detail) => [detailName(detail), detail]));
  const changed: ReadonlySet<unknown> = new Set(from.customFields.flatMap((detail) => (known.has(detailName(detail)) ? [] : (passing(detail) ?? []))));
  const said = from.customFields.filter((detail) => changed.has(passing(detail)));
  const importedAt = said[0]?.importedAt;
  const isOver = (detail: Detail) => changed.has(passing(detail)) && detail.importedAt !== undefined && detail.importedAt !== importedAt;
  const first = said.map((detail) => known.get(detailName(detail)) ?? detail);
  return { ...merged, customFields: uniqueBy([...first, ...customFields.filter((detail) => !isOver(detail))], detailName) };
}

/** Whether a detail says what changes with the years: somebody's work, or their place. */
function passing({ label }: Detail): 'work' | 'place' | undefined {
  if (saysOrganisation(label) || saysPosition(label) || /^department$/i.test(label)) return 'work';
  return /^(location|city|country)$/i.test(label) ? 'place' : undefined;
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

const detailName = ({ label, value }: Detail) => `${label}\n${value}`;
const dateName = ({ label, date }: SpecialDate) => `${label}\n${date}`;

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])];
}

/** Of those of one name the first, in its place. */
function uniqueBy<T>(items: readonly T[], name: (item: T) => string): T[] {
  const byName = new Map<string, T>();
  for (const item of items) if (!byName.has(name(item))) byName.set(name(item), item);
  return [...byName.values()];
}
