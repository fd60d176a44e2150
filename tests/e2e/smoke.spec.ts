import type { Page } from '@playwright/test';
import { annotationOn } from './support/annotation.ts';
import type { Kith } from './support/kith.ts';
import { BUILT, EXTENSION_ID, launchChromium } from './support/launch.ts';
import { IMANI } from './support/people.ts';
import { expect, test } from './support/test.ts';

const SOMEBODY = 'https://www.linkedin.com/in/nobody-at-all/';
const PAGE = '<!doctype html><html lang="en"><title>Nobody At All | LinkedIn</title><main><h1>Nobody At All</h1></main></html>';

test('the extension loads under its fixed id and its worker starts', async ({ kith }) => {
  expect(await kith.workerIsRunning()).toBe(true);
  const seat = await kith.seat();
  expect(new URL(seat.url()).host).toBe(EXTENSION_ID);
});

test('the worker comes back after it was killed, with all that was kept', async ({ kith }) => {
  await keepSomebody(kith);
  await kith.killWorker();
  expect(await kith.workerIsRunning()).toBe(false);
  await kith.wake();
  expect(await kith.workerIsRunning()).toBe(true);
  expect(await kith.records('contacts')).toMatchObject([{ name: 'Nobody At All' }]);
});

test('what a killed worker left to wake it is taken away where nothing is left to do', async ({ kith }) => {
  await kith.killWorker();
  await kith.setAlarm('go on', Date.now() + 3_600_000);
  expect(await kith.alarms()).toHaveProperty('go on');
  await kith.wake();
  await expect.poll(() => kith.alarms()).not.toHaveProperty('go on');
});

test('a message brings the worker back by itself', async ({ kith }) => {
  await kith.killWorker();
  await keepSomebody(kith);
  expect(await kith.records('contacts')).toHaveLength(1);
});

test('the toolbar opens the real popup', async ({ kith }) => {
  const popup = await kith.openPopup();
  await expect(popup).toHaveTitle(/Kith/);
  await expect(popup.locator('body')).not.toBeEmpty();
});

test('a click on the toolbar icon opens the popup', async ({ kith, page }) => {
  kith.web.serve(SOMEBODY, PAGE);
  await page.goto(SOMEBODY);
  await kith.clickAction(page);
  await expect.poll(() => kith.context.pages().map((open) => open.url())).toContain(kith.address('popup.html'));
});

test('the real side panel opens', async ({ kith }) => {
  const panel = await kith.openPanel();
  await expect(panel.locator('body')).not.toBeEmpty();
});

test('the page script runs on the sites it is for, and on nothing else', async ({ kith, page }) => {
  const runs: Record<string, boolean> = {};
  const addresses = [
    SOMEBODY,
    'https://github.com/nobody-at-all',
    'https://example.org/',
    'https://linkedin.com.example.org/in/nobody-at-all/',
    'http://www.linkedin.com/in/nobody/',
  ];
  for (const address of addresses) {
    kith.web.serve(address, PAGE);
    await page.goto(address);
    runs[address] = await hasPageScript(page);
  }
  expect(runs).toEqual(Object.fromEntries(addresses.map((address, index) => [address, index < 2])));
});

test('the extension is updated under an open page, and everything kept is still there', async ({ kith, page }) => {
  kith.web.serve(SOMEBODY, PAGE);
  await keepSomebody(kith);
  await page.goto(SOMEBODY);
  await kith.update();
  expect(await kith.records('contacts')).toHaveLength(1);
});

test('a profile that was open before Kith was installed has the mark beside its name without a reload', async ({ profile, web }) => {
  const running = await launchChromium({ profile, web });
  const [page = await running.context.newPage()] = running.context.pages();
  await page.goto(IMANI.url);
  await running.cdp.send('Extensions.loadUnpacked' as 'Target.getTargets', { path: BUILT } as never);
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('Add to Kith');
  expect(running.requestsMade(), 'Kith makes no network request').toEqual([]);
  await running.close();
});

test('what was kept and planned outlives a browser killed with SIGKILL', async ({ restarts }) => {
  const first = await restarts.start();
  const contactId = await keepSomebody(first.kith);
  await first.kith.command('setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), text: 'Ask about the choir', dueAt: '2199-01-01T09:00' });
  await expect.poll(() => first.kith.alarms()).not.toEqual({});
  await first.running.kill();

  const { kith } = await restarts.start();
  expect(await kith.records('contacts')).toMatchObject([{ name: 'Nobody At All' }]);
  expect(await kith.records('reminders')).toMatchObject([{ text: 'Ask about the choir', status: 'open' }]);
  await expect.poll(async () => Object.keys(await kith.alarms())).toEqual(['wake']);
});

test.describe('with a probe', () => {
  test.use({ probe: true });

  test('what is shown to the user is on record', async ({ kith }) => {
    const contactId = await keepSomebody(kith);
    await kith.command('setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), text: 'Ask about the choir', dueAt: '2020-01-01T09:00' });
    await expect.poll(() => kith.notifications()).toHaveLength(1);
    expect(await kith.shownNotifications()).toMatchObject([{ options: { title: 'Nobody At All', message: 'Ask about the choir' } }]);
    await expect.poll(() => kith.badgeText()).toBe('1');
    const [id = ''] = await kith.notifications();
    await kith.pressNotificationButton(id, 0);
    await expect.poll(() => kith.records('reminders')).toMatchObject([{ status: 'done' }]);
    await expect.poll(() => kith.badgeText()).toBe('');
  });
});

async function keepSomebody(kith: Kith): Promise<string> {
  const { contactId } = await kith.command('addContact', { subject: { profile: profileOf('nobody-at-all', 'Nobody At All') } });
  return contactId ?? '';
}

function profileOf(handle: string, name: string) {
  return { key: `linkedin:in/${handle}`, url: `https://www.linkedin.com/in/${handle}/`, handle, aliases: [], fields: { name }, sources: {} };
}

/** Whether any script of the extension runs in the page, in whatever world. */
async function hasPageScript(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const origins: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => origins.push(context.origin));
  await session.send('Runtime.enable');
  await session.detach();
  return origins.some((origin) => origin.includes(EXTENSION_ID));
}
