// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchPeopleHere } from '../../entrypoints/person/watch-people-here';

const MINUTE = 60_000;

let gone: AbortController;
beforeEach(() => {
  gone = new AbortController();
  vi.useFakeTimers();
});
afterEach(() => {
  gone.abort();
  vi.useRealTimers();
});

test('whoever comes with scrolling is counted however long after the page was opened, without reading the page anew; nobody is looked for once nobody looks', async () => {
  let linked = ['linkedin:in/mira'];
  let asked: string[] = [];
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async ({ type }: { type: string }) => {
    asked.push(type);
    return { ok: true, value: type === 'peopleLinked' ? linked : null };
  }) as never);
  let keys: readonly string[] = [];
  watchPeopleHere((page) => {
    keys = page.keys;
  }, gone.signal);

  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(keys).toEqual(['linkedin:in/mira']);
  linked = [...linked, 'linkedin:in/oda'];
  asked = [];
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(keys).toEqual(['linkedin:in/mira', 'linkedin:in/oda']);
  expect(new Set(asked)).toEqual(new Set(['peopleLinked']));

  gone.abort();
  asked = [];
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(asked).toEqual([]);
});
