import type { Contact } from '../../model/contact';
import { type Firable, type Firing, type FiringRules, isSpokenOf } from '../../model/firing';
import type { Notifying } from '../../model/notifying';
import { cadenceActionId } from '../../model/pending-action';
import type { Reminder } from '../../model/reminder';
import {
  addDays,
  addTo,
  at,
  type CalendarDate,
  type Instant,
  instantFromMilliseconds,
  instantOf,
  type LocalDateTime,
  localDateTime,
  millisecondsOf,
  today,
} from '../../model/temporal';
import type { KithDatabase } from '../database';
import { BELATED_DAYS, type Day, daysBetweenDates, daysDue, daysDueOf } from '../queries/days';
import type { Context } from '../journal';
import { type Lapse, lapses } from '../queries/lapses';
import { parseChore, parseFirings, parseRows, ROW_SCHEMAS } from '../rows';

/** About as many people as are told of at once because of a day that comes, and as many because of one that was missed. */
const MOST_DAYS = 500;
/** About as many of each are counted. */
const MOST_COUNTED = 200;
/** For so many days back one is told of a day that was missed while the browser was closed. */
const MISSED_DAYS = 60;
/** As many people as are weighed against each other for the day's few nudges. */
const LAPSES_AT_ONCE = 100;

/**
 * Not the user's commands but the background's: they move reminders from open to notified and are not journaled.
 * Exactly once: `claimDue` decides and marks in one transaction, in the ledger; what it decided stays `unshownSince` there until
 * `confirmShown` says that the browser has the notification. A worker stopped in between finds the mark and shows the same notification id.
 * What the browser refused, by `confirmRefused`, is decided on anew, with what falls due then.
 */

/**
 * Marks what `rules` name as notified. What comes once a day is looked at once a day, at the first look after its hour; the days of
 * whoever is changed after it, once more. `upSince` is when the browser was started.
 */
export async function claimDue(context: Context, rules: FiringRules, upSince?: Instant): Promise<void> {
  const { db, now, zone } = context;
  await db.transaction('rw', [db.reminders, db.firings, db.chores, db.contacts, db.interactions, db.tags, db.deferrals], async () => {
    // A day beyond the wall clock: an hour repeated or skipped by daylight saving is settled by the rules.
    const horizon = addTo(localDateTime(now, zone), { days: 1 });
    const rows = await db.reminders.where('[status+dueAt]').between(['open', ''], ['open', horizon]).toArray();
    const due = rules.due([...parseRows(ROW_SCHEMAS.reminders, rows), ...(await standing(db)).filter(recurs)]);
    const firables: Planned[] = [...due.map(reminderFirable), ...(await dayFirables(context, rules.days)), ...(await nudgeFirables(context, rules.nudges))];
    const again = await refusedFirings(db, rules, due);
    const notifications = rules.group([...firables, ...again.firings]);
    const under = <T extends object>(id: string, told: T) => ({ ...told, notificationId: notifications.get(id) ?? id });
    // By their firings: a reminder may have another time since.
    const told = new Map([...firables, ...again.firings].map(({ id, subjectId }) => [subjectId, id]));
    const notified = due.map((reminder) => ({ ...reminder, status: 'notified' as const, notifiedAt: now, updatedAt: now }));
    const fired = firables.map(({ changedAt, ...firable }) => {
      const dueInstant = instantOf(firable.dueAt, zone);
      const delivery = rules.plannedFor(firable.dueAt, firable.kind, changedAt);
      return {
        ...firable,
        dueInstant,
        plannedFor: within(delivery, changedAt, now),
        ...(delivery > dueInstant && { heldUntil: delivery }),
        firedAt: now,
        ...(upSince !== undefined && { upSince }),
        unshownSince: now,
      };
    });
    await db.reminders.bulkPut([...notified, ...again.reminders].map((reminder) => under(told.get(reminder.id) ?? '', reminder)));
    await db.firings.bulkPut([...fired, ...again.firings.map(({ refused: _, ...firing }) => firing)].map((firing) => under(firing.id, firing)));
  });
}

