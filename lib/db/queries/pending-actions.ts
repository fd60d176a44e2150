import type { Change } from '../../model/change';
import type { Contact } from '../../model/contact';
import {
  cadenceActionId,
  type PendingAction,
  type PendingCadence,
  type PendingChange,
  type PendingDate,
  type PendingReminder,
} from '../../model/pending-action';
import { isDue, type Reminder } from '../../model/reminder';
import { type LastContact, lastContact } from '../../model/staleness';
import { addDays, addTo, at, type CalendarDate, type Instant, type LocalDateTime, localDateTime, type TimeZone, today } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { BELATED_DAYS, type Day, daysBetweenDates } from './days';
import { countLapses, type Lapse, lapses } from './lapses';
import { contactsById, openChanges, readSettings } from './people';
import { parseRows, ROW_SCHEMAS } from '../rows';

/** How far ahead the list of pending actions looks. */
const DAYS_AHEAD = 7;

/** What waits for the user. `due` counts what has its time and `drifting` the people who ran over their cadence, beyond those listed too. */
export type Pending = { actions: PendingAction[]; due: number; drifting: number };

/**
 * What waits for the user: first what has a time, soonest first, everything whose time has come and the week ahead; then the
 * people one is drifting from; then the news, newest first. At most `limit` of each.
 */
export async function pendingActions(db: KithDatabase, now: Instant, zone: TimeZone, limit: number): Promise<Pending> {
  const date = today(now, zone);
  const notified = db.reminders.where('[status+dueAt]').between(['notified', ''], ['notified', '\uffff']);
  const horizon = addTo(localDateTime(now, zone), { days: DAYS_AHEAD });
  const { notifying } = await readSettings(db);
  const [notifiedRows, openRows, notifiedCount, lateCount, days, lapsed, drifting, news] = await Promise.all([
    notified.limit(limit).toArray(),
    db.reminders.where('[status+dueAt]').between(['open', ''], ['open', horizon]).limit(limit).toArray(),
    notified.count(),
    db.reminders
      .where('[status+dueAt]')
      .between(['open', ''], ['open', localDateTime(now, zone)], true, true)
      .count(),
    daysBetweenDates(db, addDays(date, -BELATED_DAYS), addDays(date, DAYS_AHEAD + notifying.datesDaysAhead), date, limit),
    lapses(db, date, limit),
    countLapses(db, date),
    openChanges(db, limit),
  ]);
  const reminders = parseRows(ROW_SCHEMAS.reminders, [...notifiedRows, ...openRows]);
  const contacts = await contactsById(
    db,
    [...reminders, ...news].map(({ contactId }) => contactId),
  );
  const about = <T extends { contactId: string }, A>(something: T, action: (something: T, contact: Contact) => A): A[] => {
    const contact = contacts.get(something.contactId);
    return contact ? [action(something, contact)] : [];
  };
  const dates = days.map((day) => pendingDate(day, date, notifying.datesDaysAhead));
  const timed = [...reminders.flatMap((reminder) => about(reminder, (due, contact) => pendingReminder(due, contact, now, zone))), ...dates];
  return {
    actions: [
      ...timed.sort((a, b) => (dueTime(a) < dueTime(b) ? -1 : 1)).slice(0, limit),
      ...lapsed.map(pendingCadence),
      ...news.flatMap((change) => about(change, pendingChange)),
    ],
    due: notifiedCount + lateCount + dates.filter(({ urgency }) => urgency !== 'later').length,
    drifting: Math.max(drifting, lapsed.length),
  };
}

/** What one knows of somebody that makes a pending action worth doing. */
export type Because = { lastContact?: LastContact & { text?: string }; howWeMet?: string };

/** The reasons beside pending actions, by contact. */
export async function reasonsFor(db: KithDatabase, contactIds: readonly string[], date: CalendarDate): Promise<Map<string, Because>> {
  const ids = [...new Set(contactIds)];
  const [contacts, rows] = await Promise.all([contactsById(db, ids), db.interactions.where('contactIds').anyOf(ids).distinct().toArray()]);
  const interactions = parseRows(ROW_SCHEMAS.interactions, rows);
  return new Map(
    [...contacts.values()].map(({ id, howWeMet }) => {
      const last = lastContact(
        interactions.filter((interaction) => interaction.contactIds.includes(id)),
        date,
      );
      const text = last && interactions.find((interaction) => interaction.id === last.interactionId)?.text;
      return [id, { ...(last && { lastContact: { ...last, ...(text && { text }) } }), ...(howWeMet && { howWeMet }) }];
    }),
  );
}

function personOf({ id: contactId, name, profileKeys: [profileKey] }: Contact) {
  return { contactId, name, ...(profileKey && { profileKey }) };
}

function pendingReminder(reminder: Reminder, contact: Contact, now: Instant, zone: TimeZone): PendingReminder {
  const { id, text, dueAt, recurrence, encounter } = reminder;
  const urgency = !isDue(reminder, now, zone) ? 'later' : dueAt.slice(0, 10) < today(now, zone) ? 'overdue' : 'due';
  return { kind: 'reminder', id, ...personOf(contact), text, dueAt, ...(recurrence && { recurrence }), ...(encounter && { encounter }), urgency };
}

function pendingDate({ id, contact, label, on, years }: Day, date: CalendarDate, ahead: number): PendingDate {
  const urgency = on < date ? 'overdue' : on <= addDays(date, ahead) ? 'due' : 'later';
  return { kind: 'date', id, ...personOf(contact), ...(label !== undefined && { label }), on, ...(years !== undefined && { years }), urgency };
}

function pendingCadence({ contact, cadence, tag, lapsedOn, lastContact: last }: Lapse): PendingCadence {
  const id = cadenceActionId(contact.id);
  return {
    kind: 'cadence',
    id,
    ...personOf(contact),
    cadence,
    ...(tag && { tag: tag.label }),
    lapsedOn,
    ...(last && { lastContact: last }),
    urgency: 'drifting',
  };
}

function pendingChange({ sightingId, seenAt, fields }: Change, contact: Contact): PendingChange {
  return { kind: 'change', id: sightingId, ...personOf(contact), seenAt, fields, urgency: 'news' };
}

function dueTime(action: PendingReminder | PendingDate): LocalDateTime {
  return action.kind === 'reminder' ? action.dueAt : at(action.on, '00:00');
}
