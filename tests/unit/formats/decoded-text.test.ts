import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodedText } from '../../../lib/formats/decoded-text';

/** The bytes of a file come piece by piece. */
async function* inPieces(bytes: Uint8Array<ArrayBuffer>, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
async function read(bytes: Uint8Array<ArrayBuffer>, length = 3, most = 1e6): Promise<string> {
  let text = '';
  for await (const piece of decodedText(inPieces(bytes, length), most)) text += piece;
  return text;
}
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
};

describe('The text of a file', () => {
  test('is the same in every encoding, with its mark or without, wherever its pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 9 }), async (raw, length) => {
        const text = raw.replace(/\uFEFF/g, '');
        const lines = text.replace(/\r\n?/g, '\n');
        expect(await read(utf8(text), length)).toBe(lines);
        expect(await read(utf8(`\uFEFF${text}`), Math.max(3, length))).toBe(lines);
        expect(await read(utf16(`\uFEFF${text}`, true), length)).toBe(lines);
        expect(await read(utf16(`\uFEFF${text}`, false), length)).toBe(lines);
      }),
    );
  });

  test.each(['a\r\nb', 'a\rb', 'a\nb'])('has its lines ended alike: %j', async (text) => {
    for (const length of [1, 2, 3]) expect(await read(utf8(text), length)).toBe('a\nb');
    expect(await read(utf8(`${text}\r`), 1)).toBe('a\nb\n');
  });

  test.each([
    [[0x41, 0x42, 0xff, 0x43], 2],
    [[0x41, 0xc3, 0x28], 2],
    [[0xe2, 0x82, 0xac, 0x80], 3],
    [[0x41, 0x42, 0x43, 0x44, 0xfe], 4],
  ])('that is none is refused at its byte: %j', async (bytes, place) => {
    await expect(read(Uint8Array.from(bytes), 64)).rejects.toThrow(`notText ${place}`);
  });

  test('is read up to a size', async () => {
    expect(await read(utf8('x'.repeat(100)), 7, 100)).toHaveLength(100);
    await expect(read(utf8('x'.repeat(101)), 7, 100)).rejects.toThrow('tooLarge');
  });
});
