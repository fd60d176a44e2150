import { i18n } from '#i18n';
import { COMMANDS } from '../../lib/messaging/protocol';
import { desk } from './desk';
import { type Message, watchLeftBehind } from './in-flight';
import { keepNoteAbout } from './keep-note';
import { askAndRemember } from './perform';

/** Longer than asking takes when the worker has to start; what takes longer still arrives, but after the page is drawn. */
const PATIENCE = 500;

/** Asks again what pages that have gone could not get an answer to, so that what is drawn next is up to date. */
export function askWhatWasLeft(): Promise<unknown> {
  return Promise.race([watchLeftBehind(askAgain), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

async function askAgain({ type, ...payload }: Message): Promise<void> {
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
