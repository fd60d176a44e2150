import type { Page } from 'puppeteer-core';
import { expect, test } from './support/firefox-test.ts';

const SOMEBODY = 'https://www.linkedin.com/in/nobody-at-all/';

test('in Firefox the extension loads and its background answers', async ({ kith }) => {
  const seat = await kith.open('manifest.json', 'body');
  expect(await ask(seat, { type: 'addContact', commandId: crypto.randomUUID(), subject: { profile: PROFILE } })).toMatchObject({ ok: true });
});

test('in Firefox the popup and the panel draw themselves', async ({ kith }) => {
  for (const file of ['popup.html', 'sidepanel.html']) {
    const surface = await kith.open(file, 'main');
    await expect.poll(() => surface.evaluate(() => document.body.innerText.trim()), file).not.toBe('');
  }
});

test('in Firefox the page script stands beside the name on a profile', async ({ kith }) => {
  kith.web.serve(SOMEBODY, '<!doctype html><html lang="en"><title>Nobody At All | LinkedIn</title><main><h1>Nobody At All</h1></main></html>');
  const page = await kith.visit(SOMEBODY);
  // The welcome page has come to the front, and a page nobody looks at is not looked after.
  await page.bringToFront();
  // It mounts a nameless element: beside the name, or in the corner of the window.
  await page.waitForFunction(() => document.querySelectorAll('div').length > 0);
});

test('in Firefox the context menu has its items, every command its keys, and the address bar its keyword', async ({ kith }) => {
  const seat = await kith.open('manifest.json', 'body');
  const found = () =>
    seat.evaluate(async () => {
      const { contextMenus, commands, runtime } = (globalThis as unknown as { browser: FirefoxApi }).browser;
      const items: Record<string, string> = {};
      for (const id of ['keep-person', 'open-person', 'no-such-item']) {
        items[id] = await contextMenus.update(id, { enabled: true }).then(
          () => 'there',
          () => 'missing',
        );
      }
      const keys = Object.fromEntries((await commands.getAll()).map(({ name, shortcut }) => [name, shortcut]));
      return { items, keys, keyword: runtime.getManifest().omnibox.keyword, changes: typeof commands.openShortcutSettings };
    });
  await expect.poll(found).toEqual({
    items: { 'keep-person': 'there', 'open-person': 'there', 'no-such-item': 'missing' },
    keys: { _execute_sidebar_action: 'Alt+Shift+K', 'hide-badges': 'Alt+Shift+H', _execute_action: 'Alt+Shift+L' },
    keyword: 'kith',
    changes: 'function',
  });
});

type FirefoxApi = {
  contextMenus: { update(id: string, changes: object): Promise<void> };
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]>; openShortcutSettings?: () => Promise<void> };
  runtime: { getManifest(): { omnibox: { keyword: string } } };
};

const PROFILE = { key: 'linkedin:in/nobody-at-all', url: SOMEBODY, handle: 'nobody-at-all', aliases: [], fields: { name: 'Nobody At All' }, sources: {} };

function ask(page: Page, message: object): Promise<unknown> {
  return page.evaluate(
    (sent) => (globalThis as unknown as { browser: { runtime: { sendMessage(message: object): Promise<unknown> } } }).browser.runtime.sendMessage(sent),
    message,
  );
}
