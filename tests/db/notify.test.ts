import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addContact } from '../../lib/db/commands/contacts';
import { claimDue, confirmShown, firingsOf, notifiedReminders, outlook, unshown } from '../../lib/db/commands/notify';
import { completeReminder, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import { instantFromMilliseconds, localDateTime, millisecondsOf } from '../../lib/model/temporal';
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
    { numRuns: 60 },
  );
});
