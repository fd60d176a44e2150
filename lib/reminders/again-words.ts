import type { RecurrenceChoice, RecurrenceDays } from '../model/recurrence';
import { type LocalDateTime, weekdayOf } from '../model/temporal';
import { COUNT, ENDS_HERE, MONTH, monthNumber, NUMBER, numberOf, ORDINAL, ordinalOf, WEEKDAY, weekdayNumber } from './calendar-words';

/** What was said of coming again, taken out of the words around it. */
export type AgainSaid = {
  every: number;
  unit: Unit;
  /** The days that were named; absent where they are those of the day on which it begins. */
  days?: RecurrenceDays;
  ends?: { times: number } | { until: string } | { over: number; unit: Unit };
  /** The words that say nothing of it: a time, a day to begin on, or something not understood. */
  rest: string;
};
type Unit = 'day' | 'week' | 'month' | 'year';

const WEEKDAYS = `${WEEKDAY}(?:\\s*(?:,\\s*and|,|and|&)\\s*${WEEKDAY})*`;
const NTH = '(?:first|1st|second|2nd|third|3rd|fourth|4th|last)';
const DAY = `(?:${ORDINAL}|\\d{1,2})`;
const OF_MONTH = '(?:\\s+(?:of|in)\\s+(?:the|each|every|a)\\s+month)?';

const UNITS: Record<string, [number, Unit]> = {
  day: [1, 'day'],
  week: [1, 'week'],
  fortnight: [2, 'week'],
  month: [1, 'month'],
  quarter: [3, 'month'],
  year: [1, 'year'],
};
const UNIT = Object.keys(UNITS).join('|');

/** "every 2 weeks", "monthly", "every other year"; what stands behind it names the days. */
const FREQUENCY = `(?:(?:every|each)\\s+(?:(?<every>other|second|${NUMBER})\\s+)?(?<unit>${UNIT})s?|(?<word>daily|weekly|fortnightly|monthly|quarterly|yearly|annually))`;

const WORDS: Record<string, [number, Unit]> = {
  daily: [1, 'day'],
  weekly: [1, 'week'],
  fortnightly: [2, 'week'],
  monthly: [1, 'month'],
  quarterly: [3, 'month'],
  yearly: [1, 'year'],
  annually: [1, 'year'],
};

/** How people say that something comes again, the most telling way first. */
const PATTERNS: readonly RegExp[] = [
  `(?:(?:every|each)\\s+(?:working|business|week)\\s?day|\\bon\\s+weekdays|\\bweekdays)\\b(?<working>)`,
  `${FREQUENCY}\\s+(?:on\\s+)?(?:the\\s+)?(?<nth>${NTH})\\s+(?<weekday>${WEEKDAY})${OF_MONTH}`,
  `(?:(?:every|each)\\s+|(?:on\\s+)?(?:the\\s+)?)(?<nth>${NTH})\\s+(?<weekday>${WEEKDAY})\\s+(?:of|in)\\s+(?:the|each|every|a)\\s+month`,
  `${FREQUENCY}\\s+(?:on\\s+)?(?:the\\s+)?(?<last>last\\s+day)${OF_MONTH}`,
  `${FREQUENCY}\\s+on\\s+(?:the\\s+)?(?:(?<day>${DAY})(?:\\s+(?:of\\s+)?(?<month>${MONTH}))|(?<monthBefore>${MONTH})\\s+(?<dayBehind>${DAY}))(?!\\s*,?\\s*\\d)`,
  `${FREQUENCY}\\s+on\\s+the\\s+(?<day>${DAY})${OF_MONTH}`,
  `${FREQUENCY}\\s+on\\s+(?<day>${ORDINAL})${OF_MONTH}`,
  `(?:on\\s+)?(?:the\\s+)?(?:(?<last>last\\s+day)|(?<day>${ORDINAL})(?:\\s+day)?)\\s+of\\s+${FREQUENCY}`,
  `${FREQUENCY}\\s+(?:on\\s+)?(?<weekdays>${WEEKDAYS})`,
  `(?:every|each)\\s+(?<other>other|second|2nd)\\s+(?<weekdays>${WEEKDAYS})`,
  `(?:every|each)\\s+(?<nth>${NTH})\\s+(?<weekday>${WEEKDAY})`,
  `(?:every|each)\\s+(?<weekdays>${WEEKDAYS})`,
  FREQUENCY,
  `(?:every|each)\\s+(?<day>${ORDINAL})(?:\\s+of\\s+the\\s+month)?${ENDS_HERE}`,
].map((source) => new RegExp(`(?<![\\w-])${source}(?!\\w)`, 'i'));

const TIMES = new RegExp(`,?\\s*(?:for\\s+)?(?:(?<times>${NUMBER})\\s+times|(?<once>once))\\s*$`, 'i');
const OVER = new RegExp(`,?\\s*for\\s+(?<times>${COUNT})\\s+(?<unit>${UNIT})s?\\s*$`, 'i');
const UNTIL = /,?\s*\b(?:until|till|ending(?:\s+on)?)\s+(?<until>.+)$/i;

