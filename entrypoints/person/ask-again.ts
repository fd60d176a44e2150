import { i18n } from '#i18n';
import { COMMANDS } from '../../lib/messaging/protocol';
import { desk } from './desk';
import type { Message } from './in-flight';
import { keepNoteAbout } from './keep-note';
import { askAndRemember } from './perform';

/** Asks what a page that has gone could not get an answer to. */
export async function askAgain({ type, ...payload }: Message): Promise<void> {
  const { data: note } = type === 'writeNote' ? COMMANDS.writeNote.safeParse(payload) : {};
  if (!note) {
    await askAndRemember({ type, ...payload });
    return;
  }
  // A note that cannot be kept now either is a text somebody has to be told about: it goes through the desk like any other.
  const { subject } = note;
  const ids = 'profile' in subject ? [subject.profile.key, ...subject.profile.aliases] : [subject.contactId];
  const name = 'profile' in subject ? (subject.profile.fields.name ?? subject.profile.handle) : i18n.t('changes.somebody');
  await desk.takeOver({ ids, name, keep: keepNoteAbout(() => subject) }, note);
}
