import './follow-up.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Encounter } from '../../lib/model/encounter';
import type { Reminder } from '../../lib/model/reminder';
import type { LocalDateTime } from '../../lib/model/temporal';
import { i18n } from '#i18n';
import { useCurrent } from '../list/use-current';
import { useGoingOn } from '../list/use-going-on';
import type { FollowUpChanges } from './follow-up';
import type { ReminderDraft } from './reminder-form';
import { ReminderRow } from './reminder-row';
import type { SnoozeChoice } from './snooze-choices';

export type ReminderActions = {
  onComplete: (reminder: Reminder) => void;
  /** One that recurs comes again, unless this was to be the `last`. */
  onDismiss: (reminder: Reminder, last: boolean) => void;
  onSnooze: (reminder: Reminder, until: LocalDateTime) => void;
  /** Puts it off until the person is seen again. */
  onAwait: (reminder: Reminder) => void;
  /** Answers whether it was kept. */
  onEdit: (reminder: Reminder, changes: FollowUpChanges) => Promise<boolean>;
  /** What was begun to be changed of one, and left. */
  begun: (reminderId: string) => ReminderDraft | undefined;
  onDraft: (reminderId: string, draft: ReminderDraft | undefined) => void;
};

/** What the surface offers every follow-up. */
export type ReminderChoices = {
  snoozeChoices: readonly SnoozeChoice[];
  /** What one may wait for instead of a time. */
  encounters: readonly Encounter[];
  /** Whether Kith would notice by itself that the person's profile is opened. */
  isNoticed: boolean;
  /** When one comes that is given a time but none was said. */
  usualTime: LocalDateTime;
};

type Props = ReminderActions &
  ReminderChoices & {
    reminders: readonly Reminder[];
    /** The last one left, and had the keyboard. */
    onEmptied: () => void;
  };

const SHOWN_AT_FIRST = 5;

/**
 * The follow-ups that wait, soonest first, then those that wait for an encounter. Where one leaves that has the keyboard, the next takes
 * it over. Of many only the first are shown until all are asked for.
 */
export function ReminderList({ reminders, onEmptied, ...rest }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  const shown = useMemo(() => (isWhole ? reminders : reminders.slice(0, SHOWN_AT_FIRST)), [reminders, isWhole]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const [currentId, setCurrentId] = useCurrent(ids);
  const goingOn = useGoingOn(ids, () => {
    if (currentId === undefined) onEmptied();
    else list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(currentId)}"] button`)?.focus();
  });
  useEffect(() => {
    if (isWhole) list.current?.children[SHOWN_AT_FIRST]?.querySelector('button')?.focus();
  }, [isWhole]);
  return (
    <>
      <ul ref={list} className="reminders" aria-label={i18n.t('reminder.list')} {...goingOn}>
        {shown.map((reminder) => (
          <ReminderRow key={reminder.id} reminder={reminder} onCurrent={setCurrentId} {...rest} />
        ))}
      </ul>
      {shown.length < reminders.length && (
        <button type="button" className="button link" onClick={() => setIsWhole(true)}>
          {i18n.t('reminder.showAll', [String(reminders.length)])}
        </button>
      )}
    </>
  );
}
