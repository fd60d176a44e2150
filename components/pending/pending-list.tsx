import './pending.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type PendingAction, type PendingReminder, URGENCIES } from '../../lib/model/pending-action';
import type { LocalDateTime } from '../../lib/model/temporal';
import type { SnoozeChoice } from '../follow-up/snooze-choices';
import { useNotices } from '../notice/notices';
import { PendingRow } from './pending-row';

export type PendingActions = {
  onComplete: (action: PendingAction) => void;
  /** Only reminders can be put off. */
  onSnooze: (action: PendingReminder, until: LocalDateTime) => void;
  onOpen: (action: PendingAction) => void;
};

type Props = PendingActions & {
  actions: readonly PendingAction[];
  snoozeChoices: readonly SnoozeChoice[];
  /** Puts the keyboard on the first row. */
  focused?: boolean;
};

/**
 * What waits, overdue first, worked off by mouse or by one key each. One row at a time takes part in the tab order; the others are
 * reached by the arrow keys.
 */
export function PendingList({ actions, snoozeChoices, focused = false, ...verbs }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { undoLast } = useNotices();
  const [selectedId, setSelectedId] = useState(actions[0]?.id);
  const [snoozingId, setSnoozingId] = useState<string>();
  const selected = useSelected(actions, selectedId);

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])];
  const focusRow = (index: number) => rows().at(index)?.focus();

  useEffect(() => {
    if (focused) list.current?.querySelector<HTMLElement>('[role="row"]')?.focus();
  }, [focused]);

  // A row that was worked off leaves; the keyboard goes on from where it was.
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusRow(selected);
  }, [actions, selected]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[selected];
    const deed = DEEDS.get(event.key);
    if (!deed || !action || !(event.target instanceof HTMLElement)) return;
    const onRow = event.target.getAttribute('role') === 'row';
    if (event.key === 'Enter' && !onRow) return;
    event.preventDefault();
    if (deed === 'next') focusRow(Math.min(selected + 1, actions.length - 1));
    else if (deed === 'previous') focusRow(Math.max(selected - 1, 0));
    else if (deed === 'first') focusRow(0);
    else if (deed === 'last') focusRow(actions.length - 1);
    else if (deed === 'done') verbs.onComplete(action);
    else if (deed === 'snooze') setSnoozingId(action.id);
    else if (deed === 'open') verbs.onOpen(action);
    else undoLast();
  };

  return (
    <div
      ref={list}
      role="grid"
      className="pending"
      aria-label={i18n.t('pending.list')}
      onKeyDown={onKeyDown}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) hadFocus.current = list.current?.contains(relatedTarget) ?? false;
      }}
    >
      {URGENCIES.map((urgency) => {
        const group = actions.filter((action) => action.urgency === urgency);
        return (
          group.length > 0 && (
            <div key={urgency} role="rowgroup" aria-label={i18n.t(`pending.urgency.${urgency}`)} className="pending-group" data-urgency={urgency}>
              <div className="pending-heading" aria-hidden="true">
                {i18n.t(`pending.urgency.${urgency}`)} <span className="hint">{group.length}</span>
              </div>
              {group.map((action) => (
                <PendingRow
                  key={action.id}
                  action={action}
                  selected={action === actions[selected]}
                  snoozing={action.id === snoozingId}
                  snoozeChoices={snoozeChoices}
                  onSelect={() => setSelectedId(action.id)}
                  onComplete={() => verbs.onComplete(action)}
                  onOpen={() => verbs.onOpen(action)}
                  onAskSnooze={() => setSnoozingId(action.id === snoozingId ? undefined : action.id)}
                  onLeaveSnooze={() => {
                    setSnoozingId(undefined);
                    focusRow(selected);
                  }}
                  onSnooze={(until) => {
                    setSnoozingId(undefined);
                    focusRow(selected);
                    if (action.kind === 'reminder') verbs.onSnooze(action, until);
                  }}
                />
              ))}
            </div>
          )
        );
      })}
    </div>
  );
}

const DEEDS = new Map<string, 'next' | 'previous' | 'first' | 'last' | 'done' | 'snooze' | 'open' | 'undo'>([
  ['ArrowDown', 'next'],
  ['j', 'next'],
  ['ArrowUp', 'previous'],
  ['k', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['d', 'done'],
  ['s', 'snooze'],
  ['o', 'open'],
  ['Enter', 'open'],
  ['u', 'undo'],
]);

/** The place of the selected row; when it has gone, of the one that took its place. */
function useSelected(actions: readonly PendingAction[], selectedId: string | undefined): number {
  const last = useRef(0);
  const index = actions.findIndex(({ id }) => id === selectedId);
  const selected = index >= 0 ? index : Math.min(last.current, Math.max(actions.length - 1, 0));
  useEffect(() => {
    last.current = selected;
  }, [selected]);
  return selected;
}
