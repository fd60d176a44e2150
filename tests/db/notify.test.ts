import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addContact } from '../../lib/db/commands/contacts';
import { claimDue, confirmShown, reminderOutlook, remindersOf, unshown } from '../../lib/db/commands/notify';
import { completeReminder, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import { instantFromMilliseconds, localDateTime, millisecondsOf } from '../../lib/model/temporal';
import { groupForNotification } from '../../lib/reminders/plan';
import { BERLIN, clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

const group = (due: Parameters<typeof groupForNotification>[0]) => groupForNotification(due, id);

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
  return { db, next, reminderIds, at: (now: string) => ({ db, now, newId: id }) };
}

test('what is due is claimed once, under one notification each', async () => {
  const { db, at } = await personWithReminders(['2026-11-22T08:59', '2026-11-22T09:00', '2026-11-22T09:01']);
  await claimDue(at(NOW), BERLIN, group);
  const claimed = await unshown(db);
  expect(claimed.map(({ dueAt }) => dueAt).sort()).toEqual(['2026-11-22T08:59', '2026-11-22T09:00']);
  expect(new Set(claimed.map(({ notificationId }) => notificationId)).size).toBe(2);
  await claimDue(at(NOW), BERLIN, group);
  expect(await unshown(db)).toEqual(claimed);
});

test('four at once share one notification', async () => {
  const { db, at } = await personWithReminders(['2026-11-01T09:00', '2026-11-02T09:00', '2026-11-03T09:00', '2026-11-04T09:00']);
  await claimDue(at(NOW), BERLIN, group);
  const [first, ...others] = await unshown(db);
  expect(others.every(({ notificationId }) => notificationId === first!.notificationId)).toBe(true);
  expect(await remindersOf(db, first!.notificationId!)).toHaveLength(4);
});

test('a confirmed notification is not shown again, and the mark survives until it is confirmed', async () => {
  const { db, at } = await personWithReminders(['2026-11-22T08:00']);
  await claimDue(at(NOW), BERLIN, group);
  const [claimed] = await unshown(db);
  await confirmShown(db, claimed!.notificationId!);
  expect(await unshown(db)).toEqual([]);
  expect(await reminderOutlook(db)).toMatchObject({ due: 1 });
});

test('what is done before it could be shown is not shown', async () => {
  const { db, next, reminderIds, at } = await personWithReminders(['2026-11-22T08:00']);
  await claimDue(at(NOW), BERLIN, group);
  await completeReminder(next(), { commandId: id(), reminderId: reminderIds[0]! });
  expect(await unshown(db)).toEqual([]);
});

test('a snoozed reminder is claimed again at its new time, under a new notification', async () => {
  const { db, next, reminderIds, at } = await personWithReminders(['2026-11-22T08:00']);
  await claimDue(at(NOW), BERLIN, group);
  const [first] = await unshown(db);
  await snoozeReminder(next(), { commandId: id(), reminderId: reminderIds[0]!, until: '2026-11-22T12:00' });
  expect(await unshown(db)).toEqual([]);
  await claimDue(at('2026-11-22T11:00:00.000Z'), BERLIN, group);
  expect((await unshown(db))[0]?.notificationId).not.toBe(first?.notificationId);
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
          await claimDue(at(instant(hour)), zone, group);
          for (const reminder of await unshown(db)) {
            claimed.set(reminder.id, (claimed.get(reminder.id) ?? 0) + 1);
            expect(localDateTime(instant(hour), zone) >= reminder.dueAt).toBe(true);
            await confirmShown(db, reminder.notificationId!);
          }
        }
        expect([...claimed.values()]).toEqual(dues.map(() => 1));
      },
    ),
    { numRuns: 60 },
  );
});
