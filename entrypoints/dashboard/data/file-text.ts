import { ALL_FORMATS } from '../../../lib/formats/all';
import { decodedText } from '../../../lib/formats/decoded-text';
import { type FileFormat, UnreadableFile } from '../../../lib/formats/file-format';

const BEGINNING = 32_000;
/** No table of people and no backup shrinks as far. */
const MOST_INFLATED = 100;
const SMALL = 1_000_000;

/** Which format a file has. @throws UnreadableFile where it has none, or is larger than that format may be. */
export async function formatOf(file: File): Promise<FileFormat> {
  if (file.size === 0) throw new UnreadableFile('empty');
  let beginning = '';
  for await (const piece of decodedText(bytesOf(file), Number.POSITIVE_INFINITY)) {
    beginning += piece;
    if (beginning.length > BEGINNING) break;
  }
  const format = ALL_FORMATS.find(({ recognises }) => recognises(beginning));
  if (!format) throw new UnreadableFile('unknownFormat');
  if (file.size > format.most) throw new UnreadableFile('tooLarge');
  return format;
}

/** The text of a file, as often as it is asked for. `onProgress` gets the part of the file that has been read. */
export function textOf(file: File, format: FileFormat, onProgress: (part: number) => void): AsyncGenerator<string> {
  return decodedText(bytesOf(file, onProgress), format.most);
}

async function* bytesOf(file: File, onProgress: (part: number) => void = () => {}): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const isGzip = (await file.slice(0, 2).bytes()).toHex() === '1f8b';
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, stream) => {
        read += chunk.length;
        onProgress(read / file.size);
        stream.enqueue(chunk);
      },
    }),
  );
  if (!isGzip) return yield* chunksOf(counted);
  let inflated = 0;
  try {
    for await (const chunk of chunksOf(counted.pipeThrough(new DecompressionStream('gzip')))) {
      inflated += chunk.length;
      if (inflated > SMALL && inflated > MOST_INFLATED * file.size) throw new UnreadableFile('tooLarge');
      yield chunk;
    }
  } catch (failure) {
    if (failure instanceof TypeError) throw new UnreadableFile('damagedArchive');
    throw failure;
  }
}

async function* chunksOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
