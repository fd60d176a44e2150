import { beforeEach, describe, expect, test } from 'vitest';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { deleteInteraction, editInteraction, logInteraction } from '../../lib/db/commands/interactions';
import { deleteNote, writeNote } from '../../lib/db/commands/notes';
import { completeReminder, editFollowUp, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import { setAnnotationMode } from '../../lib/db/commands/settings';
import { recordSighting } from '../../lib/db/commands/sightings';
import { undo } from '../../lib/db/commands/undo';
import type { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { pendingActions } from '../../lib/db/queries/pending-actions';
import { annotationFacts, badgeFacts, contactIdOf, personView, readSettings, recentChanges } from '../../lib/db/queries/people';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { searchPeople } from '../../lib/db/queries/search';
import type { InteractionContent } from '../../lib/model/interaction';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import { DEFAULT_SETTINGS } from '../../lib/model/settings';
import { BERLIN, clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

let db: KithDatabase;
let next: () => Context;

beforeEach(() => {
  db = emptyDatabase();
  next = clockwork(db);
});

const call: InteractionContent = { on: '2026-11-20', channel: 'call', given: [], received: [] };

async function keep(handle = 'mira-santos', name = 'Mira Santos'): Promise<string> {
  const { contactId } = await addContact(next(), { commandId: id(), subject: { profile: profile(handle, { name }) } });
  return contactId!;
}
const keepBare = async (handle: string) => (await addContact(next(), { commandId: id(), subject: { profile: profile(handle, {}) } })).contactId!;
const view = async (contactId: string) => (await personView(db, contactId, NOW, BERLIN))!;
/** All records; the index that is made of them has a test of its own. */
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      db.tables.filter(({ name }) => name !== 'journal' && !name.startsWith('search')).map(async (table) => [table.name, await table.toArray()]),
    ),
  );

describe('Keeping people', () => {
  test('a person is kept once, however often they are added', async () => {
    const first = await keep();
    const second = await keep();
    expect(second).toBe(first);
    expect(await db.contacts.count()).toBe(1);
  });

  test('a profile that gave no name is kept under its handle', async () => {
    await addContact(next(), { commandId: id(), subject: { profile: profile('zoe-x', {}) } });
    expect((await searchPeople(db, 'zoe', 10)).people[0]?.name).toBe('zoe-x');
  });

  test('somebody kept under their handle gets the name their page gives later, unless the user gave them one', async () => {
    const contactId = await keepBare('zoe-x');
    const renamed = await keepBare('mira-y');
    await editContact(next(), { commandId: id(), contactId: renamed, changes: { name: 'Mira from the choir' } });
    expect(await recordSighting(next(), profile('zoe-x', { name: 'Zoë Xanthos' }))).toBe(true);
    expect(await recordSighting(next(), profile('mira-y', { name: 'Mira Ypsilanti' }))).toBe(true);
    expect((await view(contactId)).contact.name).toBe('Zoë Xanthos');
    expect((await searchPeople(db, 'xanthos', 10)).people.map(({ id: found }) => found)).toEqual([contactId]);
    expect((await view(renamed)).contact.name).toBe('Mira from the choir');
    await recordSighting(next(), profile('zoe-x', { name: 'Zoë Xanthos-Weber' }));
    expect((await view(contactId)).contact.name).toBe('Zoë Xanthos');
  });

  test('a person is found by any of their keys', async () => {
    const both = { ...profile(), aliases: ['linkedin:urn/ACoAAB'] };
    const { contactId } = await addContact(next(), { commandId: id(), subject: { profile: both } });
    expect(await contactIdOf(db, ['linkedin:urn/ACoAAB'])).toBe(contactId);
  });

  test('asking twice with the same command id does the work once', async () => {
    const contactId = await keep();
    const command = { commandId: id(), subject: { contactId }, reminderId: id(), text: 'Send slides', dueAt: '2026-12-01T09:00' };
    await setFollowUp(next(), command);
    await completeReminder(next(), { commandId: id(), reminderId: command.reminderId }, nextOccurrence);
    await setFollowUp(next(), command);
    expect((await view(contactId)).reminders).toEqual([]);
  });

  test('editing clears a field with null and leaves the others', async () => {
    const contactId = await keep();
    await editContact(next(), { commandId: id(), contactId, changes: { howWeMet: 'At a workshop', birthday: '--02-29' } });
    await editContact(next(), { commandId: id(), contactId, changes: { howWeMet: null } });
    expect((await view(contactId)).contact).toMatchObject({ birthday: '--02-29', name: 'Mira Santos' });
    expect((await view(contactId)).contact).not.toHaveProperty('howWeMet');
  });

  test('a renamed person is found by the new name and no longer by the old', async () => {
    const contactId = await keep();
    await editContact(next(), { commandId: id(), contactId, changes: { name: 'Łucja Öztürk' } });
    expect((await searchPeople(db, 'ozturk', 5)).people.map(({ name }) => name)).toEqual(['Łucja Öztürk']);
    expect((await searchPeople(db, 'mira', 5)).people).toEqual([]);
  });
});

describe('Writing notes', () => {
  test('writing about somebody new keeps them', async () => {
    const { contactId } = await writeNote(next(), { commandId: id(), subject: { profile: profile() }, noteId: id(), text: 'Met at a talk', draft: true });
    expect((await view(contactId!)).draft?.text).toBe('Met at a talk');
  });

  test('a note saved while typing is one note and one change', async () => {
    const command = { commandId: id(), subject: { profile: profile() }, noteId: id(), draft: true };
    for (const text of ['M', 'Me', 'Met']) await writeNote(next(), { ...command, text });
    const { contactId } = await writeNote(next(), { ...command, text: 'Met.', draft: false });
    expect((await view(contactId!)).notes.map(({ text }) => text)).toEqual(['Met.']);
    expect(await db.journal.count()).toBe(1);
  });

  test('a draft emptied again leaves nothing behind but the person', async () => {
    const contactId = await keep();
    const command = { commandId: id(), subject: { contactId }, noteId: id(), draft: true };
    await writeNote(next(), { ...command, text: 'x' });
    await writeNote(next(), { ...command, text: '  ' });
    expect(await db.notes.count()).toBe(0);
    expect(await db.journal.count()).toBe(1);
  });

  test('a finished note is not emptied by accident', async () => {
    const contactId = await keep();
    const noteId = id();
    await writeNote(next(), { commandId: id(), subject: { contactId }, noteId, text: 'Precious', draft: false });
    await expect(writeNote(next(), { commandId: id(), subject: { contactId }, noteId, text: '', draft: false })).rejects.toMatchObject({ code: 'noteEmpty' });
    expect((await view(contactId)).notes[0]?.text).toBe('Precious');
  });

  test('a note stays with the person it was written for, whoever is in front when it is saved', async () => {
    const mira = await keep();
    const other = await keep('tomas-berg', 'Tomas Berg');
    const noteId = id();
    await writeNote(next(), { commandId: id(), subject: { contactId: mira }, noteId, text: 'About Mira', draft: true });
    await writeNote(next(), { commandId: id(), subject: { contactId: other }, noteId, text: 'About Mira!', draft: true });
    expect((await view(mira)).draft?.text).toBe('About Mira!');
    expect((await view(other)).draft).toBeUndefined();
  });

  test('notes stand newest first', async () => {
    const contactId = await keep();
    for (const text of ['one', 'two', 'three']) await writeNote(next(), { commandId: id(), subject: { contactId }, noteId: id(), text, draft: false });
    expect((await view(contactId)).notes.map(({ text }) => text)).toEqual(['three', 'two', 'one']);
  });
});

describe('Last contact', () => {
  test('the newest interaction counts, and one still to come does not', async () => {
    const contactId = await keep();
    for (const on of ['2026-10-01', '2026-11-20', '2027-01-01']) {
      await logInteraction(next(), { commandId: id(), subject: { contactId }, interactionId: id(), content: { ...call, on } });
    }
    expect(await view(contactId)).toMatchObject({ lastContact: { on: '2026-11-20' }, staleness: 'fresh' });
  });

  test('editing and deleting an interaction move it', async () => {
    const contactId = await keep();
    const interactionId = id();
    await logInteraction(next(), { commandId: id(), subject: { contactId }, interactionId, content: call });
    await editInteraction(next(), { commandId: id(), interactionId, content: { ...call, on: '2026-01-05', learned: 'Patience' } });
    expect(await view(contactId)).toMatchObject({ lastContact: { on: '2026-01-05' }, staleness: 'cold' });
    await deleteInteraction(next(), { commandId: id(), interactionId });
    expect(await view(contactId)).toMatchObject({ staleness: 'never' });
  });

  test('the annotation has the newest note and the next follow-up', async () => {
    const contactId = await keep();
    for (const text of ['old', 'new']) await writeNote(next(), { commandId: id(), subject: { contactId }, noteId: id(), text, draft: false });
    for (const [text, dueAt] of [
      ['later', '2027-01-01T09:00'],
      ['sooner', '2026-12-01T09:00'],
    ] as const) {
      await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text, dueAt });
    }
    expect(await annotationFacts(db, 'linkedin:in/mira-santos', NOW, BERLIN)).toMatchObject({ note: { text: 'new' }, next: { text: 'sooner' } });
    expect(await annotationFacts(db, 'linkedin:in/nobody', NOW, BERLIN)).toBeUndefined();
  });
});

