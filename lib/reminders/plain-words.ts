import type { ParsedComponents } from 'chrono-node';
import * as chrono from 'chrono-node/en';
import { addDays, at, type Instant, type LocalDateTime, localDateTime, millisecondsOf, type TimeZone } from '../model/temporal';
import { laterToday } from './snooze';

/** What was made of somebody's words for a time. `ignored` holds the words that were not understood. */
export type Understanding = { understood: true; dueAt: LocalDateTime } | { understood: false; reason: 'empty' | 'unclear' | 'past'; ignored?: string };

/** Words that may stand around a date without meaning anything of their own. */
const FILLER = /^(?:(?:on|at|by|around|about|the|this|sometime|please|remind|me|in|of)\b|[\s,.;:!?-])*$/i;

/** Parts of the day with the hour people mean when they follow up; "morning" is the usual time. */
const PARTS_OF_DAY: readonly [RegExp, string][] = [
  [/\bafternoon\b/i, '14:00'],
  [/\bevening\b/i, '18:00'],
  [/\b(?:tonight|night)\b/i, '19:00'],
];

/**
 * Reads "in 2 weeks", "next Tuesday 9am", "1 Dec", "tomorrow afternoon" as a time to come. The whole text must be understood:
 * a date with other words around it is `unclear`, because half-understood words make a wrong reminder.
 * A day without an hour gets `defaultTime` ("09:00"). `locale` decides whether 3/4 is in March or in April.
 */
export function understandWhen(text: string, now: Instant, zone: TimeZone, defaultTime: string, locale = 'en-US'): Understanding {
  if (text.trim() === '') return { understood: false, reason: 'empty' };
  const reader = locale === 'en-US' ? chrono.casual : chrono.GB;
  const [found, ...others] = reader.parse(text, reference(now, zone), { forwardDate: true });
  if (!found || found.end || others.length > 0) return { understood: false, reason: 'unclear' };
  const ignored = `${text.slice(0, found.index)} ${text.slice(found.index + found.text.length)}`.trim();
  if (!FILLER.test(ignored)) return { understood: false, reason: 'unclear', ignored };

  const clock = localDateTime(now, zone);
  const dueAt = resolve(found.start, text, clock, defaultTime);
  return dueAt > clock ? { understood: true, dueAt } : { understood: false, reason: 'past' };
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
