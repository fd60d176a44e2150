// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Painting } from '../../entrypoints/page/painting';
import { keepPlaced } from '../../entrypoints/page/place';

/** Long past the moment at which a page without a name gets the annotation in its corner. */
const LATER = 10_000;

let gone: AbortController;
let where: 'beside the name' | 'in the corner' | undefined;
let wasThere: boolean;
const painting = {
  mountIn: () => ((wasThere = true), (where = 'beside the name')),
  mountInCorner: () => ((wasThere = true), (where = 'in the corner')),
  isMounted: () => where !== undefined,
  wasMounted: () => wasThere,
  isBesideName: () => where === 'beside the name',
} as unknown as Painting;
const HEADING = document.body;

/** Keeps the painting placed on a page that has its name where `locate` finds it. */
const keep = (locate: () => Element | undefined, isNobodys = false) =>
  keepPlaced(
    painting,
    locate,
    () => isNobodys,
    () => undefined,
    gone.signal,
  );

beforeEach(() => {
  gone = new AbortController();
  where = undefined;
  wasThere = false;
  vi.useFakeTimers();
});
afterEach(() => {
  gone.abort();
  vi.useRealTimers();
});

test.each<[page: string, name: Element | undefined, isNobodys: boolean, expected: typeof where]>([
  ['with a name', HEADING, false, 'beside the name'],
  ['without one', undefined, false, 'in the corner'],
  ['of an organisation', undefined, true, undefined],
])('a page %s has the annotation where it belongs', (_, name, isNobodys, expected) => {
  keep(() => name, isNobodys);
  vi.advanceTimersByTime(LATER);
  expect(where).toBe(expected);
});

test('a name that comes late is gone to, out of the corner', () => {
  let name: Element | undefined;
  keep(() => name);
  vi.advanceTimersByTime(LATER);
  expect(where).toBe('in the corner');
  name = HEADING;
  vi.advanceTimersByTime(LATER);
  expect(where).toBe('beside the name');
});

test('somebody who goes back and forth between the pages of one profile finds it beside the name each time, be it the tenth', () => {
  let name: Element | undefined = HEADING;
  keep(() => name);
  for (let visit = 0; visit < 10; visit++) {
    // The page of their skills has no name, and what the site drew before is gone.
    [name, where] = [undefined, undefined];
    vi.advanceTimersByTime(LATER);
    expect(where).toBe('in the corner');
    name = HEADING;
    vi.advanceTimersByTime(LATER + 5000);
    expect(where).toBe('beside the name');
  }
});

/** Waits until it is there again, for so many milliseconds at most. */
function waitUntilBack(most: number): void {
  if (where !== undefined || most === 0) return;
  vi.advanceTimersByTime(500);
  waitUntilBack(most - 500);
}

test('a page that takes it away at once, again and again, is left alone', () => {
  keep(() => HEADING);
  for (let times = 0; times < 6; times++) {
    where = undefined;
    waitUntilBack(40_000);
  }
  expect(where).toBeUndefined();
});