/** What the browser refused and may be shown now, with the reminders that still wait for it and do not come anew with `due`. */
async function refusedFirings(db: KithDatabase, rules: FiringRules, due: readonly Reminder[]): Promise<{ firings: Firing[]; reminders: Reminder[] }> {
  const refused = (await unshown(db)).filter((firing) => firing.refused && rules.mayCome(firing.kind));
  const anew = new Set(due.map(({ id }) => id));
  const reminders = (await notifiedReminders(db, refused)).filter(({ id }) => !anew.has(id));
  const waiting = new Map(reminders.map(({ id, notificationId }) => [id, notificationId]));
  const firings = refused.filter(({ kind, subjectId, notificationId }) => kind !== 'reminder' || waiting.get(subjectId) === notificationId);
  return { firings, reminders };
}

/** What is to be notified of, and when the user last changed what it is about: before that it could not come. */
type Planned = Firable & Pick<Firing, 'overtakes'> & { changedAt: Instant };

/** `instant`, but not before `from`, and not after `to`. */
function within(instant: Instant, from: Instant, to: Instant): Instant {
  const notBefore = instant < from ? from : instant;
  return notBefore < to ? notBefore : to;
}

function reminderFirable({ id, contactId, dueAt, status, updatedAt }: Reminder): Planned {
  const about = { id: `reminder:${id}:${dueAt}`, kind: 'reminder' as const, contactId, subjectId: id, dueAt, changedAt: updatedAt };
  return status === 'notified' ? { ...about, overtakes: true } : about;
}

/** The reminders that were notified and not dealt with. */
async function standing(db: KithDatabase): Promise<Reminder[]> {
  return parseRows(ROW_SCHEMAS.reminders, await db.reminders.where('[status+dueAt]').between(['notified', ''], ['notified', '\uffff']).toArray());
}

function recurs({ recurrence }: Reminder): boolean {
  return recurrence !== undefined;
}

/** A day that was missed while nobody looked is due when the first look after the last one was to be. */
async function dayFirables(context: Context, rule: FiringRules['days']): Promise<Planned[]> {
  if (!rule) return [];
  const { db, now, zone } = context;
  const date = today(now, zone);
  const chore = await takeChore(context, 'days');
  const firstLook = chore?.last === undefined ? date : addDays(chore.last, 1);
  const dueOn = ({ on, until }: Day) => {
    const wanted = until ?? addDays(on, -rule.ahead);
    const looked = wanted < firstLook ? firstLook : wanted;
    return looked < date ? looked : date;
  };
  const firable = (day: Day, until = day.until): Planned => {
    const { id, contact } = day;
    const dueAt = at(dueOn(day), rule.dueAt.slice(11));
    return { id: `${id}:${until ?? ''}`, kind: 'date', contactId: contact.id, subjectId: id, dueAt, changedAt: contact.updatedAt };
  };
  const untold = async (some: Day[]) => {
    const planned = some.map((day) => firable(day));
    const fresh = new Set((await unfired(db, planned)).map(({ id }) => id));
    return some.filter((_, index) => fresh.has(planned[index]?.id ?? ''));
  };
  const missed = await missedDays(db, firstLook, date, untold);
  // As if the closed browser had put them off: so they wait in the list too, as long as any other that is belated.
  const putOff = ({ id, contact }: Day) => ({ id, contactId: contact.id, until: date, saidOn: date, createdAt: now, updatedAt: now });
  await db.deferrals.bulkPut(missed.map(putOff));
  const near = chore
    ? await daysDue(db, date, rule.ahead, MOST_DAYS, untold)
    : await untold(await daysDueOf(db, await changedSince(context), date, rule.ahead));
  const told = new Set(missed.map(({ id }) => id));
  return [...near.filter(({ id }) => !told.has(id)).map((day) => firable(day)), ...missed.map((day) => firable(day, date))];
}

/** Who was changed since the last look at days: that could not know of theirs, and those alone are looked at. */
async function changedSince({ db, now }: Context): Promise<Contact[]> {
  const chore = parseChore(await db.chores.get('days'));
  if (chore?.at === undefined) return [];
  const rows = await db.contacts.where('updatedAt').aboveOrEqual(chore.at).toArray();
  if (rows.length > 0) await db.chores.put({ ...chore, at: now });
  return parseRows(ROW_SCHEMAS.contacts, rows);
}

