import type { Parser, Refiner } from 'chrono-node';
import * as chrono from 'chrono-node/en';
import { addDays, addTo, at, type CalendarDate, nextWeekday } from '../model/temporal';
import { COUNT, ENDS_HERE, MONTH, monthNumber, numberOf, ORDINAL, ordinalOf, WEEKDAY, weekdayNumber } from './calendar-words';

/**
 * The library's reader of dates, with the words for a day that it lacks and without what it reads otherwise than people mean it. `today` is
 * the day on which they are said; `locale` decides whether 3/4 is in March or in April.
 */
export function timeReader(today: CalendarDate, locale: string): chrono.Chrono {
  const reader = (locale === 'en-US' ? chrono.casual : chrono.GB).clone();
  reader.parsers.unshift(...DAYS.map((said) => dayParser(said, today)), HOUR);
  reader.refiners.unshift(AS_MEANT);
  return reader;
}

type Words = Record<string, string | undefined>;

/** Which day is said by words that the library lacks; undefined where there is none. */
type Day = (words: Words, today: CalendarDate) => CalendarDate | undefined;

const SAID: readonly [words: string, day: Day][] = [
  ['(?:the\\s+)?day\\s+after\\s+tomorrow', (_, today) => addDays(today, 2)],
  [`(?:in\\s+)?(?<count>${COUNT})\\s+fortnights?`, ({ count = '' }, today) => addDays(today, 14 * numberOf(count))],
  [`next\\s+week,?\\s+(?:on\\s+)?(?<weekday>${WEEKDAY})`, inNextWeek],
  [`(?:on\\s+)?(?<weekday>${WEEKDAY}),?\\s+(?:of\\s+)?next\\s+week`, inNextWeek],
  [`(?:on\\s+)?(?:the\\s+)?(?<day>${ORDINAL})(?:\\s+of\\s+(?<month>the|this|next)\\s+month)?${ENDS_HERE}`, dayOfMonth],
  [`(?<month>this|next)\\s+month,?\\s+on\\s+the\\s+(?<day>${ORDINAL})${ENDS_HERE}`, dayOfMonth],
  ['(?:the\\s+)?(?:beginning|start)\\s+of\\s+(?<month>next)\\s+month', dayOfMonth],
  ['(?:on\\s+)?(?:the\\s+)?(?<last>last)\\s+day\\s+of\\s+(?<month>the|this|next)\\s+month', dayOfMonth],
  [`(?:the\\s+)?(?:beginning|start)\\s+of\\s+(?<name>${MONTH})${ENDS_HERE}`, ({ name = '' }, today) => firstFrom(today, isNamed(monthNumber(name), 1))],
  [`(?:the\\s+)?29(?:th)?\\s+(?:of\\s+)?feb(?:ruary)?${ENDS_HERE}`, (_, today) => firstFrom(today, isNamed(2, 29))],
  [`feb(?:ruary)?\\s+(?:the\\s+)?29(?:th)?${ENDS_HERE}`, (_, today) => firstFrom(today, isNamed(2, 29))],
];
const DAYS = SAID.map(([words, day]) => ({ pattern: new RegExp(`(?<![\\w-])${words}(?!\\w)`, 'i'), day }));

const MONDAY = 1;

function inNextWeek({ weekday = '' }: Words, today: CalendarDate): CalendarDate {
  return addDays(nextWeekday(today, MONDAY), weekdayNumber(weekday) - 1);
}

/** Where its month is not said, in the first month that has it still to come. */
function dayOfMonth({ day = 'first', last, month }: Words, today: CalendarDate): CalendarDate | undefined {
  const isIt = (date: CalendarDate) => (last === undefined ? Number(date.slice(8)) === ordinalOf(day) : addDays(date, 1).endsWith('-01'));
  if (month === undefined || /^the$/i.test(month)) return firstFrom(today, isIt);
  const thisMonth = `${today.slice(0, 7)}-01`;
  const begin = /^next$/i.test(month) ? addTo(at(thisMonth, '00:00'), { months: 1 }).slice(0, 10) : thisMonth;
  const found = firstFrom(begin, isIt);
  return found?.slice(0, 7) === begin.slice(0, 7) ? found : undefined;
}

function isNamed(month: number, day: number): (date: CalendarDate) => boolean {
  return (date) => Number(date.slice(5, 7)) === month && Number(date.slice(8)) === day;
}

/** No day of a year is further away: between 2096 and 2104 there is no 29 February. */
const DAYS_TO_A_LEAP_DAY = 8 * 366;

function firstFrom(from: CalendarDate, isIt: (date: CalendarDate) => boolean): CalendarDate | undefined {
  for (let ahead = 0; ahead <= DAYS_TO_A_LEAP_DAY; ahead++) {
    const date = addDays(from, ahead);
    if (isIt(date)) return date;
  }
  return undefined;
}

function dayParser({ pattern, day }: { pattern: RegExp; day: Day }, today: CalendarDate): Parser {
  return {
    pattern: () => pattern,
    extract: (_, match) => {
      const found = day(match.groups ?? {}, today);
      if (found !== undefined) return { year: Number(found.slice(0, 4)), month: Number(found.slice(5, 7)), day: Number(found.slice(8)) };
      // The library goes on one letter behind this: "1st" in "31st" would be another day.
      match.index = (match.index ?? 0) + match[0].length;
      return null;
    },
  };
}

/** "tomorrow 8": the library takes a single figure for an hour behind "at" alone. */
const HOUR: Parser = {
  pattern: () => /(?<=\b(?:today|tomorrow),?\s+)\d(?=\s*$)/i,
  extract: (_, [hour]) => ({ hour: Number(hour), minute: 0 }),
};

/** Of a bare "at 3" the afternoon is meant: nobody follows up at night. What the library would make another time of is left out. */
const AS_MEANT: Refiner = {
  refine: ({ text: whole }, results) =>
    results.filter(({ text, start }) => {
      const hour = start.get('hour') ?? 0;
      const isBare = start.isCertain('hour') && !start.isCertain('meridiem') && !/(?<!\d)0\d/.test(text) && !/\b(?:morning|night)\b/i.test(whole);
      if (isBare && hour >= 1 && hour <= 6) start.assign('hour', hour + 12).assign('meridiem', chrono.Meridiem.PM);
      return !MISREAD.test(text) && (start.isCertain('day') || !YEAR_FOR_DAY.test(text));
    }),
};

/** A duration taken for a distance ("for 3 days"), a stretch of time for one moment of it ("the week", "this month"). */
const MISREAD = /^\W*(?:for\b|(?:(?:in|within)\s+)?the\s+(?:day|week|month|quarter|year)$|this\s+(?:week|month|quarter|year)$)/i;

/** A day that its month lacks, taken for a year: "nov 31". */
const YEAR_FOR_DAY = new RegExp(`^${MONTH}[\\s,]*\\d{1,2}$`, 'i');
