import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Firing } from '../../../lib/model/firing';
import { DEFAULT_NOTIFYING, type Notifying } from '../../../lib/model/notifying';
import { addTo, weekdayOf } from '../../../lib/model/temporal';
import { deliverAt, isAllowed, nextAllowed } from '../../../lib/reminders/delivery';
import { notifyings } from './support/arbitraries';

const FRIDAY = '2026-11-27';
const SATURDAY = '2026-11-28';
const SUNDAY = '2026-11-29';
const MONDAY = '2026-11-30';
const night = { from: '22:00', to: '07:00' };

const settings = (some: Partial<Notifying>): Notifying => ({ ...DEFAULT_NOTIFYING, ...some });
const reminder = (dueAt: string, some: Partial<Notifying> = {}) => deliverAt(dueAt, settings(some), 'reminder');
const nudge = (dueAt: string, some: Partial<Notifying> = {}) => deliverAt(dueAt, settings(some), 'cadence');

describe('A reminder', () => {
  test('comes when it was asked for, on a Sunday night too', () => expect(reminder(`${SUNDAY}T03:15`)).toBe(`${SUNDAY}T03:15`));

  test.each([
    [`${FRIDAY}T21:59`, `${FRIDAY}T21:59`],
    [`${FRIDAY}T22:00`, `${SATURDAY}T07:00`],
    [`${SATURDAY}T00:00`, `${SATURDAY}T07:00`],
    [`${SATURDAY}T06:59`, `${SATURDAY}T07:00`],
    [`${SATURDAY}T07:00`, `${SATURDAY}T07:00`],
  ])('due at %s, with a quiet night, comes at %s', (dueAt, delivery) => expect(reminder(dueAt, { quietHours: night })).toBe(delivery));

  test.each([
    ['12:00', '12:59', '13:00'],
    ['00:00', '12:30', '13:00'],
  ])('waits for the end of quiet hours within one day (from %s, due %s)', (from, due, at) =>
    expect(reminder(`${FRIDAY}T${due}`, { quietHours: { from, to: '13:00' } })).toBe(`${FRIDAY}T${at}`),
  );

  test('knows no quiet hours from an hour to the same hour', () =>
    expect(reminder(`${FRIDAY}T12:00`, { quietHours: { from: '12:00', to: '12:00' } })).toBe(`${FRIDAY}T12:00`));

  test.each([
    [`${SATURDAY}T14:00`, {}, `${MONDAY}T06:00`],
    [`${MONDAY}T00:30`, {}, `${MONDAY}T06:00`],
    [`${MONDAY}T07:15`, {}, `${MONDAY}T07:15`],
    [`${SATURDAY}T14:00`, { quietHours: night }, `${MONDAY}T07:00`],
    [`${FRIDAY}T23:00`, { quietHours: night }, `${MONDAY}T07:00`],
    [`${FRIDAY}T00:30`, {}, `${FRIDAY}T00:30`],
  ])('held on days off, due at %s, with %j, comes at %s', (dueAt, some, delivery) => expect(reminder(dueAt, { holdOnDaysOff: true, ...some })).toBe(delivery));
});

describe('A nudge', () => {
  test.each([
    [`${FRIDAY}T00:00`, {}, `${FRIDAY}T09:00`],
    [`${FRIDAY}T15:00`, {}, `${FRIDAY}T15:00`],
    [`${SATURDAY}T15:00`, {}, `${MONDAY}T09:00`],
    [`${SATURDAY}T15:00`, { workingDays: [6, 7] }, `${SATURDAY}T15:00`],
    [`${FRIDAY}T00:00`, { digestTime: '23:00', quietHours: night }, `${FRIDAY}T07:00`],
    [`${FRIDAY}T22:30`, { workingDays: [5], quietHours: night }, '2026-12-04T09:00'],
  ])('due at %s, with %j, comes in working hours, at %s', (dueAt, some, delivery) => expect(nudge(dueAt, some)).toBe(delivery));
});

describe('A birthday', () => {
  test.each(['each', 'digest'] as const)('comes on its day, day off or not, though follow-ups are held (%s)', (delivery) =>
    expect(deliverAt(`${SATURDAY}T09:00`, settings({ delivery, holdOnDaysOff: true }), 'date')).toBe(`${SATURDAY}T09:00`),
  );
  test('waits for the end of quiet hours', () =>
    expect(deliverAt(`${SATURDAY}T09:00`, settings({ quietHours: { from: '22:00', to: '10:00' } }), 'date')).toBe(`${SATURDAY}T10:00`));
});

