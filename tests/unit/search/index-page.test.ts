import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPage, eachEntry, type IndexPage, type PageChanges } from '../../../lib/search/index-page';

const change = fc.record({
  word: fc.constantFrom('mira', 'mirabel', 'santos', '王小'),
  number: fc.oneof(fc.nat(20), fc.nat(2 ** 28)),
  near: fc.nat(200),
  far: fc.nat(200),
});

function changes(list: readonly { word: string; number: number; near: number; far: number }[], sign: number): PageChanges {
  const all: PageChanges = new Map();
  for (const { word, number, near, far } of list) {
    const people = all.get(word) ?? new Map();
    const before = people.get(number) ?? { near: 0, far: 0 };
    all.set(word, people.set(number, { near: before.near + sign * near, far: before.far + sign * far }));
  }
  return all;
}

const never = () => expect.unreachable();
const read = (page: IndexPage | undefined, start = '') => {
  const entries: string[] = [];
  if (page)
    eachEntry(
      page,
      (word) => word.startsWith(start),
      (number, word, near, far) => entries.push(`${word} ${number} ${near} ${far}`),
    );
  return entries;
};

test('a page gives back what was written on it, whatever came in between', () => {
  fc.assert(
    fc.property(fc.array(change), fc.array(change), (kept, gone) => {
      const page = changedPage('name/mi', changedPage('name/mi', undefined, changes([...kept, ...gone], 1), never), changes(gone, -1), never);
      const expected = [...changes(kept, 1)].flatMap(([word, people]) =>
        [...people].filter(([, { near, far }]) => near + far > 0).map(([number, { near, far }]) => `${word} ${number} ${near} ${far}`),
      );
      expect(read(page).toSorted()).toEqual(expected.toSorted());
      expect(page).toEqual(changedPage('name/mi', undefined, changes(kept, 1), never));
    }),
  );
});

test('a page is read by the beginning of its words', () => {
  const page = changedPage(
    'name/mi',
    undefined,
    changes(
      [
        { word: 'mira', number: 3, near: 1, far: 0 },
        { word: 'mirabel', number: 7, near: 0, far: 1 },
        { word: 'milo', number: 9, near: 1, far: 0 },
      ],
      1,
    ),
    never,
  );
  expect(read(page, 'mira')).toEqual(['mira 3 1 0', 'mirabel 7 0 1']);
});

test('what goes without having been there is noticed', () => {
  let missing = 0;
  expect(changedPage('name/mi', undefined, changes([{ word: 'mira', number: 3, near: 1, far: 0 }], -1), () => missing++)).toBeUndefined();
  expect(missing).toBe(1);
});
