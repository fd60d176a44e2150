import { beforeEach, describe, expect, test } from 'vitest';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { logInteraction } from '../../lib/db/commands/interactions';
import { writeNote } from '../../lib/db/commands/notes';
import { undo } from '../../lib/db/commands/undo';
import type { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { FEW, initials, peopleList, peopleOf } from '../../lib/db/queries/people-list';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import type { PeopleChoice } from '../../lib/model/person-view';
import { instantFromMilliseconds, millisecondsOf } from '../../lib/model/temporal';
import { BERLIN, emptyDatabase, id, NOW, profile } from '../support/builders';

let db: KithDatabase;
let minutes: number;

beforeEach(async () => {
  db = emptyDatabase();
  minutes = 0;
  await rebuildSearch(db);
});

/** Each a minute after the one before. */
const next = (): Context => ({ db, now: instantFromMilliseconds(millisecondsOf(NOW) + ++minutes * 60_000), zone: BERLIN, newId: id });
const keep = async (name: string) => {
  const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile(`someone-${id()}`, { name }) } });
  return contactId;
};
const edit = (contactId: string, changes: Parameters<typeof editContact>[1]['changes']) => editContact(next(), { commandId: id(), contactId, changes });
const note = (contactId: string) => writeNote(next(), { commandId: id(), subject: { contactId }, noteId: id(), text: 'spoke today', draft: false });
const listed = async (choice: Partial<PeopleChoice> = {}, limit = 60) => {
  const { ids, count } = await peopleList(db, { who: { are: 'everybody' }, order: 'touched', ...choice }, limit);
  return { names: (await peopleOf(db, ids)).map(({ name }) => name), count };
};

describe('Everybody is listed', () => {
  test('with how many they are, though no more are read than are asked for', async () => {
    for (const name of ['Mira Santos', 'Oda Lind', 'Rune Aske']) await keep(name);
    expect(await listed({}, 2)).toEqual({ names: ['Rune Aske', 'Oda Lind'], count: 3 });
  });

  test('the one first about whom something was written or logged last', async () => {
    const mira = await keep('Mira Santos');
    const oda = await keep('Oda Lind');
    await keep('Rune Aske');
    await note(mira);
    expect((await listed()).names).toEqual(['Mira Santos', 'Rune Aske', 'Oda Lind']);
    const content = { on: '2026-11-20', channel: 'call' as const, given: [], received: [] };
    await logInteraction(next(), { commandId: id(), subject: { contactId: oda }, interactionId: id(), content });
    expect((await listed()).names).toEqual(['Oda Lind', 'Mira Santos', 'Rune Aske']);
  });

  test('by name as names are looked up: capitals, accents and strokes make no difference', async () => {
    for (const name of ['Zoë Xanthos', 'ada-lind', 'Łucja Wolf', 'Ada Zorn', 'Élodie Petit', 'Lucas Weber', '王小明']) await keep(name);
    expect((await listed({ order: 'name' })).names).toEqual(['Ada Zorn', 'ada-lind', 'Élodie Petit', 'Lucas Weber', 'Łucja Wolf', 'Zoë Xanthos', '王小明']);
    expect((await listed({ order: 'name' }, 2)).names).toEqual(['Ada Zorn', 'ada-lind']);
  });

  test('by the name they have now', async () => {
    await keep('Mira Santos');
    const oda = await keep('Oda Lind');
    const { entryId } = await edit(oda, { name: 'Astrid Lind' });
    expect((await listed({ order: 'name' })).names).toEqual(['Astrid Lind', 'Mira Santos']);
    await undo(next(), { commandId: id(), entryId });
    expect((await listed({ order: 'name' })).names).toEqual(['Mira Santos', 'Oda Lind']);
    await deleteContact(next(), { commandId: id(), contactId: oda });
    expect(await listed({ order: 'name' })).toEqual({ names: ['Mira Santos'], count: 1 });
  });

  test('from a letter on, of those with which names begin', async () => {
    for (const name of ['Mira Santos', 'Oda Lind', 'Ødegaard', 'Рита', '(Ada)', '007', '🙂']) await keep(name);
    expect(await initials(db)).toEqual(['0', 'm', 'o', 'р']);
    expect(await listed({ order: 'name', from: 'o' }, 2)).toEqual({ names: ['Oda Lind', 'Ødegaard'], count: 7 });
    await edit(await keep('Rune Aske'), { starred: true });
    await edit(await keep('Astrid'), { starred: true });
    expect(await listed({ who: { are: 'starred' }, order: 'name', from: 'o' })).toEqual({ names: ['Rune Aske'], count: 2 });
  });

  test('whoever was kept before there was an order of names is in it once the index is made anew', async () => {
    await db.searchState.clear();
    await keep('Oda Lind');
    await keep('Mira Santos');
    const { ids, ...rest } = await peopleList(db, { who: { are: 'starred' }, order: 'name' }, 60);
    expect(rest).toEqual({ indexed: 0, count: 2 });
    expect(await peopleOf(db, ids)).toMatchObject([{ name: 'Mira Santos' }, { name: 'Oda Lind' }]);
    await rebuildSearch(db);
    expect((await listed({ order: 'name' })).names).toEqual(['Mira Santos', 'Oda Lind']);
  });

  test('with what they do and where by their details, where no page of theirs has said anything', async () => {
    const oda = await keep('Oda Lind');
    await edit(oda, {
      customFields: [
        { label: 'Position', value: 'Keeper' },
        { label: 'Company', value: 'Skerry Trust' },
      ],
    });
    expect(await peopleOf(db, [oda])).toMatchObject([{ name: 'Oda Lind', headline: 'Keeper · Skerry Trust' }]);
  });
});

