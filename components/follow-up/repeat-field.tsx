import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { choicesFrom, type MonthlyDay, type RecurrenceChoice, type RecurrenceEnd } from '../../lib/model/recurrence';
import { addTo, type LocalDateTime, weekdayOf } from '../../lib/model/temporal';
import { cadenceUnitWords, choiceWords, monthlyDayWords, weekdayName } from './recurrence-words';
import { useMoment } from '../moment';

type Props = {
  choice: RecurrenceChoice | undefined;
  /** When it first comes. */
  from: LocalDateTime;
  /** Whether that was said; if not, the choices do not name its days. */
  fromSaid: boolean;
  onChange: (choice: RecurrenceChoice | undefined) => void;
};

/** Whether and how something comes again: what its day suggests, or a distance of one's own; and when that ends. */
export function RepeatField({ choice, from, fromSaid, onChange }: Props) {
  const id = useId();
  const { locale } = useMoment();
  const offered = choicesFrom(from).filter((each) => fromSaid || each.freq !== 'monthly' || each.on.by === 'day');
  const matched = choice && offered.findIndex((each) => isSameDays(each, choice));
  const [ownWay, setOwnWay] = useState(false);
  const isOwn = choice !== undefined && (ownWay || matched === -1);

  const choose = (value: string) => {
    const next = offered[Number(value)];
    setOwnWay(value === OWN);
    if (value === NEVER) onChange(undefined);
    else if (value === OWN) onChange(choice ?? { freq: 'weekly', weekdays: [weekdayOf(from.slice(0, 10))], every: 2, ends: { kind: 'never' } });
    else if (next) onChange({ ...next, ends: choice?.ends ?? next.ends });
  };
  return (
    <div className="repeat stack">
      <div className="repeat-line">
        <label htmlFor={`${id}-how`}>{i18n.t('repeat.label')}</label>
        <select
          id={`${id}-how`}
          value={choice === undefined ? NEVER : isOwn ? OWN : String(matched)}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value={NEVER}>{i18n.t('repeat.never')}</option>
          {offered.map((each, index) => (
            <option key={choiceWords(each, locale)} value={index}>
              {fromSaid ? choiceWords(each, locale) : cadenceUnitWords(each, locale)}
            </option>
          ))}
          <option value={OWN}>{i18n.t('repeat.own')}</option>
        </select>
      </div>
      {choice && isOwn && <OwnWay choice={choice} from={from} fromSaid={fromSaid} onChange={onChange} />}
      {choice && <Ends ends={choice.ends} from={from} onChange={(ends) => onChange({ ...choice, ends })} />}
    </div>
  );
}

const NEVER = 'never';
const OWN = 'own';
const FREQUENCIES = ['daily', 'weekly', 'monthly', 'yearly'] as const;
const UNITS = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' } as const;

