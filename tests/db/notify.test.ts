import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addContact, editContact } from '../../lib/db/commands/contacts';
import { claimDue, confirmRefused, confirmShown, firingsOf, notifiedReminders, outlook, unshown } from '../../lib/db/commands/notify';
import { daysDue } from '../../lib/db/queries/days';
import { completeReminder, encounter, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import { type Firing, latenessOf } from '../../lib/model/firing';
import { cadenceActionId } from '../../lib/model/pending-action';
import { addDays, addTo, at, instantFromMilliseconds, instantOf, localDateTime, millisecondsOf, today, weekdayOf } from '../../lib/model/temporal';
import { DEFAULT_NOTIFYING, type Notifying } from '../../lib/model/notifying';
import { dailyHour } from '../../lib/reminders/delivery';
import { firingRules, LONGEST_SLEEP_MINUTES, nextWake } from '../../lib/reminders/plan';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import type { Context } from '../../lib/db/journal';
import { contactRow, reminderRow } from '../../lib/db/rows';
import { newContact } from '../../lib/model/contact';
import type { Reminder } from '../../lib/model/reminder';
import { notifyings } from '../unit/reminders/support/arbitraries';
import { BERLIN, clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

const claim = (context: Context, some: Partial<Notifying> = {}) =>
  claimDue(context, firingRules(context.now, context.zone, { ...DEFAULT_NOTIFYING, ...some }, id));

const wake = async (context: Context, some: Partial<Notifying> = {}) => {
  const { next, ...others } = await outlook(context, 0);
  return nextWake(next, context.now, context.zone, { ...DEFAULT_NOTIFYING, ...some }, others);
};

async function personWithReminders(dueAts: readonly string[]) {
  const db = emptyDatabase();
  const next = clockwork(db);
  const { contactId } = await addContact(next(), { commandId: id(), subject: { profile: profile() } });
  const reminderIds = [];
  for (const dueAt of dueAts) {
    const reminderId = id();
    reminderIds.push(reminderId);
    await setFollowUp(next(), { commandId: id(), subject: { contactId: contactId! }, reminderId, text: '', dueAt });
  }
  return { db, next, reminderIds, at: (now: string, zone = BERLIN) => ({ db, now, zone, newId: id }) };
}

test('what is due is claimed once, under one notification each', async () => {
  const { db, at } = await personWithReminders(['2026-11-22T08:59', '2026-11-22T09:00', '2026-11-22T09:01']);
  await claim(at(NOW));
  const claimed = await unshown(db);
  expect(claimed.map(({ dueAt }) => dueAt).sort()).toEqual(['2026-11-22T08:59', '2026-11-22T09:00']);
  expect(new Set(claimed.map(({ notificationId }) => notificationId)).size).toBe(2);
  await claim(at(NOW));
  expect(await unshown(db)).toEqual(claimed);
});

test('several at once share one notification', async () => {
  const { db, at } = await personWithReminders(['2026-11-01T09:00', '2026-11-02T09:00', '2026-11-03T09:00']);
  await claim(at(NOW));
  const [first, ...others] = await unshown(db);
  expect(others.every(({ notificationId }) => notificationId === first!.notificationId)).toBe(true);
  expect(await firingsOf(db, [first!.notificationId])).toHaveLength(3);
});

test('a confirmed notification is not shown again, and the mark survives until it is confirmed', async () => {
  const { db, at } = await personWithReminders(['2026-11-22T08:00']);
  await claim(at(NOW));
  const [claimed] = await unshown(db);
  await confirmShown(at(NOW), claimed!.notificationId);
  expect(await unshown(db)).toEqual([]);
  expect(await outlook(at(NOW), 0)).toMatchObject({ due: 1 });
});

test('what is done before it could be shown is nothing to be shown', async () => {
  const { db, next, reminderIds, at } = await personWithReminders(['2026-11-22T08:00']);
  await claim(at(NOW));
  const [claimed] = await unshown(db);
  expect(await notifiedReminders(db, [claimed!])).toHaveLength(1);
  await completeReminder(next(), { commandId: id(), reminderId: reminderIds[0]! }, nextOccurrence);
  expect(await notifiedReminders(db, [claimed!])).toEqual([]);
});

test('a snoozed reminder is claimed again at its new time, under a new notification', async () => {
  const { db, next, reminderIds, at } = await personWithReminders(['2026-11-22T08:00']);
  await claim(at(NOW));
  const [first] = await unshown(db);
  await confirmShown(at(NOW), first!.notificationId);
  await snoozeReminder(next(), { commandId: id(), reminderId: reminderIds[0]!, until: '2026-11-22T12:00' });
  await claim(at('2026-11-22T10:59:00.000Z'));
  expect(await unshown(db)).toEqual([]);
  await claim(at('2026-11-22T11:00:00.000Z'));
  const [second] = await unshown(db);
  expect(second).toMatchObject({ subjectId: reminderIds[0], dueAt: '2026-11-22T12:00' });
  expect(second!.notificationId).not.toBe(first!.notificationId);
});

describe('What the browser would not show', () => {
  /** Decides on what is due and has the browser refuse it; answers what it refused. */
  const refused = async (context: Context, some: Partial<Notifying> = {}) => {
    await claim(context, some);
    const decided = await toShow(context.db);
    await confirmRefused(context, [...new Set(decided.map(({ notificationId }) => notificationId))]);
    return decided;
  };
  const toShow = async (db: Context['db']) => (await unshown(db)).filter((firing) => !firing.refused);
  const nights = { quietHours: { from: '22:00', to: '07:00' } };

  test('comes as one notification once it may be shown, with what falls due then', async () => {
    const { db, at, reminderIds } = await personWithReminders(['2026-11-22T10:00', '2026-11-22T11:00', '2026-11-22T12:00']);
    for (const now of ['2026-11-22T09:00:00.000Z', '2026-11-22T10:00:00.000Z']) await refused(at(now));
    await claim(at('2026-11-22T11:00:00.000Z'));
    const told = await toShow(db);
    expect(told.map(({ subjectId }) => subjectId).toSorted()).toEqual(reminderIds.toSorted());
    expect(new Set(told.map(({ notificationId }) => notificationId)).size).toBe(1);
    expect(await notifiedReminders(db, told), 'its buttons hold for all of them').toHaveLength(3);
    await confirmShown(at('2026-11-22T11:00:00.000Z'), told[0]!.notificationId);
    await claim(at('2026-11-22T12:00:00.000Z'));
    expect(await unshown(db), 'once').toEqual([]);
    expect((await firingsOf(db, [told[0]!.notificationId])).map((firing) => [firing.firedAt.slice(11, 13), latenessOf(firing)?.because])).toEqual([
      ['09', 'refused'],
      ['10', 'refused'],
      ['11', undefined],
    ]);
  });

  test('is the same notification as long as nobody has refused it: a worker stopped in between has perhaps handed it over', async () => {
    const { db, at } = await personWithReminders(['2026-11-22T10:00', '2026-11-22T11:00', '2026-11-22T12:00']);
    await claim(at('2026-11-22T09:00:00.000Z'));
    const [first] = await unshown(db);
    await claim(at('2026-11-22T11:00:00.000Z'));
    expect(await unshown(db)).toContainEqual(first);
  });

  test('waits for the end of quiet hours, and for a working day where follow-ups are held on others', async () => {
    const { db, at } = await personWithReminders(['2026-11-22T21:30']);
    const monday = { holdOnDaysOff: true, ...nights };
    await refused(at('2026-11-22T20:30:00.000Z'), nights);
    await claim(at('2026-11-22T21:00:00.000Z'), nights);
    expect(await toShow(db)).toEqual([]);
    expect(await wake(at('2026-11-22T21:00:00.000Z'), nights)).toBe('2026-11-22T22:00:00.000Z');
    expect(await wake(at('2026-11-23T05:30:00.000Z'), nights)).toBe('2026-11-23T06:00:00.000Z');
    await claim(at('2026-11-22T20:45:00.000Z'), monday);
    expect(await toShow(db), 'a Sunday').toEqual([]);
    await claim(at('2026-11-23T06:00:00.000Z'), monday);
    expect(await toShow(db)).toHaveLength(1);
  });

  test('is tried again within the longest sleep, not at every minute', async () => {
    const { at } = await personWithReminders(['2026-11-22T10:00']);
    await refused(at('2026-11-22T09:00:00.000Z'));
    expect(await wake(at('2026-11-22T09:00:30.000Z'))).toBe('2026-11-22T10:00:30.000Z');
  });

  test('and came again before it could be shown is told of once', async () => {
    const { db, at, next } = await personWithReminders([]);
    const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile() } });
    const recurrence = { rule: 'FREQ=DAILY', from: '2026-11-22T10:00' };
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text: '', dueAt: '2026-11-22T10:00', recurrence });
    await refused(at('2026-11-22T09:00:00.000Z'));
    await refused(at('2026-11-23T09:00:00.000Z'));
    await claim(at('2026-11-23T09:30:00.000Z'));
    const told = await toShow(db);
    expect(told.map(({ dueAt }) => dueAt)).toEqual(['2026-11-23T10:00']);
    expect(await notifiedReminders(db, told)).toHaveLength(1);
  });

  test('and is done by then is nothing to be shown, and takes nothing else with it', async () => {
    const { db, at, next, reminderIds } = await personWithReminders(['2026-11-22T10:00', '2026-11-22T10:00', '2026-11-22T10:00']);
    await refused(at('2026-11-22T09:00:00.000Z'));
    await completeReminder(next(), { commandId: id(), reminderId: reminderIds[0]! }, nextOccurrence);
    await claim(at('2026-11-22T09:30:00.000Z'));
    expect((await toShow(db)).map(({ subjectId }) => subjectId).toSorted()).toEqual(reminderIds.slice(1).toSorted());
  });

  test('brings up no more people at once than a day may', async () => {
    const db = emptyDatabase();
    const next = clockwork(db);
    for (const handle of ['a', 'b', 'c', 'd', 'e']) {
      const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile(handle) } });
      await editContact(next(), { commandId: id(), contactId, changes: { cadence: { every: 1, unit: 'day' } } });
    }
    const at = (now: string): Context => ({ db, now, zone: BERLIN, newId: id });
    const two = { nudgesPerDay: 2 };
    await refused(at('2026-11-24T09:00:00.000Z'), two);
    await refused(at('2026-11-25T09:00:00.000Z'), two);
    await claim(at('2026-11-26T09:00:00.000Z'), two);
    const told = await toShow(db);
    expect(told).toHaveLength(2);
    await confirmShown(at('2026-11-26T09:00:00.000Z'), told[0]!.notificationId);
    await claim(at('2026-11-27T09:00:00.000Z'), two);
    expect(
      (await toShow(db)).filter(({ subjectId }) => !told.some((each) => each.subjectId === subjectId)),
      'the next two',
    ).toHaveLength(2);
  });
});

