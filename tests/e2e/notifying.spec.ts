import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { browser as extensionApi } from 'wxt/browser';
import type { NotifyingChanges } from '../../lib/model/notifying.ts';
import type { Kith } from './support/kith.ts';
import { EXTENSION_ID } from './support/launch.ts';
import { IMANI, keep, minutesFromNow, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

declare const chrome: typeof extensionApi;

const ZONE = 'Asia/Kathmandu';
test.use({ probe: true, timeZone: ZONE });

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const present = () => Temporal.Now.zonedDateTimeISO(ZONE);
const timeOfDay = (minutes: number) => minutesFromNow(minutes, ZONE).slice(11);

/** How many minutes from now a minute begins that is no less than half a minute away: what is set now stands before it. */
const nextMinute = () => (present().second < 30 ? 1 : 2);

const notifying = (kith: Kith, changes: NotifyingChanges) => kith.command('setNotifying', { changes });
const statuses = async (kith: Kith) => (await kith.records<{ status: string }>('reminders')).map(({ status }) => status);

function followUp(kith: Kith, contactId: string, text: string, dueAt = minutesFromNow(-1, ZONE)) {
  return kith.command('setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), text, dueAt });
}

/** People who are nowhere but in this test. */
async function keepMany(kith: Kith, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, name] of names.entries()) {
    const handle = `somebody-${index}`;
    ids.push(await keep(kith, { url: `https://www.linkedin.com/in/${handle}/`, key: `linkedin:in/${handle}`, handle, name }));
  }
  return ids;
}

/** Deletes a record past the extension's own code. */
async function deleteRecord(kith: Kith, table: string, key: string): Promise<void> {
  const seat = await kith.seat();
  await seat.evaluate(
    async ([name, storeName, id]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction(storeName, 'readwrite');
      transaction.objectStore(storeName).delete(id);
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      database.close();
    },
    ['kith', table, key] as const,
  );
}

/** The settings, by the dashboard's own address. */
const settings = (kith: Kith) => kith.open('dashboard.html#/settings');

test('quiet hours hold a follow-up, and it comes when they end', async ({ kith }) => {
  test.setTimeout(180_000);
  const contactId = await keep(kith, IMANI);
  await notifying(kith, { quietHours: { from: timeOfDay(-5), to: timeOfDay(nextMinute()) } });
  await followUp(kith, contactId, 'Send the gauge photos');
  await expect.poll(() => kith.badgeText(), 'it waits in the list all the same').toBe('1');
  await expect.poll(async () => Object.keys(await kith.alarms())).toEqual(['wake']);
  expect(await kith.notifications()).toEqual([]);

  await expect.poll(() => kith.notifications(), { timeout: 130_000 }).toHaveLength(1);
  const ledger = await kith.open('dashboard.html#/ledger');
  await expect(ledger.getByRole('article')).toContainText('Held until');
  await expect(ledger.getByRole('article')).toContainText('on time');
});

test('on a day off follow-ups are held where that was chosen, and come as soon as it no longer is', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  const dayOff = present().dayOfWeek;
  await notifying(kith, { workingDays: EVERY_DAY.filter((day) => day !== dayOff), holdOnDaysOff: true });
  await followUp(kith, contactId, 'Ask about the flood');
  await expect.poll(async () => (await kith.alarms())['wake']).toBeGreaterThan(Date.now());
  expect(await kith.notifications()).toEqual([]);
  expect(await statuses(kith)).toEqual(['open']);
  await notifying(kith, { holdOnDaysOff: false });
  await expect.poll(() => kith.notifications()).toHaveLength(1);
});

