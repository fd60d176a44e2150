import type { Page } from '@playwright/test';
import { annotationOn, clickAnnotation, hoverAnnotation } from './support/annotation.ts';
import { addressOf, keyOf, type Victim } from './support/attacker-page.ts';
import { extensionWorld, watchMessages } from './support/extension-world.ts';
import { choose, expect, know, settled, somebody, test } from './support/hostile-test.ts';
import type { Kith } from './support/kith.ts';

const panelIsOpen = (kith: Kith) => kith.context.pages().some((open) => open.url().endsWith('/sidepanel.html'));

test('what a script does to the annotation opens nothing; what a hand does opens the panel', async ({ kith, page, visit }) => {
  await choose(kith, 'hover');
  const { box } = await visit(somebody());
  const messages = await watchMessages(await extensionWorld(page));
  await page.evaluate(
    ({ x, y }) => {
      const host = document.querySelector('h1 > div') as HTMLElement;
      const init = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: x + 30,
        clientY: y + 12,
        pointerType: 'mouse',
        key: 'Enter',
        code: 'Enter',
        detail: 1,
      };
      for (const target of [host, document.elementFromPoint(x + 30, y + 12) as HTMLElement, document.body, window]) {
        for (const type of ['pointerover', 'pointerenter', 'pointerdown', 'pointerup', 'pointerleave']) target.dispatchEvent(new PointerEvent(type, init));
        for (const type of ['mouseover', 'mouseenter', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'])
          target.dispatchEvent(new MouseEvent(type, init));
        for (const type of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, init));
        for (const type of ['focus', 'focusin', 'submit', 'command', 'activate', 'DOMActivate', 'touchstart', 'touchend'])
          target.dispatchEvent(new Event(type, init));
      }
      host.click();
      host.focus();
    },
    { x: box.x, y: box.y },
  );
  expect(await messages()).toEqual([]);
  expect((await annotationOn(page))?.card.isOpen).toBe(false);
  expect(panelIsOpen(kith)).toBe(false);

  await clickAnnotation(page);
  await kith.panel();
  expect(await messages()).toContain('openSurface');
});

test('a page that gives the annotation the focus gets no key press through to it', async ({ kith, page, visit }) => {
  await choose(kith, 'hover');
  await visit(somebody());
  const messages = await watchMessages(await extensionWorld(page));
  for (const focusable of ['-1', '0', null]) {
    const focused = await page.evaluate((tabindex) => {
      const host = document.querySelector('h1 > div') as HTMLElement;
      if (tabindex === null) host.removeAttribute('tabindex');
      else host.setAttribute('tabindex', tabindex);
      host.setAttribute('autofocus', '');
      host.setAttribute('accesskey', 'k');
      host.focus();
      return document.activeElement === host;
    }, focusable);
    // Even where the page makes the host itself focusable, nothing inside it is focused.
    expect(focused).toBe(focusable !== null);
    for (const key of ['Enter', 'Space', 'Alt+k', 'ArrowDown']) await page.keyboard.press(key);
  }
  expect(await messages()).toEqual([]);
  expect(panelIsOpen(kith)).toBe(false);
  expect((await annotationOn(page))?.card.isOpen).toBe(false);
});

