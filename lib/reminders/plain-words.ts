import type { Component, ParsedComponents, ParsingReference } from 'chrono-node';
import { comesOn, Recurrence, type RecurrenceChoice, type RecurrenceDays, type RecurrenceEnd, ruleOf } from '../model/recurrence';
import { addDays, addTo, at, type Instant, LocalDateTime, localDateTime, millisecondsOf, type TimeZone, weekdayOf } from '../model/temporal';
import { type AgainSaid, againSaid, choiceSaid } from './again-words';
import { laterToday } from './snooze';
import { timeReader } from './time-reader';

/**
 * What was made of somebody's words for a time, and how it comes again if they say so. `ignored` holds the words that were not
 * understood; `over` is what would end before it begins.
 */
export type Understanding =
  | { understood: true; dueAt: LocalDateTime; again?: RecurrenceChoice }
  | { understood: false; reason: 'empty' | 'unclear' | 'past' | 'over'; ignored?: string };
type Misunderstanding = Extract<Understanding, { understood: false }>;

/** Words that mean nothing of their own, anywhere. */
const ASIDE = /^(?:(?:sometime|please|remind\s+me)\b|[\s,.;:!?-])*$/i;
/** Words that may stand before a date without meaning anything of their own. */
const BEFORE = /^(?:(?:on|at|by|around|about|the|this|in|from|starting|beginning|sometime|please|remind\s+me)\b|[\s,.;:!?-])*$/i;

/** Says of a day that it is the one to begin on. "Every Friday the 13th" does not. */
const BEGINNING = /\b(?:from|starting|beginning)\b/i;

type PartOfDay = { usual?: string; from: string; to: string };

/** Parts of the day: the hour people mean when they follow up, and between which hours they lie. "Morning" is the usual time. */
const PARTS_OF_DAY: readonly (PartOfDay & { word: RegExp })[] = [
  { word: /\bmorning\b/i, from: '00:00', to: '12:00' },
  { word: /\bafternoon\b/i, usual: '14:00', from: '12:00', to: '18:00' },
  { word: /\bevening\b/i, usual: '18:00', from: '17:00', to: '23:59' },
  { word: /\b(?:tonight|night)\b/i, usual: '19:00', from: '17:00', to: '23:59' },
];
const WHOLE_DAY: PartOfDay = { from: '00:00', to: '23:59' };

/** The library, asked for times to come, makes the next Monday of "last Monday". */
const PAST = /\b(?:last|past)\s+(?!day\b)/i;

/** Said of today, whatever the hour. */
const TODAY = /\b(?:today|tonight|this\s+(?:morning|afternoon|evening|night))\b/i;

/**
 * Reads "in 2 weeks", "next Tuesday 9am", "1 Dec", "every other Tuesday until June" as a time to come. The whole text must be
 * understood: a date with other words around it is `unclear`, because half-understood words make a wrong reminder; so is one
 * that no reminder takes. A day without an hour gets `defaultTime` ("09:00"). `locale` decides whether 3/4 is in March or in April.
 */
export function understandWhen(text: string, now: Instant, zone: TimeZone, defaultTime: string, locale = 'en-US'): Understanding {
  if (text.trim() === '') return { understood: false, reason: 'empty' };
  const again = againSaid(text);
  const clock = localDateTime(now, zone);
  const readTime = (words: string) => readOnce(words, now, zone, defaultTime, locale);
  if (again) return understandAgain(again, clock, defaultTime, readTime);
  const time = readTime(text);
  if ('reason' in time) return time;
  return time.at > clock ? { understood: true, dueAt: time.at } : { understood: false, reason: 'past' };
}

type ReadTime = (words: string) => { at: LocalDateTime; daySaid: boolean } | Misunderstanding;

/** It begins on the first of its days after now or after the day that was said; without either, once its distance has gone by. */
function understandAgain(said: AgainSaid, clock: LocalDateTime, defaultTime: string, readTime: ReadTime): Understanding {
  const begin = ASIDE.test(said.rest) ? { at: at(clock.slice(0, 10), defaultTime), daySaid: false } : readTime(said.rest);
  if ('reason' in begin) return begin;
  if (begin.daySaid && begin.at <= clock) return { understood: false, reason: 'past' };
  if (said.days && begin.daySaid && !comesOn(said.days, begin.at.slice(0, 10)) && !BEGINNING.test(said.rest)) return { understood: false, reason: 'unclear' };
  const atTime = at(clock.slice(0, 10), begin.at.slice(11));
  const soonest = begin.daySaid ? begin.at : addTo(atTime, { days: atTime > clock ? 0 : 1 });
  const dueAt = said.days
    ? firstOf(said.days, soonest)
    : begin.daySaid || (said.unit === 'day' && said.every === 1)
      ? soonest
      : addTo(atTime, { [`${said.unit}s`]: said.every });

  const ends = endOf(said.ends, dueAt, readTime);
  if ('reason' in ends) return ends;
  const again = choiceSaid(said, dueAt, ends);
  return Recurrence.safeParse({ rule: ruleOf(again, dueAt), from: dueAt }).success
    ? { understood: true, dueAt, again }
    : { understood: false, reason: 'unclear' };
}