/** The days that have gone by since `firstLook`, longer ago than a day is belated. */
async function missedDays(db: KithDatabase, firstLook: CalendarDate, date: CalendarDate, untold: (some: Day[]) => Promise<Day[]>): Promise<Day[]> {
  const [longest, last] = [addDays(date, -MISSED_DAYS), addDays(date, -BELATED_DAYS - 1)];
  const from = firstLook > longest ? firstLook : longest;
  return from > last ? [] : daysBetweenDates(db, from, last, date, MOST_DAYS, untold);
}

async function nudgeFirables(context: Context, rule: FiringRules['nudges']): Promise<Planned[]> {
  if (!rule || !(await takeChore(context, 'nudges'))) return [];
  const { db, now, zone } = context;
  const date = today(now, zone);
  const since = instantOf(at(date, '00:00'), zone);
  const lately = parseFirings(await db.firings.where('firedAt').aboveOrEqual(since).toArray());
  // What the browser has not had yet counts for the day on which it does: nobody more is brought up meanwhile.
  const before = (await unshown(db)).filter(({ firedAt }) => firedAt < since);
  const most = rule.most - [...lately, ...before].filter(({ kind }) => kind === 'cadence').length;
  if (most <= 0) return [];
  const firable = ({ contact, lapsedOn, until }: Lapse): Planned => {
    const subjectId = cadenceActionId(contact.id);
    const id = `${subjectId}:${lapsedOn}:${until ?? ''}`;
    return { id, kind: 'cadence', contactId: contact.id, subjectId, dueAt: rule.dueAt, changedAt: contact.updatedAt };
  };
  const wanted = async (some: Lapse[]) => {
    const fresh = new Set((await unfired(db, some.map(firable))).map(({ id }) => id));
    return some.filter((lapse) => fresh.has(firable(lapse).id));
  };
  return (await lapses(db, date, Math.max(most, LAPSES_AT_ONCE), wanted)).slice(0, most).map(firable);
}

/** Those that have no line in the ledger yet. */
async function unfired<T extends Firable>(db: KithDatabase, firables: readonly T[]): Promise<T[]> {
  const fired = await db.firings.bulkGet(firables.map(({ id }) => id));
  return firables.filter((_, index) => fired[index] === undefined);
}

/** The day's work, if it is still to be done, with the day it was done last; from now on it is done. */
async function takeChore({ db, now, zone }: Context, id: 'days' | 'nudges' | 'ledger'): Promise<{ last?: CalendarDate } | undefined> {
  const day = today(now, zone);
  const last = parseChore(await db.chores.get(id))?.day;
  if (last === day) return undefined;
  await db.chores.put({ id, day, at: now });
  return last === undefined ? {} : { last };
}

/** How long the ledger is kept: a year and a little, so that what comes once a year is never forgotten to have come. */
const LEDGER_DAYS = 400;

/** Forgets the oldest lines of the ledger, once a day. */
export async function pruneLedger(context: Context): Promise<void> {
  const { db, now } = context;
  await db.transaction('rw', [db.firings, db.chores], async () => {
    if (!(await takeChore(context, 'ledger'))) return;
    const oldest = instantFromMilliseconds(millisecondsOf(now) - LEDGER_DAYS * 86_400_000);
    await db.firings.where('firedAt').below(oldest).delete();
  });
}

/** What was decided on but is not yet confirmed as shown. */
export async function unshown(db: KithDatabase): Promise<Firing[]> {
  return parseFirings(await db.firings.where('unshownSince').above('').toArray());
}

/** This notification speaks of these alone: what else was decided on was dealt with before it could be shown. */
export function confirmSpeaksOf({ db }: Pick<Context, 'db'>, notificationId: string, firingIds: ReadonlySet<string>): Promise<void> {
  return mark(db, [notificationId], ({ unshownSince: _, refused: __, ...firing }) => (firingIds.has(firing.id) ? undefined : firing));
}

/** The browser has this notification. */
export function confirmShown({ db, now }: Pick<Context, 'db' | 'now'>, notificationId: string): Promise<void> {
  return mark(db, [notificationId], ({ unshownSince, refused: _, ...firing }) => (unshownSince === undefined ? undefined : { ...firing, shownAt: now }));
}

/** The browser would not have these notifications. */
export function confirmRefused({ db }: Pick<Context, 'db'>, notificationIds: readonly string[]): Promise<void> {
  return mark(db, notificationIds, (firing) => ({ ...firing, refused: true }));
}

