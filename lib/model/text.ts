/**
 * Text as Kith keeps it. Everything that comes from a page, a file or a keyboard passes through here once:
 * well-formed UTF-16, NFC, no control or bidirectional-override characters, no towers of combining marks.
 * No Zod here: the page script uses these functions too.
 */

/** The longest name, headline or other one-line text that is kept, in graphemes. */
export const LINE_LIMIT = 200;

/** The longest note that is kept, in UTF-16 units: far above what a person types, far below what hurts. */
export const NOTE_LIMIT = 200_000;

// C0 and C1 controls except tab and line feed; U+061C, U+200E/F, U+202A–E, U+2066–9 steer the direction of foreign text;
// U+200B, U+2060, U+FEFF, U+00AD are invisible. U+200C/D stay: Persian and emoji sequences need them.
const UNWANTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is removed
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const MARK_TOWER = /(\p{M}{4})\p{M}+/gu;

/** Several lines of text, cleaned but otherwise as typed; cut at `limit` UTF-16 units without splitting a character. */
export function cleanText(raw: string, limit = NOTE_LIMIT): string {
  return withoutHalfCharacter(raw.slice(0, limit)).toWellFormed().replace(/\r\n?/g, '\n').replace(UNWANTED, '').normalize('NFC').replace(MARK_TOWER, '$1');
}

function withoutHalfCharacter(cut: string): string {
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** One line of text: cleaned, white space folded to single spaces, trimmed, at most `limit` graphemes. */
export function cleanLine(raw: string, limit = LINE_LIMIT): string {
  const line = cleanText(raw, limit * 20)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= limit ? line : firstGraphemes(line, limit).trim();
}

/** At most `count` user-perceived characters of `text`. */
export function firstGraphemes(text: string, count: number): string {
  let end = 0;
  let seen = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (seen++ === count) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** `text` shortened to `count` graphemes, with an ellipsis where something was left out. */
export function excerpt(text: string, count: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const start = firstGraphemes(line, count);
  return start.length < line.length ? `${start.trimEnd()}…` : line;
}

/** The words of `text` folded for comparison: no case, no accents, letters and digits only. */
export function foldedWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('und');
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** A name as it is compared: no case, no accents, in any order. Empty where no letter or digit is in it. */
export function foldedName(name: string): string {
  return foldedWords(name).toSorted().join(' ');
}
