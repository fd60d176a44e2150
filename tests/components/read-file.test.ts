import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { itemsOf, readThrough } from '../../entrypoints/dashboard/data/preview';
import type { Choices } from '../../components/data/preview';
import { backupEnd, backupHead, backupLine } from '../../lib/formats/backup';
import { type Contact, newContact } from '../../lib/model/contact';
import type { Note } from '../../lib/model/note';
import { BERLIN, id, NOW } from '../support/builders';

const CHOICES: Choices = { withSettings: true, samePeople: new Map() };
const { signal } = new AbortController();
const contact = newContact(id(), 'Mira Santos', [], NOW, BERLIN);

/** What is brought in of a file that was looked through, and how often it was read for that. */
async function broughtIn(file: File) {
  const read = await readThrough(file, NOW, signal, () => {});
  const reading = vi.spyOn(file, 'stream');
  return { items: await Array.fromAsync(itemsOf(read, CHOICES, signal, () => {})), timesRead: reading.mock.calls.length };
}

describe('A file that was looked through', () => {
  test('is brought in without being read again', async () => {
    const file = new File([backupHead(NOW), backupLine('contacts', contact, true), backupEnd({ contacts: 1 })], 'kith.json');
    expect(await broughtIn(file)).toEqual({ items: [{ table: 'contacts', record: contact }], timesRead: 0 });
  });

  test('brings whom the user said is somebody kept as them, to be known again by what the file calls them', async () => {
    const read = await readThrough(new File(['Name,Notes\nMira Santos,At the lake\nOda Lind,\n'], 'people.csv'), NOW, signal, () => {});
    const [mira, note, oda] = (await Array.fromAsync(itemsOf(read, CHOICES, signal, () => {}))).map(({ record }) => record as Contact | Note);
    const samePeople = new Map([[mira!.id, contact.id]]);
    expect(await Array.fromAsync(itemsOf(read, { ...CHOICES, samePeople }, signal, () => {}))).toEqual([
      { table: 'contacts', record: { ...mira!, id: contact.id, formerIds: [mira!.id] } },
      { table: 'notes', record: { ...note!, contactId: contact.id } },
      { table: 'contacts', record: oda },
    ]);
  });

  test('is read again where it is too much to be held in memory', async () => {
    const long = backupLine('notes', { text: 'x'.repeat(3_900_000) }, true);
    const lines = [...Array.from({ length: 13 }, () => `${long},\n`), backupLine('contacts', contact, true)];
    const file = new File([backupHead(NOW), ...lines, backupEnd({ contacts: 1, notes: 13 })], 'kith.json');
    expect(await broughtIn(file)).toEqual({ items: [{ table: 'contacts', record: contact }], timesRead: 1 });
  });
});
