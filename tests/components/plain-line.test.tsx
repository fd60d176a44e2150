// @vitest-environment happy-dom
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import MarkdownText from '../../components/note/markdown';
import { isPlainLine } from '../../components/note/plain-line';

const drawn = (text: string) => {
  const place = document.createElement('div');
  place.innerHTML = renderToStaticMarkup(<MarkdownText text={text} />);
  return { tags: [...place.querySelectorAll('*')].map(({ tagName }) => tagName), text: place.textContent };
};

describe('a plain line', () => {
  test.each(['Met at the harbour fair; she knows turbines (all kinds), 12 of them.', 'Réunion à 9:00 – “noted”', '山田さんと話した', 'x'])(
    'is told by its letters: %s',
    (text) => expect(isPlainLine(text)).toBe(true),
  );

  test.each(['*so*', '1. first', '- first', '# Heading', 'a\nb', 'see https://skerry.example', 'a_b_', 'a  ', ' a', '&amp;', 'a\\b', '`a`', '<b>', ''])(
    'is none where Markdown could say more: %j',
    (text) => expect(isPlainLine(text)).toBe(false),
  );

  test('reads as Markdown does: as one paragraph of just these words', () => {
    const letters = fc.constantFrom(...'aé漢ß١ż9 ,.;:!?\'’"“”„()–—-*_`#[]<>&~|+=/\\\n\t'.split(''));
    const text = fc.oneof(fc.string({ unit: letters, maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 20 }));
    const plain = text.map((some) => `a${some}`).filter(isPlainLine);
    fc.assert(
      fc.property(plain, (line) => {
        expect(drawn(line)).toEqual({ tags: ['P'], text: line });
      }),
      { numRuns: 500 },
    );
  });
});
