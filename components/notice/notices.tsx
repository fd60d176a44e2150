import './notice.css';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Icon } from '../icon';
import { type Outcome, together, type Undo } from './outcome';

/** What was just done, said where it was done, until something else is done or it is closed. */
type Notice = {
  place: string;
  text: string;
  problem: boolean;
  /** It speaks of something that was taken back: `undo` does that again. */
  takenBack: boolean;
  undo?: Undo;
  further?: Further | undefined;
};

/** What may be done along with what was just done; then it is taken back along with it, too. Answers what is to be said of it. */
export type Further = { label: string; take: () => Promise<{ text: string; outcome: Outcome }> };

type Notices = {
  notice: Notice | undefined;
  /** Says what came of an action at `place`; `text` is what to say when it was done, and `further` is offered then. Answers whether it was. */
  say: (place: string, text: string, outcome: Outcome, further?: Further) => boolean;
  /** The same of taking something back: the way back from that is to do it again. */
  sayTakenBack: (place: string, outcome: Outcome) => void;
  /** The same of an action still under way, which from now on is the last thing done; what is said may depend on what came of it. */
  sayOnceDone: <O extends Outcome>(place: string, text: (outcome: O) => string, outcome: Promise<O>) => Promise<boolean>;
  clear: () => void;
  /** Takes the last thing back that was not taken back yet; again and again, one after the other. */
  undoLast: () => Promise<void>;
  /** Does what the notice offers: takes what it speaks of back, or does it again. */
  answer: () => void;
  /** Does the further thing that the notice offers. */
  goOn: () => void;
};

const NoticesContext = createContext<Notices | undefined>(undefined);

/** Holds the one notice of a surface and reads it aloud. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  // What can be taken back, the last thing last.
  const past = useRef<Notice[]>([]);
  const show = useCallback((next: Notice) => {
    setNotice(next);
    if (next.undo && !next.takenBack) past.current.push(next);
  }, []);
  const say = useCallback(
    (place: string, text: string, outcome: Outcome, further?: Further) => {
      show({ ...noticeOf(place, text, false, outcome), ...(outcome.done && { further }) });
      return outcome.done;
    },
    [show],
  );
  const sayTakenBack = useCallback((place: string, outcome: Outcome) => show(noticeOf(place, i18n.t('notice.takenBack'), true, outcome)), [show]);
  const underWay = useRef(new Set<Promise<unknown>>());
  const sayOnceDone = useCallback(
    async <O extends Outcome>(place: string, text: (outcome: O) => string, outcome: Promise<O>) => {
      const said = outcome.then((result) => say(place, text(result), result));
      underWay.current.add(said);
      try {
        return await said;
      } finally {
        underWay.current.delete(said);
      }
    },
    [say],
  );
  const clear = useCallback(() => setNotice(undefined), []);
  const undoLast = useCallback(async () => {
    await Promise.allSettled(underWay.current);
    await takeBack(past.current.pop(), show);
  }, [show]);
  const answer = useCallback(() => {
    past.current = past.current.filter(({ undo }) => undo !== notice?.undo);
    void takeBack(notice, show);
  }, [notice, show]);
  const goOn = useCallback(async () => {
    if (!notice?.further) return;
    const { further, ...said } = notice;
    setNotice(said);
    const { text, outcome } = await further.take();
    past.current = past.current.filter(({ undo }) => undo !== said.undo);
    show(noticeOf(said.place, `${said.text} ${text}`, false, together([{ done: true, ...(said.undo && { undo: said.undo }) }, outcome])));
  }, [notice, show]);
  const notices = useMemo(
    () => ({ notice, say, sayTakenBack, sayOnceDone, clear, undoLast, answer, goOn }),
    [notice, say, sayTakenBack, sayOnceDone, clear, undoLast, answer, goOn],
  );
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

/** Where the notices of `place` appear. Where the element around it was given the keyboard, as what had it has gone, the way back takes it. */
export function NoticeHere({ place, shortcut }: { place: string; shortcut?: string }) {
  const { notice, clear, answer, goOn } = useNotices();
  const shown = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!shown.current) return;
    if (shown.current.parentElement === document.activeElement) shown.current.querySelector('button')?.focus();
    uncover(shown.current);
  }, [notice]);
  if (notice?.place !== place) return null;
  return (
    <div ref={shown} className="notice" data-problem={notice.problem} {...(notice.problem && { role: 'alert' })}>
      <span className="notice-text">{notice.text}</span>
      {notice.further && (
        <button
          type="button"
          className="button link notice-further"
          onClick={() => {
            back.current?.focus();
            goOn();
          }}
        >
          {notice.further.label}
        </button>
      )}
      {notice.undo && (
        <button ref={back} type="button" className="button link" onClick={answer}>
          {i18n.t(notice.takenBack ? 'notice.redo' : 'notice.undo')}
          {shortcut && !notice.takenBack && <kbd aria-hidden="true">{shortcut}</kbd>}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={i18n.t('notice.close')} title={i18n.t('notice.close')} onClick={clear}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Scrolls what has the keyboard out from under a notice at the edge of the window. */
function uncover(notice: HTMLElement): void {
  const focused = document.activeElement;
  if (!focused || focused.contains(notice) || notice.contains(focused)) return;
  const [over, under] = [notice.getBoundingClientRect(), focused.getBoundingClientRect()];
  if (under.bottom > over.top && under.top < over.bottom && under.right > over.left && under.left < over.right) focused.scrollIntoView({ block: 'nearest' });
}

async function takeBack(notice: Notice | undefined, show: (next: Notice) => void): Promise<void> {
  if (!notice?.undo) return;
  const text = i18n.t(notice.takenBack ? 'notice.doneAgain' : 'notice.takenBack');
  show(noticeOf(notice.place, text, !notice.takenBack, await notice.undo()));
}

function noticeOf(place: string, text: string, takenBack: boolean, outcome: Outcome): Notice {
  const way = { place, takenBack, ...(outcome.undo && { undo: outcome.undo }) };
  return outcome.done ? { ...way, text, problem: false } : { ...way, text: outcome.why, problem: true };
}