test('a digest comes at its hour, names so many, and is done or opened as one', async ({ kith, context }) => {
  test.setTimeout(240_000);
  const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'];
  const ids = await keepMany(kith, names);
  await notifying(kith, { delivery: 'digest', digestTime: timeOfDay(nextMinute() + 1) });
  for (const id of ids) await followUp(kith, id, 'Write');
  expect(await kith.notifications()).toEqual([]);
  await expect.poll(() => kith.notifications(), { timeout: 190_000 }).toHaveLength(1);
  const [shown, ...others] = await kith.shownNotifications();
  expect(others).toEqual([]);
  expect(shown).toMatchObject({ options: { title: '7 follow-ups are due', buttons: [{ title: 'All done' }, { title: 'Snooze' }] } });
  expect(shown?.options.message).toMatch(/^(\w+, ){4}\w+ and 2 more$/);

  const [digest = ''] = await kith.notifications();
  const opened = context.waitForEvent('page');
  await kith.clickNotification(digest);
  await expect(await opened).toHaveURL(/dashboard\.html#\/pending$/);
  expect(await statuses(kith), 'to open it is not to do it').toEqual(names.map(() => 'notified'));
  await kith.pressNotificationButton(digest, 0);
  await expect.poll(() => statuses(kith)).toEqual(names.map(() => 'done'));
});

test('Snooze on a digest leaves what was dealt with since as it is, and somebody deleted keeps it from nobody else', async ({ kith }) => {
  // Held together, they come together.
  await notifying(kith, { quietHours: { from: timeOfDay(-5), to: timeOfDay(120) } });
  const [ada = '', bo = '', cy = '', di = ''] = await keepMany(kith, ['Ada', 'Bo', 'Cy', 'Di']);
  const today = present().toPlainDate();
  for (const contactId of [ada, bo, cy]) await kith.command('editContact', { contactId, changes: { birthday: today.toString().replace(/^\d+/, '-') } });
  await followUp(kith, di, 'Write');
  await notifying(kith, { quietHours: null, digestTime: '00:00' });
  await expect
    .poll(() => kith.shownNotifications())
    .toMatchObject([{ options: { title: '4 things wait for you', buttons: [{ title: 'All done' }, { title: 'Snooze' }] } }]);

  const [digest = ''] = await kith.notifications();
  const birthday = (contactId: string) => `date:${contactId}:birthday:${today}`;
  await kith.command('deferAction', { actionId: birthday(ada), contactId: ada, until: null });
  await kith.command('deleteContact', { contactId: bo });
  await kith.pressNotificationButton(digest, 1);
  await expect.poll(() => statuses(kith)).toEqual(['open']);
  await expect.poll(() => kith.notifications()).toEqual([]);
  const deferrals = await kith.records<{ id: string; until?: string }>('deferrals');
  expect(new Map(deferrals.map(({ id, until }) => [id, until ?? 'settled']))).toEqual(
    new Map([
      [birthday(ada), 'settled'],
      [birthday(cy), today.add({ days: 1 }).toString()],
    ]),
  );
});

test('so many people a day are brought up and no more; what was asked for is not counted', async ({ kith }) => {
  await notifying(kith, { workingDays: EVERY_DAY, digestTime: '00:00', nudgesPerDay: 2 });
  await expect.poll(async () => (await kith.records<{ id: string }>('chores')).map(({ id }) => id)).toContain('nudges');
  const ids = await keepMany(kith, ['Ada', 'Bo', 'Cy', 'Di']);
  for (const contactId of ids) {
    await kith.command('logInteraction', {
      subject: { contactId },
      interactionId: crypto.randomUUID(),
      content: { on: '2026-01-05', channel: 'coffee', given: [], received: [] },
    });
    await kith.command('editContact', { contactId, changes: { cadence: { every: 2, unit: 'week' } } });
  }
  const [ada = '', bo = '', cy = '', di = ''] = ids;
  for (const contactId of [ada, bo]) await followUp(kith, contactId, 'Write');
  await expect.poll(() => statuses(kith)).toEqual(['notified', 'notified']);
  // The day's look at cadences was taken while nobody had any; nothing but the clock could bring the next.
  const forgetTodaysLook = () => deleteRecord(kith, 'chores', 'nudges');
  await forgetTodaysLook();
  // One at a time: three that come at once are a digest, and nudges are in it.
  await followUp(kith, cy, 'Write');
  const nudges = async () => (await kith.shownNotifications()).filter(({ id }) => id.startsWith('nudges:'));
  await expect.poll(nudges).toMatchObject([{ options: { title: '2 people to get back in touch with', buttons: [{ title: 'Next week' }] } }]);
  await followUp(kith, di, 'Write');
  await expect.poll(() => statuses(kith)).toEqual(ids.map(() => 'notified'));

  await forgetTodaysLook();
  await followUp(kith, ada, 'And again');
  await expect.poll(() => statuses(kith)).toEqual([...ids, ''].map(() => 'notified'));
  expect(await nudges(), 'no third for today').toHaveLength(1);
});

test('with its alarm gone, a follow-up comes at the next wake-up, and the ledger tells how late, who saw it and what became of it', async ({ kith }) => {
  test.setTimeout(300_000);
  const contactId = await keep(kith, IMANI);
  const dueAt = minutesFromNow(nextMinute(), ZONE);
  await followUp(kith, contactId, 'Send the gauge photos', dueAt);
  await expect.poll(async () => Object.keys(await kith.alarms())).toEqual(['wake']);
  await kith.killWorker();
  await (await kith.seat()).evaluate(() => chrome.alarms.clearAll());
  const late = Temporal.PlainDateTime.from(dueAt).add({ seconds: 61 });
  await expect.poll(() => Temporal.PlainDateTime.compare(present().toPlainDateTime(), late), { timeout: 170_000, intervals: [1000] }).toBe(1);
  expect(await kith.notifications()).toEqual([]);

  await kith.wake();
  await expect.poll(() => kith.notifications()).toHaveLength(1);
  const ledger = await kith.open('dashboard.html#/ledger');
  const line = ledger.getByRole('article');
  await expect(line).toContainText('Send the gauge photos');
  await expect(line).toContainText('1 minute late: the computer slept, or nothing woke Kith');
  await expect(line).toContainText('Shown');
  await expect(line).toContainText('Waits');

  const [notification = ''] = await kith.notifications();
  await kith.pressNotificationButton(notification, 0);
  await expect(line).toContainText('Seen');
  await expect(line).toContainText('Done');
  await expect(ledger.getByText('Last 30 days: 1 reminder')).toBeVisible();
});

test('the self-test shows a notification; a click on it leads back, and says that it was seen', async ({ kith }) => {
  const page = await settings(kith);
  await kith.killWorker();
  await page.getByRole('button', { name: 'Show me a test notification' }).press('Enter');
  await expect(page.getByText('The browser took the notification. Did you see it?')).toBeVisible();
  await expect(page.getByText('Nothing waits that has a time')).toBeVisible();
  expect(await kith.shownNotifications()).toMatchObject([{ options: { title: 'A test from Kith', buttons: [{ title: 'I saw it' }] } }]);

  const [trial = ''] = await kith.notifications();
  await kith.killWorker();
  const elsewhere = await kith.open('dashboard.html#/people');
  await elsewhere.bringToFront();
  // A click reaches the worker and the page that waits for it.
  await page.evaluate((id) => (chrome.notifications.onClicked as unknown as { dispatch(id: string): void }).dispatch(id), trial);
  await kith.clickNotification(trial);
  await expect(page.getByText('You saw it. Notifications reach you.')).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
  await expect.poll(() => kith.notifications()).toEqual([]);
});

test('where nothing came, the self-test says how to allow it on this system, and whether Kith would have been woken', async ({ kith }) => {
  await followUp(kith, await keep(kith, IMANI), 'Far away', '2199-01-01T09:00');
  await expect.poll(async () => Object.keys(await kith.alarms())).toEqual(['wake']);
  const page = await settings(kith);
  // Or what the last command set going might set the alarm once more.
  await kith.killWorker();
  await page.evaluate(() => chrome.alarms.clearAll());
  await page.getByRole('button', { name: 'Show me a test notification' }).click();
  await expect(page.getByText('nothing would have woken Kith for it. That is mended now.')).toBeVisible();
  await page.getByRole('button', { name: 'Nothing came' }).click();
  await expect(page.getByText('it is your system that keeps it from you')).toBeVisible();
  await expect(page.getByText('such as dunst or mako')).toBeVisible();
  await page.getByRole('button', { name: 'Show me another' }).click();
  await expect(page.getByText('Kith is to be woken for what comes next.')).toBeVisible();
});

test('a browser that lets Kith show nothing keeps it neither from counting nor from waking, and what waits comes as one when it is let again and quiet hours have ended', async ({
  restarts,
  profile,
}) => {
  test.setTimeout(240_000);
  const switchOff = async (disabled_extension_ids: string[]) => {
    const file = join(profile, 'Default/Preferences');
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), message_center: { disabled_extension_ids } }));
  };
  await switchOff([EXTENSION_ID]);
  const first = await restarts.start();
  const contactId = await keep(first.kith, TOMASZ);
  for (const [index, text] of ['Write', 'Ask about the flood', 'Send the lens'].entries()) {
    await followUp(first.kith, contactId, text);
    await expect.poll(() => first.kith.badgeText()).toBe(String(index + 1));
  }
  await expect.poll(async () => (await first.kith.alarms())['wake'], 'it tries again').toBeGreaterThan(Date.now());
  const page = await settings(first.kith);
  await page.getByRole('button', { name: 'Show me a test notification' }).click();
  await expect(page.getByText('The browser does not let Kith show notifications.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing came' })).toBeHidden();
  await expect(page.getByText('could not look at what is due')).toBeHidden();
  const ledger = await first.kith.open('dashboard.html#/ledger');
  await expect(ledger.getByText('but the browser has not shown it')).toHaveCount(3);
  await expect(ledger.getByText('3 that the browser did not show in time')).toBeVisible();
  await notifying(first.kith, { quietHours: { from: timeOfDay(-5), to: timeOfDay(nextMinute() + 1) } });
  await first.running.close();

  await switchOff([]);
  const second = await restarts.start();
  await expect.poll(async () => Object.keys(await second.kith.alarms())).toEqual(['wake']);
  expect(await second.kith.notifications(), 'it is quiet').toEqual([]);
  await expect.poll(() => second.kith.notifications(), { timeout: 190_000 }).toHaveLength(1);
  await second.kith.wake();
  await second.kith.command('setNotifying', { changes: { nudgesPerDay: 1 } });
  const [digest = '', ...others] = await second.kith.notifications();
  expect(others).toEqual([]);
  const told = await second.kith.open('dashboard.html#/ledger');
  await expect(told.getByText('the browser would not show it before')).toHaveCount(3);
  await expect(told.getByText('but the browser has not shown it')).toBeHidden();
  await second.kith.pressNotificationButton(digest, 0);
  await expect.poll(() => statuses(second.kith), 'all done').toEqual(['done', 'done', 'done']);
});

test('what is chosen is undone where it was chosen, and kept when the browser is started again', async ({ restarts }) => {
  test.setTimeout(120_000);
  const first = await restarts.start();
  const page = await settings(first.kith);
  const digest = page.getByLabel('in one digest a day');
  await digest.click();
  await expect(page.getByText('Changed when Kith notifies.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('each at its time')).toBeChecked();
  await page.getByLabel('People to bring up a day').fill('7');
  await page.getByLabel('People to bring up a day').press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect.poll(() => first.kith.records('settings')).toMatchObject([{ notifying: { delivery: 'each', nudgesPerDay: 7 } }]);
  await first.running.kill();

  const second = await restarts.start();
  const again = await settings(second.kith);
  await expect(again.getByLabel('People to bring up a day')).toHaveValue('7');
  await expect(again.getByLabel('each at its time')).toBeChecked();
});
