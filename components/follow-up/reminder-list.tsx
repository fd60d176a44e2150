import './follow-up.css';
import type { Encounter } from '../../lib/model/encounter';
import type { Reminder } from '../../lib/model/reminder';
import type { LocalDateTime } from '../../lib/model/temporal';
import { i18n } from '#i18n';
import type { FollowUpChanges } from './follow-up';
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
};

/** What the surface offers every follow-up. */
export type ReminderChoices = {
  snoozeChoices: readonly SnoozeChoice[];
  /** What one may wait for instead of a time. */
  encounters: readonly Encounter[];
  /** When one comes that is given a time but none was said. */
  usualTime: LocalDateTime;
};

type Props = ReminderActions & ReminderChoices & { reminders: readonly Reminder[] };

/** The follow-ups that wait, soonest first, then those that wait for an encounter. */
export function ReminderList({ reminders, ...rest }: Props) {
  return (
    <ul className="reminders" aria-label={i18n.t('reminder.list')}>
      {reminders.map((reminder) => (
        <ReminderRow key={reminder.id} reminder={reminder} {...rest} />
      ))}
    </ul>
  );
}
