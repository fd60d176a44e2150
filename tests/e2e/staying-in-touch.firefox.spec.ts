import type { Page } from 'puppeteer-core';
import { expect, type KithInFirefox, test } from './support/firefox-test.ts';
import { IMANI, minutesFromNow, subjectOf, TOMASZ } from './support/people.ts';
import { recordsOf } from './support/table.ts';

/** The part of Firefox's extension API that these stories use, past the extension's own code. */
type Api = {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean; value: { contactId?: string } }> };
  alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]>; clearAll(): Promise<boolean> };
  action: { openPopup(): Promise<void>; getBadgeText(details: object): Promise<string> };
  sidebarAction: { open(): Promise<void> };
  extension: { getViews(filter: { type: 'popup' | 'sidebar' }): Window[]; getBackgroundPage(): Window | null };
};
declare const browser: Api;

const ZONE = Temporal.Now.timeZoneId();

/** A page of the extension's on which nothing of it runs. */
const seatOf = (kith: KithInFirefox) => kith.open('manifest.json', 'body');

async function command(seat: Page, type: string, payload: object): Promise<{ contactId?: string }> {
  const answer = await seat.evaluate((message) => browser.runtime.sendMessage(message), { type, commandId: crypto.randomUUID(), ...payload });
  expect(answer, type).toMatchObject({ ok: true });
  return answer.value;
}

async function keepImani(seat: Page): Promise<string> {
  const { contactId = '' } = await command(seat, 'addContact', { subject: subjectOf(IMANI) });
  return contactId;
}

