import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { backUp } from '../../entrypoints/dashboard/data/back-up';
import { readThrough } from '../../entrypoints/dashboard/data/preview';
import { records } from '../../entrypoints/person/records';
import { newContact } from '../../lib/model/contact';
import { contactRow } from '../../lib/db/rows';
import { BERLIN, id, NOW } from '../support/builders';

const { signal } = new AbortController();
const MIRA = newContact(id(), 'Mira Santos', [], NOW, BERLIN);
const note = () => ({ id: id(), contactId: MIRA.id, text: 'At the lake', draft: false, createdAt: NOW, updatedAt: NOW });

beforeEach(async () => {
  await Promise.all([records.contacts.clear(), records.notes.clear()]);
  await records.contacts.put(contactRow(MIRA, undefined, []));
});

/** Of a backup made now: how many people and other records are written, and read in it again. */
async function backedUp(meanwhile: () => void = () => {}) {
  const { blob, people, others, unreadable } = await backUp(NOW, signal, meanwhile);
  const { preview } = await readThrough(new File([blob], 'kith.json.gz'), NOW, signal, () => {});
  return { people, others, unreadable, read: [preview.added + preview.known, preview.others, preview.problemCount] };
}

test('a backup without a record that Kith cannot read brings everything else back', async () => {
  await records.notes.bulkPut([note(), { id: id(), text: 5 } as never, note()]);
  expect(await backedUp()).toEqual({ people: 1, others: 2, unreadable: 1, read: [1, 2, 0] });
});

test('a backup brings back what was written, whatever was deleted meanwhile', async () => {
  await records.notes.bulkPut(Array.from({ length: 600 }, note));
  const some = await records.notes.limit(100).primaryKeys();
  // Begun as soon as the people are written, it comes before the notes are read.
  expect(await backedUp(() => void records.notes.bulkDelete(some))).toEqual({ people: 1, others: 500, unreadable: 0, read: [1, 500, 0] });
});
