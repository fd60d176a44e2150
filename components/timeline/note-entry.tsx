import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Note } from '../../lib/model/note';
import { exactDateTime } from '../../lib/model/spoken';
import { localDateTime } from '../../lib/model/temporal';
import { SpokenInstant } from '../date/spoken-date';
import { Icon } from '../icon';
import { useMoment } from '../moment';
import type { NoteDesk, NoteSubject } from '../note/note-desk';
import { NoteEditor } from '../note/note-editor';
import { NoteText } from '../note/note-text';
import { useNotices } from '../notice/notices';
import { EntryActions } from './entry-actions';

type Props = { note: Note; desk: NoteDesk; subject: NoteSubject; onDelete: () => void };

/** A finished note; edited in place with the same care as a new one. */
export function NoteEntry({ note, desk, subject, onDelete }: Props) {
  const { zone, locale } = useMoment();
  const [editing, setEditing] = useState(() => desk.isWaiting(note.id));
  const entry = useRef<HTMLElement>(null);
  const leave = () => {
    setEditing(false);
    entry.current?.focus();
  };
  const named = () => i18n.t('timeline.entry', [i18n.t('timeline.note'), exactDateTime(localDateTime(note.createdAt, zone), locale)]);
  return (
    <article ref={entry} className="entry" tabIndex={-1} aria-label={i18n.t('timeline.note')}>
      <Icon name="note" />
      <div className="entry-head">
        <span className="hint">
          <SpokenInstant instant={note.createdAt} />
        </span>
        {!editing && <EntryActions named={named} onEdit={() => setEditing(true)} onDelete={onDelete} />}
      </div>
      <div className="entry-body">
        {editing ? <OlderNoteEditor note={note} desk={desk} subject={subject} onLeave={leave} onEmptied={onDelete} /> : <NoteText text={note.text} />}
      </div>
    </article>
  );
}

function OlderNoteEditor({ note, desk, subject, onLeave, onEmptied }: Omit<Props, 'onDelete'> & { onLeave: () => void; onEmptied: () => void }) {
  const [session] = useState(() => desk.open(subject, { older: note }));
  const [original] = useState(note.text);
  const { say } = useNotices();
  useEffect(() => desk.enter(session), [desk, session]);

  const leave = async () => {
    if (session.state().text.trim() === '') {
      // What was typed on the way to nothing is not what undoing the deletion should bring back.
      session.type(original);
      await session.save();
      onLeave();
      onEmptied();
      return;
    }
    const answer = await session.finish();
    if (session.unkept) return;
    onLeave();
    if (answer?.kept) say(note.id, i18n.t('timeline.noteEdited'), { done: true, undo: answer.undo });
  };
  return <NoteEditor session={session} label={i18n.t('note.older')} focused onDone={() => void leave()} onLeave={() => void leave()} />;
}