test('nothing a page can post, dispatch or call reaches Kith', async ({ kith, page, visit }) => {
  const victim = somebody();
  await know(kith, victim);
  // Reading the page for the first time leaves a sighting, of which all pages hear: that is let happen first.
  await visit(victim);
  await (await extensionWorld(page)).evaluate(`chrome.runtime.sendMessage({ type: 'settled' })`);
  const before = await visit(victim);
  const records = await Promise.all(['contacts', 'notes', 'reminders', 'journal'].map((table) => kith.records(table)));
  const messages = await watchMessages(await extensionWorld(page));
  const reached = await page.evaluate(async (key) => {
    const forged = [
      { type: 'recordsChanged' },
      { type: 'openSurface' },
      { type: 'annotation', key },
      { type: 'readProfile' },
      { type: 'deleteContact', commandId: crypto.randomUUID(), contactId: crypto.randomUUID() },
      { type: 'wxt:content-script-started', contentScriptName: 'page' },
      { type: 'wxt:content-script-started', extensionId: 'jjbbjlecjkgobdmiekbagbmcdabghhgp', contentScriptName: 'page', messageId: '1' },
    ];
    for (const message of forged) {
      window.postMessage(message, '*');
      window.postMessage(JSON.stringify(message), '*');
      for (const name of ['kith', 'message']) new BroadcastChannel(name).dispatchEvent(new MessageEvent('message', { data: message }));
      for (const target of [window, document, document.documentElement, document.querySelector('h1 > div') as Element])
        for (const name of [message.type, 'message', 'kith', 'wxt:content-script-started', `jjbbjlecjkgobdmiekbagbmcdabghhgp:page:${message.type}`])
          target.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true, composed: true }));
    }
    for (let time = 0; time < 50; time++) {
      window.dispatchEvent(new FocusEvent('focus'));
      document.dispatchEvent(new Event('visibilitychange'));
      (window as any).navigation.dispatchEvent(new Event('currententrychange'));
      window.dispatchEvent(new StorageEvent('storage', { key: 'kith', newValue: '{}' }));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    }
    const { chrome, browser } = window as any;
    // Messages that were posted arrive before a frame is painted twice.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return { runtime: chrome?.runtime ?? null, storage: chrome?.storage ?? null, browser: browser ?? null };
  }, keyOf(victim));
  expect(reached).toEqual({ runtime: null, storage: null, browser: null });
  expect(await messages()).toEqual([]);
  expect(await annotationOn(page)).toEqual(before);
  expect(await Promise.all(['contacts', 'notes', 'reminders', 'journal'].map((table) => kith.records(table)))).toEqual(records);
  expect(panelIsOpen(kith)).toBe(false);
});

/** What a name may stand in that does something when it is clicked. */
const TRAPS = {
  'a link': '<a id="trap" href="#elsewhere"></a>',
  'a label': '<label id="trap"><input type="checkbox" id="box"></label>',
  'a summary': '<details id="box"><summary id="trap"></summary>open</details>',
  'a button that submits': `<form onsubmit="location.hash = 'elsewhere'; return false"><button id="trap"></button></form>`,
};

for (const [what, trap] of Object.entries(TRAPS)) {
  test(`a click on the annotation inside ${what} does nothing but open the panel`, async ({ kith, page, visit }) => {
    await choose(kith, 'hover');
    const victim: Victim = somebody();
    const script = `addEventListener('DOMContentLoaded', () => { const name = document.querySelector('h1'); name.insertAdjacentHTML('beforebegin', ${JSON.stringify(trap)}); document.querySelector('#trap').append(name); })`;
    const { box } = await visit(victim, { script, styles: 'details{display:block}' });
    const [x, y] = [box.x + 20, box.y + 12];
    const tabs = () => kith.context.pages().filter((open) => !open.url().endsWith('/sidepanel.html')).length;
    const open = tabs();
    const state = () =>
      page.evaluate(() => [
        document.querySelector<HTMLInputElement>('#box')?.checked,
        document.querySelector<HTMLDetailsElement>('#box')?.open,
        history.length,
      ]);
    const untouched = await state();

    await page.mouse.click(x, y, { button: 'middle' });
    for (const modifier of ['Control', 'Meta', 'Shift', 'Alt'] as const) {
      await page.keyboard.down(modifier);
      await page.mouse.click(x, y);
      await page.keyboard.up(modifier);
    }
    await page.mouse.click(x, y);
    await kith.panel();
    await pressEnterOnAnnotation(page);
    expect(page.url()).toBe(addressOf(victim));
    expect(await state()).toEqual(untouched);
    expect(tabs()).toBe(open);

    // The name itself is the page's own, and still does what it does.
    await page.mouse.click(50, y);
    if (what === 'a link' || what === 'a button that submits') await page.waitForURL(/elsewhere/);
    else expect(await state()).not.toEqual(untouched);
  });
}

async function pressEnterOnAnnotation(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(() => {
    const name = document.querySelector('h1') as HTMLElement;
    name.tabIndex = -1;
    name.focus();
  });
  await page.keyboard.press('Tab');
  await hoverAnnotation(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
}
