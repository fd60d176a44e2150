import './notice.css';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { Icon } from '../icon';
import type { Outcome, Undo } from './outcome';

/** What was just done, said where it was done, until something else is done or it is closed. */
type Notice = { place: string; text: string; problem: boolean; undo?: Undo; undoLabel: string };

type Notices = {
  notice: Notice | undefined;
  /** Says what came of an action at `place`; `text` is what to say when it was done. Answers whether it was. */
  say: (place: string, text: string, outcome: Outcome) => boolean;
  clear: () => void;
  undoLast: () => void;
};

const NoticesContext = createContext<Notices | undefined>(undefined);

/** Holds the one notice of a surface and reads it aloud. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const say = useCallback((place: string, text: string, outcome: Outcome) => {
    setNotice(noticeOf(place, text, outcome, i18n.t('notice.undo')));
    return outcome.done;
  }, []);
  const clear = useCallback(() => setNotice(undefined), []);
  const undoLast = useCallback(() => void takeBack(notice, setNotice), [notice]);
  const notices = useMemo(() => ({ notice, say, clear, undoLast }), [notice, say, clear, undoLast]);
  return (
    <NoticesContext value={notices}>
      {children}
      <p className="for-screen-readers" role="status">
        {notice && !notice.problem ? notice.text : ''}
      </p>
    </NoticesContext>
  );
}

export function useNotices(): Notices {
  const notices = use(NoticesContext);
  if (!notices) throw new Error('useNotices: no NoticesProvider around this component');
  return notices;
}

/** Where the notices of `place` appear. */
export function NoticeHere({ place, shortcut }: { place: string; shortcut?: string }) {
  const { notice, clear, undoLast } = useNotices();
  if (notice?.place !== place) return null;
  return (
    <div className="notice" data-problem={notice.problem} {...(notice.problem && { role: 'alert' })}>
      <span className="notice-text">{notice.text}</span>
      {notice.undo && (
        <button type="button" className="button link" onClick={undoLast}>
          {notice.undoLabel}
          {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={i18n.t('notice.close')} title={i18n.t('notice.close')} onClick={clear}>
        <Icon name="close" />
      </button>
    </div>
  );
}

async function takeBack(notice: Notice | undefined, show: (next: Notice) => void): Promise<void> {
  if (!notice?.undo) return;
  const again = notice.undoLabel === i18n.t('notice.redo');
  const outcome = await notice.undo();
  show(noticeOf(notice.place, again ? i18n.t('notice.doneAgain') : i18n.t('notice.takenBack'), outcome, again ? i18n.t('notice.undo') : i18n.t('notice.redo')));
}

function noticeOf(place: string, text: string, outcome: Outcome, undoLabel: string): Notice {
  const way = { place, undoLabel, ...(outcome.undo && { undo: outcome.undo }) };
  return outcome.done ? { ...way, text, problem: false } : { ...way, text: outcome.why, problem: true };
}
