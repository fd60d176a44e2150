import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachProfile, mergeContacts } from '../../lib/db/commands/identity';
import { deleteContact, editContact } from '../../lib/db/commands/contacts';
import { beginImport, resumeWork, stageSlices, startImport, stopWork } from '../../lib/db/commands/long-work';
import { deleteNote, writeNote } from '../../lib/db/commands/notes';
import { undo } from '../../lib/db/commands/undo';
import type { KithDatabase } from '../../lib/db/database';
import { carryOut, type Context } from '../../lib/db/journal';
import { doSlice } from '../../lib/db/long-work';
import { join, moveRecords } from '../../lib/db/merge-slice';
import { allRecords } from '../../lib/db/queries/backup';
import { mergesBegun } from '../../lib/db/queries/long-work';
import { contactsByKeys, recentChanges } from '../../lib/db/queries/people';
import { searchPeople } from '../../lib/db/queries/search';
import { parseContact } from '../../lib/db/rows';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { type Contact, newContact } from '../../lib/model/contact';
import type { RecordChange } from '../../lib/model/journal';
import type { LongWork } from '../../lib/model/long-work';
import { killed } from '../support/killed';
import { BERLIN, clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

let db: KithDatabase;
let next: () => Context;

beforeEach(() => {
  db = emptyDatabase();
  next = clockwork(db);
});

const idOf = (number: number) => `01900000-0000-7000-9000-${String(number).padStart(12, '0')}`;
const [INTO, FROM, OTHER] = [idOf(1), idOf(2), idOf(3)];
const [INTO_KEY, FROM_KEY] = ['linkedin:in/mira-santos', 'github:mira'];
const STAMPS = { createdAt: NOW, updatedAt: NOW };
const pair = { intoId: INTO, fromId: FROM };

/** How much is recorded of the one who is to become the other. */
type Much = { notes: number; reminders: number; sightings: number; interactions: number; circles: number; introduced: number };
const NOTHING: Much = { notes: 0, reminders: 0, sightings: 0, interactions: 0, circles: 0, introduced: 0 };

/** Two people, a third who knows both, and what is recorded of them: something of every kind that hangs on it. */
function people(much: Partial<Much>): RecordChange[] {
  const { notes, reminders, sightings, interactions, circles, introduced } = { ...NOTHING, ...much };
  let ids = 100;
  const some = <T extends { id: string }>(table: RecordChange['table'], count: number, make: (id: string, index: number) => T) =>
    Array.from({ length: count }, (_, index) => index).map((index) => {
      const after = make(idOf(ids++), index);
      return { table, id: after.id, after };
    });
  const contact = (contactId: string, name: string, key: string, rest: Partial<Contact> = {}) => ({
    ...newContact(contactId, name, [key], NOW, BERLIN),
    ...rest,
  });
  const kept = [
    contact(INTO, 'Mira Santos', INTO_KEY, {
      introducedBy: FROM,
      cadence: { every: 1, unit: 'month' },
      dates: [{ id: 'own', label: 'Founded', date: '--11-22' }],
    }),
    contact(FROM, 'M. Santos', FROM_KEY, { tags: ['rivers'], birthday: '--11-22', dates: [{ id: 'theirs', label: 'Founded', date: '--11-22' }] }),
    contact(OTHER, 'Oda Lind', 'linkedin:in/oda-lind', { tags: ['rivers'] }),
  ];
  const seen = some('sightings', sightings, (one, index) => ({
    id: one,
    contactId: FROM,
    profileKey: FROM_KEY,
    seenAt: `2026-10-${String((index % 28) + 1).padStart(2, '0')}T08:00:00.000Z`,
    profile: { ...profile('mira', { name: 'M. Santos', organisation: `Tarnwick ${index % 3}` }), key: FROM_KEY },
  }));
  const due = some('reminders', reminders, (one) => ({ id: one, contactId: FROM, text: '', dueAt: '2026-12-01T09:00', status: 'open', ...STAMPS }));
  const firing = (one: string, kind: string, subjectId: string) => ({
    table: 'firings' as const,
    id: one,
    after: { id: one, kind, contactId: FROM, subjectId, dueAt: '2026-11-22T09:00', dueInstant: NOW, plannedFor: NOW, firedAt: NOW, notificationId: 'n' },
  });
  const deferral = (one: string, contactId: string, updatedAt: string) => ({
    table: 'deferrals' as const,
    id: one,
    after: { id: one, contactId, ...STAMPS, updatedAt },
  });
  return [
    ...kept.map((after) => ({ table: 'contacts' as const, id: after.id, after })),
    ...some('contacts', introduced, (one, index) => contact(one, `Friend ${index}`, `linkedin:in/friend-${index}`, { introducedBy: FROM })),
    ...some('notes', 3, (one, index) => ({ id: one, contactId: INTO, text: `Of Mira ${index}`, draft: false, ...STAMPS })),
    ...some('notes', notes, (one, index) => ({ id: one, contactId: FROM, text: `glacier ${index}`, draft: false, ...STAMPS })),
    ...due,
    ...due.filter((_, index) => index % 3 === 0).map((one) => firing(`reminder:${one.id}:2026-11-22T09:00`, 'reminder', one.id)),
    ...seen,
    ...seen.filter((_, index) => index % 4 === 0).map((one) => deferral(one.id, FROM, NOW)),
    ...some('interactions', interactions, (one, index) => ({
      id: one,
      contactIds: [[FROM], [FROM, INTO], [OTHER, FROM]][index % 3],
      on: `2026-11-${String((index % 20) + 1).padStart(2, '0')}`,
      channel: 'call',
      text: `estuary ${index}`,
      given: [],
      received: [],
      ...STAMPS,
    })),
    ...some('circles', circles, (one, index) => ({
      id: one,
      kind: 'project',
      name: `Circle ${index}`,
      memberIds: [OTHER, FROM],
      contributions: [{ contactId: FROM, text: 'Maps' }, { text: 'Time' }],
      voices: [{ contactId: FROM, kind: 'feedback', text: 'Good', on: '2026-11-01' }],
      status: 'active',
      ...STAMPS,
    })),
    firing(`date:${FROM}:birthday:2026-11-22`, 'date', `date:${FROM}:birthday:2026-11-22`),
    firing(`date:${FROM}:theirs:2026-11-22`, 'date', `date:${FROM}:theirs:2026-11-22`),
    deferral(`cadence:${FROM}`, FROM, '2026-11-22T09:00:00.000Z'),
    deferral(`cadence:${INTO}`, INTO, NOW),
    deferral(`date:${FROM}:theirs:2026-11-22`, FROM, NOW),
    deferral(`date:${INTO}:own:2026-11-22`, INTO, '2026-11-22T09:00:00.000Z'),
  ];
}

const record = (changes: readonly RecordChange[]) => carryOut(next(), { id: id(), name: 'addContact' }, (all) => all.makeAll(changes));
const note = (contactId: string, text = 'Written meanwhile') =>
  writeNote(next(), { commandId: id(), subject: { contactId }, noteId: id(), text, draft: false });

async function begin(): Promise<string> {
  const { entryId } = await mergeContacts(next(), { commandId: id(), ...pair });
  return entryId;
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
const noteCalled = async (text: string) => ((await db.notes.toArray()) as { id: string; text: string }[]).find((one) => one.text === text)?.id ?? '';
/** How many records are about somebody. */
const about = async (contactId: string) =>
  (await Promise.all([db.notes, db.reminders, db.sightings, db.interactions, db.circles].map((table) => table.toArray())))
    .flat()
    .filter((row) => JSON.stringify(row).includes(contactId)).length;

const LEFT_OUT = /^(search|journal|longWorks|import|chores)/;
/** All records as they are stored, but for the clock of what was written. */
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      db.tables
        .filter(({ name }) => !LEFT_OUT.test(name))
        .map(async (table) => [
          table.name,
          JSON.parse(JSON.stringify(await table.toArray()), (key, value) => (key === 'updatedAt' ? undefined : value)) as unknown,
        ]),
    ),
  );
