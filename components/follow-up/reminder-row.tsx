import { type FormEvent, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { isDue, type Reminder } from '../../lib/model/reminder';
import { LocalDateTime } from '../../lib/model/temporal';
import { LINE_LIMIT } from '../../lib/model/text';
import { SpokenDateTime } from '../date/spoken-date';
import { Icon } from '../icon';
import { type Moment, useMoment } from '../moment';
import { encounterWords, metWords } from './encounter-words';
import { recurrenceWords } from './recurrence-words';
import type { ReminderActions } from './reminder-list';
import { SnoozeChoices, type SnoozeChoice } from './snooze-choices';

type Props = ReminderActions & { reminder: Reminder; snoozeChoices: readonly SnoozeChoice[] };

export function ReminderRow({ reminder, snoozeChoices, onComplete, onDismiss, onSnooze, onAwait, onEdit }: Props) {
  const moment = useMoment();
  const [open, setOpen] = useState<'snooze' | 'edit'>();
  const snoozeButton = useRef<HTMLButtonElement>(null);
  const text = reminder.text || i18n.t('reminder.getInTouch');
  const named = (verb: 'done' | 'snooze' | 'edit' | 'dismiss') => ({
    title: i18n.t(`reminder.${verb}`),
    'aria-label': i18n.t('reminder.named', [i18n.t(`reminder.${verb}`), text]),
  });
  const leave = () => {
    setOpen(undefined);
    snoozeButton.current?.focus();
  };

  return (
    <li className="reminder" data-urgency={urgency(reminder, moment)}>
      <button type="button" className="icon-button done-button" {...named('done')} onClick={() => onComplete(reminder)}>
        <Icon name="done" />
      </button>
      <div className="reminder-words">
        <div dir="auto">{text}</div>
        <div className="reminder-when">
          <When reminder={reminder} />
        </div>
      </div>
      <div className="reminder-actions">
        <button
          ref={snoozeButton}
          type="button"
          className="icon-button"
          aria-expanded={open === 'snooze'}
          {...named('snooze')}
          onClick={() => setOpen(open === 'snooze' ? undefined : 'snooze')}
        >
          <Icon name="snooze" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-expanded={open === 'edit'}
          {...named('edit')}
          onClick={() => setOpen(open === 'edit' ? undefined : 'edit')}
        >
          <Icon name="edit" />
        </button>
        <button type="button" className="icon-button" {...named('dismiss')} onClick={() => onDismiss(reminder)}>
          <Icon name="close" />
        </button>
      </div>
      {open === 'snooze' && (
        <SnoozeChoices
          choices={snoozeChoices}
          onLeave={leave}
          onSnooze={(until) => {
            leave();
            onSnooze(reminder, until);
          }}
          onAwait={
            reminder.status === 'awaiting'
              ? undefined
              : () => {
                  leave();
                  onAwait(reminder);
                }
          }
        />
      )}
      {open === 'edit' && <ReminderForm reminder={reminder} onEdit={onEdit} onLeave={() => setOpen(undefined)} />}
    </li>
  );
}

/** Its time, or what it waits for; how it comes again. */
function When({ reminder: { status, dueAt, encounter, recurrence } }: { reminder: Reminder }) {
  const { locale } = useMoment();
  return (
    <>
      {encounter && status === 'awaiting' ? <bdi>{encounterWords(encounter)}</bdi> : <SpokenDateTime local={dueAt} />}
      {encounter && status !== 'awaiting' && <bdi> · {metWords(encounter)}</bdi>}
      {recurrence && ` · ${recurrenceWords(recurrence, locale)}`}
    </>
  );
}

function ReminderForm({ reminder, onEdit, onLeave }: { reminder: Reminder; onEdit: ReminderActions['onEdit']; onLeave: () => void }) {
  const id = useId();
  const [text, setText] = useState(reminder.text);
  const [dueAt, setDueAt] = useState(reminder.dueAt);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { success, data } = LocalDateTime.safeParse(dueAt);
    if (success && (await onEdit(reminder, text.trim(), data))) onLeave();
  };
  return (
    <form
      className="reminder-form stack"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-what`}>{i18n.t('followUp.what')}</label>
        <input
          id={`${id}-what`}
          dir="auto"
          maxLength={LINE_LIMIT}
          placeholder={i18n.t('followUp.whatPlaceholder')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-when`}>{i18n.t('followUp.when')}</label>
        <input
          id={`${id}-when`}
          type="datetime-local"
          required
          min="1900-01-01T00:00"
          max="2199-12-31T23:59"
          value={dueAt}
          onChange={({ currentTarget }) => setDueAt(currentTarget.value)}
        />
      </div>
      <div className="row">
        <button type="submit" className="button primary">
          {i18n.t('reminder.save')}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {i18n.t('reminder.cancel')}
        </button>
      </div>
    </form>
  );
}

function urgency(reminder: Reminder, { now, zone, today }: Moment): 'overdue' | 'due' | 'later' {
  if (!isDue(reminder, now, zone)) return 'later';
  return reminder.dueAt.slice(0, 10) < today ? 'overdue' : 'due';
}
