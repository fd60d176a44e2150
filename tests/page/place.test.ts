// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Painting } from '../../entrypoints/page/painting';
import { keepPlaced } from '../../entrypoints/page/place';

/** Long past the moment at which a page without a name gets the annotation in its corner. */
const LATER = 10_000;

let gone: AbortController;
let where: 'beside the name' | 'in the corner' | undefined;
const painting = {
  mountIn: () => (where = 'beside the name'),
  mountInCorner: () => (where = 'in the corner'),
  isMounted: () => where !== undefined,
  wasMounted: () => where !== undefined,
  isBesideName: () => where === 'beside the name',
} as unknown as Painting;

beforeEach(() => {
  gone = new AbortController();
  where = undefined;
  vi.useFakeTimers();
});
afterEach(() => {
  gone.abort();
  vi.useRealTimers();
});

test.each<[page: string, name: Element | undefined, isNobodys: boolean, expected: typeof where]>([
  ['with a name', document.body, false, 'beside the name'],
  ['without one', undefined, false, 'in the corner'],
  ['of an organisation', undefined, true, undefined],
])('a page %s has the annotation where it belongs', (_, name, isNobodys, expected) => {
  keepPlaced(
    painting,
    () => name,
    () => isNobodys,
    () => undefined,
    gone.signal,
  );
  vi.advanceTimersByTime(LATER);
  expect(where).toBe(expected);
});

test('a name that comes late is gone to, out of the corner', () => {
  let name: Element | undefined;
  keepPlaced(
    painting,
    () => name,
    () => false,
    () => undefined,
    gone.signal,
  );
  vi.advanceTimersByTime(LATER);
  expect(where).toBe('in the corner');
  name = document.body;
  vi.advanceTimersByTime(LATER);
  expect(where).toBe('beside the name');
});
