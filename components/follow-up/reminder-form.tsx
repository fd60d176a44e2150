import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type Encounter, encounterKey } from '../../lib/model/encounter';
import { choiceLeft } from '../../lib/model/occurrences';
import { movedChoice, type RecurrenceChoice } from '../../lib/model/recurrence';
import type { Reminder } from '../../lib/model/reminder';
import { LocalDateTime, localDateTime } from '../../lib/model/temporal';
import { LINE_LIMIT } from '../../lib/model/text';
import { useMoment } from '../moment';
import { encounterLabel } from './encounter-choices';
import { encounterWords } from './encounter-words';
import { type FollowUpChanges, recurrenceFrom } from './follow-up';
import { choiceWords } from './recurrence-words';
import { RepeatField } from './repeat-field';

/** What stands in the form, before it is given. */
export type ReminderDraft = {
  text: string;
  awaits: Encounter | undefined;
  picked: string;
  chosen: { choice: RecurrenceChoice | undefined; from: LocalDateTime } | undefined;
};

type Props = {
  reminder: Reminder;
  /** What was begun here and left. */
  begun: ReminderDraft | undefined;
  /** Puts the cursor into the first field. */
  focused: boolean;
  /** Told everything that is changed in it. */
  onDraft: (draft: ReminderDraft) => void;
  encounters: readonly Encounter[];
  isNoticed: boolean;
  /** When one that waited for an encounter comes, if it is to have a time after all. */
  usualTime: LocalDateTime;
  /** Answers whether it was kept; what was typed stays when it was not. */
  onEdit: (changes: FollowUpChanges) => Promise<boolean>;
  onLeave: () => void;
};

const AT_A_TIME = 'time';

/** Changes what a follow-up says, when or on what it comes, and how it comes again. */
export function ReminderForm({ reminder, begun, focused, onDraft, encounters, isNoticed, usualTime, onEdit, onLeave }: Props) {
  const id = useId();
  const { now, zone, locale } = useMoment();
  const awaited = reminder.status === 'awaiting' ? reminder.encounter : undefined;
  const firstTime = awaited ? usualTime : reminder.dueAt;
  const [said, setSaid] = useState<ReminderDraft>(begun ?? { text: reminder.text, awaits: awaited, picked: firstTime, chosen: undefined });
  const { text, awaits, picked, chosen } = said;
  const say = (part: Partial<ReminderDraft>) => {
    const next = { ...said, ...part };
    setSaid(next);
    onDraft(next);
  };
  const { data: dueAt } = LocalDateTime.safeParse(picked);
  // One that is overdue may stay so.
  const isPast = dueAt !== undefined && dueAt !== firstTime && dueAt <= localDateTime(now, zone);
  const whatField = useRef<HTMLInputElement>(null);
  const whenField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) whatField.current?.focus();
  }, [focused]);
  const again = chosen ? moved(chosen.choice, chosen.from, dueAt) : keptAgain(reminder, dueAt, localDateTime(now, zone));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (awaits) {
      if (await onEdit({ text: text.trim(), dueAt: reminder.dueAt, encounter: awaits })) onLeave();
      return;
    }
    if (isPast) whenField.current?.focus();
    if (dueAt === undefined || isPast) return;
    const isMoved = chosen !== undefined || dueAt !== reminder.dueAt;
    const recurrence = again ? recurrenceFrom(again, dueAt) : reminder.recurrence && null;
    if (await onEdit({ text: text.trim(), dueAt, ...(isMoved && recurrence !== undefined && { recurrence }), ...(awaited && { encounter: null }) })) onLeave();
  };
  const offered = withAwaited(encounters, awaited);
  return (
    <form
      className="reminder-form stack"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-what`}>{i18n.t('followUp.what')}</label>
        <input
          id={`${id}-what`}
          ref={whatField}
          dir="auto"
          maxLength={LINE_LIMIT}
          placeholder={i18n.t('followUp.whatPlaceholder')}
          value={text}
          onChange={({ currentTarget }) => say({ text: currentTarget.value })}
        />
      </div>
      {offered.length > 0 && (
        <div className="field">
          <label htmlFor={`${id}-on`}>{i18n.t('reminder.comes')}</label>
          <select
            id={`${id}-on`}
            value={awaits ? encounterKey(awaits, '') : AT_A_TIME}
            onChange={({ currentTarget }) => say({ awaits: offered.find((each) => encounterKey(each, '') === currentTarget.value) })}
          >
            <option value={AT_A_TIME}>{i18n.t('reminder.atATime')}</option>
            {offered.map((encounter) => (
              <option key={encounterKey(encounter, '')} value={encounterKey(encounter, '')}>
                {encounter === awaited ? encounterWords(encounter, isNoticed) : encounterLabel(encounter, isNoticed)}
              </option>
            ))}
          </select>
        </div>
      )}
      {!awaits && (
        <>
          <div className="field">
            <label htmlFor={`${id}-when`}>{i18n.t('followUp.when')}</label>
            <input
              id={`${id}-when`}
              ref={whenField}
              type="datetime-local"
              required
              min="1900-01-01T00:00"
              max="2199-12-31T23:59"
              value={picked}
              aria-describedby={`${id}-why`}
              aria-invalid={isPast}
              onChange={({ currentTarget }) => say({ picked: currentTarget.value })}
            />
            <p id={`${id}-why`} className="problem" aria-live="polite">
              {isPast && i18n.t('followUp.pastTime')}
            </p>
          </div>
          <RepeatField choice={again} from={dueAt ?? firstTime} fromSaid onChange={(choice) => say({ chosen: { choice, from: dueAt ?? firstTime } })} />
          {again && <p className="hint">{i18n.t('repeat.fromThisOne', [choiceWords(again, locale)])}</p>}
        </>
      )}
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

/** How it still comes again as kept; moved along where it is given another time. One that was put off keeps to its own days. */
function keptAgain({ recurrence, dueAt: before }: Reminder, dueAt: LocalDateTime | undefined, clock: LocalDateTime): RecurrenceChoice | undefined {
  if (!recurrence) return undefined;
  const choice = choiceLeft(recurrence, before, clock);
  return dueAt === before ? choice : moved(choice, recurrence.from, dueAt);
}

function moved(choice: RecurrenceChoice | undefined, from: LocalDateTime, to: LocalDateTime | undefined): RecurrenceChoice | undefined {
  return choice && to !== undefined ? movedChoice(choice, from, to) : choice;
}

/** What is offered, and what it waits for already where that is not among it. */
function withAwaited(encounters: readonly Encounter[], awaited: Encounter | undefined): readonly Encounter[] {
  if (!awaited) return encounters;
  return [awaited, ...encounters.filter((each) => encounterKey(each, '') !== encounterKey(awaited, ''))];
}
