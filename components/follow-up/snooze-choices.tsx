import './follow-up.css';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { addDays, addTo, at, type CalendarDate, daysBetween, LocalDateTime, localDateTime } from '../../lib/model/temporal';
import { exactDate, exactDateTime, timeOfDay } from '../../lib/model/spoken';
import { useMoment } from '../moment';
import { encounterLabel } from './encounter-choices';

export type SnoozeChoice = { id: 'laterToday' | 'tomorrow' | 'onTheDay' | 'nextWeek' | 'inTwoWeeks' | 'nextMonth'; until: LocalDateTime };

type Props = {
  choices: readonly SnoozeChoice[];
  /** What is put off has no hour: days are offered, each at this time for whatever among it has one. */
  byDayAt?: string | undefined;
  /** When what is put off comes as it is, the last of several: nothing is brought forward. */
  dueAt?: LocalDateTime | undefined;
  onSnooze: (until: LocalDateTime) => void;
  /** Puts it off until the person is seen again; absent where nothing can wait for that. */
  onAwait?: (() => void) | undefined;
  /** Whether Kith would notice by itself that the person's profile is opened. */
  isNoticed?: boolean;
  onLeave: () => void;
};

/** How long to put a reminder off: the usual ways, a date, or until one sees them. The arrow keys move, Escape leaves. */
export function SnoozeChoices({ choices, byDayAt, dueAt = '', onSnooze, onAwait, isNoticed = true, onLeave }: Props) {
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
        {choices
          .filter(({ until }) => until > dueAt)
          .map(({ id, until }) => (
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
            {encounterLabel({ kind: 'person' }, isNoticed)}
          </button>
        )}
        {!picking && (
          <button type="button" className="button time-choice" onClick={() => setPicking(true)}>
            {i18n.t('snooze.date')}
          </button>
        )}
      </div>
      {picking && <DateToSnoozeTo byDayAt={byDayAt} dueAt={dueAt} onSnooze={onSnooze} />}
    </fieldset>
  );
}

function DateToSnoozeTo({ byDayAt, dueAt, onSnooze }: Pick<Props, 'byDayAt' | 'onSnooze'> & { dueAt: LocalDateTime }) {
  const id = useId();
  const { now, zone, today } = useMoment();
  const [picked, setPicked] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { success, data } = LocalDateTime.safeParse(byDayAt === undefined ? picked : at(picked, byDayAt));
  const passed = byDayAt === undefined ? localDateTime(now, zone) : at(today, '23:59');
  const earliest = addTo(dueAt > passed ? dueAt : passed, { minutes: 1 });
  const isTooEarly = success && data < earliest;
  return (
    <form
      className="snooze-date"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (success && !isTooEarly) onSnooze(data);
      }}
    >
      <label htmlFor={id} className="for-screen-readers">
        {i18n.t('snooze.date')}
      </label>
      <input
        id={id}
        ref={field}
        {...(byDayAt === undefined ? { type: 'datetime-local', max: '2199-12-31T23:59' } : { type: 'date', max: '2199-12-31' })}
        min={byDayAt === undefined ? earliest : firstDay(earliest, byDayAt)}
        value={picked}
        aria-invalid={isTooEarly}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => setPicked(currentTarget.value)}
      />
      <button type="submit" className="button primary" disabled={!success}>
        {i18n.t('snooze.set')}
      </button>
      <p id={`${id}-why`} className="problem" aria-live="polite">
        {isTooEarly && i18n.t(data > passed ? 'snooze.comesAnyway' : byDayAt === undefined ? 'followUp.pastTime' : 'snooze.pastDay')}
      </p>
    </form>
  );
}

/** The first day that begins, at the time of day it stands for, no sooner than `earliest`. */
function firstDay(earliest: LocalDateTime, byDayAt: string): CalendarDate {
  const day = earliest.slice(0, 10);
  return at(day, byDayAt) < earliest ? addDays(day, 1) : day;
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
