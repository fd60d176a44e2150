import './settings.css';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { useMoment } from '../moment';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

type Props = { workingDays: readonly number[]; onChange: (workingDays: number[]) => void };

/** The days on which Kith brings people up by itself. */
export function WorkingDaysSetting({ workingDays, onChange }: Props) {
  const id = useId();
  const { locale } = useMoment();
  const [refused, setRefused] = useState(false);
  const toggle = (day: number) => {
    const next = WEEK.filter((each) => (each === day) !== workingDays.includes(each));
    setRefused(next.length === 0);
    if (next.length > 0) onChange(next);
  };
  return (
    <fieldset aria-describedby={`${id}-problem ${id}-hint`}>
      <legend>{i18n.t('settings.workingDays')}</legend>
      <div className="week">
        {WEEK.map((day) => (
          <label key={day} className="switch">
            <input type="checkbox" aria-label={weekday(day, 'long', locale)} checked={workingDays.includes(day)} onChange={() => toggle(day)} />
            <span aria-hidden="true">{weekday(day, 'short', locale)}</span>
          </label>
        ))}
      </div>
      <p id={`${id}-problem`} className="problem" aria-live="polite">
        {refused ? i18n.t('settings.workingDaysRefused') : ''}
      </p>
      <p id={`${id}-hint`} className="hint">
        {i18n.t('settings.workingDaysHint')}
      </p>
    </fieldset>
  );
}

function weekday(day: number, width: 'short' | 'long', locale: string): string {
  // The first of January 2024 was a Monday.
  return Temporal.PlainDate.from({ year: 2024, month: 1, day }).toLocaleString(locale, { weekday: width });
}
