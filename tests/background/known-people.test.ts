import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { knownPeople } from '../../entrypoints/background/badges';
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
