import { v7 } from 'uuid';
import type { KeepNote } from '../../components/note/note-session';
import type { CommandPayload, Subject } from '../../lib/messaging/protocol';
import { forget } from './in-flight';
import { askAndRemember, undoOf } from './perform';

type WriteNote = { type: 'writeNote' } & CommandPayload<'writeNote'>;

/**
 * Where the words of one person's editors go. `subject` answers the newest of what is known about that one person. Somebody new is a
 * contact from the first words on; a contact deleted meanwhile is kept again, as far as their page is known.
 */
export function keepNoteAbout(subject: () => Subject): KeepNote {
  let contactId: string | undefined;
  const renewed = new Map<string, string>();
  const current = (id: string) => renewed.get(id) ?? id;

  return async ({ commandId, noteId, text, draft }) => {
    const message = (): WriteNote => ({
      type: 'writeNote',
      commandId: current(commandId),
      subject: contactId === undefined ? subject() : { contactId },
      noteId: current(noteId),
      text,
      draft,
    });
    const first = message();
    let answer = await askAndRemember(first);
    if (!answer.ok && answer.error.code === 'contactMissing' && contactId !== undefined && 'profile' in subject()) {
      forget(first);
      contactId = undefined;
      renewed.set(commandId, v7()).set(noteId, v7());
      answer = await askAndRemember(message());
    }
    if (!answer.ok) return { kept: false, why: answer.error.message };
    contactId = answer.value.contactId ?? contactId;
    return { kept: true, undo: undoOf(answer.value) };
  };
}
