import { useId } from 'react';
import { i18n } from '#i18n';
import type { PendingAction } from '../../lib/model/pending-action';
import { type LocalDateTime, localDateTime } from '../../lib/model/temporal';
import { SpokenDate, SpokenDueTime } from '../date/spoken-date';
import { SnoozeChoices, type SnoozeChoice } from '../follow-up/snooze-choices';
import { Icon } from '../icon';
import { useMoment } from '../moment';
import { FieldChanges } from '../person/field-changes';
import { isolated, Name } from '../name';

type Props = {
  action: PendingAction;
  selected: boolean;
  snoozing: boolean;
  snoozeChoices: readonly SnoozeChoice[];
  onSelect: () => void;
  onComplete: () => void;
  onOpen: () => void;
  onAskSnooze: () => void;
  onLeaveSnooze: () => void;
  onSnooze: (until: LocalDateTime) => void;
};

/** One thing that waits: who, what, when, and what can be done about it. */
export function PendingRow(props: Props) {
  const { action, selected, snoozing, snoozeChoices, onSelect, onComplete, onOpen, onAskSnooze, onLeaveSnooze, onSnooze } = props;
  const id = useId();
  const { zone } = useMoment();
  const named = (verb: 'done' | 'snooze' | 'open') => ({
    title: i18n.t(`pending.${verb}`),
    'aria-label': i18n.t('pending.named', [i18n.t(`pending.${verb}`), isolated(action.name)]),
    tabIndex: selected ? 0 : -1,
  });
  return (
    <div
      role="row"
      className="pending-row"
      data-urgency={action.urgency}
      aria-labelledby={`${id}-name ${id}-text ${id}-when`}
      aria-selected={selected}
      aria-keyshortcuts={action.kind === 'change' ? 'd o u' : 'd s o u'}
      tabIndex={selected ? 0 : -1}
      onFocus={onSelect}
    >
      <div role="gridcell" className="pending-cell">
        <button type="button" className="icon-button done-button" {...named('done')} onClick={onComplete}>
          <Icon name="done" />
        </button>
      </div>
      <div role="gridcell" className="pending-words">
        <div id={`${id}-name`} className="pending-name">
          <Name>{action.name}</Name>
        </div>
        <div id={`${id}-text`} className="pending-text" dir="auto">
          {action.kind === 'change' ? <FieldChanges fields={action.fields} /> : (action.kind === 'reminder' && action.text) || i18n.t('reminder.getInTouch')}
        </div>
        <div id={`${id}-when`} className="pending-when">
          {action.kind === 'change' ? (
            <SpokenDate date={localDateTime(action.seenAt, zone).slice(0, 10)} />
          ) : action.kind === 'reminder' ? (
            <SpokenDueTime local={action.dueAt} />
          ) : (
            <SpokenDate date={action.kind === 'date' ? action.on : action.lapsedOn} />
          )}
        </div>
      </div>
      <div role="gridcell" className="pending-cell">
        {action.kind === 'reminder' && (
          <button type="button" className="icon-button" aria-expanded={snoozing} {...named('snooze')} onClick={onAskSnooze}>
            <Icon name="snooze" />
          </button>
        )}
        <button type="button" className="icon-button" {...named('open')} onClick={onOpen}>
          <Icon name="open" />
        </button>
      </div>
      {snoozing && action.kind === 'reminder' && (
        <div role="gridcell" className="pending-snooze">
          <SnoozeChoices choices={snoozeChoices} onSnooze={onSnooze} onLeave={onLeaveSnooze} />
        </div>
      )}
    </div>
  );
}
