import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addContact, editContact } from '../../lib/db/commands/contacts';
import { claimDue, confirmShown, firingsOf, notifiedReminders, outlook, unshown } from '../../lib/db/commands/notify';
import { daysDue } from '../../lib/db/queries/days';
import { completeReminder, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import type { Firing } from '../../lib/model/firing';
import { cadenceActionId } from '../../lib/model/pending-action';
import { addTo, instantFromMilliseconds, localDateTime, millisecondsOf, today } from '../../lib/model/temporal';
import { DEFAULT_NOTIFYING } from '../../lib/model/notifying';
import { firingRules } from '../../lib/reminders/plan';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import type { Context } from '../../lib/db/journal';
import { BERLIN, clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

const claim = (context: Context) => claimDue(context, firingRules(context.now, context.zone, DEFAULT_NOTIFYING, id));

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

/** What happens before a look, and how far the look gets before the worker is stopped. */
const happenings = fc.record({
  hours: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 2, arbitrary: fc.integer({ min: -12, max: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 24 * 150 }) },
  ),
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'Pacific/Pago_Pago'),
  stopped: fc.constantFrom('never', 'never', 'never', 'after deciding', 'after showing'),
});

test('asleep for months, abroad, with the clock set back and forth and stopped anywhere, Kith tells of follow-up, leap-day birthday and lapsed cadence once each', async () => {
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
      fc.array(fc.integer({ min: -20, max: 24 * 40 }), { minLength: 1, maxLength: 4 }),
      fc.array(happenings, { minLength: 1, maxLength: 12 }),
      async (start, dues, story) => {
        let now: string = start;
        let zone = BERLIN;
        const db = emptyDatabase();
        const present = (): Context => ({ db, now, zone, newId: id });
        const pass = (hours: number) => {
          now = instantFromMilliseconds(millisecondsOf(now) + hours * 3_600_000);
        };
        const { contactId = '' } = await addContact(present(), { commandId: id(), subject: { profile: profile() } });
        await editContact(present(), { commandId: id(), contactId, changes: { birthday: '1992-02-29', cadence: { every: 2, unit: 'week' } } });
        for (const hours of dues) {
          const dueAt = addTo(localDateTime(now, zone), { hours });
          await setFollowUp(present(), { commandId: id(), subject: { contactId }, reminderId: id(), text: '', dueAt });
        }
        const shown = new Map<string, string[]>();
        const decided = new Set<string>();
        const look = async (stopped = 'never') => {
          await claim(present());
          // Of what was decided on just now, here: elsewhere, and after a journey, it may be earlier.
          for (const { id: firingId, kind, dueAt } of (await db.firings.toArray()) as Firing[]) {
            if (decided.has(firingId)) continue;
            decided.add(firingId);
            if (kind === 'reminder') expect(localDateTime(now, zone) >= dueAt, 'not too early').toBe(true);
          }
          if (stopped === 'after deciding') return;
          for (const [notificationId, firings] of Map.groupBy(await unshown(db), (firing) => firing.notificationId)) {
            if (!shown.has(notificationId)) shown.set(notificationId, firings.map(({ subjectId }) => subjectId).sort());
            if (stopped !== 'after showing') await confirmShown(present(), notificationId);
          }
          if (stopped !== 'never' || localDateTime(now, zone).slice(11) < DEFAULT_NOTIFYING.digestTime) return;
          const days = await daysDue(db, today(now, zone), 0, 10);
          const told = [...shown.values()].flat();
          for (const day of days) expect(told, 'a birthday that is near was told').toContain(day.id);
        };
        for (const { hours, zone: place, stopped } of story) {
          pass(hours);
          zone = place;
          await look(stopped);
          // What was stopped is begun again at the next start, and looking twice is as good as once.
          await look(stopped);
        }
        zone = 'UTC';
        // All is due by then, on some working day at noon.
        for (const hours of [24 * 60, 24, 24, 24]) {
          pass(hours);
          now = `${now.slice(0, 10)}T12:00:00.000Z`;
          await look();
        }
        const told = [...shown.values()].flat();
        expect(told.length, 'nothing twice').toBe(new Set(told).size);
        expect((await db.reminders.toCollection().primaryKeys()).map((reminderId) => told.filter((subject) => subject === reminderId).length)).toEqual(
          dues.map(() => 1),
        );
        expect(told.filter((subject) => subject === cadenceActionId(contactId))).toHaveLength(1);
      },
    ),
    { numRuns: 500 },
  );
});
