import { memo, type MouseEvent, type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import type { Because, PendingAction } from '../../lib/model/pending-action';
import { localDateTime } from '../../lib/model/temporal';
import { ShortDay, SpokenDate, SpokenDueTime } from '../date/spoken-date';
import { Icon, type IconName } from '../icon';
import { Later } from '../later';
import { useMoment } from '../moment';
import { isolated } from '../name';
import { FieldChanges } from '../person/field-changes';
import type { Asked } from './pending-list';
import { reasonWords, whatWords } from './reason-words';

/** `words`: a click on what the row says. */
export type RowDeed = Asked | 'open' | 'select' | 'words';

type Props = {
  action: PendingAction;
  because: Because | undefined;
  /** Has the keyboard. */
  current: boolean;
  selected: boolean;
  /** Shows all of what it says. */
  unfolded: boolean;
  canDismiss: boolean;
  /** What is being asked about it; `children` asks it. */
  asked: Asked | undefined;
  children: ReactNode;
  onCurrent: (action: PendingAction) => void;
  onDeed: (deed: RowDeed, action: PendingAction, event: MouseEvent) => void;
};

/** One thing that waits: who, what, when and why, and what can be done about it. */
export const PendingRow = memo(function PendingRow({ action, because, current, selected, unfolded, canDismiss, asked, children, onCurrent, onDeed }: Props) {
  const id = useId();
  const moment = useMoment();
  const reasons = reasonWords(action, because, moment);
  const reason = reasons.join(' · ');
  const named = (deed: Exclude<RowDeed, 'words'>) => ({
    'aria-label': i18n.t('pending.named', [i18n.t(`pending.${deed}`), isolated(action.name)]),
    title: i18n.t(`pending.${deed}`),
    tabIndex: current ? 0 : -1,
  });
  const button = (deed: Asked | 'open', icon: IconName) => (
    <button
      type="button"
      className={deed === 'done' ? 'icon-button done-button' : 'icon-button'}
      {...named(deed)}
      {...(asked === deed && { 'aria-expanded': true })}
      onClick={(event) => onDeed(deed, action, event)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div
      role="row"
      className="pending-row"
      data-id={action.id}
      data-urgency={action.urgency}
      data-unfolded={unfolded}
      aria-labelledby={`${id}-name ${id}-what ${id}-when`}
      aria-describedby={`${id}-why`}
      aria-selected={selected}
      aria-keyshortcuts={canDismiss ? 'd s l o x u Delete' : 'd s l o x u'}
      tabIndex={current ? 0 : -1}
      onFocus={() => onCurrent(action)}
    >
      <div role="gridcell" className="pending-cell">
        <Later>
          <input
            type="checkbox"
            className="pending-select"
            {...named('select')}
            checked={selected}
            readOnly
            onClick={(event) => onDeed('select', action, event)}
          />
          {button('done', 'done')}
        </Later>
      </div>
      <div role="gridcell" className="pending-words" onClick={(event) => onDeed('words', action, event)}>
        <div id={`${id}-name`} className="pending-name" dir="auto">
          {action.name}
        </div>
        <div id={`${id}-when`} className="pending-when">
          <When action={action} />
        </div>
        <div id={`${id}-what`} className="pending-what" dir="auto" title={whatWords(action, moment)}>
          {action.kind === 'change' ? <FieldChanges fields={action.fields} /> : whatWords(action, moment)}
        </div>
        <div id={`${id}-why`} className="pending-why" title={reason}>
          {reasons.map((each) => (
            <bdi key={each}>{each}</bdi>
          ))}
        </div>
      </div>
      <div role="gridcell" className="pending-cell pending-deeds">
        <Later>
          {button('log', 'message')}
          {button('snooze', 'snooze')}
          {button('open', 'open')}
          {canDismiss && button('dismiss', 'close')}
        </Later>
      </div>
      {children && (
        <div role="gridcell" className="pending-question">
          {children}
        </div>
      )}
    </div>
  );
});

/** When it comes or came; what it waits for, and how far somebody is over their rhythm, stands among the words. */
function When({ action }: { action: PendingAction }) {
  const { zone } = useMoment();
  switch (action.kind) {
    case 'reminder':
      if (action.waits) return null;
      return action.urgency === 'later' ? <ShortDay local={action.dueAt} /> : <SpokenDueTime local={action.dueAt} />;
    case 'date':
      return <SpokenDate date={action.on} />;
    case 'change':
      return <SpokenDate date={localDateTime(action.seenAt, zone).slice(0, 10)} />;
    case 'cadence':
      return null;
  }
}
