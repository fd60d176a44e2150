import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_NOTIFYING, type Notifying } from '../../../lib/model/notifying';
import { addTo, instantFromMilliseconds, localDateTime, millisecondsOf } from '../../../lib/model/temporal';
import { type BesideReminders, dueForNotification, groupForNotification, LONGEST_SLEEP_MINUTES, nextWake } from '../../../lib/reminders/plan';
import { dayPresets, followUpPresets, snoozePresets } from '../../../lib/reminders/snooze';
import { notifyings } from './support/arbitraries';

const BERLIN = 'Europe/Berlin';
const reminder = (dueAt: string, status: 'open' | 'notified' | 'done' = 'open', id = '1') => ({
  id,
  contactId: '01900000-0000-7000-8000-000000000002',
  text: '',
  dueAt,
  status,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});
const settings = (some: Partial<Notifying>): Notifying => ({ ...DEFAULT_NOTIFYING, ...some });

describe('Waking up', () => {
  const now = '2026-11-22T08:00:30.000Z'; // Sunday, 9:00:30 in Berlin
  const wake = (dueAt: string | undefined, some: Partial<Notifying> = {}, chores: BesideReminders = {}, at = now) =>
    nextWake(dueAt === undefined ? [] : [reminder(dueAt)], at, BERLIN, settings(some), chores);

  test('is for the next reminder', () => expect(wake('2026-11-22T09:30')).toBe('2026-11-22T08:30:00.000Z'));
  test('is never more than an hour away, in case the clock or the user moves', () => expect(wake('2026-12-22T09:30')).toBe('2026-11-22T09:00:30.000Z'));
  test('is not needed when nothing is open', () => expect(wake(undefined)).toBeUndefined());
  test('is at the next minute when something has come due meanwhile', () => expect(wake('2026-11-22T09:00')).toBe('2026-11-22T08:01:00.000Z'));
  test('is at the end of quiet hours for what came due within them', () =>
    expect(wake('2026-11-22T08:10', { quietHours: { from: '22:00', to: '09:20' } })).toBe('2026-11-22T08:20:00.000Z'));
  test('is at the digest of its day, be that before its own time', () => {
    expect(wake('2026-11-22T23:10', { delivery: 'digest', digestTime: '09:45' })).toBe('2026-11-22T08:45:00.000Z');
  });
  test('is for whichever of a day comes first: in quiet hours it may be one due later, whose digest has gone', () => {
    const digest = settings({ delivery: 'digest', digestTime: '08:00', quietHours: { from: '08:30', to: '09:20' } });
    const put = { ...reminder('2026-11-22T09:40'), updatedAt: '2026-11-22T07:15:00.000Z' };
    expect(nextWake([put, reminder('2026-11-22T12:00')], now, BERLIN, digest)).toBe('2026-11-22T08:20:00.000Z');
  });
  test('is at the digest', () => expect(wake('2026-11-22T08:10', { delivery: 'digest', digestTime: '09:45' })).toBe('2026-11-22T08:45:00.000Z'));
  test('is for the look at cadences and dates, at its hour, where that comes before the next reminder', () => {
    const monday = '2026-11-23T07:30:00.000Z';
    expect(wake('2026-11-23T09:30', {}, { nudges: '2026-11-23' }, monday)).toBe('2026-11-23T08:00:00.000Z');
    expect(wake('2026-11-23T08:45', {}, { days: '2026-11-23' }, monday)).toBe('2026-11-23T07:45:00.000Z');
  });
  test('is for cadences on no day off, for dates on every day', () => {
    const sunday = '2026-11-22T07:30:00.000Z';
    expect(wake(undefined, {}, { nudges: '2026-11-22' }, sunday)).toBe('2026-11-22T08:30:00.000Z');
    expect(wake(undefined, {}, { days: '2026-11-22' }, sunday)).toBe('2026-11-22T08:00:00.000Z');
  });
  test('is when the clock jumps over the time of the next: another may be due right after', () =>
    expect(wake('2026-03-29T02:30', {}, {}, '2026-03-29T00:45:00.000Z')).toBe('2026-03-29T01:00:00.000Z'));
  test('is when an hour comes again: its minutes may be open that had closed the first time', () =>
    expect(wake('2026-10-25T02:51', { quietHours: { from: '02:52', to: '00:00' } }, {}, '2026-10-25T00:52:00.000Z')).toBe('2026-10-25T01:00:00.000Z'));
  test('is for a minute of the hour that comes again, where it is open only then', () =>
    expect(wake('2026-10-25T02:00', { quietHours: { from: '02:05', to: '02:01' } }, {}, '2026-10-25T01:00:10.000Z')).toBe('2026-10-25T01:01:00.000Z'));

  test('is always to come, within the longest sleep', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e9 }),
        fc.oneof(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: -1e6, max: 1e6 })),
        fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Monrovia'),
        notifyings,
        fc.boolean(),
        (clock, due, zone, notifying, nudged) => {
          const now = instantFromMilliseconds(clock * 1000);
          const at = localDateTime(instantFromMilliseconds(Math.abs(Math.abs(due) < 1e6 ? clock + due : due) * 1000), 'UTC');
          const asleep =
            millisecondsOf(nextWake(nudged ? [] : [reminder(at)], now, zone, notifying, nudged ? { nudges: at.slice(0, 10) } : {})!) - millisecondsOf(now);
          expect(asleep).toBeGreaterThan(0);
          expect(asleep).toBeLessThanOrEqual(LONGEST_SLEEP_MINUTES * 60_000);
        },
      ),
      { numRuns: 5000 },
    ));

  test('passes over no minute at which something could be shown, also while the clocks change', () => {
    const changes = fc.constantFrom(
      ['Europe/Berlin', '2026-03-29T01:00:00.000Z'],
      ['Europe/Berlin', '2026-10-25T01:00:00.000Z'],
      ['America/New_York', '2026-03-08T07:00:00.000Z'],
      ['America/New_York', '2026-11-01T06:00:00.000Z'],
      ['America/Havana', '2026-03-08T05:00:00.000Z'],
      ['Australia/Lord_Howe', '2026-04-04T15:00:00.000Z'],
      ['Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    );
    const around = fc.integer({ min: -150, max: 150 });
    fc.assert(
      fc.property(
        changes,
        around,
        fc.array(around, { minLength: 1, maxLength: 3 }),
        fc.array(around, { minLength: 3, maxLength: 3 }),
        fc.oneof(fc.constant(DEFAULT_NOTIFYING), notifyings),
        fc.nat(),
        ([zone = '', change = ''], start, dues, sets, notifying, any) => {
          const moment = (minutes: number) => instantFromMilliseconds(millisecondsOf(change) + minutes * 60_000);
          const before = localDateTime(moment(-200), zone);
          const all = dues.map((minutes, index) => ({
            ...reminder(addTo(before, { minutes: 200 + minutes }), 'open', String(index)),
            updatedAt: moment(sets[index] ?? 0),
          }));
          const isShown = (minutes: number) => (each: (typeof all)[number]) => dueForNotification([each], moment(minutes), zone, notifying).length > 0;
          const open = all.filter((each) => !isShown(start)(each)).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
          const first = open.filter(({ dueAt }) => dueAt.slice(0, 10) === open[0]?.dueAt.slice(0, 10));
          const wake = nextWake(first, moment(start), zone, notifying);
          if (wake === undefined) return;
          const asleep = (millisecondsOf(wake) - millisecondsOf(moment(start))) / 60_000 - 1;
          for (const minute of asleep > 0 ? [start + 1 + (any % asleep), start + asleep] : []) expect(open.some(isShown(minute))).toBe(false);
        },
      ),
      { numRuns: 4000 },
    );
  });
});