test('whatever the times, the zone and the clock do, each reminder is claimed exactly once and none too early', async () => {
  const start = millisecondsOf('2026-10-20T00:00:00.000Z');
  const hours = fc.integer({ min: 0, max: 24 * 10 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(hours, { minLength: 1, maxLength: 6 }),
      fc.array(fc.record({ hour: hours, zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland') }), { maxLength: 12 }),
      async (dues, looks) => {
        const instant = (hour: number) => instantFromMilliseconds(start + hour * 3_600_000);
        const { db, at } = await personWithReminders(dues.map((hour) => localDateTime(instant(hour), 'UTC')));
        const claimed = new Map<string, number>();
        for (const { hour, zone } of [...looks, { hour: 24 * 12, zone: 'UTC' }]) {
          await claim(at(instant(hour), zone));
          for (const firing of await unshown(db)) {
            claimed.set(firing.subjectId, (claimed.get(firing.subjectId) ?? 0) + 1);
            expect(localDateTime(instant(hour), zone) >= firing.dueAt).toBe(true);
            await confirmShown(at(instant(hour), zone), firing.notificationId);
          }
        }
        expect([...claimed.values()]).toEqual(dues.map(() => 1));
      },
    ),
    { numRuns: 80 },
  );
});

/** What happens before a look, and how far the look gets. */
const happenings = fc.record({
  hours: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 2, arbitrary: fc.integer({ min: -12, max: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 24 * 150 }) },
  ),
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'Pacific/Pago_Pago'),
  meets: fc.boolean(),
  stopped: fc.constantFrom('never', 'never', 'never', 'after deciding', 'after showing', 'refused'),
});

