import type { Contact } from '../../model/contact';
import type { Interaction } from '../../model/interaction';
import {
  type Because,
  cadenceActionId,
  DAYS_AHEAD,
  type PendingCadence,
  type PendingChange,
  type PendingDate,
  type PendingReminder,
  timedUrgency,
  type Urgency,
  type WhatWaits,
} from '../../model/pending-action';
import type { Reminder } from '../../model/reminder';
import type { Settings } from '../../model/settings';
import { lastContact } from '../../model/staleness';
import { addDays, addTo, at, type CalendarDate, type Instant, type LocalDateTime, localDateTime, type TimeZone, today } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { BELATED_DAYS, type Day, daysBetweenDates, daysOfPerson } from './days';
import { countLapses, type Lapse, lapses } from './lapses';
import { contactsById, countNews, type News, openNews, readSettings } from './people';
import { parseRows, ROW_SCHEMAS } from '../rows';

/**
 * What waits for the user: first what has a time, soonest first, everything whose time has come and the week ahead; then the
 * people one is drifting from; then the news, newest first. At most `limit` of each, so that none is crowded out by others.
 */
export function pendingActions(db: KithDatabase, now: Instant, zone: TimeZone, limit: number): Promise<Pending> {
  // In one transaction: each by itself would have to be begun and ended.
  return db.transaction('r', pendingTables(db), () => readPending(db, now, zone, limit));
}

/** All that what waits is made of. */
export function pendingTables(db: KithDatabase) {
  return [db.reminders, db.contacts, db.interactions, db.tags, db.sightings, db.deferrals, db.settings];
}

type Pending = Pick<WhatWaits, 'actions' | 'more' | 'cut'>;

async function readPending(db: KithDatabase, now: Instant, zone: TimeZone, limit: number): Promise<Pending> {
  const date = today(now, zone);
  const horizon = addTo(localDateTime(now, zone), { days: DAYS_AHEAD });
  const notified = db.reminders.where('[status+dueAt]').between(['notified', ''], ['notified', '\uffff']);
  const open = db.reminders.where('[status+dueAt]').between(['open', ''], ['open', horizon]);
  const comingDays = async () => {
    const settings = await readSettings(db);
    return daysBetweenDates(db, date, addDays(date, datesAhead(settings)), date, limit + 1);
  };
  const [notifiedRows, openRows, belated, coming, lapsed, news] = await Promise.all([
    notified.clone().limit(limit).toArray(),
    open.clone().limit(limit).toArray(),
    daysBetweenDates(db, addDays(date, -BELATED_DAYS), addDays(date, -1), date, limit + 1),
    comingDays(),
    lapses(db, date, limit),
    openNews(db, date, limit),
  ]);
  const reminders = parseRows(ROW_SCHEMAS.reminders, [...notifiedRows, ...openRows]);
  // Only a list that is full may have more behind it.
  const isFull = notifiedRows.length + openRows.length >= limit;
  const [contacts, timed, drifting, newsCount] = await Promise.all([
    contactsById(
      db,
      reminders.map(({ contactId }) => contactId),
    ),
    isFull ? countTimed(db, date, horizon) : [],
    lapsed.length < limit ? lapsed.length : countLapses(db, date),
    news.length < limit ? news.length : countNews(db, date),
  ]);
  const due = reminders
    .flatMap((reminder) => {
      const contact = contacts.get(reminder.contactId);
      return contact ? [pendingReminder(reminder, contact, date)] : [];
    })
    .sort(bySoonest)
    .slice(0, limit);
  const days = [...belated.slice(0, limit), ...coming.slice(0, limit)].map((day) => pendingDate(day, date));
  const isCut = timed.reduce((sum, { count }) => sum + count, 0) > limit;
  const moreTimed = isCut ? timed.map(({ urgency, count }) => ({ urgency, count: count - due.filter((one) => one.urgency === urgency).length })) : [];
  const moreNews = Math.max(0, newsCount - limit);
  return {
    actions: [...[...due, ...days].sort(bySoonest), ...lapsed.map(pendingCadence), ...news.map(pendingChange)],
    more: moreTimed.reduce((sum, { count }) => sum + count, 0) + (belated.length + coming.length - days.length) + Math.max(0, drifting - limit) + moreNews,
    cut: {
      ...cutOf([...moreTimed, { urgency: 'news', count: moreNews }]),
      ...(drifting > limit && { drifting: null }),
      ...(belated.length > limit && { overdue: null }),
      // Which of them has the next one in it is not worth a look.
      ...(coming.length > limit && { today: null, week: null, later: null }),
    },
  };
}

