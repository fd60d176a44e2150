import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgiven, slipsFrom } from '../../../lib/search/slips';

describe('A slip of the hand', () => {
  test.each([
    ['imnai', 'imani', 1],
    ['imai', 'imani', 1],
    ['imanii', 'imani', 1],
    ['imami', 'imani', 1],
    ['zurawikwski', 'zurawikowski', 1],
    ['zurwikwski', 'zurawikowski', 2],
    ['imani', 'imani', 0],
    ['zuraw', 'zurawikowski', 0],
    ['zruaw', 'zurawikowski', 1],
  ])('%s for %s', (typed, word, slips) => expect(slipsFrom(typed, 2)(word)).toBe(slips));

  test('more than are forgiven is another word', () => expect(slipsFrom('imani', 1)('inari')).toBeUndefined());
  test('of a short word is not taken for the beginning of a longer one', () => expect(slipsFrom('anna', 1)('annabel')).toBeUndefined());
  test('the longer the word, the more are forgiven', () => expect(['ada', 'mira', 'santosh', 'vestergaard'].map(forgiven)).toEqual([0, 1, 1, 2]));

  const word = fc.stringMatching(/^[a-e]{1,8}$/);
  test('is counted as the plain definition counts it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-e]{5,7}$/), word, (typed, other) => {
        const plain = Math.min(...Array.from({ length: other.length + 1 }, (_, end) => distance(typed, other.slice(0, end))));
        expect(slipsFrom(typed, 2)(other)).toBe(plain <= 2 ? plain : undefined);
      }),
      { numRuns: 500 },
    );
  });

  test('one word after the other leaves nothing behind', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 10 }), (words) => {
        const slips = slipsFrom('abcde', 2);
        for (const each of words) expect(slips(each)).toBe(slipsFrom('abcde', 2)(each));
      }),
    );
  });
});

/** Optimal string alignment by its recursive definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [c, d] = [a.slice(0, -1), b.slice(0, -1)];
  const least = a.at(-1) === b.at(-1) ? distance(c, d) : 1 + Math.min(distance(c, d), distance(c, b), distance(a, d));
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return isSwap ? Math.min(least, 1 + distance(a.slice(0, -2), b.slice(0, -2))) : least;
}
