import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { SpecialDate } from '../../lib/model/special-date';
import { exactDay } from '../../lib/model/spoken';
import type { Birthday, CalendarDate } from '../../lib/model/temporal';
import { LINE_LIMIT } from '../../lib/model/text';
import { Icon } from '../icon';
import { useRemovals } from '../list/use-removals';
import { useMoment } from '../moment';
import { DayFields, type DayParts, dayTyped, isNothingTyped, NO_DAY, whatIsWrong } from './day-fields';
import { useChosen } from './use-chosen';
import { type Begun, useNewLine } from './use-new-line';

type Props = Begun<TypedDate> & {
  dates: SpecialDate[];
  /** Answers whether it was kept. */
  onChange: (dates: SpecialDate[]) => Promise<boolean>;
};

/** Other days that come every year: a work anniversary, the day they defended. */
export function DatesField({ dates: kept, onChange, ...begun }: Props) {
  const [dates, choose] = useChosen(kept, onChange);
  const { locale } = useMoment();
  const removals = useRemovals(dates);
  return (
    <fieldset className="stack" {...removals}>
      <legend className="field-label">{i18n.t('details.dates')}</legend>
      {dates.length > 0 && (
        <ul className="dates">
          {dates.map(({ id, label, date }) => (
            <li key={id}>
              <span>
                <bdi>{label}</bdi> <span className="hint">{dayWords(date, locale)}</span>
              </span>
              <button
                type="button"
                className="icon-button"
                aria-label={i18n.t('details.removeField', [label])}
                title={i18n.t('details.removeField', [label])}
                onClick={() => void choose((before) => before.filter((each) => each.id !== id))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {dates.length < MOST_DATES ? (
        <NewDate {...begun} onAdd={(date) => choose((before) => [...before, date])} />
      ) : (
        <p className="hint">{i18n.t('details.datesFull', [String(MOST_DATES)])}</p>
      )}
    </fieldset>
  );
}

/** As many as a contact may have. */
const MOST_DATES = 50;

/** A day as it is typed. */
export type TypedDate = { label: string; parts: DayParts };

function NewDate({ onAdd, ...begun }: Begun<TypedDate> & { onAdd: (date: SpecialDate) => Promise<boolean> }) {
  const id = useId();
  const { today } = useMoment();
  const [asked, setAsked] = useState(false);
  const addWhole = (said: TypedDate) => {
    const date = dateOf(said, today);
    return date && onAdd(date);
  };
  const { typed, type, give } = useNewLine(NOTHING_TYPED, begun, addWhole);
  const { label, parts } = typed;
  const problem = whatIsWrong(parts, today, asked) ?? (asked ? lacking(label, dayTyped(parts, today)) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const kept = addWhole(typed);
    setAsked(!kept);
    if (kept) void give(kept);
  };
  return (
    <form className="new-date" onSubmit={submit}>
      <input
        dir="auto"
        aria-label={i18n.t('details.dateLabel')}
        aria-describedby={`${id}-why`}
        placeholder={i18n.t('details.dateLabelPlaceholder')}
        maxLength={LINE_LIMIT}
        value={label}
        onChange={({ currentTarget }) => type({ label: currentTarget.value })}
      />
      <DayFields parts={parts} describedBy={`${id}-why`} onChange={(next) => type({ parts: next })} />
      <button type="submit" className="button" disabled={label.trim() === '' && isNothingTyped(parts)}>
        {i18n.t('details.add')}
        <span className="for-screen-readers"> {i18n.t('details.dates')}</span>
      </button>
      <p id={`${id}-why`} className="problem" aria-live="polite">
        {problem ?? ''}
      </p>
    </form>
  );
}

const NOTHING_TYPED: TypedDate = { label: '', parts: NO_DAY };

function dateOf({ label, parts }: TypedDate, today: CalendarDate): SpecialDate | undefined {
  const date = dayTyped(parts, today);
  return date === undefined || label.trim() === '' ? undefined : { id: crypto.randomUUID(), label: label.trim(), date };
}

function lacking(label: string, date: Birthday | undefined): string | undefined {
  if (date === undefined) return i18n.t('details.dayUnfinished');
  return label.trim() === '' ? i18n.t('details.dateUnnamed') : undefined;
}

/** "12 April 2019", or "12 April" where the year is not known. */
function dayWords(date: Birthday, locale: string): string {
  if (!date.startsWith('--')) return exactDay(date, locale);
  return Temporal.PlainDate.from(`2000-${date.slice(2)}`).toLocaleString(locale, { day: 'numeric', month: 'long' });
}