describe('A follow-up without a time', () => {
  test('is not what comes next on the annotation or beside a link: the time it was said at is past', async () => {
    const contactId = await keep();
    const set = (text: string, dueAt: string, encounter?: { kind: 'person' }) =>
      setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text, dueAt, encounter });
    const upNext = async () => {
      const [badge] = await badgeFacts(db, ['linkedin:in/mira-santos'], NOW, BERLIN);
      return [await annotationFacts(db, 'linkedin:in/mira-santos', NOW, BERLIN), badge].map((facts) => facts?.next?.text);
    };
    await set('Ask', '2026-11-20T09:00', { kind: 'person' });
    expect(await upNext()).toEqual([undefined, undefined]);
    await set('Write', '2026-12-01T09:00');
    expect(await upNext()).toEqual(['Write', 'Write']);
    expect((await view(contactId)).reminders.map(({ text }) => text)).toEqual(['Write', 'Ask']);
  });
});

describe('Pending actions', () => {
  test('overdue come first, then today’s, due or still to come, then the week ahead; what is further off or done is not listed', async () => {
    const contactId = await keep();
    const dues = {
      week: '2026-11-25T09:00',
      evening: '2026-11-22T20:00',
      due: '2026-11-22T08:30',
      overdue: '2026-11-20T09:00',
      far: '2027-02-01T09:00',
      done: '2026-11-21T09:00',
    };
    const made = new Map<string, string>();
    for (const [text, dueAt] of Object.entries(dues)) {
      made.set(text, id());
      await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: made.get(text)!, text, dueAt });
    }
    await completeReminder(next(), { commandId: id(), reminderId: made.get('done')! }, nextOccurrence);
    const { actions, more } = await pendingActions(db, NOW, BERLIN, 100);
    expect(actions.map((action) => [action.kind === 'reminder' && action.text, action.urgency])).toEqual([
      ['overdue', 'overdue'],
      ['due', 'today'],
      ['evening', 'today'],
      ['week', 'week'],
    ]);
    expect(more).toBe(0);
  });

  test('a follow-up given a new time is open again', async () => {
    const contactId = await keep();
    const reminderId = id();
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId, text: 'Write', dueAt: '2026-11-20T09:00' });
    await completeReminder(next(), { commandId: id(), reminderId }, nextOccurrence);
    await editFollowUp(next(), { commandId: id(), reminderId, text: 'Write', dueAt: '2026-12-20T09:00' });
    expect((await view(contactId)).reminders).toMatchObject([{ status: 'open', dueAt: '2026-12-20T09:00' }]);
    expect((await view(contactId)).reminders[0]).not.toHaveProperty('closedAt');
  });
});

