import { type RefObject, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { timesLeft } from '../../lib/model/occurrences';
import { isDue, type Reminder } from '../../lib/model/reminder';
import { daysBetween, localDateTime } from '../../lib/model/temporal';
import { shortDay } from '../../lib/model/spoken';
import { SpokenDateTime } from '../date/spoken-date';
import { Icon } from '../icon';
import { Later } from '../later';
import { type Moment, useMoment } from '../moment';
import { DismissChoices } from './dismiss-choices';
import { encounterWords, metWords } from './encounter-words';
import { recurrenceWords } from './recurrence-words';
import { ReminderForm } from './reminder-form';
import type { ReminderActions, ReminderChoices } from './reminder-list';
import { SnoozeChoices } from './snooze-choices';

type Props = ReminderActions & ReminderChoices & { reminder: Reminder; onCurrent: (id: string) => void };

export function ReminderRow({
  reminder,
  onCurrent,
  begun,
  onDraft,
  snoozeChoices,
  encounters,
  isNoticed,
  usualTime,
  onComplete,
  onDismiss,
  onSnooze,
  onAwait,
  onEdit,
}: Props) {
  const moment = useMoment();
  const [open, setOpen] = useState<'snooze' | 'edit' | 'dismiss' | undefined>(begun(reminder.id) && 'edit');
  // Found open, the form leaves the cursor where it is.
  const [isAsked, setIsAsked] = useState(false);
  const buttons = { snooze: useRef<HTMLButtonElement>(null), edit: useRef<HTMLButtonElement>(null), dismiss: useRef<HTMLButtonElement>(null) };
  const text = reminder.text || i18n.t('reminder.getInTouch');
  const named = (verb: 'done' | 'snooze' | 'edit' | 'dismiss') => ({
    title: i18n.t(`reminder.${verb}`),
    'aria-label': i18n.t('reminder.named', [i18n.t(`reminder.${verb}`), text]),
  });
  const clock = localDateTime(moment.now, moment.zone);
  const comesAgain = reminder.recurrence !== undefined && timesLeft(reminder.recurrence, reminder.dueAt, clock) > 1;
  const canBeSeen = encounters.some(({ kind }) => kind === 'person');
  const toggle = (which: keyof typeof buttons) => {
    setIsAsked(true);
    setOpen(open === which ? undefined : which);
  };
  const leave = ({ current }: RefObject<HTMLButtonElement | null>) => {
    setOpen(undefined);
    current?.focus();
  };

  return (
    <li className="reminder" data-id={reminder.id} data-urgency={urgency(reminder, moment)} onFocus={() => onCurrent(reminder.id)}>
      <button type="button" className="icon-button done-button" {...named('done')} onClick={() => onComplete(reminder)}>
        <Icon name="done" />
      </button>
      <div className="reminder-words">
        <div dir="auto">{text}</div>
        <div className="reminder-when">
          <When reminder={reminder} canBeSeen={canBeSeen} isNoticed={isNoticed} />
        </div>
      </div>
      <div className="reminder-actions">
        <Later>
          <button
            ref={buttons.snooze}
            type="button"
            className="icon-button"
            aria-expanded={open === 'snooze'}
            {...named('snooze')}
            onClick={() => toggle('snooze')}
          >
            <Icon name="snooze" />
          </button>
          <button ref={buttons.edit} type="button" className="icon-button" aria-expanded={open === 'edit'} {...named('edit')} onClick={() => toggle('edit')}>
            <Icon name="edit" />
          </button>
          <button
            ref={buttons.dismiss}
            type="button"
            className="icon-button"
            {...named('dismiss')}
            {...(comesAgain && { 'aria-expanded': open === 'dismiss' })}
            onClick={() => (comesAgain ? toggle('dismiss') : onDismiss(reminder, false))}
          >
            <Icon name="close" />
          </button>
        </Later>
      </div>
      {open === 'snooze' && (
        <SnoozeChoices
          choices={snoozeChoices}
          dueAt={reminder.dueAt}
          isNoticed={isNoticed}
          onLeave={() => leave(buttons.snooze)}
          onSnooze={(until) => {
            leave(buttons.snooze);
            onSnooze(reminder, until);
          }}
          onAwait={
            canBeSeen && reminder.status !== 'awaiting'
              ? () => {
                  leave(buttons.snooze);
                  onAwait(reminder);
                }
              : undefined
          }
        />
      )}
      {open === 'dismiss' && (
        <DismissChoices
          onLeave={() => leave(buttons.dismiss)}
          onDismiss={(last) => {
            leave(buttons.dismiss);
            onDismiss(reminder, last);
          }}
        />
      )}
      {open === 'edit' && (
        <ReminderForm
          reminder={reminder}
          begun={begun(reminder.id)}
          focused={isAsked}
          onDraft={(draft) => onDraft(reminder.id, draft)}
          encounters={encounters}
          isNoticed={isNoticed}
          usualTime={usualTime}
          onEdit={(changes) => onEdit(reminder, changes)}
          onLeave={() => {
            leave(buttons.edit);
            onDraft(reminder.id, undefined);
          }}
        />
      )}
    </li>
  );
}

/** Its time, or what it waits for; how it comes again. */
function When({ reminder: { status, dueAt, encounter, recurrence }, canBeSeen, isNoticed }: { reminder: Reminder; canBeSeen: boolean; isNoticed: boolean }) {
  const { now, zone, today, locale } = useMoment();
  return (
    <>
      {encounter && status === 'awaiting' ? (
        <bdi>{encounterWords(encounter, isNoticed)}</bdi>
      ) : (
        <>
          <SpokenDateTime local={dueAt} />
          {Math.abs(daysBetween(today, dueAt.slice(0, 10))) > 1 && <span className="reminder-date"> · {shortDay(dueAt, locale)}</span>}
        </>
      )}
      {encounter && status !== 'awaiting' && <bdi> · {metWords(encounter, canBeSeen)}</bdi>}
      {recurrence && ` · ${recurrenceWords(recurrence, dueAt, localDateTime(now, zone), locale)}`}
    </>
  );
}

function urgency(reminder: Reminder, { now, zone, today }: Moment): 'overdue' | 'due' | 'later' {
  if (!isDue(reminder, now, zone)) return 'later';
  return reminder.dueAt.slice(0, 10) < today ? 'overdue' : 'due';
}
