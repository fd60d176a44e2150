import { UnreadableFile } from './file-format';

/**
 * The text of a file's bytes, piece by piece: UTF-8 or, with their mark at the beginning, UTF-16 of either order; without that mark, and
 * with every line ended by `\n`. @throws UnreadableFile where a byte is none of text, named by its place, or where there is more than `most`.
 */
export async function* decodedText(bytes: AsyncIterable<Uint8Array<ArrayBuffer>>, most: number): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let before = 0;
  let endsInReturn = false;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    if (before + chunk.length > most) throw new UnreadableFile('tooLarge');
    const text = decode(decoder, chunk, before);
    before += chunk.length;
    // A return at the end of a piece may be the first half of a line's end.
    const whole: string = endsInReturn ? `\r${text}` : text;
    endsInReturn = whole.endsWith('\r');
    yield (endsInReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
  }
  const rest = decoder ? decode(decoder, undefined, before) : '';
  if (endsInReturn || rest !== '') yield `${endsInReturn ? '\n' : ''}${rest}`;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(decoder: TextDecoder, chunk: Uint8Array<ArrayBuffer> | undefined, before: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new UnreadableFile('notText', before + (chunk ? firstUnreadable(decoder.encoding, chunk) : 0));
  }
}

/** The place of the first byte that belongs to no character. */
function firstUnreadable(encoding: string, chunk: Uint8Array<ArrayBuffer>): number {
  // The chunk may begin within a character.
  const from =
    encoding === 'utf-8'
      ? Math.max(
          0,
          [0, 1, 2, 3].findIndex((at) => ((chunk[at] ?? 0) & 0xc0) !== 0x80),
        )
      : 0;
  let [good, bad] = [from, chunk.length];
  while (good + 1 < bad) {
    const middle = (good + bad) >>> 1;
    if (isReadable(encoding, chunk.subarray(from, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isReadable(encoding: string, bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
