import { type Contact, isBroughtUp } from '../../model/contact';
import { type Deferral, isDeferred } from '../../model/deferral';
import { dateActionId, isDateActionId } from '../../model/pending-action';
import { monthDaysBetween, occurrenceOn, yearsAt } from '../../model/special-date';
import { addDays, type Birthday, CalendarDate, daysBetween } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { parseRow, parseRows, ROW_SCHEMAS } from '../rows';

/** A day of somebody's that comes round; without `label` it is their birthday. `id` is the pending action's; `until` the day it was put off to. */
export type Day = { id: string; contact: Contact; label?: string; on: CalendarDate; years?: number; until?: CalendarDate };

/**
 * The birthdays and other days between two dates, and those long past that were put off to between them, that are not settled or put off
 * further, soonest first. `wanted` may turn some of a batch down. Reads about `limit` people, and on past those that are not to be told.
 */
export async function daysBetweenDates(
  db: KithDatabase,
  from: CalendarDate,
  to: CalendarDate,
  today: CalendarDate,
  limit: number,
  wanted: (some: Day[]) => Promise<Day[]> = (some) => Promise.resolve(some),
): Promise<Day[]> {
  const found = new Map<string, Day>();
  const take = async (some: Day[]) => {
    const deferrals = await deferralsOf(db, idsOf(some));
    for (const day of await wanted(waiting(some, deferrals, today))) found.set(day.id, day);
  };
  await take(await daysPutOff(db, from, to < today ? to : today, today));
  for (const [lower, upper] of monthDaysBetween(from, daysBetween(from, to))) {
    for (let offset = 0; found.size < limit; offset += limit) {
      const rows = await db.contacts.where('monthDays').between(lower, upper, true, true).offset(offset).limit(limit).toArray();
      await take(parseRows(ROW_SCHEMAS.contacts, rows).flatMap((contact) => daysOf(contact, from, to)));
      if (rows.length < limit) break;
    }
  }
  return [...found.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

const idsOf = (days: readonly Day[]) => days.map(({ id }) => id);

/** Those of some days that are not settled, nor put off beyond `today`. */
function waiting(some: readonly Day[], deferrals: ReadonlyMap<string, Deferral>, today: CalendarDate): Day[] {
  return some.filter(({ id }) => !isDeferred(deferrals.get(id), today)).map((day) => withUntil(day, deferrals.get(day.id)?.until));
}

/** The days put off to between two dates that no look at the days about `today` finds any more. */
async function daysPutOff(db: KithDatabase, from: CalendarDate, to: CalendarDate, today: CalendarDate): Promise<Day[]> {
  const rows = from > to ? [] : await db.deferrals.where('until').between(from, to, true, true).toArray();
  const deferrals = parseRows(ROW_SCHEMAS.deferrals, rows).filter(({ id }) => isDateActionId(id));
  const contacts = await db.contacts.bulkGet(deferrals.map(({ contactId }) => contactId));
  return deferrals.flatMap(({ id }, index) => {
    const contact = parseRow(ROW_SCHEMAS.contacts, contacts[index]);
    const day = contact && isBroughtUp(contact) ? dayOf(contact, id) : undefined;
    return day && day.on < addDays(today, -BELATED_DAYS) ? [day] : [];
  });
}

/** How pending actions were put off or settled, by their ids. */
export async function deferralsOf(db: KithDatabase, actionIds: readonly string[]): Promise<Map<string, Deferral>> {
  const rows = await db.deferrals.bulkGet([...actionIds]);
  return new Map(parseRows(ROW_SCHEMAS.deferrals, rows).map((deferral) => [deferral.id, deferral]));
}

function withUntil(day: Day, until: CalendarDate | undefined): Day {
  return until === undefined ? day : { ...day, until };
}

/** The day that a pending action of this id is about; undefined when the contact has no such day any more. */
export function dayOf(contact: Contact, id: string): Day | undefined {
  const on = CalendarDate.safeParse(id.slice(id.lastIndexOf(':') + 1)).data;
  return on === undefined ? undefined : daysOf(contact, on, on).find((day) => day.id === id);
}

function daysOf(contact: Contact, from: CalendarDate, to: CalendarDate): Day[] {
  const dates: { id: string; label?: string; date: Birthday }[] = [...(contact.birthday ? [{ id: 'birthday', date: contact.birthday }] : []), ...contact.dates];
  return dates.flatMap(({ id, label, date }) => {
    const on = [...new Set([from, to].map((day) => Number(day.slice(0, 4))))]
      .flatMap((year) => occurrenceOn(date, year) ?? [])
      .find((day) => day >= from && day <= to);
    // The very day it began is no anniversary.
    if (on === undefined || on === date) return [];
    const years = yearsAt(date, on);
    return [{ id: dateActionId(contact.id, id, on), contact, on, ...(label !== undefined && { label }), ...(years !== undefined && { years }) }];
  });
}

/** How long after its day, or the day it was put off to, a birthday is still worth a word. */
export const BELATED_DAYS = 7;

/** The days that are to be acted on at `today`: those that come within `ahead` days, and then those just missed; about `limit` of each. */
export async function daysDue(db: KithDatabase, today: CalendarDate, ahead: number, limit: number, wanted?: (some: Day[]) => Promise<Day[]>): Promise<Day[]> {
  const [coming, missed] = await Promise.all([
    daysBetweenDates(db, today, addDays(today, ahead), today, limit, wanted),
    daysBetweenDates(db, addDays(today, -BELATED_DAYS), addDays(today, -1), today, limit, wanted),
  ]);
  return [...coming, ...missed];
}

/** The days that are to be acted on at `today`, of these people alone. */
export async function daysDueOf(db: KithDatabase, contacts: readonly Contact[], today: CalendarDate, ahead: number): Promise<Day[]> {
  const [from, to] = [addDays(today, -BELATED_DAYS), addDays(today, ahead)];
  const days = contacts.filter(isBroughtUp).flatMap((contact) => daysOf(contact, from, to));
  return waiting(days, await deferralsOf(db, idsOf(days)), today);
}

/** The days of one person's that are to be acted on at `today`, also those long past that were put off to about now, soonest first. */
export async function daysOfPerson(db: KithDatabase, contact: Contact, today: CalendarDate, ahead: number): Promise<Day[]> {
  if (!isBroughtUp(contact)) return [];
  const belated = addDays(today, -BELATED_DAYS);
  const said = parseRows(ROW_SCHEMAS.deferrals, await db.deferrals.where('contactId').equals(contact.id).toArray());
  const putOff = said
    .filter(({ id, until }) => isDateActionId(id) && until !== undefined && until >= belated)
    .flatMap(({ id }) => dayOf(contact, id) ?? [])
    .filter(({ on }) => on < belated);
  const days = [...putOff, ...daysOf(contact, belated, addDays(today, ahead))];
  return waiting(days, new Map(said.map((deferral) => [deferral.id, deferral])), today).sort((a, b) => (a.on < b.on ? -1 : 1));
}
