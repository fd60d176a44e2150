import './note.css';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { Icon } from '../icon';
import type { NoteSession } from './note-session';

type Props = {
  session: NoteSession;
  /** What the field is called for who cannot see it. */
  label: string;
  placeholder?: string;
  focused?: boolean;
  /** Asked by Ctrl+Enter and by the button. */
  onDone: () => void;
  /** Asked by Escape, where there is something to go back to. */
  onLeave?: () => void;
};

/** A Markdown field that grows with its text and keeps it while it is typed. */
export function NoteEditor({ session, label, placeholder, focused = false, onDone, onLeave }: Props) {
  const { text, status, why } = useSyncExternalStore(session.subscribe, session.state);
  const field = useRef<HTMLTextAreaElement>(null);
  const statusId = useId();

  useEffect(() => {
    if (!focused || !field.current) return;
    field.current.focus({ preventScroll: true });
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [focused]);

  useLayoutEffect(() => {
    if (field.current && text !== undefined) growWithText(field.current);
  }, [text]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onDone();
    } else if (event.key === 'Escape' && onLeave) {
      event.preventDefault();
      onLeave();
    }
  };

  return (
    <div className="note-editor" data-status={status}>
      <textarea
        ref={field}
        rows={3}
        dir="auto"
        aria-label={label}
        aria-describedby={statusId}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        placeholder={placeholder}
        value={text}
        onChange={(event) => session.type(event.currentTarget.value)}
        onBlur={() => void session.rest()}
        onKeyDown={onKeyDown}
      />
      {status === 'failed' && (
        <div className="notice" data-problem="true" role="alert">
          <span className="notice-text">{i18n.t('note.notKept', [why ?? ''])}</span>
          <button type="button" className="button link" onClick={() => void session.save()}>
            {i18n.t('note.tryAgain')}
          </button>
        </div>
      )}
      <div className="note-editor-foot">
        <span id={statusId} className="hint">
          {status === 'kept' ? (
            <span className="note-kept">
              <Icon name="done" />
              {i18n.t('note.kept')}
            </span>
          ) : (
            i18n.t('note.hint')
          )}
        </span>
        <button type="button" className="button" disabled={text.trim() === '' && !onLeave} onClick={onDone} title={i18n.t('note.doneTitle')}>
          {i18n.t('note.done')}
        </button>
      </div>
    </div>
  );
}

/** For browsers without `field-sizing: content`. */
function growWithText(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}
