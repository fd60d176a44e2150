import './follow-up.css';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { daysBetween, LocalDateTime } from '../../lib/model/temporal';
import { exactDateTime } from '../../lib/model/spoken';
import { useMoment } from '../moment';

export type SnoozeChoice = { id: 'laterToday' | 'tomorrow' | 'nextWeek' | 'nextMonth'; until: LocalDateTime };

type Props = {
  choices: readonly SnoozeChoice[];
  onSnooze: (until: LocalDateTime) => void;
  /** Puts it off until the person is seen again; absent where nothing can wait for that. */
  onAwait?: (() => void) | undefined;
  onLeave: () => void;
};

/** How long to put a reminder off: the usual ways, a date, or until one sees them. The arrow keys move, Escape leaves. */
export function SnoozeChoices({ choices, onSnooze, onAwait, onLeave }: Props) {
  const { today, locale } = useMoment();
  const group = useRef<HTMLFieldSetElement>(null);
  const [picking, setPicking] = useState(false);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
      return;
    }
    const step = STEPS.get(event.key);
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
    buttons.at((buttons.indexOf(event.target) + step) % buttons.length)?.focus();
  };

  return (
    <fieldset ref={group} className="snooze" aria-label={i18n.t('snooze.until')} onKeyDown={onKeyDown}>
      <div className="time-choices">
        {choices.map(({ id, until }) => (
          <button key={id} type="button" className="button time-choice" title={exactDateTime(until, locale)} onClick={() => onSnooze(until)}>
            <span>{i18n.t(`snooze.preset.${id}`)}</span>
            <span className="hint">{spokenTime(until, today, locale)}</span>
          </button>
        ))}
        {onAwait && (
          <button type="button" className="button time-choice" onClick={onAwait}>
            {i18n.t('snooze.await')}
          </button>
        )}
        {!picking && (
          <button type="button" className="button time-choice" onClick={() => setPicking(true)}>
            {i18n.t('snooze.date')}
          </button>
        )}
      </div>
      {picking && <DateToSnoozeTo onSnooze={onSnooze} />}
    </fieldset>
  );
}

function DateToSnoozeTo({ onSnooze }: { onSnooze: (until: LocalDateTime) => void }) {
  const id = useId();
  const [picked, setPicked] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { success, data } = LocalDateTime.safeParse(picked);
  return (
    <form
      className="snooze-date"
      onSubmit={(event) => {
        event.preventDefault();
        if (success) onSnooze(data);
      }}
    >
      <label htmlFor={id} className="for-screen-readers">
        {i18n.t('snooze.date')}
      </label>
      <input id={id} ref={field} type="datetime-local" max="2199-12-31T23:59" value={picked} onChange={({ currentTarget }) => setPicked(currentTarget.value)} />
      <button type="submit" className="button primary" disabled={!success}>
        {i18n.t('snooze.set')}
      </button>
    </form>
  );
}

const STEPS = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

function spokenTime(until: LocalDateTime, today: string, locale: string): string {
  const time = Temporal.PlainTime.from(until.slice(11)).toLocaleString(locale, { hour: 'numeric', minute: '2-digit' });
  if (until.slice(0, 10) === today) return time;
  const isNear = daysBetween(today, until.slice(0, 10)) <= 7;
  const day = Temporal.PlainDate.from(until.slice(0, 10)).toLocaleString(locale, isNear ? { weekday: 'short' } : { day: 'numeric', month: 'short' });
  return `${day} ${time}`;
}
