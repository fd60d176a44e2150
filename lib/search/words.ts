import { cleanText } from '../model/text';

/** Longer words, mostly addresses, are known by their beginning. In UTF-16 units. */
const LONGEST = 32;
/** More words than this nobody types; the rest of a pasted text is not looked for. */
const MOST_ASKED = 8;

// Scripts that put no space between words. Ideographs, kana, Thai and its neighbours are known by pairs of characters: a
// dictionary would divide them better, but each browser version differently, and what was written must be found again.
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆`;
/** A run of an unspaced script, or a word of any other; apostrophes inside a word belong to it. */
const RUN = new RegExp(String.raw`(?<unspaced>[${UNSPACED}]+)|[[\p{L}\p{N}\p{M}]--[${UNSPACED}]]+(?:['’ʼ][[\p{L}\p{N}\p{M}]--[${UNSPACED}]]+)*`, 'gv');
const ASCII = /^[\x00-\x7F]*$/;

// Marks that come on top of letters and are left out in quick writing: accents, Arabic vowel signs, Hebrew points. Those of
// Indic and Thai letters are letters' equals and stay. Joiners and the Arabic stretching stroke carry no sound.
const MARKS = /[\p{Script=Inherited}\u0591-\u05C7\u0640\u200C\u200D]/gu;

/** Letters that Unicode does not take apart, as people without the key for them write them; and forms of one letter. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ə: 'e',
  ς: 'σ',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}ァ-ヶ]`, 'gu');

export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/** A word's letters without what people leave out: no case, no accents, one form of each letter. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower.normalize('NFKD').replace(MARKS, '').replace(SPECIAL, plain);
}

function plain(letter: string): string {
  // Katakana lies 0x60 above the same sound's hiragana.
  return LETTERS[letter] ?? String.fromCharCode(letter.charCodeAt(0) - 0x60);
}

/** The words under which `text` is found, each once: O'Brien by `o`, `brien` and `obrien`, 王小明 by `王小`, `小明` and `明`. */
export function indexedWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const { run, unspaced } of runs(text)) {
    if (unspaced) for (const pair of pairs(run, 1, true)) words.add(pair);
    else {
      const parts = run.split(/['’ʼ]/);
      for (const part of parts) add(words, part);
      if (parts.length > 1) add(words, parts.join(''));
    }
  }
  return words;
}

/** The words to look for, each once: a person is found who has, for every one of them, a word that begins with it. */
export function askedWords(text: string): string[] {
  const words = new Set<string>();
  for (const { run, unspaced } of runs(text)) {
    if (unspaced) for (const pair of pairs(run, 2, false)) words.add(pair);
    else for (const part of run.split(/['’ʼ]/)) add(words, part);
  }
  return [...words].slice(0, MOST_ASKED);
}

/** Whether the word is one whole piece of writing rather than a pair out of an unspaced run. */
export function isSpaced(word: string): boolean {
  return !UNSPACED_START.test(word);
}
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, 'v');

function* runs(text: string): Generator<{ run: string; unspaced: boolean }> {
  for (const { 0: run, groups } of fold(cleanText(text)).matchAll(RUN)) yield { run, unspaced: groups?.['unspaced'] !== undefined };
}

/** Neighbouring characters two by two; every `step`, and the last two. With `single`, the last character too. */
function* pairs(run: string, step: number, single: boolean): Generator<string> {
  const characters = Array.from(run);
  for (let at = 0; at + 1 < characters.length; at += step) yield `${characters[at]}${characters[at + 1]}`;
  if (characters.length > 1) yield characters.slice(-2).join('');
  if (single || characters.length === 1) yield characters.at(-1) ?? '';
}

function add(words: Set<string>, word: string): void {
  const cut = word.slice(0, LONGEST);
  if (cut !== '') words.add(cut);
}
