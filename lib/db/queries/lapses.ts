import { type Cadence, cadenceDays, daysOver, lapsesOn } from '../../model/cadence';
import { type Contact, isBroughtUp } from '../../model/contact';
import { isDeferred, saidOn } from '../../model/deferral';
import type { Interaction } from '../../model/interaction';
import { cadenceActionId } from '../../model/pending-action';
import { type LastContact, lastContact } from '../../model/staleness';
import type { Tag } from '../../model/tag';
import type { CalendarDate } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { deferralsOf } from './days';
import { firstDay, lapsedRanges } from '../rhythms';
import { parseRows, ROW_SCHEMAS } from '../rows';

/** How often one means to be in touch with somebody, and the tag that says so where it is not their own cadence. */
export type Rhythm = { cadence: Cadence; tag?: Tag };

/** Somebody who ran over their cadence; `until` is the day they were put off to. */
export type Lapse = Rhythm & { contact: Contact; lapsedOn: CalendarDate; lastContact?: LastContact; until?: CalendarDate };

/** The contact's own cadence, else the shortest of their tags'. */
export function rhythmOf(contact: Contact, tags: ReadonlyMap<string, Tag>): Rhythm | undefined {
  if (contact.cadence) return { cadence: contact.cadence };
  const rhythms = contact.tags.flatMap((name) => {
    const tag = tags.get(name);
    return tag?.cadence ? [{ cadence: tag.cadence, tag }] : [];
  });
  return rhythms.sort((a, b) => cadenceDays(a.cadence) - cadenceDays(b.cadence))[0];
}

/** The day somebody's cadence runs out, counted from the last contact, and from the day they were kept while there was none. */
export function lapseDay(contact: Contact, { cadence }: Rhythm, last: LastContact | undefined): CalendarDate {
  return lapsesOn(last?.on ?? firstDay(contact), cadence);
}

/**
 * The people who ran over their cadence by `date` and are not put off, the most over for their cadence first. `wanted` may turn some of
 * a batch down. Reads about `limit` of each cadence's people, however many there are.
 */
export async function lapses(
  db: KithDatabase,
  date: CalendarDate,
  limit: number,
  wanted: (some: Lapse[]) => Promise<Lapse[]> = (some) => Promise.resolve(some),
): Promise<Lapse[]> {
  const tags = await allTags(db);
  const found = new Map<string, Lapse>();
  const ofEach = await Promise.all(lapsedRanges([...tags.values()], date).map((range) => lapsesIn(db, range, tags, date, limit, wanted)));
  for (const lapse of ofEach.flat()) found.set(lapse.contact.id, lapse);
  return [...found.values()].sort((a, b) => overBy(b, date) - overBy(a, date)).slice(0, limit);
}

/** At least `limit` of those in a range of the index, or all of them. */
async function lapsesIn(
  db: KithDatabase,
  [from, to]: readonly [string, string],
  tags: ReadonlyMap<string, Tag>,
  date: CalendarDate,
  limit: number,
  wanted: (some: Lapse[]) => Promise<Lapse[]>,
): Promise<Lapse[]> {
  const found: Lapse[] = [];
  for (let offset = 0; found.length < limit; offset += limit) {
    const rows = await db.contacts.where('rhythms').between(from, to, true, true).offset(offset).limit(limit).toArray();
    found.push(...(await wanted(await lapsesOf(db, parseRows(ROW_SCHEMAS.contacts, rows), tags, date))));
    if (rows.length < limit) break;
  }
  return found;
}

/** About how many people ran over their cadence: those put off, or contacted since as planned, are among them. */
export async function countLapses(db: KithDatabase, date: CalendarDate): Promise<number> {
  const ranges = lapsedRanges([...(await allTags(db)).values()], date);
  const counts = await Promise.all(ranges.map(([from, to]) => db.contacts.where('rhythms').between(from, to, true, true).count()));
  return counts.reduce((a, b) => a + b, 0);
}

/** Every tag that was given something of its own, by name. */
export async function allTags(db: KithDatabase): Promise<Map<string, Tag>> {
  return new Map(parseRows(ROW_SCHEMAS.tags, await db.tags.toArray()).map((tag) => [tag.name, tag]));
}

/** Those of `contacts` who ran over their cadence by `date` and are not put off. */
export async function lapsesOf(db: KithDatabase, contacts: readonly Contact[], tags: ReadonlyMap<string, Tag>, date: CalendarDate): Promise<Lapse[]> {
  const ids = contacts.map(({ id }) => id);
  const [rows, deferrals] = await Promise.all([db.interactions.where('contactIds').anyOf(ids).distinct().toArray(), deferralsOf(db, ids.map(cadenceActionId))]);
  const interactions = new Map<string, Interaction[]>(ids.map((id) => [id, []]));
  for (const interaction of parseRows(ROW_SCHEMAS.interactions, rows)) for (const id of interaction.contactIds) interactions.get(id)?.push(interaction);
  return contacts.flatMap((contact) => {
    const rhythm = rhythmOf(contact, tags);
    if (!rhythm || !isBroughtUp(contact)) return [];
    const last = lastContact(interactions.get(contact.id) ?? [], date);
    const said = deferrals.get(cadenceActionId(contact.id));
    // What was put off before one met was a lapse that the contact has ended.
    const deferral = said && last && saidOn(said) <= last.on ? undefined : said;
    if (isDeferred(deferral, date)) return [];
    const lapsedOn = lapseDay(contact, rhythm, last);
    const until = deferral?.until;
    return lapsedOn > date ? [] : [{ ...rhythm, contact, lapsedOn, ...(last && { lastContact: last }), ...(until !== undefined && { until }) }];
  });
}

/** How long over, measured by the cadence itself: a week is much for somebody met weekly. */
function overBy({ cadence, lapsedOn }: Lapse, date: CalendarDate): number {
  return (daysOver(lapsedOn, date) + 1) / cadenceDays(cadence);
}
