import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addContact } from '../../lib/db/commands/contacts';
import { claimDue, confirmRefused, confirmShown, notifiedReminders, unshown } from '../../lib/db/commands/notify';
import { awaitEncounter, completeReminder, dismissReminder, editFollowUp, encounter, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import { undo } from '../../lib/db/commands/undo';
import type { ReminderRow } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { ledgerLines } from '../../lib/db/queries/ledger';
import { encounterKeys } from '../../lib/model/encounter';
import { DEFAULT_NOTIFYING } from '../../lib/model/notifying';
import { isWaiting } from '../../lib/model/reminder';
import { addTo, at as timeOf, instantOf, type LocalDateTime } from '../../lib/model/temporal';
import { firingRules } from '../../lib/reminders/plan';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import { BERLIN, emptyDatabase, id, profile } from '../support/builders';

const TODAY = '2026-11-24';
const DAILY = { rule: 'FREQ=DAILY', from: '2026-11-24T09:00' };
const WEEKLY = { rule: 'FREQ=WEEKLY', from: '2026-11-24T09:00' };
const PERSON = { kind: 'person' } as const;

/** Mira, and a follow-up for her at nine on Tuesday; times of day are of that day where no other is said. */
async function world(rest: Partial<Parameters<typeof setFollowUp>[1]> = {}) {
  const db = emptyDatabase();
  const clock = (time: string): Context => ({ db, now: instantOf(time.includes('T') ? time : timeOf(TODAY, time), BERLIN), zone: BERLIN, newId: id });
  const { contactId = '' } = await addContact(clock('2026-11-20T08:00'), { commandId: id(), subject: { profile: profile() } });
  const reminderId = id();
  await setFollowUp(clock('2026-11-20T08:00'), { commandId: id(), subject: { contactId }, reminderId, text: 'Write', dueAt: `${TODAY}T09:00`, ...rest });
  const decide = async (time: string) => {
    const { now } = clock(time);
    await claimDue(clock(time), firingRules(now, BERLIN, { ...DEFAULT_NOTIFYING, nudgesPerDay: 0 }, id));
    return (await unshown(db)).filter(({ refused }) => !refused);
  };
  /** Tells of what is due, and answers the times that were told. */
  const tell = async (time: string) => {
    const decided = await decide(time);
    for (const { notificationId } of decided) await confirmShown(clock(time), notificationId);
    return decided.map(({ dueAt }) => dueAt);
  };
  const about = () => ({ commandId: id(), reminderId });
  const snooze = (time: string, until: LocalDateTime) => snoozeReminder(clock(time), { ...about(), until });
  const done = (time: string, ofId = reminderId) => completeReminder(clock(time), { commandId: id(), reminderId: ofId }, nextOccurrence);
  const awaitPerson = (time: string) => awaitEncounter(clock(time), { ...about(), encounter: PERSON });
  const meet = (time: string) => encounter(clock(time), encounterKeys({ url: 'https://a.example/', contactId }));
  const takeBack = (time: string, { entryId }: { entryId: string }) => undo(clock(time), { commandId: id(), entryId });
  const all = async () => (await db.reminders.toArray()) as ReminderRow[];
  const stored = async () => (await all()).find((each) => each.id === reminderId);
  /** The notifications that have something to say still. */
  const speaking = async () => {
    const firings = (await db.firings.toArray()) as Parameters<typeof notifiedReminders>[1];
    return (await notifiedReminders(db, firings)).map(({ notificationId }) => notificationId);
  };
  const ledger = async (time: string) => (await ledgerLines(db, clock(time).now, BERLIN, 10)).map(({ dueAt, outcome }) => [dueAt.slice(11), outcome.is]);
  return { db, clock, contactId, reminderId, about, decide, tell, snooze, done, awaitPerson, meet, takeBack, all, stored, speaking, ledger };
}

describe('A follow-up that was put off and told of since has its time before back by Undo', () => {
  test('and its notification speaks for it still; it is not told of again, and done the ledger says so', async () => {
    const { tell, snooze, done, takeBack, stored, speaking, ledger } = await world();
    await tell('09:00');
    const snoozed = await snooze('09:01', `${TODAY}T12:00`);
    expect(await tell('12:00')).toEqual([`${TODAY}T12:00`]);
    const { notificationId } = (await stored()) ?? {};
    await takeBack('12:05', snoozed);
    expect(await stored()).toMatchObject({ status: 'notified', dueAt: `${TODAY}T09:00` });
    expect(await speaking()).toEqual([notificationId]);
    expect(await tell('12:06')).toEqual([]);
    expect(await tell('2026-11-30T12:00')).toEqual([]);
    expect(await ledger('12:07')).toEqual([
      ['12:00', 'waits'],
      ['09:00', 'movedTo'],
    ]);
    await done('12:08');
    expect((await ledger('12:09'))[0]).toEqual(['12:00', 'done']);
  });

  test('and comes at that where it is still to come', async () => {
    const { tell, snooze, takeBack, stored, speaking } = await world({ dueAt: '2026-11-26T09:00' });
    const moved = await snooze('09:00', `${TODAY}T12:00`);
    await tell('12:00');
    await takeBack('12:05', moved);
    expect(await stored()).toMatchObject({ status: 'open', dueAt: '2026-11-26T09:00' });
    expect(await speaking()).toEqual([]);
    expect(await tell('12:06')).toEqual([]);
    expect(await tell('2026-11-26T09:00')).toEqual(['2026-11-26T09:00']);
  });

  test('however often it was put off, one after the other, and all of it is done again the same way', async () => {
    const { tell, snooze, takeBack, stored } = await world();
    await tell('09:00');
    const entries = [];
    for (const [time, until] of [
      ['09:01', '10:00'],
      ['10:01', '11:00'],
    ] as const) {
      entries.push(await snooze(time, `${TODAY}T${until}`));
      await tell(until);
    }
    const undone = [];
    for (const entry of entries.toReversed()) undone.push(await takeBack('11:05', entry));
    expect(await stored()).toMatchObject({ status: 'notified', dueAt: `${TODAY}T09:00` });
    for (const entry of undone.toReversed()) await takeBack('11:06', entry);
    expect(await stored()).toMatchObject({ status: 'notified', dueAt: `${TODAY}T11:00` });
    expect(await tell('11:07')).toEqual([]);
  });

  test('but not where it was put off again: that is to be taken back first', async () => {
    const { tell, snooze, takeBack } = await world();
    await tell('09:00');
    const first = await snooze('09:01', `${TODAY}T12:00`);
    await tell('12:00');
    const second = await snooze('12:01', `${TODAY}T13:00`);
    await expect(takeBack('12:02', first)).rejects.toMatchObject({ code: 'changedSince' });
    await tell('13:00');
    await expect(takeBack('13:01', first)).rejects.toMatchObject({ code: 'changedSince' });
    await takeBack('13:02', second);
    await takeBack('13:03', first);
  });

  test('and what the browser has not shown of it comes once it may', async () => {
    const { clock, decide, tell, snooze, takeBack, stored, speaking } = await world();
    await tell('09:00');
    const snoozed = await snooze('09:01', `${TODAY}T12:00`);
    const [refused] = await decide('12:00');
    await confirmRefused(clock('12:00'), [refused?.notificationId ?? '']);
    await takeBack('12:05', snoozed);
    expect(await tell('12:06')).toEqual([`${TODAY}T12:00`]);
    expect(await speaking()).toEqual([(await stored())?.notificationId]);
  });
});

describe('A follow-up that awaited somebody who was met since', () => {
  test.each([
    ['is due as it was before', `${TODAY}T08:30`, { status: 'notified', dueAt: `${TODAY}T08:30` }],
    ['comes at its time', '2026-11-26T09:00', { status: 'open', dueAt: '2026-11-26T09:00' }],
  ])('%s by Undo, and awaits nobody', async (_, dueAt, given) => {
    const { tell, awaitPerson, meet, takeBack, stored } = await world({ dueAt });
    await tell('09:00');
    const awaited = await awaitPerson('09:01');
    await meet('10:00');
    expect(await tell('10:00')).toEqual([`${TODAY}T10:00`]);
    await takeBack('10:05', awaited);
    expect(await stored()).toMatchObject(given);
    expect(await stored()).not.toHaveProperty('encounter');
    expect(await tell('10:06')).toEqual([]);
  });

  test('waits again where it was given a time since, and that is taken back though it has come', async () => {
    const { about, clock, tell, meet, takeBack, stored, speaking } = await world({ encounter: PERSON });
    const edited = await editFollowUp(clock('09:01'), { ...about(), text: 'Write', dueAt: `${TODAY}T12:00`, encounter: null });
    await tell('12:00');
    await takeBack('12:05', edited);
    expect(await stored()).toMatchObject({ status: 'awaiting', encounter: PERSON });
    expect(await stored()).toHaveProperty('encounterKey');
    expect(await speaking()).toEqual([]);
    expect(await tell('12:06')).toEqual([]);
    await meet('13:00');
    expect(await tell('13:00')).toEqual([`${TODAY}T13:00`]);
  });

  test('stands as it is where it was put off after that: that is to be taken back first', async () => {
    const { tell, awaitPerson, meet, snooze, takeBack } = await world();
    const awaited = await awaitPerson('08:01');
    await meet('08:30');
    await tell('08:30');
    await snooze('08:31', `${TODAY}T12:00`);
    await expect(takeBack('08:32', awaited)).rejects.toMatchObject({ code: 'changedSince' });
  });
});

describe('Of one that recurs no time is told twice by Undo', () => {
  test('of its being put off to the next', async () => {
    const { tell, snooze, takeBack, stored } = await world({ recurrence: DAILY });
    await tell('09:00');
    const snoozed = await snooze('09:01', '2026-11-25T09:00');
    expect(await tell('2026-11-25T09:00')).toEqual(['2026-11-25T09:00']);
    await takeBack('2026-11-25T09:05', snoozed);
    expect(await stored()).toMatchObject({ status: 'notified' });
    expect(await tell('2026-11-25T09:06')).toEqual([]);
    expect(await tell('2026-11-26T09:00')).toEqual(['2026-11-26T09:00']);
  });

  test('of its being put off, when it has come again since by itself', async () => {
    const { tell, snooze, takeBack } = await world({ recurrence: DAILY });
    await tell('09:00');
    const snoozed = await snooze('09:01', `${TODAY}T12:00`);
    await tell('12:00');
    expect(await tell('2026-11-25T09:00')).toEqual(['2026-11-25T09:00']);
    await takeBack('2026-11-25T09:05', snoozed);
    expect(await tell('2026-11-25T09:06')).toEqual([]);
    expect(await tell('2026-11-26T09:00')).toEqual(['2026-11-26T09:00']);
  });

  test.each([
    ['done', completeReminder],
    ['skipped', dismissReminder],
  ])('of its being %s, after the next was told', async (_, end) => {
    for (const time of ['08:00', '09:05']) {
      const { about, clock, tell, takeBack, all, reminderId } = await world({ recurrence: DAILY });
      if (time > '09:00') await tell('09:00');
      const ended = await end(clock(time), about(), nextOccurrence);
      expect(await tell('2026-11-25T09:00')).toEqual(['2026-11-25T09:00']);
      const undone = await takeBack('2026-11-25T09:05', ended);
      expect(await all()).toMatchObject([{ id: reminderId, status: 'notified', dueAt: '2026-11-25T09:00' }]);
      expect(await tell('2026-11-25T09:06')).toEqual([]);
      expect(await tell('2026-11-26T09:00')).toEqual(['2026-11-26T09:00']);
      await takeBack('2026-11-26T09:05', undone);
      expect(await tell('2026-11-26T09:06'), 'nor by doing it again').toEqual([]);
      expect(await tell('2026-11-27T09:00')).toEqual(['2026-11-27T09:00']);
    }
  });

  test('of its being done before the time it was put off to: at that it comes', async () => {
    const { tell, snooze, done, takeBack } = await world({ recurrence: WEEKLY });
    await tell('09:00');
    await snooze('09:01', '2026-12-03T09:00');
    const ended = await done('2026-11-25T09:00');
    expect(await tell('2026-12-01T09:00')).toEqual(['2026-12-01T09:00']);
    await takeBack('2026-12-01T09:05', ended);
    expect(await tell('2026-12-01T09:06')).toEqual([]);
    expect(await tell('2026-12-03T09:00')).toEqual(['2026-12-03T09:00']);
  });
});

test('whatever is put off, awaited, changed, done and told, the newest change can be taken back and done again, nothing is told twice, and nothing is forgotten', async () => {
  const deed = fc.constantFrom('snooze', 'await', 'meet', 'edit', 'done', 'dismiss', 'undo', 'undo', 'undo', 'redo', 'wait');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(undefined, DAILY, WEEKLY, { rule: 'FREQ=DAILY;COUNT=4', from: DAILY.from }),
      fc.array(fc.record({ what: deed, hours: fc.integer({ min: 0, max: 60 }) }), { minLength: 1, maxLength: 12 }),
      async (recurrence, story) => {
        const { clock, all, tell, meet, takeBack } = await world({ recurrence });
        let time: LocalDateTime = `${TODAY}T08:00`;
        const told: string[] = [];
        const look = async () => told.push(...(await tell(time)));
        const done: { entryId: string }[] = [];
        const undone: { entryId: string }[] = [];
        for (const { what, hours } of story) {
          time = addTo(time, { hours, minutes: 1 });
          await look();
          const now = clock(time);
          const waiting = (await all()).filter(isWaiting);
          const command = { commandId: id(), reminderId: waiting[0]?.id ?? '' };
          // Of times that nothing else has.
          const until = addTo(time, { hours: hours + 1, minutes: 7 });
          const deeds = {
            snooze: () => snoozeReminder(now, { ...command, until }),
            await: () => awaitEncounter(now, { ...command, encounter: PERSON }),
            edit: () => editFollowUp(now, { ...command, text: `Write ${hours}`, dueAt: until, encounter: null }),
            done: () => completeReminder(now, command, nextOccurrence),
            dismiss: () => dismissReminder(now, command, nextOccurrence),
          };
          if (what === 'meet') await meet(time);
          else if (what === 'undo') {
            const entry = done.pop();
            if (entry) undone.push(await takeBack(time, entry));
          } else if (what === 'redo') {
            const entry = undone.pop();
            if (entry) done.push(await takeBack(time, entry));
          } else if (what !== 'wait' && waiting.length > 0 && !(what === 'await' && recurrence)) {
            done.push(await deeds[what]());
            undone.length = 0;
          }
          await look();
          expect((await all()).filter(isWaiting).length, 'one of a series').toBeLessThan(2);
        }
        time = addTo(time, { days: 30 });
        await meet(time);
        await look();
        expect((await all()).filter(({ status, dueAt }) => status === 'awaiting' || (status === 'open' && dueAt <= time))).toEqual([]);
        expect(told.length, told.join(' ')).toBe(new Set(told).size);
      },
    ),
    { numRuns: 60 },
  );
});
