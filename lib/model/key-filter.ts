/**
 * A compact set of profile keys: their salted 32-bit hashes in order, four bytes each, as base64. It says "no" for certain and "yes"
 * perhaps (about one stranger in 400,000 with 10,000 people kept), and whoever has it cannot read from it who is in it.
 */
export type KeyFilter = { salt: number; hashes: string };

/** The set of `keys`. `salt` is a 32-bit number that nobody else knows. */
export function keyFilter(keys: readonly string[], salt: number): KeyFilter {
  const hashes = Uint32Array.from(keys, (key) => hash(key, salt)).sort();
  return { salt, hashes: new Uint8Array(hashes.buffer).toBase64() };
}

/** Whether a key may be in the set. */
export function filterTest({ salt, hashes }: KeyFilter): (key: string) => boolean {
  const sorted = new Uint32Array(Uint8Array.fromBase64(hashes).buffer);
  return (key) => {
    const wanted = hash(key, salt);
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return sorted[low] === wanted;
  };
}

/** FNV-1a over UTF-16 units from a salted start, with the last mixing steps of MurmurHash3, which spread what differs in one letter. */
function hash(key: string, salt: number): number {
  let mixed = salt ^ 0x811c9dc5;
  for (let at = 0; at < key.length; at++) mixed = Math.imul(mixed ^ key.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
