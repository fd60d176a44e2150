import { expect, type Page } from '@playwright/test';
import type { Kith } from './kith.ts';

/** Answers the browser's question for this origin in advance; asking still takes the user's click. */
export async function willGrant(kith: Kith, pattern: string): Promise<void> {
  const page = await kith.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    ([id, origin]) =>
      (
        globalThis as unknown as { chrome: { developerPrivate: { addHostPermission(id: string, origin: string): Promise<void> } } }
      ).chrome.developerPrivate.addHostPermission(id, origin),
    [kith.id, pattern] as const,
  );
  await page.close();
}

/** The real popup, opened by a click on the toolbar icon over `page`. */
export async function popupOver(kith: Kith, page: Page): Promise<Page> {
  await kith.clickAction(page);
  await expect.poll(() => kith.context.pages().some((open) => open.url() === kith.address('popup.html'))).toBe(true);
  const popup = kith.context.pages().find((open) => open.url() === kith.address('popup.html'));
  if (!popup) throw new Error('the popup closed again');
  return popup;
}

/** Switches Kith on, as a user does, for the site that is in front: `origin` is what the browser is asked for, `site` what it is called. */
export async function switchOn(kith: Kith, page: Page, origin: string, site: string): Promise<void> {
  await willGrant(kith, origin);
  const popup = await popupOver(kith, page);
  await popup.getByRole('button', { name: `Show Kith on ${site}` }).click();
}
