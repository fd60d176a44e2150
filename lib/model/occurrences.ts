import { choiceOf, type MonthlyDay, type Recurrence, type RecurrenceChoice } from './recurrence';
import { addDays, addTo, at, type CalendarDate, daysBetween, type LocalDateTime, nextWeekday, weekdayOf } from './temporal';

/**
 * When something that recurs comes. Its first time is `from`, whatever the rule says of that. All of it is wall-clock time without a zone:
 * nine in the morning is nine on either side of a change to summer time. Counted in turns, which are the days, weeks, months or years that
 * count: after the first, each has as many occurrences as the others.
 */

/** Where the wall clock of Kith ends. */
const LAST_DATE: CalendarDate = '2199-12-31';

/** The time at which it comes when it has come `before` times; undefined when it does not come again. */
export function occurrence(recurrence: Recurrence, before: number): LocalDateTime | undefined {
  const choice = choiceOf(recurrence);
  const [from, time] = apart(recurrence.from);
  if (before < 0 || before >= times(choice, from)) return undefined;
  const first = firstTurn(choice, from);
  const further = before - first.length;
  const perTurn = turn(choice, from, 0).length;
  const date = first[before] ?? turn(choice, from, 1 + Math.floor(further / perTurn))[further % perTurn];
  return date && at(date, time);
}

/** How many times it has come by `clock`. */
export function occurrencesBy(recurrence: Recurrence, clock: LocalDateTime): number {
  const choice = choiceOf(recurrence);
  const [[from, time], [today, now]] = [apart(recurrence.from), apart(clock)];
  return Math.min(times(choice, from), datesUntil(choice, from, now < time ? addDays(today, -1) : today));
}

/** How many times it still comes, seen at `clock`, for what is due at `dueAt`: that time counts, those that have passed since do not. */
export function timesLeft(recurrence: Recurrence, dueAt: LocalDateTime, clock: LocalDateTime): number {
  const gone = Math.max(1, occurrencesBy(recurrence, dueAt > clock ? dueAt : clock));
  return times(choiceOf(recurrence), apart(recurrence.from)[0]) - gone + 1;
}

/** The choice that it is from that time on: of so many times as many as are left. */
export function choiceLeft(recurrence: Recurrence, dueAt: LocalDateTime, clock: LocalDateTime): RecurrenceChoice {
  const choice = choiceOf(recurrence);
  return choice.ends.kind === 'after' ? { ...choice, ends: { kind: 'after', times: timesLeft(recurrence, dueAt, clock) } } : choice;
}

/** How many times it comes in all. */
function times(choice: RecurrenceChoice, from: CalendarDate): number {
  const { ends } = choice;
  const until = ends.kind === 'on' && ends.date < LAST_DATE ? ends.date : LAST_DATE;
  return Math.max(1, Math.min(ends.kind === 'after' ? ends.times : Infinity, datesUntil(choice, from, until)));
}

/** On how many days it comes from its start to `date`, if it does not end. */
function datesUntil(choice: RecurrenceChoice, from: CalendarDate, date: CalendarDate): number {
  if (date < from) return 0;
  const turns = Math.floor(elapsed(choice.freq, from, date) / choice.every);
  const first = firstTurn(choice, from);
  if (turns === 0) return first.filter((each) => each <= date).length;
  const last = turn(choice, from, turns);
  return first.length + (turns - 1) * last.length + last.filter((each) => each <= date).length;
}

/** The start, and what comes after it in the same turn. */
function firstTurn(choice: RecurrenceChoice, from: CalendarDate): CalendarDate[] {
  return [from, ...turn(choice, from, 0).filter((date) => date > from)];
}

/** The days of the turn that begins so many turns after that of `from`. */
function turn(choice: RecurrenceChoice, from: CalendarDate, turns: number): CalendarDate[] {
  const ahead = turns * choice.every;
  switch (choice.freq) {
    case 'daily':
      return [addDays(from, ahead)];
    case 'weekly':
      return choice.weekdays.map((weekday) => addDays(mondayOf(from), 7 * ahead + weekday - 1));
    case 'monthly':
      return [dayOf(monthAfter(from, ahead), choice.on)];
    case 'yearly':
      return [dayOf(monthAfter(`${from.slice(0, 4)}-01-01`, 12 * ahead + choice.month - 1), { by: 'day', day: choice.day })];
  }
}

/** How many days, weeks, months or years `date` is in after that of `from`. */
function elapsed(freq: RecurrenceChoice['freq'], from: CalendarDate, date: CalendarDate): number {
  const years = Number(date.slice(0, 4)) - Number(from.slice(0, 4));
  switch (freq) {
    case 'daily':
      return daysBetween(from, date);
    case 'weekly':
      return daysBetween(mondayOf(from), mondayOf(date)) / 7;
    case 'monthly':
      return 12 * years + Number(date.slice(5, 7)) - Number(from.slice(5, 7));
    case 'yearly':
      return years;
  }
}

/** A day that the month lacks is its last. */
function dayOf(month: CalendarDate, on: MonthlyDay): CalendarDate {
  const last = addDays(monthAfter(month, 1), -1);
  if (on.by === 'day') return on.day > Number(last.slice(8)) ? last : addDays(month, on.day - 1);
  return nextWeekday(on.nth === -1 ? addDays(last, -7) : addDays(month, 7 * (on.nth - 1) - 1), on.weekday);
}

/** The first day of the month so many months after that of `date`. */
function monthAfter(date: CalendarDate, months: number): CalendarDate {
  return addTo(at(`${date.slice(0, 8)}01`, '00:00'), { months }).slice(0, 10);
}

function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date));
}

function apart(local: LocalDateTime): [date: CalendarDate, time: string] {
  return [local.slice(0, 10), local.slice(11)];
}
