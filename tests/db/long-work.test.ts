import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { attachProfile, mergeContacts } from '../../lib/db/commands/identity';
import { logInteraction } from '../../lib/db/commands/interactions';
import { beginImport, forgetAbandoned, leaveImport, resumeWork, stageSlices, startImport, stopWork } from '../../lib/db/commands/long-work';
import { writeNote } from '../../lib/db/commands/notes';
import { undo } from '../../lib/db/commands/undo';
import type { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { doSlice } from '../../lib/db/long-work';
import { workBegun } from '../../lib/db/queries/long-work';
import { recentChanges } from '../../lib/db/queries/people';
import { searchPeople } from '../../lib/db/queries/search';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { type Contact, newContact } from '../../lib/model/contact';
import type { ImportItem } from '../../lib/model/import-item';
import { ITEMS_AT_ONCE, type LongWork } from '../../lib/model/long-work';
import type { Note } from '../../lib/model/note';
import { killed } from '../support/killed';
import { BERLIN, clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

let db: KithDatabase;
let next: () => Context;

beforeEach(() => {
  db = emptyDatabase();
  next = clockwork(db);
});

/** When the files were read. */
const LATER = '2026-11-23T08:00:00.000Z';
const idOf = (number: number) => `01900000-0000-7000-9000-${String(number).padStart(12, '0')}`;
const person = (number: number, rest: Partial<Contact> = {}): ImportItem => ({
  table: 'contacts',
  record: { ...newContact(idOf(number), `Person ${number}`, [`linkedin:in/person-${number}`], LATER, BERLIN), ...rest },
});
const note = (number: number, of: number, text = `Note ${number}`): ImportItem => ({
  table: 'notes',
  record: { id: idOf(1_000_000 + number), contactId: idOf(of), text, draft: false, createdAt: NOW, updatedAt: NOW },
});
const people = (count: number) => Array.from({ length: count }, (_, number) => person(number));

async function stage(items: readonly unknown[], source: 'backup' | 'people' = 'backup'): Promise<string> {
  const importId = id();
  await beginImport(next(), { importId, source, fileName: 'people.csv', items: items.length });
  for (let number = 0; number * ITEMS_AT_ONCE < items.length; number++) {
    await stageSlices(next(), { importId, number, slices: [items.slice(number * ITEMS_AT_ONCE, (number + 1) * ITEMS_AT_ONCE)] });
  }
  return importId;
}

async function bring(items: readonly unknown[], source: 'backup' | 'people' = 'backup'): Promise<LongWork> {
  const importId = await stage(items, source);
  await startImport(next(), { importId });
  await workOff();
  return work(importId);
}

async function workOff(): Promise<void> {
  while (await doSlice(next()));
}

const work = async (workId: string) => (await db.longWorks.get(workId)) as LongWork;
const takeBack = async (entryId: string) => {
  const { entryId: undone } = await undo(next(), { commandId: id(), entryId });
  await workOff();
  return undone;
};
const LEFT_OUT = /^(search|journal|longWorks|import)/;
/** All records, but for the clock of what was written. */
const everything = async () =>
  Object.fromEntries(await Promise.all(db.tables.filter(({ name }) => !LEFT_OUT.test(name)).map(async (table) => [table.name, await table.toArray()])));

test('people of a backup made before their pages had other keys are found by these as well', async () => {
  await bring([person(1, { profileKeys: ['web:ada.example/index.html', 'researchgate:ada_example2'] })]);
  const kept = ['web:ada.example/index.html', 'researchgate:ada_example2', 'web:ada.example', 'researchgate:ada-example-2'];
  expect(await db.contacts.toArray()).toMatchObject([{ profileKeys: kept }]);
});

describe('An import', () => {
  test('keeps everybody, stands in the journal as one change, and is taken back whole, and done again', async () => {
    await addContact(next(), { commandId: id(), subject: { profile: profile() } });
    const before = await everything();
    const done = await bring([...people(600), note(1, 3), note(2, 599)]);
    expect(done).toMatchObject({ status: 'done', slices: 3, done: 3, receipt: { people: { added: 600 }, others: { added: 2 } } });
    const after = await everything();
    expect(after.contacts).toHaveLength(601);
    expect((await recentChanges(db, 10)).map(({ entry }) => entry.command)).toEqual(['import', 'addContact']);

    const undone = await takeBack(done.id);
    expect(await everything()).toEqual(before);
    expect((await recentChanges(db, 10)).map(({ entry }) => [entry.command, entry.undoneBy])).toEqual([
      ['undo', undefined],
      ['import', undone],
      ['addContact', undefined],
    ]);
    const redone = await takeBack(undone);
    expect(await everything()).toEqual(after);
    await takeBack(redone);
    expect(await everything()).toEqual(before);
  });

  test('a second time changes nothing, and is no change', async () => {
    const items = [...people(300), note(1, 3)];
    await bring(items, 'people');
    const after = await everything();
    const again = await bring(items, 'people');
    expect(again.receipt).toEqual({ people: { added: 0, merged: 0, same: 300, refused: 0 }, others: { added: 0, merged: 0, same: 1, refused: 0 } });
    expect(await everything()).toEqual(after);
    expect(await recentChanges(db, 10)).toHaveLength(1);
  });

  test.each(['people', 'backup'] as const)('whoever was merged away since does not come back, of %s', async (source) => {
    const items = [person(1, { profileKeys: [] }), person(2), person(3, { profileKeys: [] }), note(1, 1), note(2, 3)];
    await bring(items, source);
    await mergeContacts(next(), { commandId: id(), intoId: idOf(3), fromId: idOf(1) });
    const { entryId } = await mergeContacts(next(), { commandId: id(), intoId: idOf(2), fromId: idOf(3) });
    const after = await everything();
    expect((await bring(items, source)).receipt).toMatchObject({ people: { added: 0, merged: 0, same: 3 }, others: { added: 0, merged: 0, same: 2 } });
    expect(await everything()).toEqual(after);
    await bring([...items, note(3, 1)], source);
    expect((await db.notes.get(idOf(1_000_003))) as object).toMatchObject({ contactId: idOf(2) });

    await takeBack(entryId);
    expect((await db.contacts.toArray()).map((row) => (row as Contact).id)).toEqual([idOf(2), idOf(3)]);
    await bring(items, source);
    expect(await db.contacts.count()).toBe(2);
  });

  test('whoever the user said is somebody kept is so at the next import, too, unless that was taken back', async () => {
    const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile('pia') } });
    const [row, theirs] = [person(1, { profileKeys: [] }), note(1, 1)];
    const said: ImportItem[] = [
      { table: 'contacts', record: { ...(row.record as Contact), id: contactId, formerIds: [idOf(1)] } },
      { table: 'notes', record: { ...(theirs.record as Note), contactId } },
    ];
    const before = await everything();
    const done = await bring(said, 'people');
    const after = await everything();
    const again = await bring([row, theirs], 'people');
    expect(again.receipt).toMatchObject({ people: { added: 0, merged: 0, same: 1 }, others: { added: 0, same: 1 } });
    expect(await everything()).toEqual(after);
    await takeBack(done.id);
    expect(await everything()).toEqual(before);
    expect((await bring([row, theirs], 'people')).receipt).toMatchObject({ people: { added: 1 }, others: { added: 1 } });
  });

  test('what it says again, it does not add again, and nobody comes back from the archive for it', async () => {
    const items = [person(1, { howWeMet: 'At the lake', tags: ['choir'] })];
    await bring(items, 'people');
    await editContact(next(), { commandId: id(), contactId: idOf(1), changes: { howWeMet: 'By train\nAt the lake', archived: true } });
    const after = await everything();
    expect((await bring(items, 'people')).receipt.people).toEqual({ added: 0, merged: 0, same: 1, refused: 0 });
    expect(await everything()).toEqual(after);
  });

  test('whoever is kept already under one of the profiles is joined by what is new, and what was known is believed', async () => {
    const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile('person-1', { name: 'Pia Erste' }) } });
    await editContact(next(), { commandId: id(), contactId, changes: { howWeMet: 'At the lake', tags: ['choir'] } });
    const before = await everything();
    const done = await bring([person(1, { tags: ['conference'], birthday: '--04-12' }), note(1, 1)], 'people');
    expect(done.receipt).toMatchObject({ people: { merged: 1, added: 0 }, others: { added: 1 } });
    expect(await db.contacts.toArray()).toMatchObject([
      { id: contactId, name: 'Pia Erste', howWeMet: 'At the lake', tags: ['choir', 'conference'], birthday: '--04-12' },
    ]);
    expect(await db.notes.toArray()).toMatchObject([{ contactId }]);
    await takeBack(done.id);
    const { contacts, ...rest } = await everything();
    expect({ contacts, ...rest }).toEqual(before);
  });

  test('where somebody works by a table becomes what a newer one says, and is what it was once that is taken back; what was typed stays', async () => {
    const says = (...fields: [label: string, value: string][]) => [person(1, { customFields: fields.map(([label, value]) => ({ label, value })) })];
    const details = async () => (await db.contacts.toArray()).flatMap((row) => (row as Contact).customFields.map(({ label, value }) => `${label}: ${value}`));
    const lastYear = says(['Company', 'Acme'], ['Position', 'Engineer'], ['Phone', '111'], ['City', 'Bergen']);
    await bring(lastYear, 'people');
    const before = await everything();
    const done = await bring(says(['Organization Name', 'Globex'], ['Phone', '222']), 'people');
    expect(await details()).toEqual(['Organization Name: Globex', 'Phone: 111', 'City: Bergen', 'Phone: 222']);
    expect((await searchPeople(db, 'person', 1)).people[0]?.headline).toBe('Globex');
    await takeBack(done.id);
    expect(await everything()).toEqual(before);

    const [contact] = (await db.contacts.toArray()) as Contact[];
    const customFields = contact!.customFields.map((field) => (field.label === 'Position' ? { label: 'Position', value: 'Chief engineer' } : field));
    await editContact(next(), { commandId: id(), contactId: contact!.id, changes: { customFields } });
    await bring(says(['Company', 'Globex'], ['Position', 'CTO'], ['City', 'Oslo']), 'people');
    expect(await details()).toEqual(['Company: Globex', 'Position: CTO', 'City: Oslo', 'Position: Chief engineer', 'Phone: 111']);
    expect((await searchPeople(db, 'person', 1)).people[0]?.headline).toBe('CTO · Globex');
  });

  test('how somebody was met is added once, whatever was written of it before', async () => {
    const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile('person-1') } });
    await editContact(next(), { commandId: id(), contactId, changes: { howWeMet: 'At the lake' } });
    const items = [person(1, { howWeMet: 'By the glacier' })];
    await bring(items, 'people');
    expect((await bring(items, 'people')).receipt.people).toMatchObject({ same: 1, merged: 0 });
    expect(await db.contacts.toArray()).toMatchObject([{ howWeMet: 'At the lake\nBy the glacier' }]);
  });

  test('of somebody who stands in a table twice, both works are kept, and the same table changes nothing a second time', async () => {
    const works = (company: string) => person(1, { customFields: [{ label: 'Company', value: company }] });
    await bring([works('Acme'), works('Globex')], 'people');
    const after = await everything();
    const again = await bring([works('Acme'), works('Globex')], 'people');
    expect(again.receipt.people).toEqual({ added: 0, merged: 0, same: 2, refused: 0 });
    expect(await everything()).toEqual(after);
    expect((after.contacts as Contact[])[0]?.customFields).toHaveLength(2);
  });

  test('whoever is kept while it is under way is kept once, as is whoever has come to have one of its profiles', async () => {
    const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile('pia') } });
    const importId = await stage(people(700), 'people');
    await startImport(next(), { importId });
    await doSlice(next());
    await addContact(next(), { commandId: id(), subject: { profile: profile('person-400') } });
    await attachProfile(next(), { commandId: id(), contactId, key: 'linkedin:in/person-600' });
    await workOff();
    expect((await work(importId)).receipt.people).toEqual({ added: 698, merged: 0, same: 2, refused: 0 });
    expect(await db.contacts.count()).toBe(700);
  });

  test('of a backup, the newer of two states is kept', async () => {
    await bring([person(1, { name: 'Older', updatedAt: '2026-01-01T00:00:00.000Z' }), person(2, { name: 'Newer', updatedAt: '2026-03-01T00:00:00.000Z' })]);
    const done = await bring([
      person(1, { name: 'Newer', updatedAt: '2026-03-01T00:00:00.000Z' }),
      person(2, { name: 'Older', updatedAt: '2026-01-01T00:00:00.000Z' }),
    ]);
    expect(done.receipt.people).toEqual({ added: 0, merged: 1, same: 1, refused: 0 });
    expect((await db.contacts.toArray()).map((row) => (row as Contact).name)).toEqual(['Newer', 'Newer']);
  });

  test('a profile has one owner: who comes second goes without', async () => {
    const shared = 'linkedin:in/shared';
    await bring([person(1, { profileKeys: [shared] }), person(2, { profileKeys: [shared, 'github:two'] })], 'people');
    expect(await db.contacts.toArray()).toMatchObject([{ profileKeys: [shared, 'github:two'] }]);
    await addContact(next(), { commandId: id(), subject: { profile: profile('three', { name: 'Three' }) } });
    await bring([person(1, { profileKeys: [shared, 'linkedin:in/three'] })], 'people');
    expect((await db.contacts.orderBy('updatedAt').reverse().toArray()).map((row) => (row as Contact).profileKeys)).toEqual([
      ['linkedin:in/three'],
      [shared, 'github:two'],
    ]);
  });

  test.each([
    ['a note about nobody', [person(1), note(1, 7)], 1],
    ['what is no record', [person(1), { table: 'contacts', record: { name: 'x' } }, 7, null, { table: 'journal', record: {} }], 4],
    ['a record with a field of its own', [person(1), { ...note(1, 1), record: { ...(note(1, 1).record as object), __proto__: null, evil: 1 } }], 1],
  ])('%s is refused and counted; the rest is kept', async (_, items, refused) => {
    const { receipt, status } = await bring(items);
    expect(status).toBe('done');
    expect(receipt).toMatchObject({ people: { added: 1, refused: 0 }, others: { added: 0, refused } });
  });

  test('begins only when everything is there, and leaves nothing behind when it is given up before', async () => {
    const importId = id();
    await beginImport(next(), { importId, source: 'people', fileName: 'x.csv', items: 600 });
    await stageSlices(next(), { importId, number: 0, slices: [people(250)] });
    await expect(startImport(next(), { importId })).rejects.toThrow('importIncomplete');
    expect(await doSlice(next())).toBe(false);
    await stopWork(next(), { workId: importId });
    expect([await db.longWorks.count(), await db.importSlices.count(), await db.contacts.count(), await db.journal.count()]).toEqual([0, 0, 0, 0]);
  });

  test('whose page went away in the middle of the file leaves nothing behind after a while', async () => {
    const importId = await stage(people(10));
    await forgetAbandoned(next());
    expect(await db.importSlices.count()).toBe(1);
    await forgetAbandoned({ ...next(), now: '2026-11-22T09:00:00.000Z' });
    expect([await db.longWorks.count(), await db.importSlices.count()]).toEqual([0, 0]);
    await expect(startImport(next(), { importId })).rejects.toThrow('workMissing');
  });

  test('stopped in the middle, it can be gone on with or taken back', async () => {
    const importId = await stage(people(700));
    await startImport(next(), { importId });
    await doSlice(next());
    await stopWork(next(), { workId: importId });
    expect(await doSlice(next())).toBe(false);
    expect(await db.contacts.count()).toBe(250);
    await resumeWork(next(), { workId: importId });
    await doSlice(next());
    await stopWork(next(), { workId: importId });
    await takeBack(importId);
    expect([await db.contacts.count(), await db.importSlices.count()]).toEqual([0, 0]);
    await resumeWork(next(), { workId: importId });
    await workOff();
    expect(await db.contacts.count()).toBe(0);
  });

  test('stopped in the middle, it waits to be gone on with however much is done meanwhile, and the changes say that it is a part', async () => {
    const importId = await stage(people(700));
    await startImport(next(), { importId });
    await doSlice(next());
    await stopWork(next(), { workId: importId });
    await bring([person(2000)]);
    expect(await workBegun(db)).toMatchObject([{ id: importId, status: 'stopped' }]);
    expect((await recentChanges(db, 10)).map(({ isPart, canGoOn }) => [isPart, canGoOn])).toEqual([
      [false, false],
      [true, true],
    ]);
    await resumeWork(next(), { workId: importId });
    await workOff();
    expect([await db.contacts.count(), await workBegun(db)]).toEqual([701, []]);
    expect((await recentChanges(db, 10)).some(({ isPart }) => isPart)).toBe(false);
  });

  test('stopped in the middle, it can be left at that: what it brought stays, as a part, and the rest of the file is forgotten', async () => {
    const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile('person-3') } });
    const before = await everything();
    const importId = await stage(people(700), 'people');
    await startImport(next(), { importId });
    await doSlice(next());
    await leaveImport(next(), { workId: importId });
    expect((await work(importId)).status, 'it has to be stopped first').toBe('working');
    await stopWork(next(), { workId: importId });
    await leaveImport(next(), { workId: importId });
    expect([await db.contacts.count(), await db.importSlices.count(), await db.importMerges.count(), await workBegun(db)]).toEqual([250, 0, 0, []]);
    expect(await recentChanges(db, 1)).toMatchObject([{ entry: { id: importId }, isPart: true, canGoOn: false }]);
    await resumeWork(next(), { workId: importId });
    expect(await doSlice(next())).toBe(false);
    await takeBack(importId);
    expect([await everything(), (await db.contacts.get(contactId)) !== undefined]).toEqual([before, true]);
  });

  test('stopped before it brought anything and left at that, it is no change', async () => {
    const importId = await stage(people(10));
    await startImport(next(), { importId });
    await stopWork(next(), { workId: importId });
    await leaveImport(next(), { workId: importId });
    expect([await recentChanges(db, 1), await workBegun(db), await db.importSlices.count()]).toEqual([[], [], 0]);
  });

  test('taken back, it leaves whom the user has written about since, and says how many', async () => {
    const { id: importId } = await bring(people(300));
    await writeNote(next(), { commandId: id(), subject: { contactId: idOf(7) }, noteId: id(), text: 'Met at the lake', draft: false });
    await editContact(next(), { commandId: id(), contactId: idOf(8), changes: { starred: true } });
    const undone = await takeBack(importId);
    expect((await db.contacts.toArray()).map((row) => (row as Contact).name)).toEqual(['Person 7', 'Person 8']);
    expect(await work(undone)).toMatchObject({ status: 'done', left: 2, receipt: { people: { added: 298 } } });
  });

  test('brings contacts that took place, and rhythms count from them', async () => {
    await bring([
      person(1, { cadence: { every: 1, unit: 'month' } }),
      person(2, { tags: ['choir'] }),
      {
        table: 'interactions',
        record: {
          id: id(),
          contactIds: [idOf(1), idOf(2), idOf(9)],
          on: '2026-10-05',
          channel: 'call',
          given: [],
          received: [],
          createdAt: NOW,
          updatedAt: NOW,
        },
      },
    ]);
    expect(await db.contacts.toArray()).toMatchObject([{ rhythms: ['own|2026-11-05'] }, { rhythms: ['tag:choir|2026-10-05'] }]);
    expect(await db.interactions.toArray()).toMatchObject([{ contactIds: [idOf(1), idOf(2)] }]);
  });
});

