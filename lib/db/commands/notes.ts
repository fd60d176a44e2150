import type { Note } from '../../model/note';
import { Refused } from '../../model/refusal';
import { carryOut, type Changes, type Context, type Done } from '../journal';
import { parseContact, parseRow, ROW_SCHEMAS } from '../rows';
import { keepSubject, type Subject } from './subject';

/**
 * Writes a note, as often as its author pauses: the same commandId amends the same journal entry. A draft emptied again
 * is deleted; a finished note is not emptied but deleted by its own command.
 */
export function writeNote(context: Context, command: { commandId: string; subject: Subject; noteId: string; text: string; draft: boolean }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'writeNote', amend: true }, async (changes) => {
    const { subject } = command;
    const known = 'contactId' in subject ? subject.contactId : undefined;
    // Both at once: this is done at every pause of somebody who writes.
    const [row, contactRow] = await Promise.all([context.db.notes.get(command.noteId), known === undefined ? undefined : context.db.contacts.get(known)]);
    const before = parseRow(ROW_SCHEMAS.notes, row);
    if (command.text.trim() === '') return emptied(changes, before);
    const isTheirs = before === undefined || before.contactId === known;
    const contact = (isTheirs && parseContact(contactRow)) || (await keepSubject(context, changes, before ? { contactId: before.contactId } : subject));
    changes.contactIds.add(contact.id);
    const note: Note = {
      id: command.noteId,
      contactId: contact.id,
      text: command.text,
      draft: command.draft,
      createdAt: before?.createdAt ?? context.now,
      updatedAt: context.now,
    };
    await changes.put('notes', note.id, before, note);
  });
}

/** Deletes a note. @throws Refused where there is none. */
export function deleteNote(context: Context, command: { commandId: string; noteId: string }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'deleteNote' }, async (changes) => {
    const note = parseRow(ROW_SCHEMAS.notes, await context.db.notes.get(command.noteId));
    if (!note) throw new Refused('noteMissing');
    changes.contactIds.add(note.contactId);
    await changes.remove('notes', note.id, note);
  });
}

async function emptied(changes: Changes, before: Note | undefined): Promise<void> {
  if (!before) return;
  if (!before.draft) throw new Refused('noteEmpty');
  changes.contactIds.add(before.contactId);
  await changes.remove('notes', before.id, before);
}