/** The user has clicked, closed or used this notification. */
export function confirmSeen({ db, now }: Pick<Context, 'db' | 'now'>, notificationId: string): Promise<void> {
  return mark(db, [notificationId], (firing) => {
    const { unshownSince: _, refused: __, ...seen } = firing;
    return isSpokenOf(firing) ? { ...seen, shownAt: seen.shownAt ?? now, seenAt: seen.seenAt ?? now } : undefined;
  });
}

/** What these notifications speak for, in the order of the due times. */
export async function firingsOf(db: KithDatabase, notificationIds: readonly string[]): Promise<Firing[]> {
  const firings = parseFirings(await db.firings.where('notificationId').anyOf(notificationIds).toArray());
  return firings.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

/** The reminders among `firings` that still wait under the notification that spoke for them. */
export async function notifiedReminders(db: KithDatabase, firings: readonly Firing[]): Promise<Reminder[]> {
  const spokenFor = new Set(firings.map(({ subjectId, notificationId }) => `${subjectId} ${notificationId}`));
  const ids = [...new Set(firings.flatMap(({ kind, subjectId }) => (kind === 'reminder' ? [subjectId] : [])))];
  const reminders = parseRows(ROW_SCHEMAS.reminders, await db.reminders.bulkGet(ids));
  return reminders.filter(({ id, status, notificationId }) => status === 'notified' && spokenFor.has(`${id} ${notificationId}`));
}

/**
 * What is to come: how many things wait whose time has come, the reminders that may be the next to be notified, on which day the
 * day's work on dates and on cadences is due next, where anybody has any, and what the browser refused. `ahead` is in days.
 */
export async function outlook(
  context: Context,
  ahead: number,
  delivery: Notifying['delivery'] = 'each',
): Promise<{ due: number; next: Reminder[]; days?: CalendarDate; nudges?: CalendarDate; refused?: Firing['kind'][] }> {
  const { db, now, zone } = context;
  const date = today(now, zone);
  const [notified, late, open, days, anyDays, anyRhythms, notShown] = await Promise.all([
    standing(db),
    db.reminders
      .where('[status+dueAt]')
      .between(['open', ''], ['open', localDateTime(now, zone)], true, true)
      .count(),
    nextOpen(db, delivery),
    daysDue(db, date, ahead, MOST_COUNTED),
    // Whether there is one at all: a count reads every entry of the index.
    db.contacts.where('monthDays').above('').limit(1).primaryKeys(),
    db.contacts.where('rhythms').above('').limit(1).primaryKeys(),
    unshown(db),
  ]);
  const refused = notShown.flatMap((firing) => (firing.refused ? [firing.kind] : []));
  return {
    due: notified.length + late + days.length,
    next: [...open, ...notified.filter(recurs)],
    ...(anyDays.length > 0 && { days: await nextChoreDay(context, 'days') }),
    ...(anyRhythms.length > 0 && { nudges: await nextChoreDay(context, 'nudges') }),
    ...(refused.length > 0 && { refused }),
  };
}

/** The open reminder that falls due first, or where days have their digests all of its day, for they may come in another order. */
async function nextOpen(db: KithDatabase, delivery: Notifying['delivery']): Promise<Reminder[]> {
  const open = (from: LocalDateTime, to: LocalDateTime) => db.reminders.where('[status+dueAt]').between(['open', from], ['open', to]);
  const [first] = parseRows(ROW_SCHEMAS.reminders, await open('', '\uffff').limit(1).toArray());
  const day = first?.dueAt.slice(0, 10) ?? '';
  const ofDay = first && delivery === 'digest' ? parseRows(ROW_SCHEMAS.reminders, await open(day, `${day}\uffff`).toArray()) : [];
  return [...(first ? [first] : []), ...ofDay];
}

async function nextChoreDay({ db, now, zone }: Context, id: 'days' | 'nudges'): Promise<CalendarDate> {
  const date = today(now, zone);
  return parseChore(await db.chores.get(id))?.day === date ? addDays(date, 1) : date;
}

async function mark(db: KithDatabase, notificationIds: readonly string[], to: (firing: Firing) => Firing | undefined): Promise<void> {
  await db.transaction('rw', db.firings, async () => {
    const marked = (await firingsOf(db, notificationIds)).flatMap((firing) => to(firing) ?? []);
    await db.firings.bulkPut(marked);
  });
}