describe('Search after an import', () => {
  test('of more people than are kept finds them by name at once, and by everything when the index is made anew', async () => {
    await rebuildSearch(db);
    const done = await bring([...people(1200), note(1, 3, 'knows the glacier')]);
    expect((await searchPeople(db, 'person 39', 5)).people[0]?.id).toBe(idOf(39));
    expect((await searchPeople(db, 'glacier', 5)).people).toEqual([]);
    await rebuildSearch(db);
    expect((await searchPeople(db, 'glacier', 5)).people.map((found) => found.id)).toEqual([idOf(3)]);
    await takeBack(done.id);
    await rebuildSearch(db);
    expect((await searchPeople(db, 'person', 5)).people).toEqual([]);
  });

  test('of some among many finds them by everything at once, and nobody who was there is lost from the index; so does its undo', async () => {
    await bring([...people(2400), note(1, 3, 'knows the glacier')]);
    await rebuildSearch(db);
    const found = async (text: string) => (await searchPeople(db, text, 5)).people.map((contact) => contact.id);
    const more = Array.from({ length: 1100 }, (_, number) => person(5000 + number));
    const done = await bring([...more, note(2, 5007, 'knows the estuary')]);
    expect([await found('glacier'), await found('estuary')]).toEqual([[idOf(3)], [idOf(5007)]]);
    await takeBack(done.id);
    expect([await found('glacier'), await found('estuary')]).toEqual([[idOf(3)], []]);
  });
});

