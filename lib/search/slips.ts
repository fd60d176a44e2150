/** A typed word shorter than this stands for a whole word; a longer one may be the beginning of one. */
const BEGINNING = 5;

/** How many slips a typed word is forgiven. */
export function forgiven(typed: string): number {
  return typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
}

/**
 * Tells of words how many slips of the hand lead from them, or from a beginning of them, to what was typed: a letter wrong, missing,
 * too many, or two neighbours swapped (optimal string alignment). Undefined when it is more than `most`.
 */
export function slipsFrom(typed: string, most: number): (word: string) => number | undefined {
  const rows = typed.length;
  const width = rows + most + 1;
  // One table for all words: tens of thousands are compared while somebody types.
  const table = new Uint8Array((rows + 1) * width);
  for (let column = 0; column < width; column++) table[column] = column;
  for (let row = 1; row <= rows; row++) table[row * width] = row;
  const letters = [...new Set(typed.split(''))];
  const at = (row: number, column: number) => table[row * width + column] ?? 0;

  return (word) => {
    if (rows - word.length > most || (rows < BEGINNING && word.length - rows > most)) return undefined;
    // Each slip brings in one letter at most: nearly all words are told apart by that, which is quicker than what follows.
    let strange = 0;
    for (let index = 0; index < letters.length; index++) if (!word.includes(letters[index] ?? '') && ++strange > most) return undefined;
    const columns = Math.min(word.length, width - 1);
    for (let row = 1; row <= rows; row++) {
      let least = row;
      // Farther from the diagonal than this it is more than `most` anyway.
      const first = Math.max(1, row - most);
      const last = Math.min(columns, row + most);
      if (first > 1) table[row * width + first - 1] = most + 1;
      if (last < width - 1) table[row * width + last + 1] = most + 1;
      for (let column = first; column <= last; column++) {
        const same = typed.charCodeAt(row - 1) === word.charCodeAt(column - 1);
        let cost = Math.min(at(row - 1, column - 1) + (same ? 0 : 1), at(row - 1, column) + 1, at(row, column - 1) + 1);
        if (row > 1 && column > 1 && typed.charCodeAt(row - 1) === word.charCodeAt(column - 2) && typed.charCodeAt(row - 2) === word.charCodeAt(column - 1))
          cost = Math.min(cost, at(row - 2, column - 2) + 1);
        table[row * width + column] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return undefined;
    }
    const ends = rows < BEGINNING ? [at(rows, columns)] : table.subarray(rows * width + Math.max(0, rows - most), rows * width + columns + 1);
    const fewest = Math.min(...ends);
    return fewest <= most ? fewest : undefined;
  };
}