/** Those of one person's days that wait, soonest first. */
export function pendingDates(db: KithDatabase, contactId: string, date: CalendarDate): Promise<PendingDate[]> {
  return db.transaction('r', [db.contacts, db.deferrals, db.settings], async () => {
    const [contacts, settings] = await Promise.all([contactsById(db, [contactId]), readSettings(db)]);
    const contact = contacts.get(contactId);
    return contact ? (await daysOfPerson(db, contact, date, datesAhead(settings))).map((day) => pendingDate(day, date)) : [];
  });
}

/** How many days ahead birthdays and other days are listed. */
function datesAhead({ notifying }: Settings): number {
  return Math.max(DAYS_AHEAD, notifying.datesDaysAhead);
}

/** How many follow-ups there are of each urgency, without reading them. */
function countTimed(db: KithDatabase, date: CalendarDate, horizon: LocalDateTime): Promise<{ urgency: Urgency; count: number }[]> {
  const tomorrow = addDays(date, 1);
  const ranges = [
    { urgency: 'overdue', from: '', to: date },
    { urgency: 'today', from: date, to: tomorrow },
    { urgency: 'week', from: tomorrow, to: horizon },
  ] as const;
  const countIn = (status: 'notified' | 'open', from: string, to: string) => db.reminders.where('[status+dueAt]').between([status, from], [status, to]).count();
  return Promise.all(
    ranges.map(async ({ urgency, from, to }) => {
      const [notified, open] = await Promise.all([countIn('notified', from, to), countIn('open', from, to)]);
      return { urgency, count: notified + open };
    }),
  );
}

function cutOf(more: readonly { urgency: Urgency; count: number }[]): WhatWaits['cut'] {
  const cut: WhatWaits['cut'] = {};
  for (const { urgency, count } of more) if (count > 0) cut[urgency] = count;
  return cut;
}

/** What one knows of these people, by contact: the reasons beside pending actions. */
export async function reasonsFor(db: KithDatabase, contactIds: readonly string[], date: CalendarDate): Promise<Map<string, Because>> {
  const ids = [...new Set(contactIds)];
  const [contacts, rows, noteRows] = await Promise.all([
    contactsById(db, ids),
    db.interactions.where('contactIds').anyOf(ids).distinct().toArray(),
    Promise.all(ids.map((id) => db.notes.where('[contactId+createdAt]').between([id, ''], [id, '\uffff']).last())),
  ]);
  const notes = new Map(parseRows(ROW_SCHEMAS.notes, noteRows).map(({ contactId, text }) => [contactId, text]));
  const interactions = new Map<string, Interaction[]>(ids.map((id) => [id, []]));
  for (const interaction of parseRows(ROW_SCHEMAS.interactions, rows)) for (const id of interaction.contactIds) interactions.get(id)?.push(interaction);
  return new Map(
    [...contacts.values()].map(({ id, howWeMet }) => {
      const theirs = interactions.get(id) ?? [];
      const last = lastContact(theirs, date);
      const text = last && theirs.find((interaction) => interaction.id === last.interactionId)?.text;
      const note = notes.get(id);
      return [id, { ...(last && { lastContact: { ...last, ...(text && { text }) } }), ...(note && { note }), ...(howWeMet && { howWeMet }) }];
    }),
  );
}

function personOf({ id: contactId, name, profileKeys: [profileKey] }: Contact) {
  return { contactId, name, ...(profileKey && { profileKey }) };
}

/** A follow-up with whom it is with. */
export function pendingReminder(reminder: Reminder, contact: Contact, date: CalendarDate): PendingReminder {
  const { id, text, dueAt, status, recurrence, encounter } = reminder;
  const waits = status === 'awaiting';
  return {
    kind: 'reminder',
    id,
    ...personOf(contact),
    text,
    dueAt,
    ...(recurrence && { recurrence }),
    ...(encounter && { encounter }),
    ...(waits && { waits }),
    urgency: timedUrgency(dueAt.slice(0, 10), date),
  };
}

function pendingDate({ id, contact, label, on, years }: Day, date: CalendarDate): PendingDate {
  const urgency = timedUrgency(on, date);
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

function pendingChange({ contact, change: { sightingId, seenAt, fields } }: News): PendingChange {
  return { kind: 'change', id: sightingId, ...personOf(contact), seenAt, fields, urgency: 'news' };
}

function bySoonest(a: PendingReminder | PendingDate, b: PendingReminder | PendingDate): number {
  const [first, second] = [dueTime(a), dueTime(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

function dueTime(action: PendingReminder | PendingDate): LocalDateTime {
  return action.kind === 'reminder' ? action.dueAt : at(action.on, '00:00');
}
