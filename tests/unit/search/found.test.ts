import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Found } from '../../../lib/search/found';
import { changedPage, eachEntry, type IndexPage, type PageChanges } from '../../../lib/search/index-page';

const PEOPLE = 400;
const entry = fc.record({ word: fc.constantFrom('mira', 'mirabel', 'santos'), number: fc.nat(PEOPLE - 1), near: fc.nat(200), far: fc.nat(200) });
const entries = fc.array(entry, { maxLength: 60 });

function pageOf(list: readonly { word: string; number: number; near: number; far: number }[]): IndexPage | undefined {
  const changes: PageChanges = new Map();
  for (const { word, number, near, far } of list) changes.set(word, (changes.get(word) ?? new Map()).set(number, { near, far }));
  return changedPage('text/000000/mir', undefined, changes, () => expect.unreachable());
}

function foundOn(pages: readonly (IndexPage | undefined)[], isSought: (word: string) => boolean): Found {
  const found = new Found(PEOPLE);
  for (const page of pages) if (page) found.note(page, (word) => (isSought(word) ? [4, 5] : undefined));
  return found;
}

const peopleOf = ({ numbers, count, how }: Found) => new Map([...numbers.subarray(0, count)].map((number) => [number, how[number]]));
const isMira = (word: string) => word.startsWith('mira');

test('whoever stands on pages is found once, as near as one of the words stands', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 3 }), (lists) => {
      const pages = lists.map(pageOf);
      const plain = new Map<number, number>();
      for (const page of pages) {
        if (page) eachEntry(page, isMira, (number, _, near) => plain.set(number, Math.min(plain.get(number) ?? 5, near > 0 ? 4 : 5)));
      }
      const found = foundOn(pages, isMira);
      expect(found.count).toBe(plain.size);
      expect(peopleOf(found)).toEqual(plain);
    }),
  );
});

test('at whom two words are found, as the one that is farther off', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const page = pageOf(list);
      const [one, other] = [foundOn([page], isMira), foundOn([page], (word) => word === 'santos')];
      const [ones, others] = [peopleOf(one), peopleOf(other)];
      const both = [...ones].flatMap(([number, how = 0]): [number, number][] => (others.has(number) ? [[number, Math.max(how, others.get(number) ?? 0)]] : []));
      expect(peopleOf(one.and(other))).toEqual(new Map(both));
    }),
  );
});