/** Every so many days, weeks, months or years; of weeks the weekdays, of months the day. */
function OwnWay({ choice, from, fromSaid, onChange }: Props & { choice: RecurrenceChoice }) {
  const { locale } = useMoment();
  const change = (freq: string) => {
    const plain = choicesFrom(from).find((each) => each.freq === freq && !(each.freq === 'weekly' && each.weekdays.length > 1));
    if (plain) onChange({ ...plain, every: choice.every, ends: choice.ends });
  };
  return (
    <>
      <div className="repeat-line">
        <NumberField label={i18n.t('cadence.everyLabel')} value={choice.every} onChange={(every) => onChange({ ...choice, every })} />
        <select aria-label={i18n.t('cadence.unit')} value={choice.freq} onChange={({ currentTarget }) => change(currentTarget.value)}>
          {FREQUENCIES.map((freq) => (
            <option key={freq} value={freq}>
              {i18n.t(`cadence.units.${UNITS[freq]}`)}
            </option>
          ))}
        </select>
      </div>
      {choice.freq === 'weekly' && (
        <div className="repeat-weekdays" role="group" aria-label={i18n.t('repeat.weekdays')}>
          {WEEKDAYS.map((weekday) => (
            <button
              key={weekday}
              type="button"
              className="button"
              aria-pressed={choice.weekdays.includes(weekday)}
              title={weekdayName(weekday, locale)}
              onClick={() => onChange({ ...choice, weekdays: toggled(choice.weekdays, weekday) })}
            >
              {weekdayName(weekday, locale, 'short')}
            </button>
          ))}
        </div>
      )}
      {choice.freq === 'monthly' && fromSaid && (
        <select
          aria-label={i18n.t('repeat.dayOfMonth')}
          value={monthlyDayWords(choice.on, locale)}
          onChange={({ currentTarget }) => {
            const on = monthlyDays(choice.on, from).find((each) => monthlyDayWords(each, locale) === currentTarget.value);
            if (on) onChange({ ...choice, on });
          }}
        >
          {monthlyDays(choice.on, from).map((on) => (
            <option key={monthlyDayWords(on, locale)} value={monthlyDayWords(on, locale)}>
              {i18n.t('repeat.onThe', [monthlyDayWords(on, locale)])}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

function Ends({ ends, from, onChange }: { ends: RecurrenceEnd; from: LocalDateTime; onChange: (ends: RecurrenceEnd) => void }) {
  const id = useId();
  const date = from.slice(0, 10);
  const choose = (kind: string) => {
    if (kind === 'after') onChange({ kind, times: 5 });
    else if (kind === 'on') onChange({ kind, date: addTo(from, { months: 6 }).slice(0, 10) });
    else onChange({ kind: 'never' });
  };
  return (
    <div className="repeat-line">
      <label htmlFor={`${id}-ends`}>{i18n.t('repeat.ends')}</label>
      <select id={`${id}-ends`} value={ends.kind} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {(['never', 'after', 'on'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {i18n.t(`repeat.end.${kind}`)}
          </option>
        ))}
      </select>
      {ends.kind === 'after' && (
        <NumberField labelHidden label={i18n.t('repeat.times')} value={ends.times} onChange={(times) => onChange({ kind: 'after', times })} />
      )}
      {ends.kind === 'on' && (
        <input
          type="date"
          aria-label={i18n.t('repeat.lastDay')}
          required
          min={date}
          max="2199-12-31"
          defaultValue={ends.date}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== '' && currentTarget.validity.valid) onChange({ kind: 'on', date: currentTarget.value });
          }}
        />
      )}
    </div>
  );
}

type NumberProps = { label: string; labelHidden?: boolean; value: number; onChange: (value: number) => void };

/** A whole number; what is none is said to be so and holds the form back. */
function NumberField({ label, labelHidden = false, value, onChange }: NumberProps) {
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(String(value));
  }
  const isNumber = NUMBER.test(typed.trim());
  return (
    <>
      <label htmlFor={id} {...(labelHidden && { className: 'for-screen-readers' })}>
        {label}
      </label>
      <input
        id={id}
        className="repeat-number"
        inputMode="numeric"
        autoComplete="off"
        required
        maxLength={3}
        pattern="\s*[1-9]\d{0,2}\s*"
        title={i18n.t('cadence.notANumber')}
        value={typed}
        aria-invalid={!isNumber}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          if (!NUMBER.test(currentTarget.value.trim())) return;
          setSeen(Number(currentTarget.value));
          onChange(Number(currentTarget.value));
        }}
      />
      <p id={`${id}-why`} className="problem" aria-live="polite">
        {isNumber ? '' : i18n.t('cadence.notANumber')}
      </p>
    </>
  );
}

const NUMBER = /^[1-9]\d{0,2}$/;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The days of the month that `from` suggests, with the one chosen already. */
function monthlyDays(on: MonthlyDay, from: LocalDateTime): MonthlyDay[] {
  const suggested = choicesFrom(from).flatMap((each) => (each.freq === 'monthly' ? [each.on] : []));
  const lastDay = { by: 'day', day: 31 } as const;
  const all: MonthlyDay[] = [on, ...suggested, lastDay];
  return all.filter((each, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === index);
}

function isSameDays(a: RecurrenceChoice, b: RecurrenceChoice): boolean {
  return JSON.stringify(a, DAYS) === JSON.stringify(b, DAYS);
}

/** What of a choice says on which days it comes. */
const DAYS = ['freq', 'every', 'weekdays', 'on', 'by', 'day', 'nth', 'weekday', 'month'];

/** With a weekday more or less; the last one stays. */
function toggled(weekdays: readonly number[], weekday: number): number[] {
  const next = weekdays.includes(weekday) ? weekdays.filter((each) => each !== weekday) : [...weekdays, weekday];
  return next.length === 0 ? [...weekdays] : next.toSorted((a, b) => a - b);
}