describe('A digest', () => {
  const digest = { delivery: 'digest' as const, digestTime: '08:30' };
  test.each([
    [`${FRIDAY}T07:00`, {}, `${FRIDAY}T08:30`],
    [`${FRIDAY}T08:30`, {}, `${FRIDAY}T08:30`],
    [`${FRIDAY}T08:31`, {}, `${FRIDAY}T08:30`],
    [`${FRIDAY}T23:59`, {}, `${FRIDAY}T08:30`],
    [`${SATURDAY}T14:00`, { holdOnDaysOff: true }, `${MONDAY}T08:30`],
    [`${FRIDAY}T14:00`, { quietHours: { from: '08:00', to: '10:00' } }, `${FRIDAY}T10:00`],
    [`${MONDAY}T14:00`, { digestTime: '05:00', holdOnDaysOff: true }, `${MONDAY}T06:00`],
    [`${FRIDAY}T23:30`, { digestTime: '23:00', quietHours: night }, `${FRIDAY}T07:00`],
    [`${SUNDAY}T12:00`, { digestTime: '23:00', quietHours: night, holdOnDaysOff: true }, `${MONDAY}T07:00`],
  ])('of its day holds what is due at %s, with %j, at %s', (dueAt, some, delivery) => expect(reminder(dueAt, { ...digest, ...some })).toBe(delivery));

  test.each([
    [`${FRIDAY}T08:29`, `${FRIDAY}T11:30`, {}, `${FRIDAY}T08:30`],
    [`${FRIDAY}T08:30`, `${FRIDAY}T11:30`, {}, `${FRIDAY}T11:30`],
    [`${FRIDAY}T19:00`, `${FRIDAY}T22:15`, { quietHours: night }, `${SATURDAY}T07:00`],
    [`${FRIDAY}T19:00`, `${SATURDAY}T14:00`, {}, `${SATURDAY}T08:30`],
    [`${SATURDAY}T19:00`, `${SATURDAY}T22:00`, { holdOnDaysOff: true }, `${MONDAY}T08:30`],
  ])('gone already when it was set, at %s for %s, with %j, it comes at %s', (setAt, dueAt, some, delivery) =>
    expect(deliverAt(dueAt, settings({ ...digest, ...some }), 'reminder', setAt)).toBe(delivery),
  );

  test('of nudges comes on working days', () => {
    expect(nudge(`${FRIDAY}T08:30`, digest)).toBe(`${FRIDAY}T08:30`);
    expect(nudge(`${SATURDAY}T08:30`, digest)).toBe(`${MONDAY}T08:30`);
  });

  test('missed is shown as soon as somebody is there, not a day later', () => expect(isAllowed(`${FRIDAY}T11:00`, settings(digest), 'reminder')).toBe(true));
});

describe('Whatever was chosen', () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 800 }).map((minutes) => addTo('2026-01-01T00:00', { minutes }));
  const kinds = fc.constantFrom<Firing['kind'][]>('reminder', 'date', 'cadence');
  const numRuns = 3000;

  test('nothing comes early, in a digest not before its day, and what has come is not moved again', () =>
    fc.assert(
      fc.property(minute, notifyings, kinds, (dueAt, notifying, kind) => {
        const delivery = deliverAt(dueAt, notifying, kind);
        expect(delivery >= (notifying.delivery === 'digest' ? dueAt.slice(0, 10) : dueAt)).toBe(true);
        expect(deliverAt(delivery, notifying, kind)).toBe(delivery);
        expect(isAllowed(delivery, notifying, kind)).toBe(true);
      }),
      { numRuns },
    ));

  test('where no day is held, a digest keeps nothing back from its day', () =>
    fc.assert(
      fc.property(minute, notifyings, (dueAt, notifying) => {
        expect(deliverAt(dueAt, { ...notifying, delivery: 'digest', holdOnDaysOff: false }, 'reminder').slice(0, 10)).toBe(dueAt.slice(0, 10));
      }),
      { numRuns },
    ));

  test('nothing waits longer than a week and two days', () =>
    fc.assert(
      fc.property(minute, notifyings, kinds, (dueAt, notifying, kind) => {
        expect(deliverAt(dueAt, notifying, kind) <= addTo(dueAt, { days: 9 })).toBe(true);
      }),
      { numRuns },
    ));

  test('what is due earlier never comes later', () =>
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 60 * 24 * 10 }), notifyings, kinds, (dueAt, minutes, notifying, kind) => {
        expect(deliverAt(dueAt, notifying, kind) <= deliverAt(addTo(dueAt, { minutes }), notifying, kind)).toBe(true);
      }),
      { numRuns },
    ));

  test('no open minute is passed over', () =>
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 60 * 24 * 8 }), notifyings, kinds, (clock, minutes, notifying, kind) => {
        const later = addTo(clock, { minutes });
        if (isAllowed(later, notifying, kind)) expect(nextAllowed(clock, notifying, kind) <= later).toBe(true);
      }),
      { numRuns },
    ));

  test('nothing is shown in quiet hours, no nudge on a day off', () =>
    fc.assert(
      fc.property(minute, notifyings, kinds, (clock, notifying, kind) => {
        if (!isAllowed(clock, notifying, kind)) return;
        const time = clock.slice(11);
        const { from, to } = notifying.quietHours ?? { from: '', to: '' };
        expect(from < to ? from <= time && time < to : from > to && (time >= from || time < to)).toBe(false);
        if (kind === 'cadence' || (kind === 'reminder' && notifying.holdOnDaysOff)) expect(notifying.workingDays).toContain(weekdayOf(clock.slice(0, 10)));
      }),
      { numRuns },
    ));
});
