import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { SESSION_NAMES } from '../../lib/model/session-names.ts';
import { IMANI } from '../e2e/support/people.ts';
import type { Benchmark, Comparison } from './benchmark.ts';
import { KITH, type Side, type Variant } from './browsers.ts';

declare const chrome: typeof extensionApi;

/** A row of the list of what is pending; twenty are due, whatever the number of people. */
const ROW = '[role="row"]';
const ROWS = 20;

/** Where nobody is, and what stands in every kept person's notes. */
const ELSEWHERE = 'https://www.linkedin.com/mynetwork/nobody/';
const THEIR_NOTE = 'Note 1 about';
const SETTLED_MILLISECONDS = 700;

/** What opens in front of somebody. */
export const SURFACES: readonly Benchmark[] = [
  {
    id: 'popup',
    name: 'popup to list painted, 100,000 contacts',
    dividedBy: 'static page of the same list',
    target: { atMost: 1.5 },
    unit: 'ms',
    contacts: 100_000,
    grows: true,
    runs: 3,
    compare: async (browsers, contacts) => {
      const kith = await browsers.with(KITH, contacts);
      const fixed = await browsers.with(fixedPopup(await pageOf(kith, 'popup.html', ROW)), contacts);
      return { numerator: () => untilListPainted(kith), denominator: () => untilListPainted(fixed) };
    },
  },
  {
    id: 'popup-afresh',
    name: 'popup to list painted right after a change, 100,000 contacts',
    dividedBy: 'static page of the same list',
    target: { atMost: 1.5 },
    unit: 'ms',
    contacts: 100_000,
    grows: true,
    compare: async (browsers, contacts) => {
      const kith = await browsers.with(KITH, contacts);
      const fixed = await browsers.with(fixedPopup(await pageOf(kith, 'popup.html', ROW)), contacts);
      return { numerator: () => untilReadPainted(kith), denominator: () => untilListPainted(fixed) };
    },
  },
  {
    id: 'popup-growth',
    name: 'popup, 100,000 against 1,000 contacts',
    dividedBy: 'itself with 1,000',
    target: { atMost: 1.15 },
    unit: 'ms',
    contacts: 100_000,
    runs: 3,
    compare: async (browsers, contacts): Promise<Comparison> => {
      const [many, few] = [await browsers.with(KITH, contacts), await browsers.with(KITH, 1000)];
      return { numerator: () => untilListPainted(many), denominator: () => untilListPainted(few) };
    },
  },
  {
    id: 'panel',
    name: 'side panel to notes painted after navigation',
    dividedBy: 'static page of the same person',
    target: { atMost: 1.6 },
    unit: 'ms',
    contacts: 100_000,
    grows: true,
    // The page that is opened beside it takes both cores: four pairs were from 1.2 to 2.2 within a day.
    runs: 3,
    compare: async (browsers, contacts) => {
      const kith = await browsers.with(KITH, contacts);
      const fixed = await browsers.with(fixedPanel(await panelOf(kith)), contacts);
      return { numerator: () => untilNotesPainted(kith), denominator: () => untilNotesPainted(fixed) };
    },
  },
];

/** Kith whose popup is what this page showed, without a script. No side panel is open beside it: that follows each tab, and those of a popup are tabs here. */
function fixedPopup(popup: string): Variant {
  return { name: 'a static popup', make: (folder) => writeFile(join(folder, 'popup.html'), withoutScripts(popup)) };
}

/** Kith whose side panel is what this page showed, without a script but one that waits for the address. */
function fixedPanel(panel: string): Variant {
  return {
    name: 'a static panel',
    make: async (folder) => {
      await writeFile(join(folder, 'sidepanel.html'), panelWaiting(withoutScripts(panel)));
      await writeFile(join(folder, 'waiting.js'), WAITING);
    },
  };
}

