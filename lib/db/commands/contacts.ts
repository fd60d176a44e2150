import type { ContactChanges } from '../../model/contact';
import { carryOut, type Context, type Done, edits, removals } from '../journal';
import { parseRows, ROW_SCHEMAS } from '../rows';
import { getContact, keepSubject, type Subject } from './subject';

/** Keeps a person. Somebody who is a contact already stays as they are. */
export function addContact(context: Context, command: { commandId: string; subject: Subject }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'addContact' }, async (changes) => {
    await keepSubject(context, changes, command.subject);
  });
}

/** Changes those fields of a contact that are named; null clears one. @throws Refused where there is no such contact. */
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
    const [notes, reminders, sightings, interactions, circles, deferrals] = await Promise.all([
      db.notes.where('[contactId+createdAt]').between([contact.id, ''], [contact.id, '\uffff']).toArray(),
      db.reminders.where('contactId').equals(contact.id).toArray(),
      db.sightings.where('[contactId+seenAt]').between([contact.id, ''], [contact.id, '\uffff']).toArray(),
      db.interactions.where('contactIds').equals(contact.id).toArray(),
      db.circles.where('memberIds').equals(contact.id).toArray(),
      db.deferrals.where('contactId').equals(contact.id).toArray(),
    ]);
    const others = (ids: readonly string[]) => ids.filter((id) => id !== contact.id);
    await changes.makeAll([
      ...removals('notes', parseRows(ROW_SCHEMAS.notes, notes)),
      ...removals('reminders', parseRows(ROW_SCHEMAS.reminders, reminders)),
      ...removals('sightings', parseRows(ROW_SCHEMAS.sightings, sightings)),
      ...edits('interactions', parseRows(ROW_SCHEMAS.interactions, interactions), (interaction) => {
        const contactIds = others(interaction.contactIds);
        return contactIds.length === 0 ? undefined : { ...interaction, contactIds, updatedAt: now };
      }),
      ...edits('circles', parseRows(ROW_SCHEMAS.circles, circles), (circle) => ({ ...circle, memberIds: others(circle.memberIds), updatedAt: now })),
      ...removals('deferrals', parseRows(ROW_SCHEMAS.deferrals, deferrals)),
      { table: 'contacts', id: contact.id, before: contact },
    ]);
  });
}
