import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { logInteraction } from '../../lib/db/commands/interactions';
import { writeNote } from '../../lib/db/commands/notes';
import { claimDue } from '../../lib/db/commands/notify';
import { completeReminder, editFollowUp, setFollowUp } from '../../lib/db/commands/reminders';
import { recordSighting } from '../../lib/db/commands/sightings';
import { undo } from '../../lib/db/commands/undo';
import { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { rehearseSearch, searchPeople } from '../../lib/db/queries/search';
import { workInSearchChanges } from '../../lib/db/search-changes';
import { forgetSearchIndex } from '../../lib/db/search-index';
import type { Encounter } from '../../lib/model/encounter';
import { DEFAULT_NOTIFYING } from '../../lib/model/notifying';
import type { Profile } from '../../lib/model/profile';
import type { Reminder } from '../../lib/model/reminder';
import { firingRules } from '../../lib/reminders/plan';
import { clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

let db: KithDatabase;
let next: () => Context;

beforeEach(async () => {
  db = emptyDatabase();
  next = clockwork(db);
  await rebuildSearch(db);
});

async function keep(name: string, fields: Profile['fields'] = {}): Promise<string> {
  const handle = `someone-${id()}`;
  const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile(handle, { name, ...fields }) } });
  return contactId;
}
const note = (contactId: string, text: string) => writeNote(next(), { commandId: id(), subject: { contactId }, noteId: id(), text, draft: false });
const names = async (text: string, limit = 8) => (await searchPeople(db, text, limit)).people.map(({ name }) => name);
const matches = async (text: string) =>
  (await searchPeople(db, text, 8)).people.map(
    ({ name, match }) => `${name}${match ? ` (${match.from}: ${match.excerpt.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('')})` : ''}`,
  );