function withoutScripts(html: string): string {
  return html.replace(/<script[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g, '');
}

function panelWaiting(html: string): string {
  return html
    .replace(/<main[^>]*>/, '$&<template>')
    .replace('</main>', '</template></main>')
    .replace('</head>', '<script src="/waiting.js" type="module"></script></head>');
}

const WAITING = `
const main = document.querySelector('main');
const template = main.querySelector('template');
chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (url !== undefined) main.replaceChildren(template, ...(url.includes('/in/') ? [template.content.cloneNode(true)] : []));
});`;

/** What a page of the extension shows once `selector` is there. */
async function pageOf({ kith }: Side, file: string, selector: string): Promise<string> {
  const page = await kith.open(file);
  await page
    .locator(selector)
    .nth(ROWS - 1)
    .waitFor();
  const html = await htmlOf(page);
  await page.close();
  return html;
}

async function panelOf(side: Side): Promise<string> {
  const { panel, tab } = await panelBeside(side);
  await Promise.all([panel.getByText(THEIR_NOTE).first().waitFor(), nextPerson(side).then((address) => tab.goto(address))]);
  const html = await htmlOf(panel);
  await tab.goto(ELSEWHERE);
  return html;
}

function htmlOf(page: Page): Promise<string> {
  return page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`);
}

/** Milliseconds from the navigation to the popup's page until its list was painted. */
async function untilListPainted({ kith }: Side): Promise<number> {
  const page = await kith.context.newPage();
  try {
    await page.addInitScript(
      ({ row, rows }) => {
        const painted = new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            if (document.querySelectorAll(row).length < rows) return;
            observer.disconnect();
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now());
              port2.postMessage(0);
            });
          });
          observer.observe(document, { childList: true, subtree: true });
        });
        Reflect.set(globalThis, 'kithPainted', painted);
      },
      { row: ROW, rows: ROWS },
    );
    await page.goto(kith.address('popup.html'));
    return await page.evaluate((): Promise<number> => Reflect.get(globalThis, 'kithPainted'));
  } finally {
    await page.close();
  }
}

/** The same, with no list that was made ready before: it is read from the records, as after a change. */
async function untilReadPainted(side: Side): Promise<number> {
  const seat = await side.kith.seat();
  const prepared = await seat.evaluate(async (name) => {
    const stored = await chrome.storage.session.get(name);
    await chrome.storage.session.remove(name);
    return stored;
  }, SESSION_NAMES.preparedList);
  const time = await untilListPainted(side);
  await seat.evaluate((stored) => chrome.storage.session.set(stored), prepared);
  return time;
}

/** The side panel, and the tab it stands beside; opened once in each browser. */
async function panelBeside(side: Side): Promise<Beside> {
  const known = panels.get(side);
  if (known) return known;
  const tab = await side.kith.context.newPage();
  side.kith.web.serve(ELSEWHERE, '<!doctype html><title>Nobody</title><link rel="icon" href="data:,">');
  await tab.goto(ELSEWHERE);
  await tab.bringToFront();
  const opened = { panel: await side.kith.openPanel(), tab, visited: 0 };
  await tab.bringToFront();
  panels.set(side, opened);
  return opened;
}

const panels = new WeakMap<Side, Beside>();
type Beside = { panel: Page; tab: Page; visited: number };

/** The page of somebody else each time: the panel keeps the last few at hand. */
async function nextPerson(side: Side): Promise<string> {
  const beside = await panelBeside(side);
  const handle = `person-${++beside.visited * 10}`;
  const address = `https://www.linkedin.com/in/${handle}/`;
  const page = side.kith.web.find(IMANI.url)?.body ?? '';
  side.kith.web.serve(address, page.replaceAll(IMANI.handle, handle));
  return address;
}

/** Milliseconds from the start of a navigation to somebody's page until their notes were painted beside it. */
async function untilNotesPainted(side: Side): Promise<number> {
  await side.kith.wake();
  const { panel, tab } = await panelBeside(side);
  await tab.bringToFront();
  await tab.goto(ELSEWHERE);
  await panel.getByText(THEIR_NOTE).filter({ visible: true }).first().waitFor({ state: 'detached' });
  // As somebody does who looks at one page after another: the one before has settled.
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MILLISECONDS));
  const painted = panel.evaluate(
    (note) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          // Whoever was shown before is still there, hidden.
          const people = [...(document.querySelector('main')?.children ?? [])];
          if (!people.some((person) => person.checkVisibility() && person.textContent?.includes(note))) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
            port2.postMessage(0);
          });
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true });
      }),
    THEIR_NOTE,
  );
  await tab.goto(await nextPerson(side));
  const started = await tab.evaluate(() => performance.timeOrigin);
  return (await painted) - started;
}