describe('What is due', () => {
  const all = [reminder('2026-11-22T09:00'), reminder('2026-11-22T09:01'), reminder('2026-11-22T08:00', 'notified'), reminder('2026-11-22T08:00', 'done')];
  const due = (now: string, some: Partial<Notifying> = {}) => dueForNotification(all, now, BERLIN, settings(some)).map(({ dueAt }) => dueAt);

  test('is what is open and whose time has come', () => expect(due('2026-11-22T08:00:00.000Z')).toEqual(['2026-11-22T09:00']));
  test('is nothing in quiet hours, and all of it after them', () => {
    const quietHours = { from: '08:00', to: '10:00' };
    expect(due('2026-11-22T08:59:59.000Z', { quietHours })).toEqual([]);
    expect(due('2026-11-22T09:00:00.000Z', { quietHours })).toEqual(['2026-11-22T09:00', '2026-11-22T09:01']);
  });
  test('is nothing in the quiet hours of the night after, however late it is', () =>
    expect(due('2026-11-22T22:00:00.000Z', { quietHours: { from: '22:00', to: '07:00' } })).toEqual([]));
  test('waits for the digest', () => {
    const digest = { delivery: 'digest' as const, digestTime: '09:00' };
    expect(due('2026-11-22T07:59:59.000Z', digest)).toEqual([]);
    expect(due('2026-11-22T08:00:00.000Z', digest)).toEqual(['2026-11-22T09:00', '2026-11-22T09:01']);
    expect(due('2026-11-24T20:00:00.000Z', digest)).toEqual(['2026-11-22T09:00', '2026-11-22T09:01']);
  });
});

