import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { follow, records } from '../../entrypoints/person/records';

const gone = new AbortController();
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
