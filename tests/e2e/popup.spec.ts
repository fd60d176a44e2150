import type { Page } from '@playwright/test';
import type { Kith } from './support/kith.ts';
import { AT_NOON, IMANI, keep, minutesFromNow, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

const ZONE = AT_NOON;

async function followUp(kith: Kith, contactId: string, text: string, dueAt: string): Promise<void> {
  await kith.command('setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), text, dueAt });
}

/** The popup, once its list has the keyboard. */
async function openList(kith: Kith): Promise<Page> {
  const popup = await kith.openPopup();
  await expect(popup.getByRole('row').first()).toBeFocused();
  return popup;
}

const statuses = async (kith: Kith) =>
  Object.fromEntries((await kith.records<{ text: string; status: string }>('reminders')).map(({ text, status }) => [text, status]));

test('empty, it says what to do first, and leads to where people are brought from a file', async ({ kith }) => {
  const popup = await kith.openPopup();
  await expect(popup.getByText('Nobody kept yet')).toBeVisible();
  const opened = kith.context.waitForEvent('page');
  // The popup closes with the click, before it is over.
  popup
    .getByRole('link', { name: /^Or bring in the people you know/ })
    .click()
    .catch(() => undefined);
  await expect((await opened).getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
});

test('what is pending stands overdue first, and is dealt with by single keys', async ({ kith }) => {
  const imani = await keep(kith, IMANI);
  const tomasz = await keep(kith, TOMASZ);
  await followUp(kith, tomasz, 'Later', minutesFromNow(2 * 24 * 60, ZONE));
  await followUp(kith, tomasz, 'Older', minutesFromNow(-5 * 24 * 60, ZONE));
  await followUp(kith, imani, 'Newer', minutesFromNow(-2 * 24 * 60, ZONE));
  await expect.poll(() => kith.badgeText()).toBe('2');

  const popup = await openList(kith);
  await expect(popup.getByText('Older')).toBeVisible();
  const order = await popup.getByText(/^(Older|Newer|Later)$/).allTextContents();
  expect(order).toEqual(['Older', 'Newer', 'Later']);

  await popup.keyboard.press('d');
  await expect.poll(() => statuses(kith)).toMatchObject({ Older: 'done', Newer: 'notified' });
  await popup.keyboard.press('u');
  await expect.poll(() => statuses(kith)).toMatchObject({ Older: 'notified' });
  await expect(popup.getByText('Older')).toBeVisible();

  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 's']) await popup.keyboard.press(key);
  await popup
    .getByRole('button', { name: 'Tomorrow' })
    .or(popup.getByRole('menuitem', { name: 'Tomorrow' }))
    .click();
  await expect.poll(() => statuses(kith)).toMatchObject({ Newer: 'open' });
  await expect.poll(() => kith.badgeText()).toBe('1');
});

test('o opens the profile', async ({ kith, context }) => {
  await followUp(kith, await keep(kith, IMANI), 'Write', minutesFromNow(-60, ZONE));
  const popup = await openList(kith);
  await expect(popup.getByText('Write')).toBeVisible();
  const opened = context.waitForEvent('page');
  // The popup closes with this very key, before it is up again.
  popup.keyboard.press('o').catch(() => undefined);
  await expect(await opened).toHaveURL(/\/in\/imani-/);
});

test('it finds people by the beginning of any part of their name', async ({ kith }) => {
  await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  const popup = await kith.openPopup();
  await popup.getByRole('combobox', { name: 'Find a person' }).fill('zura');
  await expect(popup.getByRole('option', { name: TOMASZ.name })).toBeVisible();
  await expect(popup.getByRole('option', { name: IMANI.name })).toHaveCount(0);
});

test('it shows the person of the tab in front, with a quick note', async ({ kith, page }) => {
  await keep(kith, IMANI);
  await page.goto(IMANI.url);
  await page.bringToFront();
  const popup = await kith.openPopup();
  await popup.getByRole('textbox', { name: `Note about ${IMANI.name}` }).fill('Quick thought');
  await expect.poll(async () => (await kith.records<{ text: string }>('notes')).map(({ text }) => text)).toEqual(['Quick thought']);
});

test('the dashboard lists recent changes and takes one back later', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  await kith.command('editContact', { contactId, changes: { name: 'I. Vestergaard' } });
  const dashboard = await kith.open('dashboard.html#/changes');
  await dashboard.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(async () => (await kith.records<{ name: string }>('contacts')).map(({ name }) => name)).toEqual([IMANI.name]);
});

test('the settings show what the browser answered about keeping the records', async ({ kith }) => {
  const dashboard = await kith.open('dashboard.html#/settings');
  await expect(dashboard.getByText(/browser has (not )?promised|keeps? your records/i).first()).toBeVisible();
  await expect(dashboard.getByText(/Space used/)).toBeVisible();
});
