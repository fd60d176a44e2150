import './changes.css';
import { i18n } from '#i18n';
import { SpokenInstant } from '../date/spoken-date';
import { NoticeHere } from '../notice/notices';
import { type Change, changeDetail, changeWords } from './change-words';

type Props = { changes: readonly Change[]; onUndo: (change: Change) => void };

/** What was done lately, newest first, each to be taken back or done again. */
export function ChangeList({ changes, onUndo }: Props) {
  const byId = new Map(changes.map((change) => [change.entry.id, change]));
  return (
    <ol className="changes">
      {changes.map((change) => {
        const { entry } = change;
        const words = changeWords(change, entry.undoes === undefined ? undefined : byId.get(entry.undoes));
        const verb = i18n.t(entry.undoes === undefined ? 'notice.undo' : 'notice.redo');
        const detail = changeDetail(entry);
        return (
          <li key={entry.id}>
            <div className="change" data-undone={entry.undoneBy !== undefined}>
              <div className="change-words">
                <div>{words}</div>
                {detail && (
                  <div className="hint" dir="auto">
                    {detail}
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
