import './follow-up.css';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { LINE_LIMIT } from '../../lib/model/text';
import { LocalDateTime } from '../../lib/model/temporal';
import { exactDateTime, spokenDateTime } from '../../lib/model/spoken';
import { Icon } from '../icon';
import { useMoment } from '../moment';
import type { Understand, Understanding } from './understanding';

export type FollowUpChoice = { id: 'tomorrow' | 'nextWeek' | 'inTwoWeeks' | 'inAMonth'; dueAt: LocalDateTime };

type Props = {
  understand: Understand;
  choices: readonly FollowUpChoice[];
  /** Answers whether it was kept; what was typed stays when it was not. */
  onSet: (text: string, dueAt: LocalDateTime) => Promise<boolean>;
};

/** What to do and when: in plain words, by one of four choices, or by the calendar. */
export function FollowUpForm({ understand, choices, onSet }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [words, setWords] = useState('');
  const [byCalendar, setByCalendar] = useState(false);
  const [picked, setPicked] = useState('');
  const understanding = useUnderstanding(words, understand);
  const whatField = useRef<HTMLInputElement>(null);
  const whenField = useRef<HTMLInputElement>(null);
  useEffect(() => whatField.current?.focus({ preventScroll: true }), []);

  const set = async (dueAt: LocalDateTime) => {
    if (!(await onSet(text.trim(), dueAt))) return;
    setText('');
    setWords('');
    setPicked('');
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = byCalendar ? calendarDate(picked) : await understand(words);
    if (read.understood) await set(read.dueAt);
    else whenField.current?.focus();
  };

  return (
    <form className="follow-up stack" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={`${id}-what`}>{i18n.t('followUp.what')}</label>
        <input
          id={`${id}-what`}
          ref={whatField}
          dir="auto"
          maxLength={LINE_LIMIT}
          placeholder={i18n.t('followUp.whatPlaceholder')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
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
              onChange={({ currentTarget }) => setPicked(currentTarget.value)}
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
              onChange={({ currentTarget }) => setWords(currentTarget.value)}
            />
          )}
        </div>
        <button
          type="button"
          className="icon-button"
          aria-pressed={byCalendar}
          aria-label={i18n.t('followUp.calendar')}
          title={i18n.t('followUp.calendar')}
          onClick={() => setByCalendar(!byCalendar)}
        >
          <Icon name="event" />
        </button>
        <button type="submit" className="button primary">
          {i18n.t('followUp.set')}
        </button>
      </div>
      <div id={`${id}-understood`} aria-live="polite">
        {!byCalendar && <Understood understanding={understanding} words={words} />}
      </div>
      <Choices choices={choices} onChoose={(dueAt) => void set(dueAt)} />
    </form>
  );
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
      {understanding.reason === 'past' ? i18n.t('followUp.past', [words.trim()]) : i18n.t('followUp.unclear', [understanding.ignored ?? words.trim()])}{' '}
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

function calendarDate(picked: string): Understanding {
  const { success, data } = LocalDateTime.safeParse(picked);
  return success ? { understood: true, dueAt: data } : { understood: false, reason: 'empty' };
}

function isMisunderstood(understanding: Understanding | undefined): boolean {
  return understanding?.understood === false && understanding.reason !== 'empty';
}

function shortDay(local: LocalDateTime, locale: string): string {
  return Temporal.PlainDate.from(local.slice(0, 10)).toLocaleString(locale, { weekday: 'short', day: 'numeric', month: 'short' });
}
