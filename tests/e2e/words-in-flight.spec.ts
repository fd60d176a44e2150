import { IMANI } from './support/people.ts';
import { expect, test } from './support/test.ts';

// A popup lives a few milliseconds after it loses the focus, too short for a message to arrive.
test('words typed in the popup as it closes are there when it opens again', async ({ kith, page }) => {
  await page.goto(IMANI.url);
  const popup = await kith.openPopup();
  await popup.getByRole('textbox', { name: `Note about ${IMANI.name}` }).pressSequentially('Typed, and gone', { delay: 10 });
  await page.bringToFront();
  await expect.poll(() => popup.isClosed()).toBe(true);

  const again = await kith.openPopup();
  await expect(again.getByRole('textbox', { name: `Note about ${IMANI.name}` })).toHaveValue('Typed, and gone');
  await expect.poll(() => kith.records('notes')).toMatchObject([{ text: 'Typed, and gone', draft: true }]);
});

test('words a page left behind are kept by another that is open', async ({ kith, page }) => {
  await kith.open('dashboard.html');
  await page.goto(IMANI.url);
  await page.bringToFront();
  const popup = await kith.openPopup();
  await popup.getByRole('textbox', { name: `Note about ${IMANI.name}` }).pressSequentially('Typed, and gone', { delay: 10 });
  await page.bringToFront();
  await expect.poll(() => kith.records('notes')).toMatchObject([{ text: 'Typed, and gone' }]);
});