describe('People are found', () => {
  test.each([
    ['Imani Åkesson', 'akess'],
    ['Łukasz Żurawikowski', 'luk zur'],
    ['Đặng Thị Thu', 'dang'],
    ['王小明', '小明'],
    ['王小明', '王'],
    ['สมชาย ใจดี', 'สมช'],
    ['Ólafur Þórðarson', 'thord'],
    ['İnci Işık', 'inci is'],
    ['Мария Йовчева', 'мар'],
    ['محمد علي', 'مُحَم'],
    ['山田 花子', '花子'],
    ['김민수', '김민'],
    ["Siobhán O'Brien", 'obri'],
  ])('%s by %s', async (name, typed) => {
    for (const other of ['Mira Santos', '李小龍', 'Дарья Орлова', 'สุดา', 'علي']) await keep(other);
    await keep(name);
    expect(await names(typed)).toEqual([name]);
  });

  const PEOPLE = [
    'Imani Vestergaard',
    'Tomasz Żurawikowski',
    'Anastasia Wiśniewska',
    'Priyanka Raghunathan',
    'Мария Йовчева',
    'Νίκος Παπαδόπουλος',
    'محمود عبدالله',
    'Oda Lind',
  ];

  test('by any slip of the hand in a word of five letters or more', async () => {
    for (const name of PEOPLE) await keep(name);
    const slip = fc.record({
      who: fc.constantFrom(...PEOPLE),
      word: fc.nat(1),
      at: fc.nat(),
      how: fc.constantFrom('wrong', 'missing', 'extra', 'swapped'),
      letter: fc.stringMatching(/^[a-z]$/),
    });
    await fc.assert(
      fc.asyncProperty(slip, async ({ who, word, at, how, letter }) => {
        const right = who.split(' ')[word]!;
        if (right.length < 5) return;
        const place = at % (how === 'extra' ? right.length + 1 : how === 'swapped' ? right.length - 1 : right.length);
        const [before, after] = [right.slice(0, place), right.slice(place)];
        const typed = {
          wrong: before + letter + after.slice(1),
          missing: before + after.slice(1),
          extra: before + letter + after,
          swapped: before + after[1] + after[0] + after.slice(2),
        }[how];
        expect(await names(typed)).toContain(who);
      }),
      { numRuns: 150 },
    );
  });

  test('by the beginning of any words of theirs, in any order', async () => {
    for (const name of PEOPLE) await keep(name);
    expect(await names('vest ima')).toEqual(['Imani Vestergaard']);
    expect(await names('o')).toEqual(['Oda Lind']);
    expect(await names('imani lind')).toEqual([]);
  });

  test('by what stands on their profiles now and earlier, tags, how they were met, notes and what was logged', async () => {
    const contactId = await keep('Mira Santos', { headline: 'Head of Research', organisation: 'Tarnwick Hydrology' });
    await editContact(next(), {
      commandId: id(),
      contactId,
      changes: { tags: ['glaciers'], howWeMet: 'On a ferry', customFields: [{ label: 'Dog', value: 'Biscuit' }] },
    });
    await note(contactId, 'Wants the **map** of the delta');
    const content = {
      on: '2026-11-20',
      channel: 'call' as const,
      text: 'Spoke of kayaks',
      learned: 'how turbines freeze',
      given: [{ benefit: 'knowledge' as const, text: 'an atlas' }],
      received: [],
    };
    await logInteraction(next(), { commandId: id(), subject: { contactId }, interactionId: id(), content });
    const [key] = ((await db.contacts.get(contactId)) as { profileKeys: string[] }).profileKeys;
    await recordSighting(next(), { ...profile(), key: key!, fields: { headline: 'Founder', organisation: 'Fennmark' } });
    expect(await matches('research')).toEqual(['Mira Santos (earlier: Head of [Research])']);
    expect(await matches('fennmark')).toEqual(['Mira Santos (profile: [Fennmark])']);
    expect(await matches('glac')).toEqual(['Mira Santos (tag: [glac]iers)']);
    expect(await matches('ferry')).toEqual(['Mira Santos (howWeMet: On a [ferry])']);
    expect(await matches('biscuit')).toEqual(['Mira Santos (field: Dog: [Biscuit])']);
    expect(await matches('delta map')).toEqual(['Mira Santos (note: Wants the [map] of the [delta])']);
    expect(await matches('kayak')).toEqual(['Mira Santos (interaction: Spoke of [kayak]s)']);
    expect(await matches('turbines')).toEqual(['Mira Santos (interaction: how [turbines] freeze)']);
    expect(await matches('atlas')).toEqual(['Mira Santos (interaction: an [atlas])']);
    expect(await matches('mira kayak')).toEqual(['Mira Santos (interaction: Spoke of [kayak]s)']);
    expect(await matches('founder')).toEqual(['Mira Santos (profile: [Founder])']);
  });

  test('of somebody of whom very much was written in the newest of it, and in what is older where it stands there alone', async () => {
    const contactId = await keep('Mira Santos');
    const text = (number: number) => (number === 0 ? 'Grew up by the estuary' : `Spoke of the glacier, number ${number}`);
    const at = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString();
    const notes = Array.from({ length: 1000 }, (_, number) => ({
      id: id(),
      contactId,
      text: text(number),
      draft: false,
      createdAt: at(number),
      updatedAt: at(number),
    }));
    await db.notes.bulkPut(notes);
    await forgetSearchIndex(db);
    await rebuildSearch(db);
    let read = 0;
    db.notes.hook('reading', (row) => {
      read++;
      return row;
    });
    expect(await matches('glacier')).toEqual(['Mira Santos (note: Spoke of the [glacier], number 999)']);
    expect(read).toBeLessThan(250);
    expect(await matches('estuary')).toEqual(['Mira Santos (note: Grew up by the [estuary])']);
  });

  test('by what a follow-up says that is to come, has come or waits for somebody, until it is dealt with', async () => {
    const contactId = await keep('Mira Santos');
    const [later, met] = [id(), id()];
    const followUp = (reminderId: string, text: string, further: { encounter?: Encounter } = {}) =>
      setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId, text, dueAt: '2026-11-22T08:30', ...further });
    await followUp(later, 'Send the xylophone');
    await followUp(met, 'Ask about the marimba', { encounter: { kind: 'organisation', name: 'Tarnwick' } });
    expect(await matches('xylo')).toEqual(['Mira Santos (reminder: Send the [xylo]phone)']);
    expect(await matches('marimba ask')).toEqual(['Mira Santos (reminder: [Ask] about the [marimba])']);
    const context = next();
    await claimDue(context, firingRules(context.now, context.zone, DEFAULT_NOTIFYING, id));
    expect(await matches('xylo')).toEqual(['Mira Santos (reminder: Send the [xylo]phone)']);
    const { entryId } = await completeReminder(next(), { commandId: id(), reminderId: later }, () => undefined);
    expect(await names('xylo')).toEqual([]);
    await undo(next(), { commandId: id(), entryId });
    expect(await names('xylo')).toEqual(['Mira Santos']);
    await editFollowUp(next(), { commandId: id(), reminderId: later, text: 'Send the glockenspiel', dueAt: '2026-11-22T08:30' });
    expect(await names('xylo')).toEqual([]);
    expect(await names('glockenspiel')).toEqual(['Mira Santos']);
  });

  test('by a follow-up that waits behind very many that were dealt with', async () => {
    const contactId = await keep('Mira Santos');
    const reminders = Array.from({ length: 1000 }, (_, number): Reminder => {
      const isFirst = number === 0;
      const status = isFirst ? 'open' : 'done';
      return { id: id(), contactId, text: 'Send the xylophone', dueAt: '2027-01-05T09:00', status, createdAt: NOW, updatedAt: NOW };
    });
    await db.reminders.bulkPut(reminders);
    await forgetSearchIndex(db);
    await rebuildSearch(db);
    expect(await matches('xylo')).toEqual(['Mira Santos (reminder: Send the [xylo]phone)']);
  });

  test('by their names and what stands near to them without a look at their follow-ups', async () => {
    const contactId = await keep('Mira Santos', { headline: 'Head of Research' });
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text: 'Send the xylophone', dueAt: '2027-01-05T09:00' });
    let read = 0;
    db.reminders.hook('reading', (row) => {
      read++;
      return row;
    });
    await names('mira');
    await names('research');
    expect(read).toBe(0);
    await names('xylo');
    expect(read).toBe(1);
  });

  test('no more by what was deleted', async () => {
    const contactId = await keep('Mira Santos');
    await deleteContact(next(), { commandId: id(), contactId });
    expect(await searchPeople(db, 'mira', 8)).toEqual({ text: 'mira', people: [], count: { found: 0, by: 'all' }, indexed: 1 });
  });
});

