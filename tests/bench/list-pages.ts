import { type BrowserPair, KNOWN, listAddress, Measured, openPair, rows, type Side } from './browser-pair.ts';
import type { Figure } from './figure.ts';

const EMPTY = 'the same page with an empty page script';

/** Pages full of links to people. `runs` is how often each side is measured, in alternation. */
export async function listPages(runs: number): Promise<Figure[]> {
  const strangers = await inPair(0, async (pair) => [
    await alternating(pair, runs, { name: 'page where nobody is known, 1,000 links', target: { atMost: 1.1 } }, (side) => load(side, 1000)),
  ]);
  const known = await inPair(KNOWN, async (pair) => {
    const list = await alternating(pair, runs, { name: 'list page, 1,000 links, 100 known', target: { atMost: 1.3 } }, (side) => load(side, 1000));
    const long = await alternating(pair, Math.ceil(runs / 2), { name: 'list page, 10,000 links', target: { atMost: 1.3 } }, (side) => load(side, 10_000));
    const appending = await alternating(pair, runs, { name: 'appending 50 links, twenty times', target: { atMost: 1.25 } }, append);
    const heap = heapPerLink(await alternating(pair, Math.ceil(runs / 2), { name: 'heap', target: { atMost: 1 }, unit: 'kB' }, heapOf));
    const storm = await alternating(
      pair,
      runs,
      { name: 'frames in a storm of changes, 100,000 nodes', target: { atLeast: 0.95 }, unit: 'frames' },
      framesInStorm,
    );
    return [list, long, growth(list, long), appending, heap, storm];
  });
  return [...strangers, ...known];
}

/** What Kith adds to ten times as many links, beside ten times what it adds to them. */
function growth(list: Figure, long: Figure): Figure {
  const tenfold = (figure: Figure) => figure.numerators.map((value) => value * 10);
  return {
    name: 'processor time of 10,000 links against ten times that of 1,000',
    dividedBy: 'ten times the page with 1,000 links',
    target: { atMost: 1.1 },
    numerators: long.numerators,
    denominators: tenfold(list).slice(0, long.numerators.length),
    unit: 'ms',
  };
}

/** What a thousand links leave behind, each, beside what a badge may. */
function heapPerLink({ numerators, denominators }: Figure): Figure {
  const each = numerators.map((value, index) => (value - (denominators[index] ?? 0)) / 1000);
  return {
    name: 'heap for each of 1,000 links, 100 known',
    dividedBy: 'its budget',
    target: { atMost: 1 },
    numerators: each,
    denominators: each.map(() => HEAP_BUDGET_KILOBYTES),
    unit: 'kB',
  };
}

async function inPair(known: number, measure: (pair: BrowserPair) => Promise<Figure[]>): Promise<Figure[]> {
  const pair = await openPair(known);
  try {
    return await measure(pair);
  } finally {
    await pair.close();
  }
}

/** Measures both sides in turns; the first turn of each only warms them up. */
async function alternating(
  { full, empty }: BrowserPair,
  runs: number,
  { name, target, unit = 'ms' }: Pick<Figure, 'name' | 'target'> & { unit?: string },
  measure: (side: Side) => Promise<number>,
): Promise<Figure> {
  const numerators: number[] = [];
  const denominators: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const [numerator, denominator] = [await measure(full), await measure(empty)];
    if (run === 0) continue;
    numerators.push(numerator);
    denominators.push(denominator);
  }
  return { name, dividedBy: EMPTY, target, numerators, denominators, unit };
}

async function load(side: Side, links: number): Promise<number> {
  const tab = await Measured.openIn(side);
  try {
    return await tab.processorTime((page) => page.goto(listAddress(links)));
  } finally {
    await tab.close();
  }
}

async function append(side: Side): Promise<number> {
  const tab = await Measured.openIn(side);
  try {
    await tab.processorTime((page) => page.goto(listAddress(1000)));
    return await tab.processorTime(async (page) => {
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
  } finally {
    await tab.close();
  }
}

async function heapOf(side: Side): Promise<number> {
  const tab = await Measured.openIn(side);
  try {
    await tab.processorTime((page) => page.goto(listAddress(1000)));
    return await tab.heap();
  } finally {
    await tab.close();
  }
}

const HEAP_BUDGET_KILOBYTES = 1.5;
const STORM_MILLISECONDS = 3000;

/** Frames a page gets through in three seconds while it changes fifty of a hundred thousand nodes in each. */
async function framesInStorm(side: Side): Promise<number> {
  const tab = await Measured.openIn(side);
  try {
    await tab.page.goto(listAddress(1000));
    return await tab.page.evaluate(async (duration) => {
      const field = document.createElement('div');
      field.style.contain = 'strict';
      const nodes = Array.from({ length: 100_000 }, () => document.createElement('i'));
      field.append(...nodes);
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
  } finally {
    await tab.close();
  }
}
