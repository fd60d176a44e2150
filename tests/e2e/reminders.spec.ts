import type { Kith } from './support/kith.ts';
import { IMANI, keep, minutesFromNow, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

const ZONE = 'Asia/Kathmandu';
test.use({ probe: true, timeZone: ZONE });

const statuses = async (kith: Kith) => (await kith.records<{ status: string }>('reminders')).map(({ status }) => status);

async function followUp(kith: Kith, contactId: string, text: string, dueAt: string): Promise<string> {
  const reminderId = crypto.randomUUID();
  await kith.command('setFollowUp', { subject: { contactId }, reminderId, text, dueAt });
  return reminderId;
}

const present = () => Temporal.Now.zonedDateTimeISO(ZONE);

/** A wall-clock minute that a test sees come, though not before half a minute has passed: what comes first is done by then. */
const nextMinute = () => minutesFromNow(present().second < 30 ? 1 : 2, ZONE);

test('a follow-up falls due: notification, count on the icon, done, gone', async ({ kith }) => {
  test.setTimeout(180_000);
  await followUp(kith, await keep(kith, IMANI), 'Send the gauge photos', nextMinute());
  await expect.poll(async () => Object.keys(await kith.alarms())).toEqual(['wake']);
  expect(await kith.notifications()).toEqual([]);
  await kith.killWorker();

  await expect.poll(() => kith.notifications(), { timeout: 120_000 }).toHaveLength(1);
  expect(await kith.shownNotifications()).toMatchObject([
    { options: { title: IMANI.name, message: 'Send the gauge photos', buttons: [{ title: 'Done' }, { title: 'Snooze' }] } },
  ]);
  await expect.poll(() => kith.badgeText()).toBe('1');

  const [notification = ''] = await kith.notifications();
  await kith.pressNotificationButton(notification, 0);
  await expect.poll(() => statuses(kith)).toEqual(['done']);
  await expect.poll(() => kith.notifications()).toEqual([]);
  await expect.poll(() => kith.badgeText()).toBe('');
  await expect.poll(() => kith.alarms()).toEqual({});
});

test('Snooze on a notification opens the reminder again for later', async ({ kith }) => {
  await followUp(kith, await keep(kith, IMANI), 'Ask about the flood', minutesFromNow(-1, ZONE));
  await expect.poll(() => kith.notifications()).toHaveLength(1);
  const [notification = ''] = await kith.notifications();
  await kith.pressNotificationButton(notification, 1);
  await expect.poll(() => statuses(kith)).toEqual(['open']);
  const [reminder] = await kith.records<{ dueAt: string }>('reminders');
  expect(reminder && reminder.dueAt > minutesFromNow(0, ZONE)).toBe(true);
  await expect.poll(() => kith.notifications()).toEqual([]);
  await expect.poll(async () => Object.keys(await kith.alarms())).toEqual(['wake']);
});

test('a snooze is taken back though the follow-up has come since: it has its time before back, and what stands for it is right still', async ({ kith }) => {
  const dueAt = minutesFromNow(-5, ZONE);
  const reminderId = await followUp(kith, await keep(kith, IMANI), 'Ask about the flood', dueAt);
  await expect.poll(() => kith.notifications()).toHaveLength(1);
  await kith.command('snoozeReminder', { reminderId, until: minutesFromNow(0, ZONE) });
  await expect.poll(() => kith.shownNotifications()).toHaveLength(2);
  const [, { id: second } = { id: '' }] = await kith.shownNotifications();
  await expect.poll(() => kith.notifications()).toEqual([second]);

  const changes = await kith.open('dashboard.html#/changes');
  await changes.getByRole('button', { name: `Undo: Snoozed a follow-up with ${IMANI.name}` }).click();
  await expect.poll(() => kith.records('reminders')).toMatchObject([{ status: 'notified', dueAt }]);
  await expect(changes.getByRole('button', { name: /^Redo: Took back: Snoozed/ })).toBeVisible();
  expect(await kith.notifications()).toEqual([second]);
  await kith.pressNotificationButton(second, 0);
  await expect.poll(() => statuses(kith)).toEqual(['done']);
  await expect.poll(() => kith.badgeText()).toBe('');
  expect(await kith.shownNotifications(), 'it was told of no third time').toHaveLength(2);
});

test('a click on a notification opens the profile', async ({ kith, context }) => {
  await followUp(kith, await keep(kith, TOMASZ), '', minutesFromNow(-1, ZONE));
  await expect.poll(() => kith.notifications()).toHaveLength(1);
  expect(await kith.shownNotifications()).toMatchObject([{ options: { message: 'Get in touch' } }]);
  const [notification = ''] = await kith.notifications();
  const opened = context.waitForEvent('page');
  await kith.clickNotification(notification);
  await expect(await opened).toHaveURL(/\/in\/tomasz-/);
});

test('much that fell due while the browser was closed is one notification, shown once, after a kill and a restart', async ({ restarts }) => {
  test.setTimeout(240_000);
  const first = await restarts.start();
  const contactId = await keep(first.kith, IMANI);
  const meanwhile = ['one', 'two', 'three', 'four', 'five'];
  const dueAt = nextMinute();
  for (const text of meanwhile) await followUp(first.kith, contactId, text, dueAt);
  await expect.poll(async () => Object.keys(await first.kith.alarms())).toEqual(['wake']);
  await first.running.kill();
  await expect.poll(() => Temporal.PlainDateTime.compare(present().toPlainDateTime(), dueAt), { timeout: 120_000, intervals: [1000] }).toBe(1);

  const { kith, running } = await restarts.start();
  await expect.poll(() => kith.notifications()).toHaveLength(1);
  expect(await kith.shownNotifications()).toMatchObject([{ options: { title: '5 follow-ups are due', message: IMANI.name } }]);
  await expect.poll(() => kith.badgeText()).toBe('5');
  await running.kill();

  const third = await restarts.start();
  await expect.poll(() => third.kith.badgeText()).toBe('5');
  expect(await third.kith.shownNotifications(), 'once is enough').toHaveLength(1);
});

test('an update clears the alarm, and Kith sets it again', async ({ kith }) => {
  await followUp(kith, await keep(kith, IMANI), 'Far away', '2199-01-01T09:00');
  await expect.poll(async () => Object.keys(await kith.alarms())).toEqual(['wake']);
  await kith.update();
  await expect.poll(async () => Object.keys(await kith.alarms())).toEqual(['wake']);
});

test('a follow-up that falls due at the very moment of an update comes once, also after the next update', async ({ kith }) => {
  test.setTimeout(180_000);
  const dueAt = nextMinute();
  await followUp(kith, await keep(kith, IMANI), 'Send the gauge photos', dueAt);
  const untilDue = () => Temporal.PlainDateTime.from(dueAt).toZonedDateTime(ZONE).epochMilliseconds - Date.now();
  await expect.poll(untilDue, { timeout: 120_000, intervals: [20] }).toBeLessThan(100);
  await kith.update();
  await expect.poll(() => kith.shownNotifications()).toMatchObject([{ options: { message: 'Send the gauge photos' } }]);
  // What an update takes away before it is down as shown comes again, and should.
  await expect.poll(() => kith.records('firings')).toMatchObject([{ shownAt: expect.any(String) }]);
  await kith.update();
  await expect.poll(async () => Object.keys(await kith.alarms()).length + (await kith.badgeText())).toBe('01');
  expect(await kith.shownNotifications(), 'once is enough').toHaveLength(1);
  expect(await statuses(kith)).toEqual(['notified']);
});
