import { expect, test } from 'vitest';
import { addContact } from '../../lib/db/commands/contacts';
import { KeptAlready } from '../../lib/db/queries/backup';
import type { Contact } from '../../lib/model/contact';
import { clockwork, emptyDatabase, id, profile } from '../support/builders';

test('of a file of thousands it is told who is kept already, by id, now or formerly, or by profile, from its first people to its last', async () => {
  const db = emptyDatabase();
  const next = clockwork(db);
  for (const handle of ['ada', 'mira']) await addContact(next(), { commandId: id(), subject: { profile: profile(handle, { name: handle }) } });
  const [ada, mira] = (await db.contacts.toArray()) as Contact[];
  const [kept, merged] = [ada!, { ...ada!, id: id(), profileKeys: [] }];
  await db.contacts.update(kept.id, { formerIds: [merged.id] });
  const stranger = (number: number): Contact => ({ ...ada!, id: id(), profileKeys: [`linkedin:in/stranger-${number}`] });
  const sameId = { ...ada!, profileKeys: [] };
  const sameProfile = { ...mira!, id: id() };

  const already = new KeptAlready(db);
  for (const piece of [0, 1, 2, 3, 4]) {
    const strangers = Array.from({ length: 698 }, (_, number) => stranger(piece * 1000 + number));
    expect(await already.among([sameId, merged, ...strangers, sameProfile])).toEqual(new Set([sameId.id, merged.id, sameProfile.id]));
  }
});
