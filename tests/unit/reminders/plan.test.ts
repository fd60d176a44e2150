import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantFromMilliseconds, localDateTime, millisecondsOf } from '../../../lib/model/temporal';
import { DEFAULT_NOTIFYING } from '../../../lib/model/notifying';
import { nextWake } from '../../../lib/reminders/plan';
import { followUpPresets, snoozePresets } from '../../../lib/reminders/snooze';

const reminder = (dueAt: string) => ({
  id: '01900000-0000-7000-8000-000000000001',
  contactId: '01900000-0000-7000-8000-000000000002',
  text: '',
  dueAt,
  status: 'open' as const,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});

describe('Waking up', () => {
  const now = '2026-11-22T08:00:00.000Z';
  test('is for the next reminder', () =>
    expect(nextWake(reminder('2026-11-22T09:30'), now, 'Europe/Berlin', DEFAULT_NOTIFYING)).toBe('2026-11-22T08:30:00.000Z'));
  test('is never more than an hour away, in case the clock or the user moves', () =>
    expect(nextWake(reminder('2026-12-22T09:30'), now, 'Europe/Berlin', DEFAULT_NOTIFYING)).toBe('2026-11-22T09:00:00.000Z'));
  test('is not needed when nothing is open', () => expect(nextWake(undefined, now, 'Europe/Berlin', DEFAULT_NOTIFYING)).toBeUndefined());
  test('is always in the future', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 0, max: 4e9 }), (clock, due) => {
        const at = instantFromMilliseconds(clock * 1000);
        const wake = nextWake(reminder(localDateTime(instantFromMilliseconds(due * 1000), 'UTC')), at, 'America/New_York', DEFAULT_NOTIFYING);
        expect(millisecondsOf(wake!)).toBeGreaterThan(millisecondsOf(at));
      }),
    ));
});

describe('Presets', () => {
  test('of an ordinary morning', () => {
    expect(snoozePresets('2026-11-20T08:07:00.000Z', 'Europe/Berlin', '09:00')).toEqual([
      { id: 'laterToday', until: '2026-11-20T12:15' },
      { id: 'tomorrow', until: '2026-11-21T09:00' },
      { id: 'nextWeek', until: '2026-11-23T09:00' },
      { id: 'nextMonth', until: '2026-12-20T09:00' },
    ]);
  });
  test('late in the evening there is no later today', () =>
    expect(snoozePresets('2026-11-20T21:30:00.000Z', 'Europe/Berlin', '09:00').map(({ id }) => id)).toEqual(['tomorrow', 'nextWeek', 'nextMonth']));
  test('a follow-up in a month from the 31st is on the last of a shorter month', () =>
    expect(followUpPresets('2027-01-31T10:00:00.000Z', 'Europe/Berlin', '08:15').at(-1)).toEqual({ id: 'inAMonth', dueAt: '2027-02-28T08:15' }));
});