describe('First comes', () => {
  test('a whole name, then its beginning, then a misspelt one, then profiles, then notes; the archived after all', async () => {
    const notes = await keep('Oda Lind');
    await note(notes, 'introduced me to Karin');
    await keep('Bo Ek', { organisation: 'Karin & Sons' });
    await keep('Kari Nilsen');
    await keep('Karine Dahl');
    const archived = await keep('Karin Archived');
    await editContact(next(), { commandId: id(), contactId: archived, changes: { archived: true } });
    await keep('Karin Holm');
    expect(await names('karin')).toEqual(['Karin Holm', 'Karine Dahl', 'Bo Ek', 'Oda Lind', 'Karin Archived']);
    expect(await names('karim')).toEqual(['Karin Holm', 'Karine Dahl', 'Kari Nilsen', 'Karin Archived']);
  });

  test('among those alike, the starred and then the lately touched', async () => {
    const hour = (count: number) => () => clockwork(db, `2026-11-22T${String(8 + count).padStart(2, '0')}:00:00.000Z`)();
    const ids = new Map<string, string>();
    for (const [place, name] of ['Mira A', 'Mira B', 'Mira C', 'Mira D'].entries()) {
      next = hour(place);
      ids.set(name, await keep(name));
    }
    next = hour(5);
    await note(ids.get('Mira B')!, 'spoke today');
    next = hour(6);
    await editContact(next(), { commandId: id(), contactId: ids.get('Mira A')!, changes: { starred: true } });
    next = hour(7);
    await note(ids.get('Mira C')!, 'spoke just now');
    expect(await names('mira')).toEqual(['Mira A', 'Mira C', 'Mira B', 'Mira D']);
  });
});

describe('A page that has rehearsed its search finds', () => {
  let page: KithDatabase;
  let ids: string[];
  const namesThere = async (text: string) => (await searchPeople(page, text, 8)).people.map(({ name }) => name);
  const star = (contactId = '') => editContact(next(), { commandId: id(), contactId, changes: { starred: true } });

  beforeEach(async () => {
    ids = [];
    for (const name of ['Mira A', 'Mira B', 'Mira C']) ids.push(await keep(name, { headline: 'Glaciologist' }));
    await workInSearchChanges(db);
    page = new KithDatabase(db.name);
    await rehearseSearch(page, 8);
  });

  test('the same people in the same order', async () => {
    expect(await namesThere('mira')).toEqual(await names('mira'));
    expect(await namesThere('glacio')).toEqual(['Mira C', 'Mira B', 'Mira A']);
  });

  test.each([
    ['worked in', () => workInSearchChanges(db)],
    ['not worked in yet', () => Promise.resolve()],
  ])('what was changed since, %s', async (_, workIn) => {
    await star(ids[0]);
    await keep('Mira D');
    await workIn();
    expect(await namesThere('mira')).toEqual(['Mira A', 'Mira D', 'Mira C', 'Mira B']);
    await editContact(next(), { commandId: id(), contactId: ids[0] ?? '', changes: { archived: true } });
    await workIn();
    expect(await namesThere('mira')).toEqual(['Mira D', 'Mira C', 'Mira B', 'Mira A']);
  });

  test('by an index that was made anew meanwhile, in which everybody has another number', async () => {
    await star(ids[1]);
    await deleteContact(next(), { commandId: id(), contactId: ids[0] ?? '' });
    await workInSearchChanges(db);
    expect(await namesThere('mira')).toEqual(['Mira B', 'Mira C']);
    await forgetSearchIndex(db);
    await rebuildSearch(db);
    expect(await namesThere('mira')).toEqual(['Mira B', 'Mira C']);
  });
});

test.each(['  ', '🙂'])('what has no word in it finds nobody: “%s”', async (text) => {
  await keep('Mira Santos');
  expect(await names(text)).toEqual([]);
});

describe('How many are found', () => {
  test('is said of everybody at whom the words stand, however few are shown', async () => {
    for (const name of ['Mira Santos', 'Oda Lind', 'Rune Aske']) await note(await keep(name), 'Knows the glacier');
    expect(await searchPeople(db, 'glacier', 2)).toMatchObject({ count: { found: 3, by: 'all' }, people: [{}, {}] });
  });

  test('is said of names where enough are found by those', async () => {
    for (const name of ['Mira Santos', 'Mira Lind', 'Mira Aske']) await keep(name);
    await note(await keep('Oda Lind'), 'Knows Mira');
    expect(await searchPeople(db, 'mira', 2)).toMatchObject({ count: { found: 3, by: 'names' } });
    expect(await searchPeople(db, 'mira', 4)).toMatchObject({ count: { found: 4, by: 'all' } });
  });
});
