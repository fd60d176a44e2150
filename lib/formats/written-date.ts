import { Birthday } from '../model/temporal';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as people and programs write it into tables: `2024-03-12`, `12 Mar 2024`, `7-Feb-22`, `March 12, 2024`, `--03-12`, `12 March`,
 * and `15/03/2024` where the numbers leave no doubt which is the month. Undefined where it is none, or could be two.
 */
export function writtenDate(text: string): Birthday | undefined {
  const plain = text.trim().replace(/T[\d:.]+(Z|[+-]\d\d:?\d\d)?$|\s+\d\d?:\d\d.*$/, '');
  const parts = isoParts(plain) ?? spokenParts(plain) ?? numberParts(plain);
  if (!parts) return undefined;
  const day = `${pad(parts.month)}-${pad(parts.day)}`;
  return Birthday.safeParse(parts.year === undefined ? `--${day}` : `${parts.year}-${day}`).data;
}

type Parts = { year?: string; month: number; day: number };

function isoParts(text: string): Parts | undefined {
  const [, year, month, day] = /^(?:(\d{4})-?|--)(\d\d)-?(\d\d)$/.exec(text) ?? [];
  return day === undefined ? undefined : withYear(year, Number(month), Number(day));
}

function spokenParts(text: string): Parts | undefined {
  const [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(\p{L}{3,9})\.?(?:[\s,.-]+(\d{4}|\d{2}))?$/u.exec(text) ?? [];
  if (month !== undefined) return named(year, month, Number(day));
  const [, first, second, third] = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/u.exec(text) ?? [];
  return first === undefined ? undefined : named(third, first, Number(second));
}

function numberParts(text: string): Parts | undefined {
  const [, first, separator, second, year] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [a, b] = [Number(first), Number(second)];
  // With full stops the day comes first everywhere; with strokes that depends on the country.
  if (separator === '.' || a > 12 || a === b) return withYear(year, b, a);
  return b > 12 ? withYear(year, a, b) : undefined;
}

function named(year: string | undefined, name: string, day: number): Parts | undefined {
  const month = MONTHS.findIndex((start) => name.toLowerCase().startsWith(start)) + 1;
  return month === 0 ? undefined : withYear(year, month, day);
}

function withYear(year: string | undefined, month: number, day: number): Parts {
  // Two digits are of the hundred years up to 2030: nobody writes the future into such a table.
  const whole = year?.length === 2 ? `${Number(year) > 30 ? 19 : 20}${year}` : year;
  return { ...(whole !== undefined && { year: whole }), month, day };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
