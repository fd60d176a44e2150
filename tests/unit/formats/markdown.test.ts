import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../lib/formats/markdown';

test.each([
  ['marks of emphasis', 'Met at the **Lisbon** _workshop_', 'Met at the Lisbon workshop'],
  ['links, but not their words', 'See [the paper](https://example.org/p)', 'See the paper'],
  ['headings and lists', '# Talk\n\n- one\n- two', 'Talk one two'],
  ['entities', 'R&amp;D &copy; 2026', 'R&D © 2026'],
])('an excerpt is without %s', (_, markdown, text) => expect(plainText(markdown).replace(/\s+/g, ' ')).toBe(text));

test('words that only look like markup stay', () => expect(plainText('salary < 100k, 5 > 3, snake_case_name')).toBe('salary < 100k, 5 > 3, snake_case_name'));

test('whatever is written, an excerpt is made', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (markdown) => {
      expect(typeof plainText(markdown)).toBe('string');
    }),
  );
});
