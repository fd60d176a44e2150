import '../notice/notice.css';
import { useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { isolated } from '../name';
import type { LeftText, NoteDesk } from './note-desk';

/** Whose words are not kept although their editor has gone from the screen, why, and what can be done. */
export function LeftTexts({ desk }: { desk: NoteDesk }) {
  const left = useSyncExternalStore(desk.subscribe, desk.left);
  return left.map((text) => <Left key={text.name} left={text} />);
}

function Left({ left }: { left: LeftText }) {
  return (
    <div className="notice" data-problem="true" role="alert">
      <span className="notice-text">{i18n.t('note.leftUnkept', [isolated(left.name), left.why])}</span>
      <button type="button" className="button link" onClick={() => void left.session.save()}>
        {i18n.t('note.tryAgain')}
      </button>
      <button type="button" className="button link" onClick={() => void navigator.clipboard.writeText(left.text)}>
        {i18n.t('note.copy')}
      </button>
    </div>
  );
}
