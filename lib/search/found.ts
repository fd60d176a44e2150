import type { IndexPage } from './index-page';

/**
 * At whom something was found, and how, by number: the better, the lower; 0 where it was not. A common word stands at half of a hundred
 * thousand people, and a popup just opened runs code that is not compiled yet: so there is no call and no object for each of them.
 */
export class Found {
  readonly how: Uint8Array;
  /** The same people, each once, and as many places as there are people. */
  readonly numbers: Uint32Array;
  count = 0;

  /** Nobody yet, of so many people. */
  constructor(people: number) {
    this.how = new Uint8Array(people);
    this.numbers = new Uint32Array(people);
  }

  /** Notes everybody at whom a word of this page stands; `howOf` a word says how they are found where it stands near, and where only far. */
  note(page: IndexPage, howOf: (word: string) => readonly [near: number, far: number] | undefined): void {
    let from = 0;
    for (let index = 0; index < page.words.length; index++) {
      const to = from + (page.sizes[index] ?? 0);
      const how = howOf(page.words[index] ?? '');
      if (how) this.#notePacked(page.bytes, from, to, ...how);
      from = to;
    }
  }

  /** Those at whom both were found, and how the one that was found worse. */
  and(other: Found): Found {
    const [few, many] = this.count < other.count ? [this, other] : [other, this];
    const [numbers, hows, others] = [few.numbers, few.how, many.how];
    const both = new Found(hows.length);
    let count = 0;
    for (let index = 0; index < few.count; index++) {
      const number = numbers[index] ?? 0;
      const one = hows[number] ?? 0;
      const another = others[number] ?? 0;
      if (another === 0) continue;
      both.how[number] = one > another ? one : another;
      both.numbers[count++] = number;
    }
    both.count = count;
    return both;
  }

  /** As `pack` in index-page.ts wrote them. */
  #notePacked(bytes: Uint8Array, from: number, to: number, near: number, far: number): void {
    const [hows, numbers] = [this.how, this.numbers];
    let count = this.count;
    let number = 0;
    for (let at = from; at < to; ) {
      let byte = bytes[at++] ?? 0;
      let value = byte & 127;
      for (let factor = 128; byte > 127; factor *= 128) {
        byte = bytes[at++] ?? 0;
        value += (byte & 127) * factor;
      }
      const sort = value & 3;
      number += value >>> 2;
      let how = sort === 0 ? far : near;
      if (sort === 3) {
        if (bytes[at] === 0) how = far;
        // Past both counts.
        while ((bytes[at++] ?? 0) > 127);
        while ((bytes[at++] ?? 0) > 127);
      }
      const before = hows[number];
      if (before === 0) numbers[count++] = number;
      else if (before === undefined || before <= how) continue;
      hows[number] = how;
    }
    this.count = count;
  }
}
