import type { MarkedText } from '../model/person-view';
import { fold, indexedWords, isAscii, isSpaced } from './words';

/** How much is shown of a text around what was found in it, in UTF-16 units. */
const BEFORE = 24;
const LENGTH = 110;
/** A note may be long: of its text this much is looked through for the place to show. */
const LOOKED_THROUGH = 50_000;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The part of `text` where the first of `words` stands, those words marked; undefined when none of them does. */
export function excerpt(text: string, words: readonly string[]): MarkedText | undefined {
  const plain = withoutMarkup(text.slice(0, LOOKED_THROUGH));
  const places = placesOf(plain, words);
  const [first] = places;
  if (!first) return undefined;
  const from = first.from <= BEFORE ? 0 : startOfWord(plain, first.from - BEFORE);
  const to = plain.length - from <= LENGTH ? plain.length : endOfWord(plain, from + LENGTH);
  const parts: MarkedText = [];
  let at = from;
  for (const place of places.filter((place) => place.to <= to)) {
    if (place.from > at) parts.push({ text: plain.slice(at, place.from) });
    parts.push({ text: plain.slice(place.from, place.to), marked: true });
    at = place.to;
  }
  if (at < to) parts.push({ text: plain.slice(at, to) });
  return [...(from > 0 ? [{ text: '…' }] : []), ...parts, ...(to < plain.length ? [{ text: '…' }] : [])];
}

/** How many of `words` stand in `text`, or begin a word there. */
export function wordsIn(text: string, words: readonly string[]): number {
  const own = [...indexedWords(text)];
  return words.filter((word) => own.some((one) => one.startsWith(word))).length;
}

type Place = { from: number; to: number };

/** Where words that begin with one of `words` stand, in order and apart from each other. */
function placesOf(text: string, words: readonly string[]): Place[] {
  const { folded, origins } = foldedByCharacter(text);
  const origin = (at: number) => (origins ? (origins[at] ?? text.length) : at);
  const places: Place[] = [];
  for (const { 0: own, index } of folded.matchAll(WORD)) {
    const found = words.filter((word) => isSpaced(word) && own.startsWith(word)).sort((a, b) => b.length - a.length)[0];
    if (found !== undefined) places.push({ from: origin(index), to: origin(index + found.length) });
  }
  for (const word of words.filter((one) => !isSpaced(one))) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) places.push({ from: origin(at), to: origin(at + word.length) });
  }
  return apart(places.sort((a, b) => a.from - b.from));
}

function apart(sorted: readonly Place[]): Place[] {
  const places: Place[] = [];
  for (const place of sorted) {
    const last = places.at(-1);
    if (last && place.from <= last.to) last.to = Math.max(last.to, place.to);
    else places.push({ ...place });
  }
  return places;
}

/** The folded text, with the place in the original of each of its units where that may be another. */
function foldedByCharacter(text: string): { folded: string; origins: number[] | undefined } {
  // Most texts: a call for each of their letters would be felt in a page just opened.
  if (isAscii(text)) return { folded: fold(text), origins: undefined };
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    const one = fold(character);
    for (let unit = 0; unit < one.length; unit++) origins.push(at);
    folded += one;
    at += character.length;
  }
  return { folded, origins };
}

function startOfWord(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space >= 0 && space - at < BEFORE ? space + 1 : wholeCharacter(text, at);
}

function endOfWord(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return at - space < BEFORE ? space : wholeCharacter(text, at);
}

function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}

/** One line, without the signs of Markdown that a reader does not miss. */
function withoutMarkup(text: string): string {
  return text
    .replace(/^[ \t]*(?:[#>]+|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
