import { i18n } from '#i18n';
import { Birthday, type CalendarDate } from '../../lib/model/temporal';
import { useMoment } from '../moment';

/** A day of the year as it is being typed; the year may stay empty. */
export type DayParts = { day: string; month: string; year: string };

export const NO_DAY: DayParts = { day: '', month: '', year: '' };

type Props = { parts: DayParts; describedBy: string; onChange: (parts: DayParts) => void };

/** A day and a month; the year only where it is known. */
export function DayFields({ parts, describedBy, onChange }: Props) {
  const { today, locale } = useMoment();
  const isWrong = whatIsWrong(parts, today, false) !== undefined;
  const field = (part: 'day' | 'year') => ({
    'aria-label': i18n.t(`details.${part}`),
    'aria-describedby': describedBy,
    'aria-invalid': isWrong,
    placeholder: i18n.t(`details.${part}`),
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    maxLength: part === 'day' ? 2 : 4,
    value: parts[part],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onChange({ ...parts, [part]: currentTarget.value }),
  });
  return (
    <div className="birthday">
      <input {...field('day')} />
      <select aria-label={i18n.t('details.month')} value={parts.month} onChange={({ currentTarget }) => onChange({ ...parts, month: currentTarget.value })}>
        <option value="">{i18n.t('details.month')}</option>
        {MONTHS.map((month) => (
          <option key={month} value={month}>
            {Temporal.PlainDate.from(`2000-${month}-01`).toLocaleString(locale, { month: 'long' })}
          </option>
        ))}
      </select>
      <input {...field('year')} />
    </div>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

export function partsOf(date: Birthday | undefined): DayParts {
  if (!date) return NO_DAY;
  return { day: String(Number(date.slice(-2))), month: date.slice(-5, -3), year: date.startsWith('--') ? '' : date.slice(0, 4) };
}

/** The day that was typed; undefined while it is none that exists. A year of two digits is the latest such that is not to come. */
export function dayTyped({ day, month, year }: DayParts, today: CalendarDate): Birthday | undefined {
  const dayIn = (whole: string) => Birthday.safeParse(`${whole}-${month}-${day.trim().padStart(2, '0')}`).data;
  const typed = year.trim();
  if (!/^\d\d$/.test(typed)) return dayIn(typed === '' ? '-' : typed);
  return ['20', '19'].map((century) => dayIn(century + typed)).find((date) => date !== undefined && date <= today);
}

export function isNothingTyped({ day, month, year }: DayParts): boolean {
  return day.trim() === '' && month === '' && year.trim() === '';
}

/** Why what was typed is no day, for whoever types it; until they have `left` it, undefined while it still may become one. */
export function whatIsWrong(parts: DayParts, today: CalendarDate, left: boolean): string | undefined {
  const { day, month, year } = parts;
  if (isNothingTyped(parts) || dayTyped(parts, today) !== undefined) return undefined;
  if (day.trim() === '' || month === '') return left ? i18n.t('details.dayUnfinished') : undefined;
  if (dayTyped({ day, month, year: '' }, today) === undefined) return i18n.t('details.noSuchDay');
  if (!left && /^\d{0,3}$/.test(year.trim())) return undefined;
  return i18n.t(dayTyped({ day: '1', month: '01', year }, today) === undefined ? 'details.noSuchYear' : 'details.notThatYear');
}
