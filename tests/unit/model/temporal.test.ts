import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addTo, Birthday, CalendarDate, daysBetween, instantOf, LocalDateTime, localDateTime, nextWeekday } from '../../../lib/model/temporal';

describe('Dates that exist', () => {
  test.each(['2026-02-28', '2028-02-29', '1900-01-01', '2199-12-31'])('%s is one', (date) => expect(CalendarDate.safeParse(date).success).toBe(true));
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '0000-00-00', '9999-01-01', '', 'tomorrow'])('%s is none', (date) =>
    expect(CalendarDate.safeParse(date).success).toBe(false),
  );
  test.each(['1985-04-12', '--02-29', '--12-31'])('%s is a birthday', (date) => expect(Birthday.safeParse(date).success).toBe(true));
  test.each(['--02-30', '--13-01', '-04-12'])('%s is no birthday', (date) => expect(Birthday.safeParse(date).success).toBe(false));
  test.each(['2026-12-01T24:00', '2026-12-01T09:60', '2026-12-01'])('%s is no time', (time) => expect(LocalDateTime.safeParse(time).success).toBe(false));
});

describe('A wall clock', () => {
  test.each([
    ['an ordinary morning', '2026-11-24T09:00', 'Europe/Berlin', '2026-11-24T08:00:00.000Z'],
    ['the same morning elsewhere', '2026-11-24T09:00', 'America/New_York', '2026-11-24T14:00:00.000Z'],
    ['an hour that summer time skips is read an hour later', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['an hour that comes twice is its first', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['a day that a zone skipped is the next', '2011-12-30T09:00', 'Pacific/Apia', '2011-12-30T19:00:00.000Z'],
  ])('%s', (_, local, zone, instant) => expect(instantOf(local, zone)).toBe(instant));

  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/St_Johns');
  const instants = fc.integer({ min: 0, max: 4e9 }).map((seconds) => new Date(Math.floor(seconds / 60) * 60_000).toISOString());

  test('shows what was asked for, except in an hour that comes twice', () =>
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const back = instantOf(localDateTime(instant, zone), zone);
        expect(back <= instant).toBe(true);
        expect(localDateTime(back, zone)).toBe(localDateTime(instant, zone));
      }),
    ));
});

describe('Days', () => {
  test('are counted by the calendar', () => expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2));
  test('the 31st and a month is the last of a shorter one', () => expect(addTo('2026-01-31T09:00', { months: 1 })).toBe('2026-02-28T09:00'));
  test('the next Monday after a Monday is a week later', () => expect(nextWeekday('2026-11-23', 1)).toBe('2026-11-30'));
});
