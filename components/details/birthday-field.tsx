import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { Birthday } from '../../lib/model/temporal';
import { useMoment } from '../moment';

type Props = { birthday: Birthday | undefined; onChange: (birthday: Birthday | undefined) => void };

/** A day and a month; the year only where it is known. */
export function BirthdayField({ birthday, onChange }: Props) {
  const id = useId();
  const { locale } = useMoment();
  const [parts, setParts] = useState(() => partsOf(birthday));
  const [seen, setSeen] = useState(birthday);
  if (seen !== birthday) {
    setSeen(birthday);
    setParts(partsOf(birthday));
  }
  const told = birthdayOf(parts);
  const change = (next: Parts) => {
    setParts(next);
    const said = birthdayOf(next);
    if (said.finished && said.birthday !== birthday) onChange(said.birthday);
  };

  return (
    <fieldset>
      <legend className="field-label">{i18n.t('details.birthday')}</legend>
      <div className="birthday">
        <input
          aria-label={i18n.t('details.day')}
          placeholder={i18n.t('details.day')}
          inputMode="numeric"
          maxLength={2}
          value={parts.day}
          onChange={({ currentTarget }) => change({ ...parts, day: currentTarget.value })}
        />
        <select aria-label={i18n.t('details.month')} value={parts.month} onChange={({ currentTarget }) => change({ ...parts, month: currentTarget.value })}>
          <option value="">{i18n.t('details.month')}</option>
          {MONTHS.map((month) => (
            <option key={month} value={month}>
              {Temporal.PlainDate.from(`2000-${month}-01`).toLocaleString(locale, { month: 'long' })}
            </option>
          ))}
        </select>
        <input
          aria-label={i18n.t('details.year')}
          aria-describedby={`${id}-hint`}
          placeholder={i18n.t('details.year')}
          inputMode="numeric"
          maxLength={4}
          value={parts.year}
          onChange={({ currentTarget }) => change({ ...parts, year: currentTarget.value })}
        />
      </div>
      <p id={`${id}-hint`} className="hint" aria-live="polite">
        {!told.finished && parts.day.length > 0 && parts.month !== '' && (parts.year === '' || parts.year.length === 4)
          ? i18n.t('details.noSuchDay')
          : i18n.t('details.yearOptional')}
      </p>
    </fieldset>
  );
}

type Parts = { day: string; month: string; year: string };

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

function partsOf(birthday: Birthday | undefined): Parts {
  if (!birthday) return { day: '', month: '', year: '' };
  return { day: String(Number(birthday.slice(-2))), month: birthday.slice(-5, -3), year: birthday.startsWith('--') ? '' : birthday.slice(0, 4) };
}

/** What the parts say; unfinished while they are no day that exists. */
function birthdayOf({ day, month, year }: Parts): { finished: true; birthday: Birthday | undefined } | { finished: false } {
  if (day === '' && month === '' && year === '') return { finished: true, birthday: undefined };
  const { success, data } = Birthday.safeParse(`${year === '' ? '-' : year}-${month}-${day.padStart(2, '0')}`);
  return success ? { finished: true, birthday: data } : { finished: false };
}
