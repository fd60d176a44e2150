import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmark, Comparison } from './benchmark.ts';
import { type Browsers, KITH, type Side, type Variant } from './browsers.ts';
import { denseListAddress, listAddress, rows, strangersAddress } from './list-page.ts';
import { MeasuredTab } from './measured-tab.ts';

/** Kith that does nothing in pages. */
export const EMPTY: Variant = { name: 'an empty page script', make: (folder) => writeFile(join(folder, 'page.js'), '') };

const SAME_PAGE = 'same page, empty page script';
const HEAP_BUDGET_KILOBYTES = 1.5;
const STORM_MILLISECONDS = 3000;

/** Pages full of links to people. */
export const LIST_PAGES: readonly Benchmark[] = [
  {
    id: 'strangers',
    name: 'page where nobody is known, 1,000 links',
    dividedBy: SAME_PAGE,
    target: { atMost: 1.1 },
    held: { atMost: 1.5 },
    unit: 'ms',
    contacts: 1000,
    grows: true,
    // The widest spread of all: the median of three pairs was from 1.0 to 1.9 within an hour.
    runs: 2,
    short: true,
    compare: against(EMPTY, (side) => load(side, strangersAddress(1000))),
  },
  {
    id: 'list',
    name: 'list page, 1,000 links, 100 known',
    dividedBy: SAME_PAGE,
    target: { atMost: 1.3 },
    held: { atMost: 1.6 },
    unit: 'ms',
    contacts: 1000,
    grows: true,
    short: true,
    compare: against(EMPTY, (side) => load(side, listAddress(1000))),
  },
  {
    id: 'long-list',
    name: 'list page, 10,000 links, 1,000 known',
    dividedBy: SAME_PAGE,
    target: { atMost: 1.3 },
    unit: 'ms',
    contacts: 1000,
    runs: 0.5,
    compare: against(EMPTY, (side) => load(side, listAddress(10_000))),
  },
  {
    id: 'ten-times-the-links',
    name: 'growth from 1,000 to 10,000 links',
    dividedBy: 'ten times 1,000 links',
    target: { atMost: 1.1 },
    unit: 'ms',
    contacts: 1000,
    runs: 0.5,
    short: true,
    compare: async (browsers, contacts) => {
      const side = await browsers.with(KITH, contacts);
      return { numerator: () => load(side, listAddress(10_000)), denominator: async () => 10 * (await load(side, listAddress(1000))) };
    },
  },
  {
    id: 'long-tasks',
    name: 'tasks above 50 ms on a list page, 10,000 links',
    dividedBy: SAME_PAGE,
    target: { atMost: 1 },
    unit: 'tasks',
    contacts: 1000,
    runs: 0.6,
    compare: against(EMPTY, (side) => longTasks(side, listAddress(10_000))),
  },
  {
    id: 'appending',
    name: 'appending 50 links, twenty times',
    dividedBy: SAME_PAGE,
    target: { atMost: 1.25 },
    held: { atMost: 1.5 },
    unit: 'ms',
    contacts: 1000,
    runs: 0.6,
    short: true,
    compare: against(EMPTY, append),
  },
  {
    id: 'storm',
    name: 'frames in a storm of changes, 100,000 nodes',
    dividedBy: SAME_PAGE,
    target: { atLeast: 0.95 },
    held: { atLeast: 0.75 },
    unit: 'frames',
    contacts: 1000,
    runs: 0.6,
    short: true,
    compare: against(EMPTY, framesInStorm),
  },
  {
    id: 'heap',
    name: 'heap for each of 1,000 badges, 100 of people known',
    dividedBy: 'its budget',
    target: { atMost: 1 },
    unit: 'kB',
    contacts: 1000,
    runs: 0.5,
    short: true,
    compare: async (browsers, contacts) => {
      const [full, empty] = [await browsers.with(KITH, contacts), await browsers.with(EMPTY, contacts)];
      return { numerator: async () => ((await heapOf(full)) - (await heapOf(empty))) / 1000, denominator: async () => HEAP_BUDGET_KILOBYTES };
    },
  },
];

/** Kith against another extension, measured alike. */
export function against(other: Variant, once: (side: Side) => Promise<number>) {
  return async (browsers: Browsers, contacts: number): Promise<Comparison> => {
    const [kith, reference] = [await browsers.with(KITH, contacts), await browsers.with(other, contacts)];
    return { numerator: () => once(kith), denominator: () => once(reference) };
  };
}

function load(side: Side, address: string): Promise<number> {
  return MeasuredTab.in(side, (tab) => tab.processorTime((page) => page.goto(address)));
}

/** How many tasks of the page's main thread, its scripts' and Kith's, hold it up for more than 50 ms until it is quiet. */
function longTasks(side: Side, address: string): Promise<number> {
  return MeasuredTab.in(side, async (tab) => {
    await tab.page.addInitScript(() => {
      Reflect.set(globalThis, 'longTasks', 0);
      const observer = new PerformanceObserver((list) => Reflect.set(globalThis, 'longTasks', Reflect.get(globalThis, 'longTasks') + list.getEntries().length));
      observer.observe({ type: 'longtask', buffered: true });
    });
    await tab.processorTime((page) => page.goto(address));
    return tab.page.evaluate((): number => Reflect.get(globalThis, 'longTasks'));
  });
}

function append(side: Side): Promise<number> {
  return MeasuredTab.in(side, async (tab) => {
    await tab.processorTime((page) => page.goto(listAddress(1000)));
    return tab.processorTime(async (page) => {
      for (let batch = 0; batch < 20; batch++) {
        await page.evaluate(
          async (html) => {
            document.querySelector('ul')?.insertAdjacentHTML('beforeend', html);
            await new Promise((resolve) => setTimeout(resolve, 120));
          },
          rows(50, 1000 + batch * 50),
        );
      }
    });
  });
}

function heapOf(side: Side): Promise<number> {
  return MeasuredTab.in(side, async (tab) => {
    await tab.processorTime((page) => page.goto(denseListAddress(1000)));
    return tab.heap();
  });
}

/** Frames a page gets through in three seconds while it changes fifty of a hundred thousand nodes in each: a thousand paragraphs, so that it can do so in time alone. */
function framesInStorm(side: Side): Promise<number> {
  return MeasuredTab.in(side, async ({ page }) => {
    await page.goto(listAddress(1000));
    return page.evaluate(async (duration) => {
      const field = document.createElement('div');
      field.style.contain = 'strict';
      const nodes: Element[] = [];
      for (let paragraph = 0; paragraph < 1000; paragraph++) {
        const some = Array.from({ length: 100 }, () => document.createElement('i'));
        const holder = document.createElement('p');
        holder.append(...some);
        field.append(holder);
        nodes.push(...some);
      }
      document.body.append(field);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      let frames = 0;
      const end = performance.now() + duration;
      await new Promise<void>((resolve) => {
        const frame = () => {
          for (let change = 0; change < 50; change++) {
            const at = Math.floor(Math.random() * nodes.length);
            const next = document.createElement('i');
            nodes[at]?.replaceWith(next);
            nodes[at] = next;
          }
          frames++;
          if (performance.now() < end) requestAnimationFrame(frame);
          else resolve();
        };
        requestAnimationFrame(frame);
      });
      return frames;
    }, STORM_MILLISECONDS);
  });
}