const settings = fc.oneof(
  fc.constant(DEFAULT_NOTIFYING),
  fc
    .tuple(notifyings, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 }))
    .map(([notifying, nudgesPerDay, datesDaysAhead]): Notifying => ({ ...notifying, nudgesPerDay, datesDaysAhead })),
);

test('asleep for months, abroad, refused, with the clock set back and forth and stopped anywhere, Kith tells of all that is due once each, when it may by what was chosen', async () => {
  await fc.assert(
    fc.asyncProperty(
      // Before a leap day, before both changes of the clocks, at any time.
      fc.constantFrom(
        '2028-02-26T10:00:00.000Z',
        '2027-02-25T10:00:00.000Z',
        '2026-03-28T20:00:00.000Z',
        '2026-10-24T20:00:00.000Z',
        '2026-12-31T10:00:00.000Z',
      ),
      settings,
      fc.array(fc.integer({ min: -20, max: 24 * 40 }), { minLength: 1, maxLength: 24 }),
      fc.array(happenings, { minLength: 1, maxLength: 6 }),
      async (start, notifying, dues, story) => {
        const { quietHours, workingDays, holdOnDaysOff, delivery, nudgesPerDay, datesDaysAhead } = notifying;
        const hour = dailyHour(notifying);
        let now: string = start;
        let zone = BERLIN;
        const db = emptyDatabase();
        const present = (): Context => ({ db, now, zone, newId: id });

        const reminder = (contactId: string, some: Pick<Reminder, 'status' | 'dueAt' | 'encounter'>) =>
          reminderRow({ id: id(), contactId, text: '', createdAt: now, updatedAt: now, ...some });
        const people = ['a', 'b', 'c'].map((name) => ({ ...newContact(id(), name, [], now, zone), cadence: { every: 2, unit: 'week' as const } }));
        const [{ id: contactId } = { id: '' }] = people;
        await db.contacts.bulkPut(people.map((person) => contactRow({ ...person, ...(person.id === contactId && { birthday: '1992-02-29' }) }, undefined, [])));
        const dated = dues.map((hours) => reminder(contactId, { status: 'open', dueAt: addTo(localDateTime(now, zone), { hours }) }));
        const awaiting = reminder(contactId, { status: 'awaiting', dueAt: localDateTime(now, zone), encounter: { kind: 'person' } });
        await db.reminders.bulkPut([...dated, awaiting]);

        const told: string[] = [];
        const shown = new Set<string>();
        const broughtUp = new Map<string, string>();
        const refusedOnce = new Set<string>();
        const toShow = async () => (await unshown(db)).filter(({ refused }) => !refused);

        const expectAllowed = ({ kind, subjectId, dueAt, id: firingId }: Firing) => {
          // Whoever is met is told of at once, at any hour.
          if (subjectId === awaiting.id && !refusedOnce.has(firingId)) return;
          const [date = '', time = ''] = localDateTime(now, zone).split('T');
          expect(isQuiet(time, quietHours), 'not in quiet hours').toBe(false);
          if (kind === 'cadence' || (kind === 'reminder' && holdOnDaysOff)) expect(workingDays, 'not on a day off').toContain(weekdayOf(date));
          // What was refused where the day was further on is told as late.
          if (refusedOnce.has(firingId)) return;
          const digest = at(dueAt.slice(0, 10), hour);
          const from = delivery === 'digest' && digest < dueAt ? digest : dueAt;
          expect(instantOf(from, zone) <= now, 'not too early').toBe(true);
        };
        const look = async (stopped = 'never') => {
          const before = new Set((await toShow()).map(({ id: firingId }) => firingId));
          await claim(present(), notifying);
          const decided = (await toShow()).filter(({ id: firingId }) => !before.has(firingId));
          decided.forEach(expectAllowed);
          const midnight = instantOf(at(today(now, zone), '00:00'), zone);
          const nudged = decided.filter(({ kind }) => kind === 'cadence').map(({ subjectId }) => subjectId);
          const ofToday = new Set([...nudged, ...[...broughtUp].flatMap(([subjectId, since]) => (since >= midnight ? [subjectId] : []))]);
          if (nudged.length > 0) expect(ofToday.size, 'no more people than asked for').toBeLessThanOrEqual(nudgesPerDay);
          for (const subjectId of nudged) if (!broughtUp.has(subjectId)) broughtUp.set(subjectId, now);

          if (stopped === 'after deciding') return;
          for (const [notificationId, firings] of Map.groupBy(await toShow(), (firing) => firing.notificationId)) {
            // The browser has it already, where the worker was stopped before it heard so.
            if (stopped === 'refused' && !shown.has(notificationId)) {
              for (const firing of firings) refusedOnce.add(firing.id);
              await confirmRefused(present(), [notificationId]);
              continue;
            }
            if (!shown.has(notificationId)) told.push(...firings.map(({ subjectId }) => subjectId));
            shown.add(notificationId);
            if (stopped !== 'after showing') await confirmShown(present(), notificationId);
          }
          if (stopped !== 'never') return;
          const time = localDateTime(now, zone).slice(11);
          if (time < hour || isQuiet(time, quietHours)) return;
          for (const day of await daysDue(db, today(now, zone), datesDaysAhead, 10)) expect(told, 'a birthday that is near was told').toContain(day.id);
        };

        const pass = (hours: number) => {
          now = instantFromMilliseconds(millisecondsOf(now) + hours * 3_600_000);
        };
        for (const { hours, zone: place, meets, stopped } of story) {
          pass(hours);
          zone = place;
          if (meets) await encounter(present(), [`person:${contactId}`]);
          await look(stopped);
          const planned = await db.firings.toArray();
          if (stopped !== 'refused') await claim(present(), notifying);
          expect(await db.firings.toArray(), 'planning twice changes nothing').toEqual(planned);
          const asleep = millisecondsOf((await wake(present(), notifying)) ?? now) - millisecondsOf(now);
          expect(asleep > 0 && asleep <= LONGEST_SLEEP_MINUTES * 60_000, 'wakes again').toBe(true);
        }

        // All is due by then. On a working day whatever is open opens at one of these times.
        zone = 'UTC';
        pass(24 * 60);
        await encounter(present(), [`person:${contactId}`]);
        const reminderIds = [...dated, awaiting].map((each) => each.id);
        const lapsed = nudgesPerDay === 0 ? [] : people.map((person) => cadenceActionId(person.id));
        const untold = (ids: readonly string[]) => ids.filter((subjectId) => !told.includes(subjectId));
        for (let days = 0; days < Math.ceil(people.length / (nudgesPerDay || people.length)); days++) {
          do now = `${addDays(now.slice(0, 10), 1)}T00:00:00.000Z`;
          while (!workingDays.includes(weekdayOf(now.slice(0, 10))));
          for (const time of [...new Set(['00:00', '06:00', hour, quietHours?.to ?? hour])].toSorted()) {
            now = `${now.slice(0, 10)}T${time}:00.000Z`;
            if (untold([...reminderIds, ...lapsed]).length > 0) await look();
          }
          expect(untold(reminderIds), 'no follow-up is forgotten').toEqual([]);
        }
        expect(told.length, 'nothing twice').toBe(new Set(told).size);
        expect(untold(lapsed), 'nor anybody whose cadence ran out').toEqual([]);
      },
    ),
    { numRuns: 450 },
  );
});

function isQuiet(time: string, quietHours: Notifying['quietHours']): boolean {
  if (!quietHours) return false;
  const { from, to } = quietHours;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
