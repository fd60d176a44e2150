import { type RefObject, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { isDue, type Reminder } from '../../lib/model/reminder';
import { daysBetween } from '../../lib/model/temporal';
import { shortDay } from '../../lib/model/spoken';
import { SpokenDateTime } from '../date/spoken-date';
import { Icon } from '../icon';
import { Later } from '../later';
import { type Moment, useMoment } from '../moment';
import { encounterWords, metWords } from './encounter-words';
import { recurrenceWords } from './recurrence-words';
import { ReminderForm } from './reminder-form';
import type { ReminderActions, ReminderChoices } from './reminder-list';
import { SnoozeChoices } from './snooze-choices';

type Props = ReminderActions & ReminderChoices & { reminder: Reminder; onCurrent: (id: string) => void };

export function ReminderRow({ reminder, onCurrent, snoozeChoices, encounters, isNoticed, usualTime, onComplete, onDismiss, onSnooze, onAwait, onEdit }: Props) {
  const moment = useMoment();
  const [open, setOpen] = useState<'snooze' | 'edit' | 'dismiss'>();
  const buttons = { snooze: useRef<HTMLButtonElement>(null), edit: useRef<HTMLButtonElement>(null), dismiss: useRef<HTMLButtonElement>(null) };
  const text = reminder.text || i18n.t('reminder.getInTouch');
  const named = (verb: 'done' | 'snooze' | 'edit' | 'dismiss') => ({
    title: i18n.t(`reminder.${verb}`),
    'aria-label': i18n.t('reminder.named', [i18n.t(`reminder.${verb}`), text]),
  });
  const canBeSeen = encounters.some(({ kind }) => kind === 'person');
  const toggle = (which: keyof typeof buttons) => setOpen(open === which ? undefined : which);
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
            {...(reminder.recurrence && { 'aria-expanded': open === 'dismiss' })}
            onClick={() => (reminder.recurrence ? toggle('dismiss') : onDismiss(reminder, false))}
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
          encounters={encounters}
          isNoticed={isNoticed}
          usualTime={usualTime}
          onEdit={(changes) => onEdit(reminder, changes)}
          onLeave={() => leave(buttons.edit)}
        />
      )}
    </li>
  );
}

/** Its time, or what it waits for; how it comes again. */
function When({ reminder, canBeSeen, isNoticed }: { reminder: Reminder; canBeSeen: boolean; isNoticed: boolean }) {
  const { status, dueAt, encounter, recurrence } = reminder;
  const { today, locale } = useMoment();
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
      {recurrence && ` · ${recurrenceWords(recurrence, locale)}`}
    </>
  );
}

/** What to do with one that comes again: leave it out this once, or be done with all of them. */
function DismissChoices({ onDismiss, onLeave }: { onDismiss: (last: boolean) => void; onLeave: () => void }) {
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset
      ref={group}
      className="snooze"
      aria-label={i18n.t('reminder.dismissHow')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
    >
      <div className="time-choices">
        {DISMISSALS.map((how) => (
          <button key={how} type="button" className="button time-choice" onClick={() => onDismiss(how === 'end')}>
            <span>{i18n.t(`reminder.${how}`)}</span>
            <span className="hint">{i18n.t(`reminder.${how}Means`)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const DISMISSALS = ['skip', 'end'] as const;

function urgency(reminder: Reminder, { now, zone, today }: Moment): 'overdue' | 'due' | 'later' {
  if (!isDue(reminder, now, zone)) return 'later';
  return reminder.dueAt.slice(0, 10) < today ? 'overdue' : 'due';
}