/** Whatever becomes of a merge: a profile has one owner, and every record is of somebody who is kept. The ledger alone keeps what was told of others. */
async function expectNothingAstray(): Promise<void> {
  const contacts = (await db.contacts.toArray()) as Contact[];
  const kept = new Set(contacts.map((contact) => contact.id));
  const keys = contacts.flatMap(({ profileKeys }) => profileKeys);
  expect(keys).toHaveLength(new Set(keys).size);
  for (const table of [db.notes, db.reminders, db.sightings, db.deferrals])
    expect(((await table.toArray()) as { contactId: string }[]).filter(({ contactId }) => !kept.has(contactId))).toEqual([]);
  for (const { contactIds } of (await db.interactions.toArray()) as { contactIds: string[] }[]) expect(contactIds.filter((one) => !kept.has(one))).toEqual([]);
}

describe('A merge of much', () => {
  test('is done in slices, stands in the journal as one change, and is taken back whole, and done again', async () => {
    await record(people({ notes: 300, reminders: 30, sightings: 30, interactions: 300, circles: 3, introduced: 3 }));
    const before = await everything();
    const mergeId = await begin();
    expect(await work(mergeId)).toMatchObject({ kind: 'merge', status: 'working', slices: 3, done: 0, items: 667 });
    expect(await db.contacts.count()).toBe(6);
    await workOff();
    expect(await work(mergeId)).toMatchObject({ status: 'done', slices: 3, done: 3 });
    const after = await everything();
    expect([await about(FROM), await db.contacts.get(FROM)]).toEqual([0, undefined]);
    expect(await db.contacts.get(INTO)).toMatchObject({ profileKeys: [INTO_KEY, FROM_KEY], rhythms: ['own|2026-12-20'] });
    const changes = async () =>
      (await recentChanges(db, 10)).map(({ entry, names }) => [entry.command, names.length > 2 ? 'all' : names.join(' and '), !!entry.undoneBy]);
    expect(await changes()).toEqual([
      ['mergeContacts', 'Mira Santos and M. Santos', false],
      ['addContact', '', false],
    ]);
    await expectNothingAstray();

    const undone = await takeBack(mergeId);
    expect(await work(undone)).toMatchObject({ kind: 'undo', status: 'done', slices: 3, left: 0 });
    expect(await everything()).toEqual(before);
    expect(await changes()).toEqual([
      ['undo', 'Mira Santos and M. Santos', false],
      ['mergeContacts', 'Mira Santos and M. Santos', true],
      ['addContact', '', false],
    ]);
    const redone = await takeBack(undone);
    expect(await work(redone)).toMatchObject({ status: 'done', left: 0 });
    expect(await everything()).toEqual(after);
    await takeBack(redone);
    expect(await everything()).toEqual(before);
  });

  test('ends in the records that a merge in one transaction ends in, however much it is, and so does its undo', async () => {
    const count = fc.nat(260);
    const much = fc.record({ notes: count, reminders: count, sightings: count, interactions: count, circles: fc.nat(10), introduced: fc.nat(60) });
    const isMuch = (one: Much) => Object.values(one).reduce((sum, each) => sum + each, 0) > 500;
    await fc.assert(
      fc.asyncProperty(much.filter(isMuch), async (recorded) => {
        const begun = async () => {
          db = emptyDatabase();
          next = clockwork(db);
          await record(people(recorded));
          return everything();
        };
        await begun();
        await carryOut(next(), { id: id(), name: 'mergeContacts' }, async (changes) => {
          const [into, from] = (await db.contacts.bulkGet([INTO, FROM])).map(parseContact) as [Contact, Contact];
          await moveRecords(next(), changes, into, from);
          await join(next(), changes, into, from);
        });
        const whole = await everything();
        const before = await begun();
        const mergeId = await begin();
        await workOff();
        expect(await work(mergeId)).toMatchObject({ status: 'done' });
        expect(await everything()).toEqual(whole);
        await takeBack(mergeId);
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 8 },
    );
  });

  test('of few records is one transaction and one entry, as ever', async () => {
    await record(people({ notes: 400, interactions: 99 }));
    const mergeId = await begin();
    expect([await db.longWorks.count(), await about(FROM)]).toEqual([0, 0]);
    expect(await db.journal.get(mergeId)).toMatchObject({ changes: expect.arrayContaining([expect.objectContaining({ table: 'contacts', id: FROM })]) });
  });

  test('takes along what is written of either while it is under way', async () => {
    await record(people({ notes: 600 }));
    await begin();
    await doSlice(next());
    await note(FROM);
    await note(INTO);
    await attachProfile(next(), { commandId: id(), contactId: FROM, key: 'x:mira' });
    await editContact(next(), { commandId: id(), contactId: INTO, changes: { name: 'Mira Santos-Lind' } });
    await deleteNote(next(), { commandId: id(), noteId: await noteCalled('glacier 400') });
    await workOff();
    expect([await about(FROM), await db.notes.where('[contactId+createdAt]').between([INTO, ''], [INTO, '\uffff']).count()]).toEqual([0, 604]);
    expect(await db.contacts.get(INTO)).toMatchObject({ name: 'Mira Santos-Lind', profileKeys: [INTO_KEY, FROM_KEY, 'x:mira'] });
  });

  test('of whom much more is written while it was stopped still moves few at once', async () => {
    await record(people({ notes: 501 }));
    const mergeId = await begin();
    await doSlice(next());
    await stopWork(next(), { workId: mergeId });
    const more = Array.from({ length: 900 }, (_, index) => idOf(50_000 + index));
    await record(more.map((one) => ({ table: 'notes', id: one, after: { id: one, contactId: FROM, text: 'More', draft: false, ...STAMPS } })));
    await resumeWork(next(), { workId: mergeId });
    await workOff();
    expect(await work(mergeId)).toMatchObject({ status: 'done', slices: 6 });
    const parts = (await db.journal.where('partOf').equals(mergeId).toArray()) as { changes: unknown[] }[];
    expect(Math.max(...parts.map(({ changes }) => changes.length))).toBeLessThan(260);
    expect(await about(FROM)).toBe(0);
  });

  test('passes over what cannot be read, and comes to its end', async () => {
    await record(people({ notes: 300, reminders: 300 }));
    const broken = Array.from({ length: 300 }, (_, index) => ({ id: idOf(index), contactId: FROM, createdAt: NOW }));
    await db.notes.bulkPut(broken as never[]);
    const mergeId = await begin();
    await workOff();
    expect(await work(mergeId)).toMatchObject({ status: 'done' });
    expect([await about(FROM), await db.contacts.get(FROM)]).toEqual([300, undefined]);
  });

  test('leaves where either is found as it was until the two are one', async () => {
    await record(people({ interactions: 600 }));
    const rhythms = async (contactId: string) => ((await db.contacts.get(contactId)) as { rhythms: string[] }).rhythms;
    const before = [await rhythms(INTO), await rhythms(FROM)];
    await begin();
    await doSlice(next());
    expect([await rhythms(INTO), await rhythms(FROM)]).toEqual(before);
  });
});

describe('A merge that is stopped', () => {
  test('can be gone on with, by asking for it again, too, and asked twice with one id it is begun once', async () => {
    await record(people({ notes: 900 }));
    const command = { commandId: id(), ...pair };
    const { entryId: mergeId } = await mergeContacts(next(), command);
    await doSlice(next());
    await stopWork(next(), { workId: mergeId });
    expect(await doSlice(next())).toBe(false);
    expect(await mergesBegun(db)).toMatchObject([{ id: mergeId, status: 'stopped', done: 1 }]);
    await mergeContacts(next(), command);
    expect(await work(mergeId)).toMatchObject({ status: 'stopped' });
    expect(await begin()).toBe(mergeId);
    await stopWork(next(), { workId: mergeId });
    const turned = await mergeContacts(next(), { commandId: id(), intoId: FROM, fromId: INTO });
    expect(turned.entryId, 'the other way round they are the same two').toBe(mergeId);
    expect(await db.longWorks.count()).toBe(1);
    await expect(mergeContacts(next(), { commandId: id(), intoId: FROM, fromId: FROM })).rejects.toMatchObject({ code: 'contactMissing' });
    await workOff();
    expect([await about(FROM), (await recentChanges(db, 10)).length, await mergesBegun(db)]).toEqual([0, 2, []]);
  });

  test('in the middle can be taken back: what was moved returns, and is not gone on with', async () => {
    await record(people({ notes: 300, reminders: 100, sightings: 100, interactions: 300 }));
    const before = await everything();
    const mergeId = await begin();
    await doSlice(next());
    await doSlice(next());
    const { entryId: undone } = await undo(next(), { commandId: id(), entryId: mergeId });
    expect(await work(mergeId)).toMatchObject({ status: 'stopped' });
    expect(await mergesBegun(db)).toMatchObject([{ id: undone, kind: 'undo' }]);
    await doSlice(next());
    await stopWork(next(), { workId: undone });
    await resumeWork(next(), { workId: undone });
    await workOff();
    expect(await work(undone)).toMatchObject({ status: 'done', slices: 2, left: 0 });
    expect(await everything()).toEqual(before);
    await resumeWork(next(), { workId: mergeId });
    expect(await doSlice(next())).toBe(false);
    await begin();
    await workOff();
    expect(await about(FROM)).toBe(0);
  });

  test('before its first slice leaves nothing to be taken back', async () => {
    await record(people({ notes: 600 }));
    const before = await everything();
    const undone = await takeBack(await begin());
    expect(await work(undone)).toMatchObject({ status: 'done', left: 0 });
    expect(await everything()).toEqual(before);
  });
});

describe('A merge one of whose two is gone', () => {
  test.each([
    ['one who was moved from', FROM],
    ['one who was moved to', INTO],
  ])('stops and says why: the %s', async (_, gone) => {
    await record(people({ notes: 900 }));
    const before = await everything();
    const mergeId = await begin();
    await doSlice(next());
    const { entryId } = await deleteContact(next(), { commandId: id(), contactId: gone });
    await workOff();
    expect(await work(mergeId)).toMatchObject({ status: 'stopped', problem: 'personMissing', done: 1 });
    await expectNothingAstray();

    await undo(next(), { commandId: id(), entryId });
    await resumeWork(next(), { workId: mergeId });
    await workOff();
    expect(await work(mergeId)).toMatchObject({ status: 'done' });
    expect(await about(FROM)).toBe(0);
    await takeBack(mergeId);
    expect(await everything()).toEqual(before);
  });

  test('gives nothing back to somebody who is not kept, and says how much that is', async () => {
    await record(people({ notes: 900 }));
    const mergeId = await begin();
    await doSlice(next());
    await deleteContact(next(), { commandId: id(), contactId: FROM });
    await workOff();
    const undone = await takeBack(mergeId);
    expect(await work(undone)).toMatchObject({ status: 'done', left: 250 });
    await expectNothingAstray();
  });

  test('because it was made one with another keeps all that was recorded', async () => {
    await record(people({ notes: 900 }));
    const mergeId = await begin();
    await doSlice(next());
    const { entryId: second } = await mergeContacts(next(), { commandId: id(), intoId: OTHER, fromId: INTO });
    expect(await work(second)).toBeUndefined();
    await workOff();
    expect(await work(mergeId)).toMatchObject({ status: 'stopped', problem: 'personMissing' });
    expect([await about(OTHER), await about(FROM)]).toEqual([253, 650]);
    await expectNothingAstray();
    await undo(next(), { commandId: id(), entryId: second });
    await resumeWork(next(), { workId: mergeId });
    await workOff();
    expect([await about(INTO), await about(FROM)]).toEqual([903, 0]);
  });
});

describe('A merge taken back', () => {
  test('leaves what the user has changed since, and says how much', async () => {
    await record(people({ notes: 600 }));
    const mergeId = await begin();
    await workOff();
    await note(INTO);
    await deleteNote(next(), { commandId: id(), noteId: await noteCalled('glacier 7') });
    const undone = await takeBack(mergeId);
    expect(await work(undone)).toMatchObject({ status: 'done', left: 1 });
    expect([await about(FROM), await about(INTO)]).toEqual([599, 4]);
    await expectNothingAstray();
  });

  test('is refused, and nothing is changed, where the two cannot be told apart any more', async () => {
    await record(people({ notes: 600 }));
    const mergeId = await begin();
    await workOff();
    await attachProfile(next(), { commandId: id(), contactId: INTO, key: 'x:mira' });
    const before = await everything();
    await expect(undo(next(), { commandId: id(), entryId: mergeId })).rejects.toMatchObject({ code: 'changedSince' });
    await workOff();
    expect([await everything(), await db.longWorks.count()]).toEqual([before, 1]);
  });

  test('and done again leaves who has been written about since', async () => {
    await record(people({ notes: 600 }));
    const mergeId = await begin();
    await workOff();
    const undone = await takeBack(mergeId);
    await note(FROM);
    const redone = await takeBack(undone);
    expect(await work(redone)).toMatchObject({ status: 'done' });
    await expectNothingAstray();
    expect([await about(FROM), await about(INTO)]).toEqual([1, 603]);
    expect((await contactsByKeys(db, [INTO_KEY, FROM_KEY])).map(({ contact }) => contact.id).sort()).toEqual([INTO, FROM]);
  });
});

test('during a merge search finds by everything at any moment', async () => {
  await record(people({ notes: 300, interactions: 300, sightings: 50 }));
  await rebuildSearch(db);
  const found = async (text: string) => (await searchPeople(db, text, 5)).people.map((person) => person.id).sort();
  const mergeId = await begin();
  await doSlice(next());
  expect(await found('glacier')).toEqual([INTO, FROM]);
  await doSlice(next());
  expect([await found('glacier'), await found('estuary')]).toEqual([[INTO], [INTO, FROM, OTHER]]);
  await workOff();
  expect([await found('glacier'), await found('estuary')]).toEqual([[INTO], [INTO, OTHER]]);
  await takeBack(mergeId);
  expect([await found('glacier'), await found('estuary')]).toEqual([[FROM], [INTO, FROM, OTHER]]);
});

test('a worker that is stopped at any moment moves each record exactly once, forwards and backwards', async () => {
  const kills = fc.array(fc.nat(1200), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(kills, kills, async (onTheWay, onTheWayBack) => {
      db = emptyDatabase();
      next = clockwork(db);
      await record(people({ notes: 300, reminders: 40, sightings: 40, interactions: 200, circles: 2, introduced: 5 }));
      const before = await everything();
      const mergeId = await begin();
      for (const writes of onTheWay) await killed(db, writes, workOff);
      await workOff();
      expect(await work(mergeId)).toMatchObject({ status: 'done', slices: 3, done: 3 });
      expect([await about(FROM), await about(INTO)]).toEqual([0, 585]);
      await undo(next(), { commandId: id(), entryId: mergeId });
      for (const writes of onTheWayBack) await killed(db, writes, workOff);
      await workOff();
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 8 },
  );
});

test('a backup made in the middle of a merge has every record once, and brings back everything', async () => {
  await record(people({ notes: 600, interactions: 20, circles: 2 }));
  await begin();
  await doSlice(next());
  const items: unknown[] = [];
  for await (const { table, records } of allRecords(db, 100)) items.push(...records.map((one) => ({ table, record: one })));
  const before = await everything();
  db = emptyDatabase();
  next = clockwork(db);
  const importId = id();
  await beginImport(next(), { importId, source: 'backup', fileName: 'kith.json.gz', items: items.length });
  for (let number = 0; number * 250 < items.length; number++)
    await stageSlices(next(), { importId, number, slices: [items.slice(number * 250, (number + 1) * 250)] });
  await startImport(next(), { importId });
  await workOff();
  expect(await everything()).toEqual(before);
  expect(await mergesBegun(db)).toEqual([]);
});