describe('Several at once', () => {
  const notifications = (reminders: number, nudges = 0, delivery?: Notifying['delivery']) => {
    let ids = 0;
    const due = (kind: 'reminder' | 'cadence', count: number) => Array.from({ length: count }, (_, index) => ({ id: `${kind} ${index}`, kind }));
    return new Set(groupForNotification([...due('reminder', reminders), ...due('cadence', nudges)], () => String(ids++), delivery).values()).size;
  };
  test('are one notification from three on', () => expect([1, 2, 3, 40].map((count) => notifications(count))).toEqual([1, 2, 1, 1]));
  test('are one notification always, in a digest', () => expect([1, 2, 3].map((count) => notifications(count, 2, 'digest'))).toEqual([1, 1, 1]));
  test('do not hide what was asked for among nudges', () => expect(notifications(1, 3)).toBe(2));
  test('take nudges into the digest that there is anyway: after days away it is one', () =>
    expect([3, 40].map((count) => notifications(count, 5))).toEqual([1, 1]));
});

describe('Presets', () => {
  test('of an ordinary morning', () => {
    expect(snoozePresets('2026-11-20T08:07:00.000Z', BERLIN, '09:00')).toEqual([
      { id: 'laterToday', until: '2026-11-20T12:15' },
      { id: 'tomorrow', until: '2026-11-21T09:00' },
      { id: 'nextWeek', until: '2026-11-23T09:00' },
      { id: 'nextMonth', until: '2026-12-20T09:00' },
    ]);
  });
  test('late in the evening there is no later today', () =>
    expect(snoozePresets('2026-11-20T21:30:00.000Z', BERLIN, '09:00').map(({ id }) => id)).toEqual(['tomorrow', 'nextWeek', 'nextMonth']));
  test('a month from the 31st is on the last of a shorter month', () => {
    const now = '2027-01-31T10:00:00.000Z';
    expect(followUpPresets(now, BERLIN, '08:15').at(-1)).toEqual({ id: 'inAMonth', dueAt: '2027-02-28T08:15' });
    expect(snoozePresets(now, BERLIN, '08:15').at(-1)).toEqual({ id: 'nextMonth', until: '2027-02-28T08:15' });
  });

  test('what has no hour is put off by days alone', () => {
    expect(dayPresets('2026-11-20T08:07:00.000Z', BERLIN, '09:00')).toEqual([
      { id: 'tomorrow', until: '2026-11-21T09:00' },
      { id: 'nextWeek', until: '2026-11-23T09:00' },
      { id: 'inTwoWeeks', until: '2026-12-04T09:00' },
      { id: 'nextMonth', until: '2026-12-20T09:00' },
    ]);
  });
});
