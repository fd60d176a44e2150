import type { ContactChanges } from '../../model/contact';
import { parseRows, ROW_SCHEMAS } from '../rows';
import { carryOut, type Context, type Done } from '../journal';
import { getContact, keepSubject, type Subject } from './subject';

/** Keeps a person. Somebody who is a contact already stays as they are. */
export function addContact(context: Context, command: { commandId: string; subject: Subject }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'addContact' }, async (changes) => {
    await keepSubject(context, changes, command.subject);
  });
}

export function editContact(context: Context, command: { commandId: string; contactId: string; changes: ContactChanges }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'editContact' }, async (changes) => {
    const before = await getContact(context.db, command.contactId);
    changes.contactIds.add(before.id);
    const cleared = Object.entries(command.changes).flatMap(([field, value]) => (value === null ? [field] : []));
    const merged = { ...before, ...command.changes, updatedAt: context.now };
    await changes.put('contacts', before.id, before, Object.fromEntries(Object.entries(merged).filter(([field]) => !cleared.includes(field))));
  });
}

/** Deletes a contact with their notes, reminders, sightings and the interactions that were with them alone. */
export function deleteContact(context: Context, command: { commandId: string; contactId: string }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'deleteContact' }, async (changes) => {
    const { db, now } = context;
    const contact = await getContact(db, command.contactId);
    changes.contactIds.add(contact.id);
    const notes = parseRows(ROW_SCHEMAS.notes, await db.notes.where('[contactId+createdAt]').between([contact.id, ''], [contact.id, '\uffff']).toArray());
    for (const note of notes) await changes.remove('notes', note.id, note);
    const reminders = parseRows(ROW_SCHEMAS.reminders, await db.reminders.where('contactId').equals(contact.id).toArray());
    for (const reminder of reminders) await changes.remove('reminders', reminder.id, reminder);
    const sightings = parseRows(
      ROW_SCHEMAS.sightings,
      await db.sightings.where('[contactId+seenAt]').between([contact.id, ''], [contact.id, '\uffff']).toArray(),
    );
    for (const sighting of sightings) await changes.remove('sightings', sighting.id, sighting);
    for (const interaction of parseRows(ROW_SCHEMAS.interactions, await db.interactions.where('contactIds').equals(contact.id).toArray())) {
      const others = interaction.contactIds.filter((id) => id !== contact.id);
      if (others.length === 0) await changes.remove('interactions', interaction.id, interaction);
      else await changes.put('interactions', interaction.id, interaction, { ...interaction, contactIds: others, updatedAt: now });
    }
    for (const circle of parseRows(ROW_SCHEMAS.circles, await db.circles.where('memberIds').equals(contact.id).toArray())) {
      await changes.put('circles', circle.id, circle, { ...circle, memberIds: circle.memberIds.filter((id) => id !== contact.id), updatedAt: now });
    }
    const deferrals = parseRows(ROW_SCHEMAS.deferrals, await db.deferrals.where('contactId').equals(contact.id).toArray());
    for (const deferral of deferrals) await changes.remove('deferrals', deferral.id, deferral);
    await changes.remove('contacts', contact.id, contact);
  });
}
