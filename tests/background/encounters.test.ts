import { beforeEach, expect, test, vi } from 'vitest';
import { now } from '../../entrypoints/background/clock';
import { meetInFront, meetPerson } from '../../entrypoints/background/encounters';
import { addContact, editContact } from '../../lib/db/commands/contacts';
import { setFollowUp } from '../../lib/db/commands/reminders';
import { recordSighting } from '../../lib/db/commands/sightings';
import type { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import type { Profile } from '../../lib/model/profile';
import { millisecondsOf } from '../../lib/model/temporal';
import { clockwork, emptyDatabase, id, profile } from '../support/builders';

vi.mock(import('../../entrypoints/background/clock'), async (original) => ({ ...(await original()), now: vi.fn() }));

const LATER = '2026-11-23T08:00:00.000Z';

let db: KithDatabase;
let next: () => Context;

beforeEach(async () => {
  db = emptyDatabase();
  next = clockwork(db);
  vi.mocked(now).mockReturnValue(LATER);
  const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile('asker') } });
  const encounter = { kind: 'organisation', name: 'Acme Labs' } as const;
  await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text: 'Ask', dueAt: '2026-11-22T09:00', encounter });
});

const keep = async (of: Profile) => (await addContact(next(), { commandId: id(), subject: { profile: of } })).contactId ?? '';
const employ = (contactId: string, label: string, value: string) =>
  editContact(next(), { commandId: id(), contactId, changes: { customFields: [{ label, value }] } });
/** Their profile has settled, and said of where they work no more than this. */
const meet = ({ key, url }: Profile, organisation?: string) => meetPerson(db, { url, tabId: 1, documentId: id() }, key, organisation);
const open = (profileRead: Profile) =>
  meetInFront(db, { profile: profileRead, openedAt: millisecondsOf(LATER), describesPerson: true, isAtHome: true, linked: [], organisations: [] });

test('what waits for anybody at an organisation comes up with whoever is recorded to work there by their details, though their page says nothing of it', async () => {
  const jon = profile('jon', { name: 'Jon' });
  expect(await meet(jon)).toBe(false);
  await employ(await keep(jon), 'Company', '@acme-labs');
  expect(await meet(jon)).toBe(true);
  expect(await meet(jon), 'once').toBe(false);
});

test('and with whoever was seen to work there on another of their profiles, on sites where Kith is opened by hand too', async () => {
  const jon = profile('jon', { name: 'Jon', organisation: 'Acme Labs' });
  const elsewhere: Profile = { ...profile('jon', { name: 'Jon' }), key: 'web:jon.example', url: 'https://jon.example/', aliases: [jon.key] };
  await recordSighting(next(), jon);
  await keep(jon);
  expect(await open(elsewhere)).toBe(true);
});

test('not with somebody whose page says by now that they work elsewhere', async () => {
  const jon = profile('jon', { name: 'Jon', organisation: 'Acme Labs' });
  await keep(jon);
  expect(await meet(jon, 'Globex')).toBe(false);
  expect(await meet(jon)).toBe(true);
});
