import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, excerpt, foldedName, foldedWords } from '../../../lib/model/text';

describe('Text from outside', () => {
  test.each([
    ['white space and line breaks are folded', '  Mira \n\t Santos ', 'Mira Santos'],
    ['what turns the reading direction is dropped', '\u202AStephen\u202C', 'Stephen'],
    ['accents are composed', 'Ame\u0301lie', 'Amélie'],
    ['a tower of marks is cut', `a${'\u0301'.repeat(20000)}`, `\u00e1${'\u0301'.repeat(4)}`],
    ['a lone surrogate becomes the replacement character', 'a\ud800b', 'a\ufffdb'],
    ['emoji stay whole', 'Ross 👩‍🚀', 'Ross 👩‍🚀'],
    ['markup is text', '<b>Mira</b>', '<b>Mira</b>'],
  ])('%s', (_, raw, clean) => expect(cleanLine(raw)).toBe(clean));

  test('is well-formed, composed, free of controls and never longer than its limit', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
        const clean = cleanLine(raw, 50);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).toBe(clean.trim());
        expect([...new Intl.Segmenter().segment(clean)].length).toBeLessThanOrEqual(50);
        expect(clean).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
      }),
    ));

  test('cleaning twice changes nothing', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
      }),
    ));

  test('notes keep their lines', () => expect(cleanText('one\r\n\r\ntwo\tthree')).toBe('one\n\ntwo\tthree'));
});

describe('Excerpts', () => {
  test('say that something was left out', () => expect(excerpt('one two three', 7)).toBe('one two…'));
  test('do not when nothing was', () => expect(excerpt('one two', 7)).toBe('one two'));
});

describe('Words for searching', () => {
  test('ignore case, accents and punctuation', () => expect(foldedWords("Łucja O'Brien-ÖZTÜRK (she)")).toEqual(['łucja', 'o', 'brien', 'ozturk', 'she']));
  test('make the same name of the same words in any order', () => expect(foldedName('SANTOS, Míra')).toBe(foldedName('Mira Santos')));
  test('of other scripts stay', () => expect(foldedWords('李小龍 محمد')).toEqual(['李小龍', 'محمد']));
});