function followUp(seat: Page, contactId: string, text: string, dueAt: string) {
  return command(seat, 'setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), text, dueAt });
}

function records<T>(seat: Page, table: string): Promise<T[]> {
  return seat.evaluate(recordsOf, table) as Promise<T[]>;
}

const alarms = (seat: Page) =>
  seat.evaluate(async () => (await browser.alarms.getAll()).map(({ name, scheduledTime }) => ({ name, ahead: scheduledTime - Date.now() })));
const badgeText = (seat: Page) => seat.evaluate(() => browser.action.getBadgeText({}));
/** What was shown, in order; kept by the probe. */
const shown = async (seat: Page) => (await records<{ options: { title: string; message: string } }>(seat, 'shown')).map(({ options }) => options);
const runs = (seat: Page) => seat.evaluate(() => browser.extension.getBackgroundPage() !== null);
/** What stands in the popup or the sidebar. */
const textOf = (seat: Page, type: 'popup' | 'sidebar') =>
  seat.evaluate((kind) => browser.extension.getViews({ type: kind })[0]?.document.body.innerText ?? '', type);

test('in Firefox a note written in the popup on a profile is kept', async ({ kith }) => {
  const seat = await seatOf(kith);
  const page = await kith.visit(IMANI.url);
  await page.bringToFront();
  await seat.evaluate(() => browser.action.openPopup());
  await expect.poll(() => textOf(seat, 'popup')).toContain(IMANI.name);
  const write = () =>
    seat.evaluate((label) => {
      const [popup] = browser.extension.getViews({ type: 'popup' });
      const field = popup?.document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`);
      if (!popup || !field) return false;
      const { set } = Object.getOwnPropertyDescriptor(Reflect.get(popup, 'HTMLTextAreaElement').prototype, 'value') ?? {};
      set?.call(field, 'Promised the gauge photos');
      field.dispatchEvent(new (Reflect.get(popup, 'Event'))('input', { bubbles: true }));
      field.dispatchEvent(new (Reflect.get(popup, 'KeyboardEvent'))('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
      return true;
    }, `Note about ${IMANI.name}`);
  await expect.poll(write).toBe(true);
  await expect.poll(() => records(seat, 'notes')).toMatchObject([{ text: 'Promised the gauge photos', draft: false }]);
  expect(await records(seat, 'contacts')).toMatchObject([{ name: IMANI.name }]);
});

test('in Firefox the sidebar shows the person of the page in front and follows the tabs', async ({ kith }) => {
  const seat = await seatOf(kith);
  await seat.evaluate(() => {
    const button = document.body.appendChild(document.createElement('button'));
    button.id = 'open-sidebar';
    button.textContent = 'Open';
    button.addEventListener('click', () => void browser.sidebarAction.open());
  });
  await seat.bringToFront();
  await seat.click('#open-sidebar');
  const imani = await kith.visit(IMANI.url);
  await imani.bringToFront();
  await expect.poll(() => textOf(seat, 'sidebar')).toContain(IMANI.name);
  const tomasz = await kith.visit(TOMASZ.url);
  await tomasz.bringToFront();
  await expect.poll(() => textOf(seat, 'sidebar')).toContain(TOMASZ.name);
  await imani.bringToFront();
  await expect.poll(() => textOf(seat, 'sidebar')).toContain(IMANI.name);
});

test('in Firefox a follow-up comes at its minute though the event page was stopped, once, without buttons, and says what a click does', async ({
  restarts,
}) => {
  test.setTimeout(240_000);
  const { kith } = await restarts.start();
  const seat = await seatOf(kith);
  await followUp(seat, await keepImani(seat), 'Send the gauge photos', minutesFromNow(2, ZONE));
  await expect.poll(() => alarms(seat)).toMatchObject([{ name: 'wake' }]);
  await expect.poll(() => runs(seat), { message: 'the event page is stopped', timeout: 30_000 }).toBe(false);
  expect(await shown(seat)).toEqual([]);

  await expect.poll(() => shown(seat), { timeout: 150_000 }).toMatchObject([{ title: IMANI.name }]);
  const [notification] = await shown(seat);
  expect(notification?.message).toMatch(/^Send the gauge photos\n/);
  expect(notification?.message).toContain('A click opens their profile.');
  expect(notification).not.toHaveProperty('buttons');
  await expect.poll(() => records(seat, 'firings')).toMatchObject([{ shownAt: expect.any(String) }]);
  expect((await records<object>(seat, 'firings'))[0], 'nobody has seen it').not.toHaveProperty('seenAt');
  await expect.poll(() => badgeText(seat)).toBe('1');
});

test('in Firefox, where alarms end with the browser, what fell due while it was closed comes once when it is started, and the alarm is set again', async ({
  restarts,
}) => {
  test.setTimeout(240_000);
  const first = await restarts.start();
  const seat = await seatOf(first.kith);
  const contactId = await keepImani(seat);
  const present = () => Temporal.Now.zonedDateTimeISO(ZONE);
  // Not before half a minute has passed: the browser is closed by then.
  const dueAt = minutesFromNow(present().second < 30 ? 1 : 2, ZONE);
  for (const text of ['one', 'two', 'three']) await followUp(seat, contactId, text, dueAt);
  await followUp(seat, contactId, 'Far away', '2199-01-01T09:00');
  await expect.poll(() => alarms(seat)).toMatchObject([{ name: 'wake' }]);
  await first.kill();
  await expect.poll(() => Temporal.PlainDateTime.compare(present().toPlainDateTime(), dueAt), { timeout: 120_000, intervals: [1000] }).toBe(1);

  const second = await restarts.start();
  const again = await seatOf(second.kith);
  await expect.poll(() => shown(again)).toMatchObject([{ title: '3 follow-ups are due', message: expect.stringContaining(IMANI.name) }]);
  await expect.poll(async () => (await alarms(again))[0]?.ahead).toBeGreaterThan(0);
  await expect.poll(() => badgeText(again)).toBe('3');
  await expect.poll(() => runs(again), { timeout: 30_000 }).toBe(false);
  await second.close();

  const third = await restarts.start();
  const last = await seatOf(third.kith);
  await expect.poll(() => badgeText(last)).toBe('3');
  await expect.poll(() => alarms(last)).toMatchObject([{ name: 'wake' }]);
  expect(await shown(last), 'once is enough').toHaveLength(1);
});

test('in Firefox nothing that is due is forgotten or comes twice when the alarms were cleared, and when Kith is updated', async ({ restarts }) => {
  test.setTimeout(240_000);
  const { kith, update } = await restarts.start();
  const seat = await seatOf(kith);
  const contactId = await keepImani(seat);
  await followUp(seat, contactId, 'Far away', '2199-01-01T09:00');
  await followUp(seat, contactId, 'Send the gauge photos', minutesFromNow(-1, ZONE));
  await expect.poll(() => shown(seat)).toHaveLength(1);
  await expect.poll(() => alarms(seat)).toMatchObject([{ name: 'wake' }]);

  await expect.poll(() => runs(seat), { message: 'the event page is stopped', timeout: 30_000 }).toBe(false);
  await seat.evaluate(() => browser.alarms.clearAll());
  expect(await alarms(seat)).toEqual([]);
  await command(seat, 'writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: 'Whatever has it look', draft: false });
  await expect.poll(() => alarms(seat)).toMatchObject([{ name: 'wake' }]);

  await update();
  const updated = await seatOf(kith);
  await expect.poll(() => alarms(updated)).toMatchObject([{ name: 'wake' }]);
  await expect.poll(() => badgeText(updated)).toBe('1');
  await followUp(updated, contactId, 'Ask about the choir', minutesFromNow(-1, ZONE));
  await expect.poll(async () => (await shown(updated)).map(({ message }) => message.split('\n')[0])).toEqual(['Send the gauge photos', 'Ask about the choir']);
});

test('in Firefox the self-test says what it can find out', async ({ restarts }) => {
  const { kith } = await restarts.start();
  const page = await kith.open('dashboard.html#/settings', '.trial button');
  // The welcome page has come to the front, and what is behind it cannot be clicked.
  await page.bringToFront();
  await page.click('.trial button');
  const said = () => page.$eval('.trial [aria-live]', (region) => region.textContent);
  // A Firefox without a screen has nowhere to show a notification, and takes it away at once.
  await expect.poll(said).toContain('Did you see it?');
  const sayNothingCame = () =>
    page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Nothing came');
      button?.click();
      return button !== undefined;
    });
  await expect.poll(sayNothingCame).toBe(true);
  await expect.poll(said).toContain('it is your system that keeps it from you');
});