describe('A worker that is stopped at any moment', () => {
  test('does each row exactly once, forwards and backwards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1500), { maxLength: 6 }), fc.array(fc.nat(1500), { maxLength: 6 }), async (kills, killsBack) => {
        db = emptyDatabase();
        next = clockwork(db);
        const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile('person-3', { name: 'Known' }) } });
        await logInteraction(next(), {
          commandId: id(),
          subject: { contactId },
          interactionId: id(),
          content: { on: '2026-11-20', channel: 'call', given: [], received: [] },
        });
        const before = await everything();
        const items = [...people(520), ...Array.from({ length: 30 }, (_, number) => note(number, number * 9))];
        const importId = await stage(items, 'people');
        await startImport(next(), { importId });
        for (const writes of kills) await killed(db, writes, workOff);
        await workOff();
        expect(await work(importId)).toMatchObject({
          status: 'done',
          receipt: { people: { added: 519, merged: 0, same: 1, refused: 0 }, others: { added: 30, merged: 0, same: 0, refused: 0 } },
        });
        expect([await db.contacts.count(), await db.notes.count(), await db.importSlices.count(), await db.importMerges.count()]).toEqual([520, 30, 0, 0]);

        await undo(next(), { commandId: id(), entryId: importId });
        for (const writes of killsBack) await killed(db, writes, workOff);
        await workOff();
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });
});

test('a person deleted and brought back by a backup can be deleted again and brought back by undo', async () => {
  await bring([person(1), note(1, 1)]);
  const before = await everything();
  await deleteContact(next(), { commandId: id(), contactId: idOf(1) });
  expect(await db.contacts.count()).toBe(0);
  await bring([person(1), note(1, 1)]);
  expect(await everything()).toEqual(before);
  const { entryId } = await deleteContact(next(), { commandId: id(), contactId: idOf(1) });
  await undo(next(), { commandId: id(), entryId });
  expect(await everything()).toEqual(before);
});