/**
 * "every 2 weeks on Tuesday at 9, until June" taken apart; undefined where nothing is said of coming again. "Every second Tuesday"
 * is every other one; the second of each month is "the second Tuesday of the month".
 */
export function againSaid(text: string): AgainSaid | undefined {
  const { ends, before } = endSaid(text);
  for (const pattern of PATTERNS) {
    const match = pattern.exec(before);
    if (!match) continue;
    const said = read(match.groups ?? {});
    const rest = `${before.slice(0, match.index)} ${before.slice(match.index + match[0].length)}`.trim();
    return said && { ...said, ...(ends && { ends }), rest };
  }
  return undefined;
}

/** The whole choice, for one that begins at `from`. */
export function choiceSaid({ every, unit, days }: AgainSaid, from: LocalDateTime, ends: RecurrenceChoice['ends']): RecurrenceChoice {
  return { ...(days ?? daysOf(unit, from)), every, ends };
}

function daysOf(unit: Unit, from: LocalDateTime): RecurrenceDays {
  const date = from.slice(0, 10);
  const day = Number(date.slice(8));
  switch (unit) {
    case 'day':
      return { freq: 'daily' };
    case 'week':
      return { freq: 'weekly', weekdays: [weekdayOf(date)] };
    case 'month':
      return { freq: 'monthly', on: { by: 'day', day } };
    case 'year':
      return { freq: 'yearly', month: Number(date.slice(5, 7)), day };
  }
}

function endSaid(text: string): { ends?: NonNullable<AgainSaid['ends']>; before: string } {
  const over = OVER.exec(text);
  const times = over ?? TIMES.exec(text);
  const end = times ?? UNTIL.exec(text);
  if (!end) return { before: text };
  const before = text.slice(0, end.index);
  const { times: count = '', unit = '', once, until } = end.groups ?? {};
  if (until !== undefined) return { ends: { until }, before };
  if (once !== undefined) return { ends: { times: 1 }, before };
  if (!over) return { ends: { times: numberOf(count) }, before };
  const [each, of] = unitOf(unit);
  return { ends: { over: numberOf(count) * each, unit: of }, before };
}

/** What a pattern found; undefined where its parts do not go together, as in "every year on the second Tuesday". */
function read(groups: Record<string, string | undefined>): Omit<AgainSaid, 'rest' | 'ends'> | undefined {
  const [every, unit] = frequencyOf(groups);
  const { working, nth, weekday, last, day = groups['dayBehind'], month = groups['monthBefore'], weekdays } = groups;
  if (every < 1) return undefined;
  if (working !== undefined) return { every: 1, unit: 'week', days: { freq: 'weekly', weekdays: [1, 2, 3, 4, 5] } };
  if (nth !== undefined && weekday !== undefined) {
    return unit === 'month' ? { every, unit, days: { freq: 'monthly', on: { by: 'weekday', nth: nthOf(nth), weekday: weekdayNumber(weekday) } } } : undefined;
  }
  if (last !== undefined) return unit === 'month' ? { every, unit, days: { freq: 'monthly', on: { by: 'day', day: 31 } } } : undefined;
  if (day !== undefined) return dayRead(every, unit, ordinalOf(day), month);
  if (weekdays !== undefined) return unit === 'week' ? { every, unit, days: { freq: 'weekly', weekdays: weekdaysOf(weekdays) } } : undefined;
  return { every, unit };
}

function dayRead(every: number, unit: Unit, day: number, monthName: string | undefined): Omit<AgainSaid, 'rest' | 'ends'> | undefined {
  if (monthName === undefined)
    return unit === 'month' && day >= 1 && day <= 31 ? { every, unit, days: { freq: 'monthly', on: { by: 'day', day } } } : undefined;
  const month = monthNumber(monthName);
  const longest = Temporal.PlainDate.from({ year: 2024, month, day: 1 }).daysInMonth;
  return unit === 'year' && day >= 1 && day <= longest ? { every, unit, days: { freq: 'yearly', month, day } } : undefined;
}

function frequencyOf({ every, unit, word, other, nth, day }: Record<string, string | undefined>): [number, Unit] {
  const named = word === undefined ? undefined : WORDS[word.toLowerCase()];
  if (named) return named;
  if (unit !== undefined) {
    const [each, of] = unitOf(unit);
    return [each * (every === undefined ? 1 : /^(?:other|second)$/i.test(every) ? 2 : numberOf(every)), of];
  }
  return nth === undefined && day === undefined ? [other === undefined ? 1 : 2, 'week'] : [1, 'month'];
}

function unitOf(word: string): [number, Unit] {
  return UNITS[word.toLowerCase()] ?? [1, 'day'];
}

function nthOf(word: string): number {
  return word.toLowerCase() === 'last' ? -1 : ordinalOf(word);
}

function weekdaysOf(words: string): number[] {
  return [...new Set([...words.matchAll(new RegExp(WEEKDAY, 'gi'))].map(([word]) => weekdayNumber(word)))].toSorted((a, b) => a - b);
}
