import type { Page } from '@playwright/test';
import type { Benchmark } from './benchmark.ts';
import { KITH, type Side } from './browsers.ts';

/** As people search: beginnings, whole names, two words, slips of the hand, words of notes and profiles, and in other scripts. */
const SEARCHES = `z; qu; ada; tom; zofi; wen torde; viktor barbar; tomasz hal; soren; quirin quil; viktro; nilfuar; ximenna; halbra;
  bridge; estuary pump; satell; viktor turbine; harbour clinic; jorbarhal;
  田中; 김민; мария; نورة`.split(/;\s*/);
const LIST = '[role="row"]';

/** What the search of the popup costs. */
export const SEARCH: readonly Benchmark[] = [
  {
    id: 'search',
    name: 'search hit shown in a popup opened a moment ago, 95th percentile',
    dividedBy: '20 gets by key in a page opened as long ago, 95th percentile',
    target: { atMost: 4 },
    unit: 'ms',
    contacts: 100_000,
    grows: true,
    runs: 0.5,
    // Each search opens a popup of its own.
    cold: true,
    compare: async (browsers, contacts) => {
      const side = await browsers.with(KITH, contacts);
      return {
        numerator: () => ninetyFifth(SEARCHES, (text) => untilFound(side, text)),
        denominator: () => ninetyFifth(SEARCHES, () => twentyGets(side, contacts)),
      };
    },
  },
];

async function ninetyFifth<T>(list: readonly T[], measure: (one: T) => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (const one of list) times.push(await measure(one));
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}

/** Between a page's being there and the first letter; not a wait for something to happen, but part of what is measured. */
const PAUSE_MILLISECONDS = 300;

/** Milliseconds from the last letter until those found stand in the list of a popup opened for this search. */
function untilFound(side: Side, text: string): Promise<number> {
  return inPage(side, 'popup.html', async (page) => {
    await page.locator(LIST).first().waitFor();
    await page.waitForTimeout(PAUSE_MILLISECONDS);
    return page.evaluate(async (typed) => {
      const field = document.querySelector<HTMLInputElement>('[role="combobox"]');
      const list = document.querySelector('[role="listbox"]');
      if (!field || !list) throw new Error('The popup has no search.');
      const found = new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`Nobody was found by “${typed}”.`)), 20_000);
        const observer = new MutationObserver(() => {
          if (list.childElementCount === 0 || list.getAttribute('aria-busy') !== 'false') return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(list, { childList: true, subtree: true, attributes: true });
      });
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, typed);
      const start = performance.now();
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return (await found) - start;
    }, text);
  });
}

/** Milliseconds of reading twenty people by their ids, past all of Kith's code, from a database just opened. */
function twentyGets(side: Side, contacts: number): Promise<number> {
  return inPage(side, 'manifest.json', async (page) => {
    await page.waitForTimeout(PAUSE_MILLISECONDS);
    return page.evaluate(async (count) => {
      const settled = <R>(request: IDBRequest<R>) =>
        new Promise<R>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await settled(indexedDB.open('kith'));
      const ids = Array.from(
        { length: 20 },
        () =>
          `0190000c-0000-7000-8000-${Math.floor(Math.random() * count)
            .toString(16)
            .padStart(12, '0')}`,
      );
      const start = performance.now();
      const store = database.transaction('contacts').objectStore('contacts');
      const people = await Promise.all(ids.map((id) => settled(store.get(id))));
      const time = performance.now() - start;
      database.close();
      if (people.some((person) => person === undefined)) throw new Error('Somebody is not there.');
      return time;
    }, contacts);
  });
}

async function inPage<T>({ kith }: Side, file: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await kith.open(file);
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}
