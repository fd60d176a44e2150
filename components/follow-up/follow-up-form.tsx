import './follow-up.css';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { LINE_LIMIT } from '../../lib/model/text';
import type { Encounter } from '../../lib/model/encounter';
import { movedChoice, type RecurrenceChoice } from '../../lib/model/recurrence';
import { LocalDateTime, localDateTime } from '../../lib/model/temporal';
import { exactDateTime, shortDay, spokenDateTime } from '../../lib/model/spoken';
import { Icon } from '../icon';
import { useMoment } from '../moment';
import { EncounterChoices } from './encounter-choices';
import { type FollowUp, recurrenceFrom } from './follow-up';
import { choiceWords } from './recurrence-words';
import { RepeatField } from './repeat-field';
import type { Understand, Understanding } from './understanding';

export type FollowUpChoice = { id: 'tomorrow' | 'nextWeek' | 'inTwoWeeks' | 'inAMonth'; dueAt: LocalDateTime };

/** At least one: the first stands in for a time while none is said. */
export type FollowUpChoices = readonly [FollowUpChoice, ...FollowUpChoice[]];

/** What stands in the form, before it is given. */
export type FollowUpDraft = {
  text: string;
  /** When, in plain words. */
  words: string;
  byCalendar: boolean;
  /** When, by the calendar. */
  picked: string;
  chosen: ChosenAgain | undefined;
};

type Props = {
  /** What was begun here and left. */
  begun?: FollowUpDraft | undefined;
  /** Puts the cursor into the first field. */
  focused?: boolean;
  understand: Understand;
  choices: FollowUpChoices;
  /** What it may wait for instead of a time. */
  encounters: readonly Encounter[];
  /** Whether Kith would notice by itself that the person's profile is opened. */
  isNoticed: boolean;
  /** Answers whether it was kept; what was typed stays when it was not. */
  onSet: (followUp: FollowUp) => Promise<boolean>;
  /** Told everything that is changed in it, and once it is kept that nothing stands there any more. */
  onDraft?: (draft: FollowUpDraft | undefined) => void;
};

/** What to do and when: in plain words, by one of four choices, by the calendar, or when one comes across somebody; and whether again. */
export function FollowUpForm({ begun, focused = true, understand, choices, encounters, isNoticed, onSet, onDraft }: Props) {
  const id = useId();
  const { now, zone, locale } = useMoment();
  const [said, setSaid] = useState(begun ?? NOTHING_SAID);
  const { text, words, byCalendar, picked, chosen } = said;
  const say = (part: Partial<FollowUpDraft>) => {
    const next = { ...said, ...part };
    setSaid(next);
    onDraft?.(next);
  };
  const understanding = useUnderstanding(words, understand);
  const form = useRef<HTMLFormElement>(null);
  const whatField = useRef<HTMLInputElement>(null);
  const whenField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) whatField.current?.focus({ preventScroll: true });
  }, [focused]);

  const read = byCalendar ? calendarDate(picked, localDateTime(now, zone)) : understanding;
  const from = beginning(read, choices);
  const again = againOf(read, from, chosen, words);

  const keep = async (followUp: Omit<FollowUp, 'text'>) => {
    if (!(await onSet({ text: text.trim(), ...followUp }))) return;
    setSaid({ ...NOTHING_SAID, byCalendar });
    onDraft?.(undefined);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const newest = byCalendar ? read : await understand(words);
    if (newest?.understood) await keep(repeated(newest.dueAt, againOf(newest, newest.dueAt, chosen, words)));
    else whenField.current?.focus();
  };
  const setAt = (dueAt: LocalDateTime) => {
    if (form.current?.reportValidity()) void keep(repeated(dueAt, again && movedChoice(again, from, dueAt)));
  };

  return (
    <form ref={form} className="follow-up stack" onSubmit={(event) => void submit(event)}>
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
      <div className="follow-up-when">
        <div className="field">
          <label htmlFor={`${id}-when`}>{i18n.t('followUp.when')}</label>
          {byCalendar ? (
            <input
              id={`${id}-when`}
              ref={whenField}
              type="datetime-local"
              min="1900-01-01T00:00"
              max="2199-12-31T23:59"
              value={picked}
              aria-describedby={`${id}-understood`}
              aria-invalid={isMisunderstood(read)}
              onChange={({ currentTarget }) => say({ picked: currentTarget.value })}
            />
          ) : (
            <input
              id={`${id}-when`}
              ref={whenField}
              autoComplete="off"
              placeholder={i18n.t('followUp.whenPlaceholder')}
              value={words}
              aria-describedby={`${id}-understood`}
              aria-invalid={isMisunderstood(understanding)}
              onChange={({ currentTarget }) => say({ words: currentTarget.value })}
            />
          )}
        </div>
        <button
          type="button"
          className="icon-button"
          aria-pressed={byCalendar}
          aria-label={i18n.t('followUp.calendar')}
          title={i18n.t('followUp.calendar')}
          onClick={() => say({ byCalendar: !byCalendar })}
        >
          <Icon name="event" />
        </button>
        <button type="submit" className="button primary">
          {i18n.t('followUp.set')}
        </button>
      </div>
      <div id={`${id}-understood`} aria-live="polite">
        {byCalendar ? (
          isMisunderstood(read) && <p className="misunderstood">{i18n.t('followUp.pastTime')}</p>
        ) : (
          <Understood understanding={understanding} words={words} />
        )}
        {again && read?.understood && <p className="understood-again">{i18n.t('repeat.then', [choiceWords(again, locale)])}</p>}
        {again && !read?.understood && <p className="hint">{i18n.t('repeat.sayWhen')}</p>}
      </div>
      <RepeatField choice={again} from={from} fromSaid={read?.understood === true} onChange={(choice) => say({ chosen: { choice, from, words } })} />
      <Choices choices={choices} onChoose={setAt} />
      <EncounterChoices
        encounters={encounters}
        isNoticed={isNoticed}
        disabled={again !== undefined}
        onChoose={(encounter) => void keep({ dueAt: localDateTime(now, zone), encounter })}
      />
    </form>
  );
}

