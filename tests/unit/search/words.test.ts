import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedWords, fold, indexedWords } from '../../../lib/search/words';

/** Typed as people type who have no such key, or do not care. */
const WRITTEN: readonly (readonly [written: string, typed: string])[] = [
  ['Imani Åkesson', 'imani akesson'],
  ['Łukasz Żurawikowski', 'lukasz zurawikowski'],
  ['Đặng Thị Thu', 'dang thi thu'],
  ['Ólafur Þórðarson', 'olafur thordarson'],
  ['İnci Işık', 'inci isik'],
  ['Ğülşah Çelik', 'gulsah celik'],
  ['Søren Bjørn Ærø', 'soren bjorn aero'],
  ['Groß-Weiß', 'gross weiss'],
  ['Žofie Dvořáková', 'zofie dvorakova'],
  ['Nuño Íñiguez', 'nuno iniguez'],
  ['Мария Йовчева', 'мария йовчева'],
  ['Алёна', 'алена'],
  ['Νίκος Παπαδόπουλος', 'νικοσ παπαδοπουλος'],
  ['مُحَمَّد', 'محمد'],
  ['فاطمة علی', 'فاطمه علي'],
  ['أحمد', 'احمد'],
  ['שָׁלוֹם כהן', 'שלום כהן'],
  ['राम शर्मा', 'राम शर्मा'],
  ['王小明', '王小明'],
  ['王小明', '小明'],
  ['山田 花子', '花子'],
  ['ヤマダ', 'やまだ'],
  ['ｶﾀｶﾅ', 'かたかな'],
  ['สมชาย ใจดี', 'สมชาย'],
  ['สมชาย ใจดี', 'ใจดี'],
  ['김민수', '김민'],
  ['O’Brien', "o'brien"],
  ['O’Brien', 'obrien'],
  ['ＭＩＲＡ', 'mira'],
  ['Zo\u0308e', 'zoe'],
  ['Jo\u00ADhn', 'john'],
];

describe('A name', () => {
  test.each(WRITTEN)('written %s is found by typing %s', (written, typed) => {
    const own = [...indexedWords(written)];
    expect(askedWords(typed)).not.toEqual([]);
    for (const word of askedWords(typed)) expect(own.some((one) => one.startsWith(word))).toBe(true);
  });

  // A vowel sign or a mark stands on its letter.
  const letters = ['[a-zà-žA-Z]', '[а-яА-ЯёЁ]', '[α-ωΑ-Ωά]', '[ء-ي]ً?', '[א-ת]', '[अ-ह][ा-ौ]?', '[一-鿿]', '[ぁ-ゖァ-ヶ]', '[ก-ฮ][ะ-ู]?', '[가-힣]'];
  const word = fc.oneof(...letters.map((letter) => fc.stringMatching(new RegExp(`^(?:${letter}){1,9}$`, 'u'))));
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

  test('is found by the beginning of any of its words, in any script', () => {
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (written, whichWord, howMuch) => {
        const words = written.split(' ');
        const characters = Array.from(words[whichWord % words.length] ?? '');
        const beginning = characters.slice(0, 1 + (howMuch % characters.length)).join('');
        const own = [...indexedWords(written)];
        return askedWords(beginning).every((word) => own.some((one) => one.startsWith(word)));
      }),
      { numRuns: 500 },
    );
  });

  test('is found however it is cased and composed', () => {
    fc.assert(
      fc.property(name, (written) => {
        expect(indexedWords(written.normalize('NFD'))).toEqual(indexedWords(written.normalize('NFC')));
        expect(indexedWords(written.toUpperCase().toLowerCase())).toEqual(indexedWords(written.toLowerCase().toUpperCase()));
      }),
    );
  });
});

describe('Words', () => {
  test('are those of every script, each once', () => {
    expect([...indexedWords('Rivers, rivers & 2 TURBINES')]).toEqual(['rivers', '2', 'turbines']);
    expect([...indexedWords('(王小明) สมชาย')]).toEqual(['王小', '小明', '明', 'สม', 'มช', 'ชา', 'าย', 'ย']);
  });

  test('of Devanagari keep their vowels', () => expect(fold('रीमा')).not.toBe(fold('राम')));

  test('whatever the text, are folded already and not endless', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const word of indexedWords(text)) {
          expect(word.length).toBeGreaterThan(0);
          expect(word.length).toBeLessThanOrEqual(32);
        }
        expect(askedWords(text).length).toBeLessThanOrEqual(8);
      }),
    );
  });

  test('without a letter or digit there are none', () => expect(askedWords(' — 🙂 + ')).toEqual([]));
});