describe('Some of them are listed', () => {
  test('the starred, the archived, or those with a tag, in either order', async () => {
    const ids = new Map<string, string>();
    for (const name of ['Oda', 'Mira', 'Rune', 'Astrid']) ids.set(name, await keep(name));
    for (const name of ['Oda', 'Mira']) await edit(ids.get(name)!, { starred: true, tags: ['choir'] });
    await edit(ids.get('Astrid')!, { archived: true, tags: ['choir'] });
    expect(await listed({ who: { are: 'starred' } })).toEqual({ names: ['Mira', 'Oda'], count: 2 });
    expect(await listed({ who: { are: 'archived' } })).toEqual({ names: ['Astrid'], count: 1 });
    expect(await listed({ who: { tag: 'choir' } })).toEqual({ names: ['Astrid', 'Mira', 'Oda'], count: 3 });
    await note(ids.get('Oda')!);
    expect((await listed({ who: { tag: 'choir' } }, 2)).names).toEqual(['Oda', 'Astrid']);
    expect(await listed({ who: { tag: 'choir' }, order: 'name' }, 2)).toEqual({ names: ['Astrid', 'Mira'], count: 3 });
    expect(await listed({ who: { tag: 'nobody' } })).toEqual({ names: [], count: 0 });
  });

  test('where they are many as where they are few', async () => {
    const people = Array.from({ length: FEW + 40 }, (_, number) => ({
      id: id(),
      name: `Ada ${String((number * 7) % (FEW + 40)).padStart(4, '0')}`,
      profileKeys: [],
      relations: [],
      tags: number % 40 === 0 ? [] : ['choir'],
      links: [],
      dates: [],
      customFields: [],
      neverRemind: false,
      starred: number % 30 !== 0,
      archived: false,
      createdAt: NOW,
      updatedAt: instantFromMilliseconds(millisecondsOf(NOW) + number * 60_000),
      nameWords: [],
      rhythms: [],
      monthDays: [],
      organisations: [],
    }));
    await db.contacts.bulkPut(people);
    await db.searchState.clear();
    await rebuildSearch(db);
    const tagged = people.filter(({ tags }) => tags.length > 0);
    const names = (some: typeof people) => some.slice(0, 3).map(({ name }) => name);
    const byName = (some: typeof people) => some.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(await listed({ who: { tag: 'choir' } }, 3)).toEqual({ names: names(tagged.toReversed()), count: tagged.length });
    expect(await listed({ who: { tag: 'choir' }, order: 'name' }, 3)).toEqual({ names: names(byName(tagged)), count: tagged.length });
    const starred = people.filter((one) => one.starred);
    expect(await listed({ who: { are: 'starred' }, order: 'name' }, 3)).toEqual({ names: names(byName(starred)), count: starred.length });
  });
});