const NOTHING_SAID: FollowUpDraft = { text: '', words: '', byCalendar: false, picked: '', chosen: undefined };

/** What was chosen of coming again, while the words were these and it was to begin then. */
type ChosenAgain = { choice: RecurrenceChoice | undefined; from: LocalDateTime; words: string };

/** How it comes again: as chosen, unless words that say so were written since. */
function againOf(read: Understanding | undefined, from: LocalDateTime, chosen: ChosenAgain | undefined, words: string): RecurrenceChoice | undefined {
  const spoken = read?.understood ? read.again : undefined;
  if (!chosen || (spoken && chosen.words !== words)) return spoken;
  return chosen.choice && movedChoice(chosen.choice, chosen.from, from);
}

function beginning(read: Understanding | undefined, [first]: FollowUpChoices): LocalDateTime {
  return read?.understood ? read.dueAt : first.dueAt;
}

function repeated(dueAt: LocalDateTime, again: RecurrenceChoice | undefined): Omit<FollowUp, 'text'> {
  return { dueAt, ...(again && { recurrence: recurrenceFrom(again, dueAt) }) };
}

function Choices({ choices, onChoose }: { choices: readonly FollowUpChoice[]; onChoose: (dueAt: LocalDateTime) => void }) {
  const { locale } = useMoment();
  return (
    <div className="time-choices" role="group" aria-label={i18n.t('followUp.presets')}>
      {choices.map(({ id, dueAt }) => (
        <button key={id} type="button" className="button time-choice" title={exactDateTime(dueAt, locale)} onClick={() => onChoose(dueAt)}>
          <span>{i18n.t(`followUp.preset.${id}`)}</span>
          <span className="hint">{shortDay(dueAt, locale)}</span>
        </button>
      ))}
    </div>
  );
}

/** What was made of the words, said before anything is kept. */
function Understood({ understanding, words }: { understanding: Understanding | undefined; words: string }) {
  const { today, locale } = useMoment();
  if (!understanding || (!understanding.understood && understanding.reason === 'empty')) return <p className="hint">{i18n.t('followUp.examples')}</p>;
  if (understanding.understood) {
    return (
      <p className="understood">
        <Icon name="event" />
        <span>
          {exactDateTime(understanding.dueAt, locale)} <span className="hint">({spokenDateTime(understanding.dueAt, today, locale)})</span>
        </span>
      </p>
    );
  }
  return (
    <p className="misunderstood">
      {understanding.reason === 'past' || understanding.reason === 'over'
        ? i18n.t(`followUp.${understanding.reason}`, [words.trim()])
        : i18n.t('followUp.unclear', [understanding.ignored ?? words.trim()])}{' '}
      {i18n.t('followUp.examples')}
    </p>
  );
}

/** The newest words understood; an answer to older words is dropped. */
function useUnderstanding(words: string, understand: Understand): Understanding | undefined {
  const [understanding, setUnderstanding] = useState<Understanding>();
  useEffect(() => {
    let current = true;
    void understand(words).then((read) => {
      if (current) setUnderstanding(read);
    });
    return () => {
      current = false;
    };
  }, [words, understand]);
  return understanding;
}

function calendarDate(picked: string, clock: LocalDateTime): Understanding {
  const { data: dueAt } = LocalDateTime.safeParse(picked);
  if (dueAt === undefined) return { understood: false, reason: 'empty' };
  return dueAt > clock ? { understood: true, dueAt } : { understood: false, reason: 'past' };
}

function isMisunderstood(understanding: Understanding | undefined): boolean {
  return understanding?.understood === false && understanding.reason !== 'empty';
}
