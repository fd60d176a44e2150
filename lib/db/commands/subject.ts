import { type Contact, newContact } from '../../model/contact';
import type { Profile } from '../../model/profile';
import { Refused } from '../../model/refusal';
import type { Sighting } from '../../model/sighting';
import type { KithDatabase } from '../database';
import type { Changes, Context } from '../journal';
import { parseContact } from '../rows';

/** The person a command is about: a contact, or somebody new, named by what their page said. */
export type Subject = { contactId: string } | { profile: Profile };

/** The contact a command is about; somebody new is kept first, within the same command. */
export async function keepSubject(context: Context, changes: Changes, subject: Subject): Promise<Contact> {
  const contact = 'contactId' in subject ? await getContact(context.db, subject.contactId) : await keepProfile(context, changes, subject.profile);
  changes.contactIds.add(contact.id);
  return contact;
}

/** The contact with this id; Refused when there is none. */
export async function getContact(db: KithDatabase, id: string): Promise<Contact> {
  const contact = parseContact(await db.contacts.get(id));
  if (!contact) throw new Refused('contactMissing');
  return contact;
}

async function keepProfile(context: Context, changes: Changes, profile: Profile): Promise<Contact> {
  const { db, now, zone, newId } = context;
  const keys = [...new Set([profile.key, ...profile.aliases])];
  const owner = parseContact(await db.contacts.where('profileKeys').anyOf(keys).first());
  if (owner) return owner;

  const contact = newContact(newId(), profile.fields.name ?? profile.handle, keys, now, zone);
  await changes.put('contacts', contact.id, undefined, contact);
  const sighting: Sighting = { id: newId(), contactId: contact.id, profileKey: profile.key, seenAt: now, profile };
  await changes.put('sightings', sighting.id, undefined, sighting);
  return contact;
}
