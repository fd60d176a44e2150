import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_NOTIFYING } from '../../../lib/model/notifying';
import { notifyings } from './support/arbitraries';
import { type Happening, STOPS, World } from './support/world';

/** Just before the clocks change, in spring and in autumn, in the north and in the south; a leap day; the turn of a year; any time. */
const starts = fc.oneof(
  fc.constantFrom(
    '2026-03-28T20:00:00.000Z',
    '2026-10-24T20:00:00.000Z',
    '2026-03-07T22:00:00.000Z',
    '2026-10-31T22:00:00.000Z',
    '2026-04-04T08:00:00.000Z',
    '2026-09-26T08:00:00.000Z',
    '2028-02-28T12:00:00.000Z',
    '2026-12-31T12:00:00.000Z',
  ),
  fc.integer({ min: 0, max: 60 * 24 * 1000 }).map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000 + (minutes % 60) * 1000).toISOString()),
);
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Cairo',
  'America/Havana',
);
const HOUR = 60;
const DAY = 24 * HOUR;
const minutes = (most: number, least = 0) => fc.integer({ min: least, max: most });
const rules = fc.constantFrom(
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3;COUNT=4',
  'FREQ=WEEKLY;BYDAY=MO,WE',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=YEARLY',
);

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('new reminder' as const), minutes: fc.oneof(minutes(8 * HOUR, -HOUR), minutes(9 * DAY)) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('new reminder' as const), minutes: minutes(2 * DAY), rule: rules }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('time passes' as const), minutes: minutes(9 * HOUR) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('asleep' as const), minutes: fc.oneof(minutes(12 * HOUR), minutes(200 * DAY)) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('travel' as const), zone: zones }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock set' as const), minutes: minutes(12 * HOUR, -12 * HOUR) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('killed' as const), stop: fc.constantFrom(...STOPS), minutes: minutes(3 * DAY) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'looked at twice' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'all done' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('snoozed' as const), minutes: minutes(2 * DAY, 1) }) },
  { weight: 1, arbitrary: notifyings.map((notifying) => ({ kind: 'settings' as const, notifying })) },
);

test('whatever happens, each reminder is shown once, as soon as it may be, and none is forgotten', () =>
  fc.assert(
    fc.property(
      starts,
      zones,
      fc.oneof(fc.constant(DEFAULT_NOTIFYING), notifyings),
      fc.array(happenings, { minLength: 1, maxLength: 10 }),
      (start, zone, notifying, story) => {
        const world = new World(start, zone, notifying);
        for (const happening of story) world.happen(happening);
        world.happen({ kind: 'asleep', minutes: 20 * DAY });
        world.settle();
        expect(world.complaints()).toEqual([]);
        expect(world.forgotten()).toEqual([]);
        expect(world.unshown()).toEqual([]);
      },
    ),
    { numRuns: 3000 },
  ));
