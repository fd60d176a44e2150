import type { ParsedComponents } from 'chrono-node';
import * as chrono from 'chrono-node/en';
import { comesOn, type RecurrenceChoice, type RecurrenceDays, type RecurrenceEnd } from '../model/recurrence';
import { addDays, addTo, at, type Instant, type LocalDateTime, localDateTime, millisecondsOf, type TimeZone } from '../model/temporal';
import { type AgainSaid, againSaid, choiceSaid } from './again-words';
import { laterToday } from './snooze';

/**
 * What was made of somebody's words for a time, and how it comes again if they say so. `ignored` holds the words that were not
 * understood; `over` is what would end before it begins.
 */
export type Understanding =
  | { understood: true; dueAt: LocalDateTime; again?: RecurrenceChoice }
  | { understood: false; reason: 'empty' | 'unclear' | 'past' | 'over'; ignored?: string };
type Misunderstanding = Extract<Understanding, { understood: false }>;

/** Words that may stand around a date without meaning anything of their own. */
const FILLER = /^(?:(?:on|at|by|around|about|the|this|sometime|please|remind|me|in|of|from|starting|beginning|first)\b|[\s,.;:!?-])*$/i;

/** Parts of the day with the hour people mean when they follow up; "morning" is the usual time. */
const PARTS_OF_DAY: readonly [RegExp, string][] = [
  [/\bafternoon\b/i, '14:00'],
  [/\bevening\b/i, '18:00'],
  [/\b(?:tonight|night)\b/i, '19:00'],
];

/**
 * Reads "in 2 weeks", "next Tuesday 9am", "1 Dec", "every other Tuesday until June" as a time to come. The whole text must be
 * understood: a date with other words around it is `unclear`, because half-understood words make a wrong reminder.
 * A day without an hour gets `defaultTime` ("09:00"). `locale` decides whether 3/4 is in March or in April.
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
  const begin = FILLER.test(said.rest) ? { at: at(clock.slice(0, 10), defaultTime), daySaid: false } : readTime(said.rest);
  if ('reason' in begin) return begin;
  if (begin.daySaid && begin.at <= clock) return { understood: false, reason: 'past' };
  const atTime = at(clock.slice(0, 10), begin.at.slice(11));
  const soonest = begin.daySaid ? begin.at : addTo(atTime, { days: atTime > clock ? 0 : 1 });
  const dueAt = said.days
    ? firstOf(said.days, soonest)
    : begin.daySaid || (said.unit === 'day' && said.every === 1)
      ? soonest
      : addTo(atTime, { [`${said.unit}s`]: said.every });

  const ends = endOf(said.ends, dueAt, readTime);
  if ('reason' in ends) return ends;
  return { understood: true, dueAt, again: choiceSaid(said, dueAt, ends) };
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
  const reader = locale === 'en-US' ? chrono.casual : chrono.GB;
  const [found, ...others] = reader.parse(text, reference(now, zone), { forwardDate: true });
  if (!found || found.end || others.length > 0) return { understood: false, reason: 'unclear' };
  const ignored = `${text.slice(0, found.index)} ${text.slice(found.index + found.text.length)}`.trim();
  if (!FILLER.test(ignored)) return { understood: false, reason: 'unclear', ignored };
  const daySaid = (['day', 'weekday', 'month'] as const).some((part) => found.start.isCertain(part));
  return { at: resolve(found.start, text, localDateTime(now, zone), defaultTime), daySaid };
}

function reference(now: Instant, zone: TimeZone): chrono.ParsingReference {
  const offset = Temporal.Instant.from(now).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
  // oxlint-disable-next-line eslint/no-restricted-globals -- what chrono takes; the moment is an argument
  return { instant: new Date(millisecondsOf(now)), timezone: offset };
}

function resolve(found: ParsedComponents, text: string, clock: LocalDateTime, defaultTime: string): LocalDateTime {
  const part = (component: chrono.Component) => String(found.get(component) ?? 0);
  const date = `${part('year').padStart(4, '0')}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`;
  if (found.isCertain('hour')) {
    const exact = at(date, `${part('hour').padStart(2, '0')}:${part('minute').padStart(2, '0')}`);
    const daySaid = found.isCertain('day') || found.isCertain('weekday');
    return exact <= clock && !daySaid ? at(addDays(date, 1), exact.slice(11)) : exact;
  }
  const partOfDay = PARTS_OF_DAY.find(([word]) => word.test(text))?.[1];
  const usual = at(date, partOfDay ?? defaultTime);
  return usual <= clock && date === clock.slice(0, 10) ? laterToday(clock) : usual;
}
