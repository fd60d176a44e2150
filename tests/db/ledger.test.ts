import { expect, test } from 'vitest';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { deferAction } from '../../lib/db/commands/deferrals';
import { logInteraction } from '../../lib/db/commands/interactions';
import { claimDue, confirmSeen, confirmShown, pruneLedger, unshown } from '../../lib/db/commands/notify';
import { completeReminder, dismissReminder, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import type { Context } from '../../lib/db/journal';
import { ledgerLines, ledgerSummary } from '../../lib/db/queries/ledger';
import type { ContactChanges } from '../../lib/model/contact';
import { DEFAULT_NOTIFYING, type Notifying } from '../../lib/model/notifying';
import { instantOf } from '../../lib/model/temporal';
import { firingRules } from '../../lib/reminders/plan';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import { BERLIN, emptyDatabase, id, profile } from '../support/builders';

const EVERY_DAY: Notifying = { ...DEFAULT_NOTIFYING, workingDays: [1, 2, 3, 4, 5, 6, 7] };

/** A database whose clock is wherever it is told to be, in Berlin. */
function world(notifying: Partial<Notifying> = {}) {
  const db = emptyDatabase();
  const at = (clock: string): Context => ({ db, now: instantOf(clock, BERLIN), zone: BERLIN, newId: id });
  const keep = async (clock: string, name: string, changes: ContactChanges = {}) => {
    const { contactId = '' } = await addContact(at(clock), { commandId: id(), subject: { profile: profile(name.toLowerCase(), { name }) } });
    await editContact(at(clock), { commandId: id(), contactId, changes });
    return contactId;
  };
  const followUp = async (clock: string, contactId: string, text: string, dueAt: string) => {
    const reminderId = id();
    await setFollowUp(at(clock), { commandId: id(), subject: { contactId }, reminderId, text, dueAt });
    return reminderId;
  };
  /** A look at what is due, in a browser that was started at `started`. */
  const look = async (clock: string, started = '2026-01-01T00:00') => {
    const context = at(clock);
    await claimDue(context, firingRules(context.now, BERLIN, { ...EVERY_DAY, ...notifying }, id), instantOf(started, BERLIN));
    const notifications = [...new Set((await unshown(db)).map(({ notificationId }) => notificationId))];
    for (const notificationId of notifications) await confirmShown(context, notificationId);
    return notifications;
  };
  const lines = (clock: string) => ledgerLines(db, at(clock).now, BERLIN, 50);
  return { db, at, keep, followUp, look, lines };
}

test('the ledger says what was due, when it fired, whether it was seen and what became of it', async () => {
  const { at, keep, followUp, look, lines } = world();
  const mira = await keep('2026-11-20T08:00', 'Mira');
  const done = await followUp('2026-11-20T08:00', mira, 'Send the paper', '2026-11-20T09:00');
  await followUp('2026-11-20T08:00', mira, 'Ask about June', '2026-11-20T10:00');
  const [first = ''] = await look('2026-11-20T09:00');
  await look('2026-11-20T10:00');
  await confirmSeen(at('2026-11-20T09:05'), first);
  await completeReminder(at('2026-11-20T09:06'), { commandId: id(), reminderId: done }, nextOccurrence);

  expect(await lines('2026-11-20T11:00')).toMatchObject([
    { kind: 'reminder', name: 'Mira', text: 'Ask about June', dueAt: '2026-11-20T10:00', outcome: { is: 'waits' } },
    {
      text: 'Send the paper',
      firedAt: instantOf('2026-11-20T09:00', BERLIN),
      shownAt: instantOf('2026-11-20T09:00', BERLIN),
      seenAt: instantOf('2026-11-20T09:05', BERLIN),
      outcome: { is: 'done', at: instantOf('2026-11-20T09:06', BERLIN) },
    },
  ]);
});

test('a line says where its reminder was put each time it was snoozed', async () => {
  const { at, keep, followUp, look, lines } = world();
  const reminderId = await followUp('2026-11-20T08:00', await keep('2026-11-20T08:00', 'Mira'), 'Write', '2026-11-20T09:00');
  await look('2026-11-20T09:00');
  await snoozeReminder(at('2026-11-20T09:01'), { commandId: id(), reminderId, until: '2026-11-20T12:00' });
  await look('2026-11-20T12:00');
  await snoozeReminder(at('2026-11-20T12:01'), { commandId: id(), reminderId, until: '2026-11-21T09:00' });
  expect((await lines('2026-11-20T13:00')).map(({ outcome }) => outcome)).toEqual([
    { is: 'movedTo', until: '2026-11-21T09:00' },
    { is: 'movedTo', until: '2026-11-20T12:00' },
  ]);
  await dismissReminder(at('2026-11-20T14:00'), { commandId: id(), reminderId }, nextOccurrence);
  expect((await lines('2026-11-20T15:00')).map(({ outcome }) => outcome.is)).toEqual(['dismissed', 'movedTo']);
});

test('late because the browser was closed is told from late though it ran, and neither from what was held or set late', async () => {
  const { db, at, keep, followUp, look, lines } = world({ quietHours: { from: '20:00', to: '07:00' } });
  const mira = await keep('2026-11-01T08:00', 'Mira');
  await followUp('2026-11-01T08:00', mira, 'held', '2026-11-01T22:00');
  await look('2026-11-02T07:00');
  await followUp('2026-11-01T08:00', mira, 'closed', '2026-11-02T09:00');
  await look('2026-11-02T11:30', '2026-11-02T11:29');
  await followUp('2026-11-01T08:00', mira, 'asleep', '2026-11-02T12:00');
  await look('2026-11-02T12:20', '2026-11-02T11:29');
  await followUp('2026-11-02T13:00', mira, 'set late', '2026-11-02T09:30');
  await look('2026-11-02T13:00', '2026-11-02T11:29');
  expect((await lines('2026-11-02T14:00')).map(({ text, late, heldUntil }) => [text, late, heldUntil])).toEqual([
    ['set late', undefined, undefined],
    ['asleep', { minutes: 20, because: 'asleep' }, undefined],
    ['closed', { minutes: 150, because: 'closed' }, undefined],
    ['held', undefined, instantOf('2026-11-02T07:00', BERLIN)],
  ]);
  expect(await ledgerSummary(db, at('2026-11-02T14:00').now, 30)).toEqual({ days: 30, total: 4, closed: 1, asleep: 1, refused: 0 });
  expect(await ledgerSummary(db, at('2026-12-20T14:00').now, 30)).toMatchObject({ total: 0 });
});

test('what the browser does not show is not on time: not while it waits, nor when it is shown at last', async () => {
  const { db, at, keep, followUp, lines } = world();
  const mira = await keep('2026-11-01T08:00', 'Mira');
  await followUp('2026-11-01T08:00', mira, 'refused', '2026-11-02T09:00');
  const due = at('2026-11-02T09:00');
  await claimDue(due, firingRules(due.now, BERLIN, DEFAULT_NOTIFYING, id));
  expect(await ledgerSummary(db, at('2026-11-02T10:00').now, 30)).toMatchObject({ total: 1, refused: 1 });
  const [firing] = await unshown(db);
  await confirmShown(at('2026-11-02T10:30'), firing!.notificationId);
  expect((await lines('2026-11-02T11:00')).map(({ late }) => late)).toEqual([{ minutes: 90, because: 'refused' }]);
  expect(await ledgerSummary(db, at('2026-11-02T11:00').now, 30)).toMatchObject({ total: 1, refused: 1 });
});

test('a birthday missed while the browser was closed was due on its day', async () => {
  const { keep, look, lines } = world();
  await keep('2026-11-01T08:00', 'Mira', { birthday: '--11-20' });
  await look('2026-11-18T09:00');
  await look('2026-11-22T10:00', '2026-11-22T09:59');
  expect(await lines('2026-11-22T11:00')).toMatchObject([{ kind: 'date', dueAt: '2026-11-20T09:00', late: { minutes: 2 * 1440 + 60, because: 'closed' } }]);
});

test('a birthday entered late was not late', async () => {
  const { keep, look, lines } = world();
  await keep('2026-11-01T08:00', 'Rune', { birthday: '--11-19' });
  await look('2026-11-18T09:00');
  await keep('2026-11-22T08:59', 'Mira', { birthday: '--11-20' });
  await look('2026-11-22T09:00');
  expect((await lines('2026-11-22T11:00')).find(({ name }) => name === 'Mira')).not.toHaveProperty('late');
});

test('of a nudge it says that one was in touch, or put it off', async () => {
  const { at, keep, look, lines } = world();
  const [mira, rune] = [
    await keep('2026-10-01T08:00', 'Mira', { cadence: { every: 2, unit: 'week' } }),
    await keep('2026-10-01T08:00', 'Rune', { cadence: { every: 2, unit: 'week' } }),
  ];
  await look('2026-11-20T09:00');
  expect((await lines('2026-11-20T10:00')).map(({ outcome }) => outcome.is)).toEqual(['waits', 'waits']);
  await logInteraction(at('2026-11-21T09:00'), {
    commandId: id(),
    subject: { contactId: mira },
    interactionId: id(),
    content: { on: '2026-11-21', channel: 'call', given: [], received: [] },
  });
  await deferAction(at('2026-11-21T09:00'), { commandId: id(), actionId: `cadence:${rune}`, contactId: rune, until: '2026-11-28' });
  const outcomes = new Map((await lines('2026-11-21T10:00')).map(({ name, outcome }) => [name, outcome]));
  expect(outcomes).toEqual(
    new Map([
      ['Mira', { is: 'contacted', on: '2026-11-21' }],
      ['Rune', { is: 'putOff', until: '2026-11-28' }],
    ]),
  );
});

test('a line outlives whom it was about', async () => {
  const { at, keep, followUp, look, lines } = world();
  const mira = await keep('2026-11-20T08:00', 'Mira');
  await followUp('2026-11-20T08:00', mira, 'Write', '2026-11-20T09:00');
  await look('2026-11-20T09:00');
  await deleteContact(at('2026-11-20T10:00'), { commandId: id(), contactId: mira });
  const [line] = await lines('2026-11-20T11:00');
  expect(line).toMatchObject({ kind: 'reminder', outcome: { is: 'gone' } });
  expect(line).not.toHaveProperty('name');
});

test('lines older than 400 days are forgotten, once a day', async () => {
  const { at, keep, followUp, look, lines } = world();
  const mira = await keep('2025-01-01T08:00', 'Mira');
  await followUp('2025-01-01T08:00', mira, 'old', '2025-01-10T09:00');
  await look('2025-01-10T09:00');
  await followUp('2025-01-01T08:00', mira, 'younger', '2025-01-20T09:00');
  await look('2025-01-20T09:00');
  await pruneLedger(at('2026-02-13T09:00'));
  expect((await lines('2026-02-13T10:00')).map(({ text }) => text)).toEqual(['younger', 'old']);
  await pruneLedger(at('2026-02-15T09:00'));
  expect((await lines('2026-02-15T10:00')).map(({ text }) => text)).toEqual(['younger']);
});
