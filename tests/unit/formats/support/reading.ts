import { createHash } from 'node:crypto';
import type { Contact } from '../../../../lib/model/contact';
import type { FileFormat, Found, World } from '../../../../lib/formats/file-format';
import type { ImportItem } from '../../../../lib/model/import-item';
import { profileKeyOf } from '../../../../lib/sites/profile-key';
import { NOW } from '../../../support/builders';

export const WORLD: World = {
  now: NOW,
  // Where it is still the day before.
  zone: 'Pacific/Pago_Pago',
  keyOf: (url) => profileKeyOf(url)?.key,
  idFor: (text) =>
    createHash('sha256')
      .update(text)
      .digest('hex')
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5'),
};

/** What a format finds in a text that comes in pieces of so many letters. */
export async function found(format: FileFormat, text: string, pieceLength = 7): Promise<Found[]> {
  const all: Found[] = [];
  for await (const one of format.read(pieces(text, pieceLength), WORLD)) all.push(one);
  return all;
}

export async function itemsIn(format: FileFormat, text: string, pieceLength?: number): Promise<ImportItem[]> {
  return (await found(format, text, pieceLength)).flatMap((one) => (one.found === 'item' ? [one.item] : []));
}

export async function peopleIn(format: FileFormat, text: string): Promise<Contact[]> {
  return (await itemsIn(format, text)).flatMap((item) => (item.table === 'contacts' ? [item.record] : []));
}

export async function problemsIn(format: FileFormat, text: string): Promise<[line: number, why: string][]> {
  return (await found(format, text)).flatMap((one) => (one.found === 'problem' ? [[one.line, one.why] as [number, string]] : []));
}

/** The text of a file comes piece by piece. */
export async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}
