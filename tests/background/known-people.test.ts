import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { knownPeople } from '../../entrypoints/background/badges';
import { forgetKnownPeople, possiblyKnown } from '../../entrypoints/page/known-people';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { writeNote } from '../../lib/db/commands/notes';
import type { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { filterTest } from '../../lib/model/key-filter';
import { clockwork, emptyDatabase, id, profile } from '../support/builders';

const LINKEDIN = 'https://www.linkedin.com/feed/';
let db: KithDatabase;
let next: () => Context;

beforeEach(() => {
  db = emptyDatabase();
  next = clockwork(db);
});

const keep = async (handle: string) => (await addContact(next(), { commandId: id(), subject: { profile: profile(handle) } })).contactId ?? '';

test('a page that has the filter is sent none until somebody of its site comes or goes, whatever else is done', async () => {
  const contactId = await keep('mira');
  const known = knownPeople(db);
  const { version, filter } = await known(LINKEDIN, undefined);
  expect(filter && filterTest(filter)('linkedin:in/mira')).toBe(true);

  await editContact(next(), { commandId: id(), contactId, changes: { name: 'Mira Aalto' } });
  await writeNote(next(), { commandId: id(), subject: { contactId }, noteId: id(), text: 'Met at the lake', draft: false });
  await addContact(next(), { commandId: id(), subject: { profile: { ...profile('oda'), key: 'github:oda' } } });
  expect(await known(LINKEDIN, version)).toEqual({ version, prefix: 'linkedin:' });
  expect(await knownPeople(db)(LINKEDIN, version), 'nor by a worker that was started anew').toEqual({ version, prefix: 'linkedin:' });

  const odaId = await keep('oda');
  const { filter: both } = await known(LINKEDIN, version);
  expect(both && ['linkedin:in/mira', 'linkedin:in/oda'].every(filterTest(both))).toBe(true);
  await deleteContact(next(), { commandId: id(), contactId: odaId });
  expect(await known(LINKEDIN, version), 'who came has gone').toEqual({ version, prefix: 'linkedin:' });
});

test('as long as a site’s profiles are few enough a page knows strangers without asking; of one more it asks about everybody, until one goes', async () => {
  const handles = ['ada', 'bruno', 'chidi', 'dalia', 'emre'];
  for (const handle of handles) await keep(handle);
  await addContact(next(), { commandId: id(), subject: { profile: { ...profile('oda'), key: 'github:oda' } } });
  const known = knownPeople(db, handles.length);
  const worker = async ({ have }: { have?: string }) => ({ ok: true, value: await known(LINKEDIN, have) });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(worker as never);
  const asksAbout = async (...some: string[]) => {
    forgetKnownPeople();
    const keys = await possiblyKnown(some.map((handle) => (handle.includes(':') ? handle : `linkedin:in/${handle}`)));
    return keys.map((key) => key.replace('linkedin:in/', ''));
  };

  expect(await asksAbout('ada', 'stranger', 'emre', 'x:stranger'), 'of other sites it cannot know').toEqual(['ada', 'emre', 'x:stranger']);
  const contactId = await keep('farah');
  expect(await known(LINKEDIN, undefined)).toEqual({ version: 'too many', prefix: 'linkedin:', filter: null });
  expect(await asksAbout('ada', 'stranger', 'farah')).toEqual(['ada', 'stranger', 'farah']);
  const another = await keep('goran');
  expect(await known(LINKEDIN, 'too many'), 'nor is it told that again').toEqual({ version: 'too many', prefix: 'linkedin:' });
  expect(await asksAbout('ada', 'stranger', 'goran')).toEqual(['ada', 'stranger', 'goran']);

  await deleteContact(next(), { commandId: id(), contactId: another });
  expect(await asksAbout('stranger')).toEqual(['stranger']);
  await deleteContact(next(), { commandId: id(), contactId });
  expect(await asksAbout('ada', 'stranger', 'farah', 'emre')).toEqual(['ada', 'emre']);
});
