import './changes.css';
import { type RefObject, useRef } from 'react';
import { i18n } from '#i18n';
import { SpokenInstant } from '../date/spoken-date';
import { useGoingOn } from '../list/use-going-on';
import { NoticeHere, useNotices } from '../notice/notices';
import { type Change, changeDetail, changeWords, type Wording } from './change-words';

type Props = {
  changes: readonly Change[];
  wording: Wording;
  /** Where work that was stopped goes on. */
  workAddress: string;
  onUndo: (change: Change) => void;
  listRef?: RefObject<HTMLOListElement | null>;
};

/** What was done lately, newest first, each to be taken back or done again. */
export function ChangeList({ changes, wording, workAddress, onUndo, listRef }: Props) {
  const own = useRef<HTMLOListElement>(null);
  const list = listRef ?? own;
  const { notice } = useNotices();
  // What was pressed is gone once it has been taken back; the notice has what does it again.
  const going = useGoingOn([...changes.map(({ entry }) => entry.id), notice?.text ?? ''], () =>
    list.current?.querySelector<HTMLElement>('.notice button')?.focus(),
  );
  return (
    <ol ref={list} className="changes" {...going}>
      {changes.map((change) => {
        const { entry } = change;
        const words = changeWords(change);
        const verb = i18n.t(entry.undoes === undefined ? 'notice.undo' : 'notice.redo');
        const detail = changeDetail(entry, wording);
        return (
          <li key={entry.id} tabIndex={-1}>
            <div className="change" data-undone={entry.undoneBy !== undefined}>
              <div className="change-words">
                <div>{words}</div>
                {detail && (
                  <div className="hint" dir="auto">
                    {detail}
                  </div>
                )}
                {change.canGoOn && (
                  <div className="hint">
                    {i18n.t('changes.stopped')} <a href={workAddress}>{i18n.t('data.heading')}</a>
                  </div>
                )}
              </div>
              <span className="hint change-when">
                <SpokenInstant instant={entry.at} />
              </span>
              {entry.undoneBy === undefined ? (
                <button type="button" className="button" aria-label={i18n.t('changes.named', [verb, words])} onClick={() => onUndo(change)}>
                  {verb}
                </button>
              ) : (
                <span className="hint change-undone">{i18n.t('changes.takenBack')}</span>
              )}
            </div>
            <NoticeHere place={entry.id} />
          </li>
        );
      })}
    </ol>
  );
}