function endOf(said: AgainSaid['ends'], dueAt: LocalDateTime, readTime: ReadTime): RecurrenceEnd | Misunderstanding {
  if (!said) return { kind: 'never' };
  if ('times' in said) return said.times > 0 ? { kind: 'after', times: said.times } : { understood: false, reason: 'over' };
  const last = 'over' in said ? { at: addTo(addTo(dueAt, { [`${said.unit}s`]: said.over }), { days: -1 }) } : readTime(said.until);
  if ('reason' in last) return last;
  const date = last.at.slice(0, 10);
  return date < dueAt.slice(0, 10) ? { understood: false, reason: 'over' } : { kind: 'on', date };
}

/** The first of these days at or after `soonest`; each comes within the year. */
function firstOf(days: RecurrenceDays, soonest: LocalDateTime): LocalDateTime {
  let first = soonest;
  while (!comesOn(days, first.slice(0, 10))) first = addTo(first, { days: 1 });
  return first;
}

/** A single time, and whether its day was said or only its hour. */
function readOnce(text: string, now: Instant, zone: TimeZone, defaultTime: string, locale: string): ReturnType<ReadTime> {
  const clock = localDateTime(now, zone);
  const spokenAt = reference(now, zone);
  const [found, ...others] = timeReader(clock.slice(0, 10), locale).parse(text, spokenAt, { forwardDate: true });
  if (!found || found.end || others.length > 0) return { understood: false, reason: 'unclear' };
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found.text.length)];
  if (!BEFORE.test(before) || !ASIDE.test(after)) return { understood: false, reason: 'unclear', ignored: `${before} ${after}`.trim() };
  if (PAST.test(found.text)) return { understood: false, reason: 'past' };
  const isOnlyTime = !(['day', 'weekday', 'month', 'year'] as const).some((part) => found.start.isCertain(part)) && saysHour(found.start, text);
  const { data: time } = LocalDateTime.safeParse(resolve(found.start, text, clock, defaultTime, isOnlyTime));
  if (time === undefined || contradicts(found.start, time, spokenAt)) return { understood: false, reason: 'unclear' };
  return { at: time, daySaid: !isOnlyTime || TODAY.test(text) };
}

function reference(now: Instant, zone: TimeZone): ParsingReference {
  const offset = Temporal.Instant.from(now).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
  // oxlint-disable-next-line eslint/no-restricted-globals -- what the library takes; the moment is an argument
  return { instant: new Date(millisecondsOf(now)), timezone: offset };
}

function saysHour(found: ParsedComponents, text: string): boolean {
  return found.isCertain('hour') || PARTS_OF_DAY.some(({ word }) => word.test(text));
}

/** Undefined where the hour is none of its part of the day. */
function resolve(found: ParsedComponents, text: string, clock: LocalDateTime, defaultTime: string, isOnlyTime: boolean): LocalDateTime | undefined {
  const part = (component: Component, digits = 2) => String(found.get(component) ?? 0).padStart(digits, '0');
  const today = clock.slice(0, 10);
  const date = isOnlyTime ? today : `${part('year', 4)}-${part('month')}-${part('day')}`;
  const partOfDay = PARTS_OF_DAY.find(({ word }) => word.test(text)) ?? WHOLE_DAY;
  const isExact = found.isCertain('hour');
  const time = isExact ? `${part('hour')}:${part('minute')}` : (partOfDay.usual ?? earlier(defaultTime, partOfDay.to));
  if (time < partOfDay.from || time > partOfDay.to) return undefined;
  const resolved = at(date, time);
  if (resolved > clock) return resolved;
  if (isOnlyTime && !TODAY.test(text)) return at(addDays(today, 1), time);
  return !isExact && date === today ? earlier(laterToday(clock), at(today, partOfDay.to)) : resolved;
}

/** Says another day of the week than its date is ("Friday 30 November"), or another time zone than the user's. */
function contradicts(found: ParsedComponents, time: LocalDateTime, { timezone }: ParsingReference): boolean {
  const isWrongDay = found.isCertain('weekday') && weekdayOf(time.slice(0, 10)) % 7 !== found.get('weekday');
  return isWrongDay || (found.isCertain('timezoneOffset') && found.get('timezoneOffset') !== timezone);
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
