import './follow-up.css';
import type { Reminder } from '../../lib/model/reminder';
import type { LocalDateTime } from '../../lib/model/temporal';
import { i18n } from '#i18n';
import { ReminderRow } from './reminder-row';
import type { SnoozeChoice } from './snooze-choices';

export type ReminderActions = {
  onComplete: (reminder: Reminder) => void;
  onDismiss: (reminder: Reminder) => void;
  onSnooze: (reminder: Reminder, until: LocalDateTime) => void;
  /** Puts it off until the person is seen again. */
  onAwait: (reminder: Reminder) => void;
  /** Answers whether it was kept. */
  onEdit: (reminder: Reminder, text: string, dueAt: LocalDateTime) => Promise<boolean>;
};

type Props = ReminderActions & { reminders: readonly Reminder[]; snoozeChoices: readonly SnoozeChoice[] };

/** The follow-ups that wait, soonest first, then those that wait for an encounter. */
export function ReminderList({ reminders, snoozeChoices, ...actions }: Props) {
  return (
    <ul className="reminders" aria-label={i18n.t('reminder.list')}>
      {reminders.map((reminder) => (
        <ReminderRow key={reminder.id} reminder={reminder} snoozeChoices={snoozeChoices} {...actions} />
      ))}
    </ul>
  );
}
