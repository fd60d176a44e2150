/**
 * A page of the index: some words, each with the numbers of the people it is found at and how often. Packed, because a hundred
 * thousand people's words have to be read in milliseconds and kept in megabytes.
 */
export type IndexPage = {
  key: string;
  /** Sorted. */
  words: string[];
  /** Bytes that belong to each word. */
  sizes: number[];
  bytes: Uint8Array;
};

/** In how many records a word stands near to a person and far from them; less than none where records went. */
export type Occurrences = { near: number; far: number };
/** By word, and by the number of the person. */
export type PageChanges = Map<string, Map<number, Occurrences>>;

/** The names' pages, one for each two first letters. */
export const NAME_PAGES = 'name/';
/** People share a text page with those of the same block: a note rewrites pages of one block, a search reads one page of each. */
export const BLOCK = 8192;

/** The page on which a name's word stands. */
export function namePageKey(word: string): string {
  return NAME_PAGES + head(word, 2);
}

/** The page on which a word of other text stands, for the people of a block. */
export function textPageKey(block: number, word: string): string {
  return textPages(block) + head(word, 3);
}

/** The beginning of the keys of a block's text pages. */
export function textPages(block: number): string {
  return `text/${block.toString().padStart(6, '0')}/`;
}

/** Its first letters; of ideographs, which are many, the first alone. */
function head(word: string, length: number): string {
  return word.slice(0, word.charCodeAt(0) >= 0x2e80 ? 1 : length);
}

/** The block that the person of this number is in. */
export function blockOf(number: number): number {
  return Math.floor(number / BLOCK);
}

/** The page with the changes worked in; undefined when nothing is left on it. `onMissing` is called when something went that never was there. */
export function changedPage(key: string, page: IndexPage | undefined, changes: PageChanges, onMissing: () => void): IndexPage | undefined {
  const parts = new Map<string, Uint8Array>();
  let from = 0;
  page?.words.forEach((word, index) => {
    const to = from + (page.sizes[index] ?? 0);
    parts.set(word, page.bytes.subarray(from, to));
    from = to;
  });
  for (const [word, people] of changes) parts.set(word, changedEntries(parts.get(word), people, onMissing));
  const words = [...parts.keys()].filter((word) => (parts.get(word)?.length ?? 0) > 0).sort();
  if (words.length === 0) return undefined;
  const chunks = words.map((word) => parts.get(word) ?? new Uint8Array());
  return { key, words, sizes: chunks.map(({ length }) => length), bytes: joined(chunks) };
}

/** Calls `each` with every person at whom one of the words that `isSought` stands, word by word, and in how many records, near and far. */
export function eachEntry(page: IndexPage, isSought: (word: string) => boolean, each: (number: number, word: string, near: number, far: number) => void): void {
  let from = 0;
  page.words.forEach((word, index) => {
    const to = from + (page.sizes[index] ?? 0);
    if (isSought(word)) eachPacked(page.bytes, from, to, (number, near, far) => each(number, word, near, far));
    from = to;
  });
}

function changedEntries(packed: Uint8Array | undefined, people: Map<number, Occurrences>, onMissing: () => void): Uint8Array {
  const entries = new Map<number, Occurrences>();
  if (packed) eachPacked(packed, 0, packed.length, (number, near, far) => entries.set(number, { near, far }));
  for (const [number, change] of people) {
    const before = entries.get(number);
    const [near, far] = [(before?.near ?? 0) + change.near, (before?.far ?? 0) + change.far];
    if (near < 0 || far < 0) onMissing();
    if (near > 0 || far > 0) entries.set(number, { near: Math.max(near, 0), far: Math.max(far, 0) });
    else entries.delete(number);
  }
  return pack([...entries].sort(([a], [b]) => a - b));
}

/** Each number as the distance from the one before, times four, plus: 0 far once, 1 near once, 2 once each, 3 both counts follow. */
function pack(entries: readonly [number, Occurrences][]): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const [number, { near, far }] of entries) {
    const sort = near > 1 || far > 1 ? 3 : near === 0 ? 0 : far === 0 ? 1 : 2;
    writeNumber(bytes, (number - last) * 4 + sort);
    if (sort === 3) {
      writeNumber(bytes, near);
      writeNumber(bytes, far);
    }
    last = number;
  }
  return Uint8Array.from(bytes);
}

/** The numbers are read in place: a search reads tens of thousands in a page that has just been opened, where a call each would be felt. */
function eachPacked(bytes: Uint8Array, from: number, to: number, each: (number: number, near: number, far: number) => void): void {
  let number = 0;
  let counts = 0;
  let near = 0;
  for (let at = from; at < to; ) {
    let byte = bytes[at++] ?? 0;
    let value = byte & 127;
    for (let factor = 128; byte > 127 && at < to; factor *= 128) {
      byte = bytes[at++] ?? 0;
      value += (byte & 127) * factor;
    }
    if (counts === 2) {
      near = value;
      counts = 1;
    } else if (counts === 1) {
      each(number, near, value);
      counts = 0;
    } else {
      const sort = value % 4;
      number += (value - sort) / 4;
      if (sort === 3) counts = 2;
      else each(number, sort === 0 ? 0 : 1, sort === 1 ? 0 : 1);
    }
  }
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
