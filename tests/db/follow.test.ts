import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { follow, records } from '../../entrypoints/person/records';

let gone: AbortController;
// That it is made is a change of everything in it.
beforeAll(async () => void (await records.open()));
beforeEach(() => {
  gone = new AbortController();
});
afterEach(() => gone.abort());

test('whoever follows the records is told the newest, and many changes at once are not read one by one', async () => {
  const change = (id: string) => records.tags.put({ name: id, label: id, createdAt: '2026-11-20T08:00:00.000Z', updatedAt: '2026-11-20T08:00:00.000Z' });
  const query = vi.fn(async () => records.tags.count());
  const counts: number[] = [];
  follow(
    query,
    (count) => counts.push(count),
    (failure) => expect.unreachable(String(failure)),
    gone.signal,
  );
  await vi.waitFor(() => expect(counts).toEqual([0]));
  await Promise.all(Array.from({ length: 50 }, (_, index) => change(`tag-${index}`)));
  await vi.waitFor(() => expect(counts.at(-1)).toBe(50), { timeout: 30_000 });
  expect(query.mock.calls.length).toBeLessThan(10);
  await change('one more');
  await vi.waitFor(() => expect(counts.at(-1)).toBe(51), { timeout: 30_000 });
});

test('what takes long to be read is read again after a pause, with all that was changed meanwhile', async () => {
  const readAt: number[] = [];
  const counts: number[] = [];
  follow(
    async () => {
      readAt.push(performance.now());
      const end = performance.now() + 150;
      let count: number;
      do count = await records.circles.count();
      while (performance.now() < end);
      return count;
    },
    (count) => counts.push(count),
    (failure) => expect.unreachable(String(failure)),
    gone.signal,
  );
  await vi.waitFor(() => expect(counts).toEqual([0]));
  for (let index = 0; index < 20; index++) await records.circles.put({ id: `circle-${index}` } as never);
  await vi.waitFor(() => expect(counts.at(-1)).toBe(20), { timeout: 30_000 });
  const [first = 0, second = 0] = readAt;
  expect(second - first).toBeGreaterThan(3 * 150);
  expect(readAt.length).toBeLessThan(4);
});

test('however much is written without a pause, each answer is told, and the last is the newest', async () => {
  const askedAt: number[] = [];
  const counts: number[] = [];
  follow(
    async () => {
      askedAt.push(performance.now());
      const end = performance.now() + 120;
      let count: number;
      do count = await records.notes.count();
      while (performance.now() < end);
      return count;
    },
    (count) => counts.push(count),
    (failure) => expect.unreachable(String(failure)),
    gone.signal,
  );
  let written = 0;
  while (askedAt.length < 5) await records.notes.put({ id: `note-${written++}` } as never);
  expect(counts).toHaveLength(4);
  await vi.waitFor(() => expect(counts.at(-1)).toBe(written), { timeout: 30_000 });
});
