import type { Locator, Page } from '@playwright/test';
import type { Kith } from './support/kith.ts';
import { AT_NOON, IMANI, keep } from './support/people.ts';
import { expect, test } from './support/test.ts';

const at = (days: number) => `${Temporal.Now.plainDateISO(AT_NOON).add({ days })}T09:00`;

async function followUps(kith: Kith, contactId: string, howMany: number, from: number): Promise<void> {
  for (let index = 0; index < howMany; index++) {
    await kith.command('setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), text: `Thing ${index}`, dueAt: at(from + index) });
  }
}

/** A page of Kith's in a window of this size. */
async function sized(kith: Kith, file: string, width: number, height: number): Promise<Page> {
  const page = await kith.context.newPage();
  await page.setViewportSize({ width, height });
  await page.goto(kith.address(file));
  return page;
}

const notice = (page: Page) => page.locator('.notice:has(.notice-text)');
const top = async (place: Locator) => (await place.boundingBox())?.y ?? Number.NaN;

test('in a long list the notice is seen where one is, and covers nothing that has the keyboard', async ({ kith }) => {
  await followUps(kith, await keep(kith, IMANI), 45, -60);
  for (const [file, width, height] of [
    ['dashboard.html#/pending', 1280, 800],
    ['popup.html', 400, 300],
  ] as const) {
    const page = await sized(kith, file, width, height);
    await page.getByRole('row').nth(20).focus();
    await page.keyboard.press('d');
    await expect(notice(page)).toBeInViewport({ ratio: 1 });
    const row = page.locator('[role="row"]:focus');
    await expect(row).toBeInViewport({ ratio: 1 });
    expect((await top(row)) + ((await row.boundingBox())?.height ?? 0)).toBeLessThanOrEqual((await top(notice(page))) + 1);
    await page.close();
  }
});

test('a person’s notices are seen beside what was done: details, and one of many follow-ups', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  await followUps(kith, contactId, 40, 10);
  const page = await sized(kith, `dashboard.html#/people/${contactId}`, 1280, 800);
  await page.getByLabel('Mentor', { exact: true }).click();
  await expect(notice(page)).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 400, height: 700 });
  await page.getByRole('button', { name: 'Show all 40' }).click();
  await page.getByRole('button', { name: 'Dismiss: Thing 8', exact: true }).click();
  await expect(notice(page)).toContainText('Follow-up dismissed.');
  await expect(notice(page)).toBeInViewport({ ratio: 1 });
});

test('the answers to a question about the last entry of the popup are seen whole', async ({ kith }) => {
  await followUps(kith, await keep(kith, IMANI), 15, -60);
  const popup = await kith.openPopup();
  await expect(popup.getByRole('row').first()).toBeFocused();
  for (const key of ['s', 'l']) {
    await popup.keyboard.press('End');
    await popup.keyboard.press(key);
    await expect(popup.locator('.pending-question')).toBeInViewport({ ratio: 0.99 });
    await popup.keyboard.press('Escape');
  }
});

test('somebody deleted leaves the keyboard to the way back, and that to their note', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  const page = await sized(kith, `dashboard.html#/people/${contactId}`, 1280, 800);
  await page.getByRole('button', { name: `Delete ${IMANI.name}` }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: `Note about ${IMANI.name}` })).toBeFocused();
});
