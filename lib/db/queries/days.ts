import type { Contact } from '../../model/contact';
import { type Deferral, isDeferred } from '../../model/deferral';
import { dateActionId } from '../../model/pending-action';
import { monthDaysBetween, occurrenceOn, yearsAt } from '../../model/special-date';
import { addDays, type Birthday, CalendarDate, daysBetween } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { parseRows, ROW_SCHEMAS } from '../rows';

/** A day of somebody's that comes round; without `label` it is their birthday. `id` is the pending action's; `until` the day it was put off to. */
export type Day = { id: string; contact: Contact; label?: string; on: CalendarDate; years?: number; until?: CalendarDate };

/** The birthdays and other days between two dates that are not settled or put off, soonest first, of about the first `limit` people. */
export async function daysBetweenDates(db: KithDatabase, from: CalendarDate, to: CalendarDate, today: CalendarDate, limit: number): Promise<Day[]> {
  const ranges = monthDaysBetween(from, daysBetween(from, to));
  const rows = await Promise.all(ranges.map(([lower, upper]) => db.contacts.where('monthDays').between(lower, upper, true, true).limit(limit).toArray()));
  const contacts = new Map(parseRows(ROW_SCHEMAS.contacts, rows.flat()).map((contact) => [contact.id, contact]));
  const days = [...contacts.values()].flatMap((contact) => daysOf(contact, from, to));
  const deferrals = await deferralsOf(
    db,
    days.map(({ id }) => id),
  );
  return days
    .filter(({ id }) => !isDeferred(deferrals.get(id), today))
    .map((day) => withUntil(day, deferrals.get(day.id)?.until))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
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

/** How long after its day a birthday is still worth a word. */
export const BELATED_DAYS = 7;

/** The days that are to be acted on at `today`: those that come within `ahead` days, and those just missed. */
export function daysDue(db: KithDatabase, today: CalendarDate, ahead: number, limit: number): Promise<Day[]> {
  return daysBetweenDates(db, addDays(today, -BELATED_DAYS), addDays(today, ahead), today, limit);
}
