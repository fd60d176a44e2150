import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, wordsIn } from '../../../lib/search/excerpt';
import { askedWords } from '../../../lib/search/words';

/** What is shown, with what is marked in brackets. */
const shown = (text: string, words: string) =>
  excerpt(text, askedWords(words))
    ?.map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('An excerpt', () => {
  test.each([
    ['Asked about the turbine at Åre', 'are turb', 'Asked about the [turb]ine at [Åre]'],
    ['Groß und Straße', 'strass', 'Groß und [Straß]e'],
    ['早上见到王小明了', '王小明', '早上见到[王小明]了'],
    ['คุณสมชายใจดี', 'สมชาย', 'คุณ[สมชาย]ใจดี'],
    ['Отчёт Марии', 'отчет', '[Отчёт] Марии'],
    ['**Promised** the `map`\n\n- and the *atlas*', 'promised atlas', '[Promised] the map and the *[atlas]*'],
    ['a👩‍👩‍👧river', 'river', 'a👩‍👩‍👧[river]'],
  ])('of %s for %s', (text, words, expected) => expect(shown(text, words)).toBe(expected));

  test('of a long text is the part around what was found, cut between words', () => {
    const text = `${'once upon a time '.repeat(20)}a glacier ${'moved on and on '.repeat(20)}`;
    const found = shown(text, 'glac') ?? '';
    expect(found).toMatch(/^….*\[glac\]ier moved.*…$/);
    expect(found.length).toBeLessThan(150);
    expect(found).toMatch(/ (on|moved|and)…$/);
  });

  test('of a text without the words there is none', () => expect(shown('rivers', 'glacier')).toBeUndefined());

  test('is made of the text itself, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(), (text, which) => {
        const words = askedWords(text);
        const word = words[which % words.length];
        if (word === undefined) return;
        expect(wordsIn(text, [word])).toBe(1);
        const parts = excerpt(text, [word]);
        if (!parts) return;
        const plain = parts
          .map((part) => part.text)
          .join('')
          .replaceAll('…', '');
        expect(plain.isWellFormed()).toBe(true);
        expect(parts.some((part) => part.marked)).toBe(true);
      }),
    );
  });
});
