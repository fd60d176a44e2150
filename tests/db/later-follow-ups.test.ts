import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addContact, editContact } from '../../lib/db/commands/contacts';
import { laterFollowUps } from '../../lib/db/queries/later-follow-ups';
import { pendingActions } from '../../lib/db/queries/pending-actions';
import { reminderRow } from '../../lib/db/rows';
import type { Encounter } from '../../lib/model/encounter';
import type { Reminder } from '../../lib/model/reminder';
import { addTo } from '../../lib/model/temporal';
import { BERLIN, clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

const CLOCK = '2026-11-22T09:00';
const TARNWICK: Encounter = { kind: 'organisation', name: 'Tarnwick' };

async function oneWith(...reminders: readonly Partial<Reminder>[]) {
  const db = emptyDatabase();
  const { contactId = '' } = await addContact(clockwork(db)(), { commandId: id(), subject: { profile: profile() } });
  const rows = reminders.map(
    (some): Reminder => ({
      id: id(),
      contactId,
      text: 'Write',
      dueAt: CLOCK,
      status: 'open',
      createdAt: NOW,
      updatedAt: NOW,
      ...some,
    }),
  );
  await db.reminders.bulkPut(rows.map(reminderRow));
  return { db, contactId, rows, later: (limit = 50) => laterFollowUps(db, NOW, BERLIN, limit) };
}

describe('Later and waiting follow-ups', () => {
  test('are those beyond the week, soonest first, and those that wait for an encounter, each with whom it is with', async () => {
    const { contactId, later } = await oneWith(
      { text: 'Send the xylophone', dueAt: '2027-01-01T09:00' },
      { text: 'Ask for the marimba', dueAt: '2026-12-05T09:00', recurrence: { rule: 'FREQ=MONTHLY;BYMONTHDAY=5', from: '2026-12-05T09:00' } },
      { text: 'Bring the map', dueAt: '2026-10-01T09:00', status: 'awaiting', encounter: TARNWICK },
      { text: 'Today', dueAt: '2026-11-22T18:00' },
      { text: 'Said', dueAt: '2026-11-01T09:00', status: 'notified' },
      { text: 'Gone by', dueAt: '2027-01-01T09:00', status: 'done' },
      { text: 'Never', dueAt: '2027-01-01T09:00', status: 'dismissed' },
    );
    const mira = { contactId, name: 'Mira Santos', profileKey: 'linkedin:in/mira-santos' };
    expect(await later()).toMatchObject({
      actions: [
        { ...mira, text: 'Bring the map', waits: true, encounter: TARNWICK },
        { ...mira, text: 'Ask for the marimba', dueAt: '2026-12-05T09:00', recurrence: { rule: 'FREQ=MONTHLY;BYMONTHDAY=5' } },
        { ...mira, text: 'Send the xylophone', dueAt: '2027-01-01T09:00' },
      ],
      isMore: { waiting: false, dated: false },
    });
  });

  test('are with those in the list of what is pending all that wait, each in one of the two', async () => {
    const some = fc.record({
      dueAt: fc.integer({ min: -20_000, max: 20_000 }).map((minutes) => addTo(CLOCK, { minutes })),
      status: fc.constantFrom('awaiting' as const, 'open' as const, 'notified' as const, 'done' as const, 'dismissed' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { maxLength: 20 }), async (reminders) => {
        const { db, rows, later } = await oneWith(...reminders.map((each) => (each.status === 'awaiting' ? { ...each, encounter: TARNWICK } : each)));
        const [pending, { actions }] = [await pendingActions(db, NOW, BERLIN, 50), await later()];
        const waiting = rows.filter(({ status }) => status !== 'done' && status !== 'dismissed');
        expect([...pending.actions, ...actions].map((action) => action.id).sort()).toEqual(waiting.map((reminder) => reminder.id).sort());
      }),
      { numRuns: 40 },
    );
  });

  test('of very many are read as far as they are listed, and it is said that there are more', async () => {
    const dated = Array.from({ length: 1000 }, (_, day) => ({ dueAt: addTo('2027-01-01T09:00', { days: day }) }));
    const awaiting = Array.from({ length: 20 }, () => ({ status: 'awaiting' as const, encounter: TARNWICK }));
    const { db, later } = await oneWith(...dated, ...awaiting);
    let read = 0;
    db.reminders.hook('reading', (row) => {
      read++;
      return row;
    });
    const { actions, isMore } = await later(5);
    expect(actions.map(({ waits }) => waits === true)).toEqual([true, true, true, true, true, false, false, false, false, false]);
    expect(isMore).toEqual({ waiting: true, dated: true });
    expect(read).toBe(12);
    expect((await later(20)).isMore).toEqual({ waiting: false, dated: true });
  });

  test('of somebody archived or of whom nothing is to be brought up are listed: the user has set them', async () => {
    const { db, contactId, later } = await oneWith({ dueAt: '2027-01-01T09:00' });
    await editContact(clockwork(db)(), { commandId: id(), contactId, changes: { archived: true, neverRemind: true } });
    expect((await later()).actions).toHaveLength(1);
  });
});
