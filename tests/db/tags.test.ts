import { expect, test } from 'vitest';
import { addContact, editContact } from '../../lib/db/commands/contacts';
import { setTagCadence } from '../../lib/db/commands/tags';
import type { Context } from '../../lib/db/journal';
import { tagFacts, tagsInUse } from '../../lib/db/queries/tags';
import type { ContactChanges } from '../../lib/model/contact';
import { BERLIN, emptyDatabase, id, NOW, profile } from '../support/builders';

test('a tag is known with its cadence, its people, and those for whom the cadence holds', async () => {
  const db = emptyDatabase();
  const context: Context = { db, now: NOW, zone: BERLIN, newId: id };
  const keep = async (name: string, changes: ContactChanges) => {
    const { contactId = '' } = await addContact(context, { commandId: id(), subject: { profile: profile(name, { name }) } });
    await editContact(context, { commandId: id(), contactId, changes });
  };
  const cadence = { every: 6, unit: 'week' } as const;
  await keep('mira', { tags: ['mentors', 'alps'] });
  await keep('jon', { tags: ['mentors'], cadence: { every: 1, unit: 'year' } });
  await keep('ola', { tags: ['mentors'], neverRemind: true });
  await keep('per', { tags: ['mentors too'] });
  await setTagCadence(context, { commandId: id(), label: 'Mentors', cadence });

  expect(await tagsInUse(db)).toEqual(['alps', 'mentors', 'mentors too']);
  expect(await tagFacts(db, ['mentors', 'alps'])).toEqual([
    { name: 'mentors', cadence, people: 3, holdsFor: 1 },
    { name: 'alps', people: 1, holdsFor: 1 },
  ]);
});