describe('Sightings', () => {
  test('a page says something new once, and a page half loaded says nothing', async () => {
    await keep();
    const headline = (text: string) => profile('mira-santos', { name: 'Mira Santos', headline: text });
    await recordSighting(next(), headline('Researcher'));
    await recordSighting(next(), headline('Researcher'));
    await recordSighting(next(), profile('mira-santos', { name: 'Mira Santos' }));
    await recordSighting(next(), headline('Head of Research'));
    expect(await db.sightings.count()).toBe(3);
    expect((await searchPeople(db, 'mira', 1)).people[0]?.headline).toBe('Head of Research');
  });

  test('strangers leave no trace', async () => {
    await recordSighting(next(), profile('stranger'));
    expect(await db.sightings.count()).toBe(0);
  });
});

describe('Undo', () => {
  /** Each of the user's verbs, on a person with something of everything. */
  const VERBS: Record<
    string,
    (person: { contactId: string; noteId: string; interactionId: string; reminderId: string }, commandId: string) => Promise<unknown>
  > = {
    addContact: (_, commandId) => addContact(next(), { commandId, subject: { profile: profile('new-person') } }),
    editContact: ({ contactId }, commandId) => editContact(next(), { commandId, contactId, changes: { name: 'Mira S.', tags: ['conference'] } }),
    deleteContact: ({ contactId }, commandId) => deleteContact(next(), { commandId, contactId }),
    writeNote: ({ contactId }, commandId) => writeNote(next(), { commandId, subject: { contactId }, noteId: id(), text: 'Another', draft: false }),
    'writeNote about somebody new': (_, commandId) =>
      writeNote(next(), { commandId, subject: { profile: profile('new-person') }, noteId: id(), text: 'First', draft: false }),
    'writeNote over an older note': ({ contactId, noteId }, commandId) =>
      writeNote(next(), { commandId, subject: { contactId }, noteId, text: 'Changed', draft: false }),
    deleteNote: ({ noteId }, commandId) => deleteNote(next(), { commandId, noteId }),
    logInteraction: ({ contactId }, commandId) => logInteraction(next(), { commandId, subject: { contactId }, interactionId: id(), content: call }),
    editInteraction: ({ interactionId }, commandId) =>
      editInteraction(next(), { commandId, interactionId, content: { ...call, channel: 'coffee', text: 'Espresso' } }),
    deleteInteraction: ({ interactionId }, commandId) => deleteInteraction(next(), { commandId, interactionId }),
    setFollowUp: ({ contactId }, commandId) =>
      setFollowUp(next(), { commandId, subject: { contactId }, reminderId: id(), text: 'Ask', dueAt: '2026-12-24T09:00' }),
    completeReminder: ({ reminderId }, commandId) => completeReminder(next(), { commandId, reminderId }, nextOccurrence),
    snoozeReminder: ({ reminderId }, commandId) => snoozeReminder(next(), { commandId, reminderId, until: '2026-12-30T09:00' }),
    setAnnotationMode: (_, commandId) => setAnnotationMode(next(), { commandId, siteId: 'github', mode: 'off' }),
  };

  async function person() {
    const contactId = await keep();
    const ids = { contactId, noteId: id(), interactionId: id(), reminderId: id() };
    await writeNote(next(), { commandId: id(), subject: { contactId }, noteId: ids.noteId, text: 'A note', draft: false });
    await logInteraction(next(), { commandId: id(), subject: { contactId }, interactionId: ids.interactionId, content: call });
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: ids.reminderId, text: 'Write', dueAt: '2026-12-01T09:00' });
    await setAnnotationMode(next(), { commandId: id(), siteId: 'linkedin', mode: 'badge' });
    return ids;
  }

  test.each(Object.keys(VERBS))('%s is taken back whole, and done again by undoing the undo', async (verb) => {
    const ids = await person();
    const before = await everything();
    const commandId = id();
    await VERBS[verb]!(ids, commandId);
    const after = await everything();
    expect(after).not.toEqual(before);

    const undoId = id();
    await undo(next(), { commandId: undoId, entryId: commandId });
    expect(await everything()).toEqual(before);

    await undo(next(), { commandId: id(), entryId: undoId });
    expect(await everything()).toEqual(after);
    expect((await db.journal.get(commandId)) as object).not.toHaveProperty('undoneBy');
  });

  test('a change to one field is taken back without touching a later change to another', async () => {
    const contactId = await keep();
    const rename = id();
    await editContact(next(), { commandId: rename, contactId, changes: { name: 'Mira S.' } });
    await editContact(next(), { commandId: id(), contactId, changes: { starred: true } });
    await undo(next(), { commandId: id(), entryId: rename });
    expect((await view(contactId)).contact).toMatchObject({ name: 'Mira Santos', starred: true });
  });

  test('what a later command built on is not pulled from under it', async () => {
    const commandId = id();
    const { contactId } = await addContact(next(), { commandId, subject: { profile: profile() } });
    await writeNote(next(), { commandId: id(), subject: { contactId: contactId! }, noteId: id(), text: 'Later', draft: false });
    await expect(undo(next(), { commandId: id(), entryId: commandId })).rejects.toMatchObject({ code: 'changedSince' });
    expect((await view(contactId!)).notes).toHaveLength(1);
  });

  test('of a deletion gives nothing back to somebody who has gone since; when they are back, it does, and it is found', async () => {
    await rebuildSearch(db);
    const contactId = await keep();
    const noteId = id();
    const content = { ...call, text: 'knows lanterns' };
    const { entryId: logged } = await logInteraction(next(), { commandId: id(), subject: { contactId }, interactionId: id(), content });
    await writeNote(next(), { commandId: id(), subject: { contactId }, noteId, text: 'Carves lanterns', draft: false });
    const { entryId: deleted } = await deleteNote(next(), { commandId: id(), noteId });
    const { entryId: unlogged } = await undo(next(), { commandId: id(), entryId: logged });
    const { entryId: gone } = await deleteContact(next(), { commandId: id(), contactId });
    for (const entryId of [deleted, unlogged]) {
      await expect(undo(next(), { commandId: id(), entryId })).rejects.toMatchObject({ code: 'changedSince' });
    }
    for (const entryId of [gone, deleted, unlogged]) await undo(next(), { commandId: id(), entryId });
    expect(await view(contactId)).toMatchObject({ notes: [{ text: 'Carves lanterns' }], interactions: [{ text: 'knows lanterns' }] });
    expect((await searchPeople(db, 'lanterns', 5)).people).toMatchObject([{ id: contactId }]);
  });

  test('what is taken back, done again and taken back once more stands no longer, and what was done before it can be taken back', async () => {
    const [contactId, noteId, write] = [await keep(), id(), id()];
    await writeNote(next(), { commandId: write, subject: { contactId }, noteId, text: 'One', draft: false });
    const { entryId: rewrite } = await writeNote(next(), { commandId: id(), subject: { contactId }, noteId, text: 'Two', draft: false });
    let entryId = rewrite;
    for (let times = 0; times < 5; times++) ({ entryId } = await undo(next(), { commandId: id(), entryId }));
    expect((await view(contactId)).notes.map(({ text }) => text)).toEqual(['One']);
    await undo(next(), { commandId: id(), entryId: write });
    expect((await view(contactId)).notes).toEqual([]);
  });

  test('a refused undo changes nothing, not even the journal', async () => {
    const contactId = await keep();
    const rename = id();
    await editContact(next(), { commandId: rename, contactId, changes: { name: 'One' } });
    await editContact(next(), { commandId: id(), contactId, changes: { name: 'Two' } });
    const journal = await db.journal.toArray();
    await expect(undo(next(), { commandId: id(), entryId: rename })).rejects.toMatchObject({ code: 'changedSince' });
    expect(await db.journal.toArray()).toEqual(journal);
  });

  test('a person deleted and then kept anew under the same profile is not brought back twice', async () => {
    const contactId = await keep();
    const deletion = id();
    await deleteContact(next(), { commandId: deletion, contactId });
    await keep();
    await expect(undo(next(), { commandId: id(), entryId: deletion })).rejects.toMatchObject({ code: 'profileTaken' });
  });

  test('the list of changes names people who are deleted', async () => {
    const contactId = await keep();
    await deleteContact(next(), { commandId: id(), contactId });
    expect((await recentChanges(db, 10)).map(({ entry, names }) => [entry.command, names])).toEqual([
      ['deleteContact', ['Mira Santos']],
      ['addContact', ['Mira Santos']],
    ]);
  });

  test('says what was taken back, however many changes ago that was done, and whatever was taken back with it', async () => {
    const contactId = await keep();
    const { entryId } = await writeNote(next(), { commandId: id(), subject: { contactId }, noteId: id(), text: 'Pumps', draft: false });
    for (let count = 0; count < 3; count++) await setAnnotationMode(next(), { commandId: id(), siteId: 'github', mode: count % 2 ? 'hover' : 'badge' });
    const { entryId: undone } = await undo(next(), { commandId: id(), entryId });
    await undo(next(), { commandId: id(), entryId: undone });
    expect(await recentChanges(db, 1)).toMatchObject([
      { entry: { command: 'undo' }, undone: { entry: { command: 'undo' }, undone: { entry: { command: 'writeNote' }, names: ['Mira Santos'] } } },
    ]);
  });
});

describe('Broken records', () => {
  test('are left out and left alone', async () => {
    const contactId = await keep();
    await db.table('notes').put({ id: 'broken', contactId, createdAt: NOW, text: 7 });
    await db.table('reminders').put({ id: 'broken', contactId, status: 'open', dueAt: 'soon' });
    await db.table('settings').put({ id: 'settings', annotation: 'everywhere', followUpTime: '25:99' });
    expect((await view(contactId)).notes).toEqual([]);
    expect((await pendingActions(db, NOW, BERLIN, 10)).actions).toEqual([]);
    expect(await readSettings(db)).toEqual(DEFAULT_SETTINGS);
    expect(await db.notes.count()).toBe(1);
  });
});
