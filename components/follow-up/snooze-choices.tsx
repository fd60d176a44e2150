import './follow-up.css';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { addDays, addTo, at, daysBetween, LocalDateTime, localDateTime } from '../../lib/model/temporal';
import { exactDate, exactDateTime, timeOfDay } from '../../lib/model/spoken';
import { useMoment } from '../moment';

export type SnoozeChoice = { id: 'laterToday' | 'tomorrow' | 'onTheDay' | 'nextWeek' | 'inTwoWeeks' | 'nextMonth'; until: LocalDateTime };

type Props = {
  choices: readonly SnoozeChoice[];
  /** What is put off has no hour: days are offered, each at this time for whatever among it has one. */
  byDayAt?: string | undefined;
  onSnooze: (until: LocalDateTime) => void;
  /** Puts it off until the person is seen again; absent where nothing can wait for that. */
  onAwait?: (() => void) | undefined;
  onLeave: () => void;
};

/** How long to put a reminder off: the usual ways, a date, or until one sees them. The arrow keys move, Escape leaves. */
export function SnoozeChoices({ choices, byDayAt, onSnooze, onAwait, onLeave }: Props) {
  const { today, locale } = useMoment();
  const group = useRef<HTMLFieldSetElement>(null);
  const [picking, setPicking] = useState(false);
  useEffect(() => {
    group.current?.querySelector('button')?.focus();
    group.current?.scrollIntoView({ block: 'nearest' });
  }, []);

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
          <button
            key={id}
            type="button"
            className="button time-choice"
            title={byDayAt === undefined ? exactDateTime(until, locale) : exactDate(until.slice(0, 10), locale)}
            onClick={() => onSnooze(until)}
          >
            <span>{i18n.t(`snooze.preset.${id}`)}</span>
            <span className="hint">{spokenTime(until, today, locale, byDayAt !== undefined)}</span>
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
      {picking && <DateToSnoozeTo byDayAt={byDayAt} onSnooze={onSnooze} />}
    </fieldset>
  );
}

function DateToSnoozeTo({ byDayAt, onSnooze }: Pick<Props, 'byDayAt' | 'onSnooze'>) {
  const id = useId();
  const { now, zone, today } = useMoment();
  const [picked, setPicked] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { success, data } = LocalDateTime.safeParse(byDayAt === undefined ? picked : at(picked, byDayAt));
  const earliest = byDayAt === undefined ? addTo(localDateTime(now, zone), { minutes: 1 }) : addDays(today, 1);
  const isPast = success && picked < earliest;
  return (
    <form
      className="snooze-date"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (success && !isPast) onSnooze(data);
      }}
    >
      <label htmlFor={id} className="for-screen-readers">
        {i18n.t('snooze.date')}
      </label>
      <input
        id={id}
        ref={field}
        {...(byDayAt === undefined ? { type: 'datetime-local', max: '2199-12-31T23:59' } : { type: 'date', max: '2199-12-31' })}
        min={earliest}
        value={picked}
        aria-invalid={isPast}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => setPicked(currentTarget.value)}
      />
      <button type="submit" className="button primary" disabled={!success}>
        {i18n.t('snooze.set')}
      </button>
      <p id={`${id}-why`} className="problem" aria-live="polite">
        {isPast && i18n.t(byDayAt === undefined ? 'followUp.pastTime' : 'snooze.pastDay')}
      </p>
    </form>
  );
}

const STEPS = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

function spokenTime(until: LocalDateTime, today: string, locale: string, withoutTime: boolean): string {
  const time = timeOfDay(until, locale);
  if (until.slice(0, 10) === today) return time;
  const isNear = daysBetween(today, until.slice(0, 10)) <= 7;
  const day = Temporal.PlainDate.from(until.slice(0, 10)).toLocaleString(locale, isNear ? { weekday: 'short' } : { day: 'numeric', month: 'short' });
  return withoutTime ? day : `${day} ${time}`;
}
