import { addDays, addTo, at, type Instant, type LocalDateTime, localDateTime, nextWeekday, type TimeZone } from '../model/temporal';

export type SnoozePreset = { id: 'laterToday' | 'tomorrow' | 'nextWeek' | 'nextMonth'; until: LocalDateTime };
export type DayPreset = { id: 'tomorrow' | 'nextWeek' | 'inTwoWeeks' | 'nextMonth'; until: LocalDateTime };
export type FollowUpPreset = { id: 'tomorrow' | 'nextWeek' | 'inTwoWeeks' | 'inAMonth'; dueAt: LocalDateTime };

const MONDAY = 1;

/**
 * The ways to put a reminder off. "Later today" is in three hours and is not offered when that is tomorrow; "next month" is
 * the same day of it, or its last.
 */
export function snoozePresets(now: Instant, zone: TimeZone, defaultTime: string): SnoozePreset[] {
  const clock = localDateTime(now, zone);
  const date = clock.slice(0, 10);
  const later = laterToday(clock);
  return [
    ...(later.slice(0, 10) === date ? [{ id: 'laterToday' as const, until: later }] : []),
    { id: 'tomorrow', until: at(addDays(date, 1), defaultTime) },
    { id: 'nextWeek', until: at(nextWeekday(date, MONDAY), defaultTime) },
    { id: 'nextMonth', until: addTo(at(date, defaultTime), { months: 1 }) },
  ];
}

/** The ways to put off what has no hour, such as somebody one is drifting from: to a day. */
export function dayPresets(now: Instant, zone: TimeZone, defaultTime: string): DayPreset[] {
  const date = localDateTime(now, zone).slice(0, 10);
  return [
    { id: 'tomorrow', until: at(addDays(date, 1), defaultTime) },
    { id: 'nextWeek', until: at(nextWeekday(date, MONDAY), defaultTime) },
    { id: 'inTwoWeeks', until: at(addDays(date, 14), defaultTime) },
    { id: 'nextMonth', until: addTo(at(date, defaultTime), { months: 1 }) },
  ];
}

/** The four usual distances of a follow-up, each at the usual time of day. */
export function followUpPresets(now: Instant, zone: TimeZone, defaultTime: string): [FollowUpPreset, ...FollowUpPreset[]] {
  const date = localDateTime(now, zone).slice(0, 10);
  return [
    { id: 'tomorrow', dueAt: at(addDays(date, 1), defaultTime) },
    { id: 'nextWeek', dueAt: at(addDays(date, 7), defaultTime) },
    { id: 'inTwoWeeks', dueAt: at(addDays(date, 14), defaultTime) },
    { id: 'inAMonth', dueAt: addTo(at(date, defaultTime), { months: 1 }) },
  ];
}

/** Three hours on, at the next full quarter of an hour. */
export function laterToday(clock: LocalDateTime): LocalDateTime {
  const past = Number(clock.slice(14, 16)) % 15;
  return addTo(clock, { hours: 3, minutes: past === 0 ? 0 : 15 - past });
}
