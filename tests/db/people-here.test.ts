import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { attachProfile, mergeContacts } from '../../lib/db/commands/identity';
import { beginImport, stageSlices, startImport } from '../../lib/db/commands/long-work';
import { recordSighting } from '../../lib/db/commands/sightings';
import { undo } from '../../lib/db/commands/undo';
import type { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { doSlice } from '../../lib/db/long-work';
import { allRecords } from '../../lib/db/queries/backup';
import { peopleHere } from '../../lib/db/queries/people-here';
import { contactRow } from '../../lib/db/rows';
import { newContact } from '../../lib/model/contact';
import type { Profile } from '../../lib/model/profile';
import { clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

let db: KithDatabase;
let next: () => Context;

beforeEach(() => {
  db = emptyDatabase();
  next = clockwork(db);
});

const says = (organisation: string, handle = 'mira') => profile(handle, { name: handle, organisation });
const keep = async (who: Profile) => (await addContact(next(), { commandId: id(), subject: { profile: who } })).contactId!;
const here = (organisations: string[], keys: string[] = [], from = db) => peopleHere(from, { organisations, keys }, 60);
const at = async (organisation: string, from = db) => (await here([organisation], [], from)).people.map(({ name }) => name);
const details = (...values: [label: string, value: string][]) => ({ customFields: values.map(([label, value]) => ({ label, value })) });

async function bring(items: readonly unknown[], into: () => Context): Promise<string> {
  const importId = id();
  await beginImport(into(), { importId, source: 'backup', fileName: 'people', items: items.length });
  await stageSlices(into(), { importId, number: 0, slices: [[...items]] });
  await startImport(into(), { importId });
  while (await doSlice(into()));
  return importId;
}

describe('On the page of an organisation one knows', () => {
  test('who works there by what their profile says, however it is written', async () => {
    await keep(says('Tarnwick Hydrology'));
    await keep({ ...says('@tarnwick-hydrology', 'oda'), key: 'github:oda' });
    await keep(says('Tarnwick Hydrology Friends', 'rune'));
    expect(await at('TARNWICK hydrology')).toEqual(['mira', 'oda']);
    expect(await at('Tarnwick')).toEqual([]);
  });

  test('who is linked, and who works there, each once, whatever the organisation is called', async () => {
    await keep(says('Acme Labs'));
    const both = await keep(says('Acme Labs', 'oda'));
    await attachProfile(next(), { commandId: id(), contactId: both, key: 'github:oda' });
    await recordSighting(next(), { ...says('@acme', 'oda'), key: 'github:oda' });
    await keep(says('Globex', 'rune'));
    const { count, people } = await here(['Acme Labs', 'acme'], ['linkedin:in/rune', 'linkedin:in/oda', 'linkedin:in/stranger']);
    expect(count).toBe(3);
    expect(people.map(({ name }) => name).toSorted()).toEqual(['mira', 'oda', 'rune']);
    expect(people.map(({ name }) => name).at(-1), 'whom the page does not show comes last').toBe('mira');
  });

  test('nobody by a name without a letter, though somebody works at one', async () => {
    await keep(says('★★★'));
    expect(await here(['!!!', '★★★', ''])).toEqual({ count: 0, people: [] });
  });

  test('archived people too, who are marked', async () => {
    const contactId = await keep(says('Acme'));
    await editContact(next(), { commandId: id(), contactId, changes: { archived: true } });
    expect((await here(['Acme'])).people).toMatchObject([{ name: 'mira', archived: true }]);
  });

  test('of thousands how many they are, and the first of them, for the reading of these alone', async () => {
    const rows = Array.from({ length: 3000 }, (_, number) =>
      contactRow({ ...newContact(id(), `Person ${number}`, [], NOW, 'UTC'), ...details(['Company', 'Acme']) }, undefined, []),
    );
    await db.contacts.bulkPut(rows);
    let read = 0;
    db.contacts.hook('reading', (row) => {
      read++;
      return row;
    });
    const { count, people } = await peopleHere(db, { keys: [], organisations: ['Acme'] }, 60);
    expect([count, people.length, read]).toEqual([3000, 60, 60]);
  });
});

describe('Where somebody works follows', () => {
  test('their profile: where they were before they are no more', async () => {
    await keep(says('Acme'));
    await recordSighting(next(), says('Globex'));
    expect([await at('Acme'), await at('Globex')]).toEqual([[], ['mira']]);
    await recordSighting(next(), profile('mira', { headline: 'Head of Research' }));
    expect(await at('Globex'), 'a page that did not say it this time').toEqual(['mira']);
  });

  test('each of their profiles, whichever was seen last', async () => {
    const contactId = await keep(says('Acme'));
    await attachProfile(next(), { commandId: id(), contactId, key: 'github:mira' });
    await recordSighting(next(), { ...says('@globex'), key: 'github:mira' });
    expect([await at('Acme'), await at('Globex')]).toEqual([['mira'], ['mira']]);
  });

  test('the details, as tables of people name them, and their undo', async () => {
    const contactId = await keep(says('Acme'));
    const { entryId } = await editContact(next(), {
      commandId: id(),
      contactId,
      changes: details(['Company', 'Globex'], ['Position', 'Initech'], ['Employer', 'x'.repeat(201)]),
    });
    expect([await at('Acme'), await at('Globex'), await at('Initech'), await at('x'.repeat(201))]).toEqual([['mira'], ['mira'], [], []]);
    await undo(next(), { commandId: id(), entryId });
    expect([await at('Acme'), await at('Globex')]).toEqual([['mira'], []]);
  });

  test('deletion, and its undo', async () => {
    const contactId = await keep(says('Acme'));
    const { entryId } = await deleteContact(next(), { commandId: id(), contactId });
    expect(await at('Acme')).toEqual([]);
    await undo(next(), { commandId: id(), entryId });
    expect(await at('Acme')).toEqual(['mira']);
  });

  test('a merge, its undo, and the undo of that', async () => {
    const into = await keep(says('Acme'));
    const from = await keep({ ...says('Globex', 'oda'), key: 'github:oda' });
    const { entryId } = await mergeContacts(next(), { commandId: id(), intoId: into, fromId: from });
    expect([await at('Acme'), await at('Globex')]).toEqual([['mira'], ['mira']]);
    const undone = await undo(next(), { commandId: id(), entryId });
    expect([await at('Acme'), await at('Globex')]).toEqual([['mira'], ['oda']]);
    await undo(next(), { commandId: id(), entryId: undone.entryId });
    expect([await at('Acme'), await at('Globex')]).toEqual([['mira'], ['mira']]);
  });

  test('an import, a backup that is restored, and what takes them back', async () => {
    const contactId = await keep(says('Acme'));
    await recordSighting(next(), says('Globex'));
    await editContact(next(), { commandId: id(), contactId, changes: details(['Organization', 'Initech']) });
    const items: unknown[] = [];
    for await (const { table, records } of allRecords(db, 100)) for (const record of records) items.push({ table, record });

    const restored = emptyDatabase();
    const there = clockwork(restored);
    const importId = await bring(items, there);
    const inAll = async () => [await at('Acme', restored), await at('Globex', restored), await at('Initech', restored)];
    expect(await inAll()).toEqual([[], ['mira'], ['mira']]);
    const { entryId } = await undo(there(), { commandId: id(), entryId: importId });
    while (await doSlice(there()));
    expect(await inAll()).toEqual([[], [], []]);
    await undo(there(), { commandId: id(), entryId });
    while (await doSlice(there()));
    expect(await inAll()).toEqual([[], ['mira'], ['mira']]);
  });
});

test('a page that says what it said before has nobody written again', async () => {
  const contactId = await keep(says('Acme'));
  await recordSighting(next(), says('Acme'));
  const writing = vi.spyOn(db.contacts, 'bulkPut');
  await recordSighting(next(), profile('mira', { headline: 'Head of Research' }));
  expect(writing).not.toHaveBeenCalled();
  await recordSighting(next(), says('Globex'));
  expect(writing).toHaveBeenCalledOnce();
  expect(await db.contacts.get(contactId)).toMatchObject({ organisations: ['globex'] });
});
