import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { context, now, zone } from '../../entrypoints/background/clock';
import { pressed, showDecided } from '../../entrypoints/background/notifications';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { deferAction } from '../../lib/db/commands/deferrals';
import { claimDue } from '../../lib/db/commands/notify';
import { completeReminder, setFollowUp } from '../../lib/db/commands/reminders';
import type { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import type { ContactChanges } from '../../lib/model/contact';
import { DEFAULT_NOTIFYING, type Notifying } from '../../lib/model/notifying';
import { cadenceActionId, dateActionId } from '../../lib/model/pending-action';
import { firingRules } from '../../lib/reminders/plan';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import { BERLIN, clockwork, emptyDatabase, id, profile } from '../support/builders';

vi.mock(import('../../entrypoints/background/clock'), async (original) => ({ ...(await original()), now: vi.fn(), zone: vi.fn(), context: vi.fn() }));
vi.mock(import('../../lib/db/commands/deferrals'), async (original) => {
  const { deferAction: carriedOut } = await original();
  return { deferAction: vi.fn(carriedOut) };
});

/** Tuesday, a quarter past nine in Berlin. */
const MORNING = '2026-11-24T08:15:00.000Z';
const [TODAY, TOMORROW, IN_A_WEEK, LATER] = ['2026-11-24', '2026-11-25', '2026-12-01', '2027-01-23'];

let db: KithDatabase;
let next: () => Context;
/** The buttons of each notification that was shown. */
let buttons: Map<string, string[]>;

beforeEach(() => {
  fakeBrowser.reset();
  // In Firefox notifications have no buttons.
  vi.stubEnv('FIREFOX', '');
  db = emptyDatabase();
  next = clockwork(db);
  buttons = new Map();
  vi.mocked(now).mockReturnValue(MORNING);
  vi.mocked(zone).mockReturnValue(BERLIN);
  vi.mocked(context).mockImplementation(() => ({ db, now: MORNING, zone: BERLIN, newId: id }));
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name) => (name === 'language' ? 'en' : name));
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => path);
  const { create } = fakeBrowser.notifications;
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation((async (name: string, options: { buttons: { title: string }[] }) => {
    buttons.set(
      name,
      options.buttons.map(({ title }) => title),
    );
    return create(name, options as never);
  }) as never);
});

const keep = async (name: string, changes: ContactChanges = {}) => {
  const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile(name.toLowerCase(), { name }) } });
  await editContact(next(), { commandId: id(), contactId, changes });
  return contactId;
};
const born = (name: string) => keep(name, { birthday: '--11-24' });
const drifted = (name: string) => keep(name, { cadence: { every: 1, unit: 'day' } });
const followUp = async (name: string) => {
  const [contactId, reminderId] = [await keep(name), id()];
  await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId, text: 'Write', dueAt: `${TODAY}T09:00` });
  return { contactId, reminderId };
};
const birthday = (contactId: string) => dateActionId(contactId, 'birthday', TODAY);
/** As in the popup. */
const defer = (actionId: string, contactId: string, until: string | null) => deferAction(next(), { commandId: id(), actionId, contactId, until });
const complete = (reminderId: string) => completeReminder(next(), { commandId: id(), reminderId }, nextOccurrence);
const decide = (some: Partial<Notifying> = {}) => claimDue(context(db), firingRules(MORNING, BERLIN, { ...DEFAULT_NOTIFYING, ...some }, id));
const standing = async () => Object.keys(await fakeBrowser.notifications.getAll());
/** Shows what was decided on, which is one notification. */
const shown = async () => {
  await showDecided(db);
  expect(await standing()).toHaveLength(1);
  return (await standing())[0] ?? '';
};
const until = async (actionId: string) => {
  const deferral = await db.deferrals.get(actionId);
  return deferral && ((deferral as { until?: string }).until ?? 'settled');
};
const status = async (reminderId: string) => ((await db.reminders.get(reminderId)) as { status: string }).status;

/** A digest of two birthdays, two follow-ups and somebody one drifts apart from. */
const digest = async () => {
  const [settled, coming, drifting] = [await born('Ada'), await born('Bo'), await drifted('Cy')];
  const [done, open] = [await followUp('Di'), await followUp('Ed')];
  await decide();
  return { settled, coming, drifting, done, open, notification: await shown() };
};

test.each([
  ['Snooze', 1, { birthday: TOMORROW, followUp: 'open' }],
  ['All done', 0, { birthday: 'settled', followUp: 'done' }],
] as const)('%s on a digest is for what still waits, and leaves what was dealt with as it is', async (_, button, left) => {
  const { settled, coming, drifting, done, open, notification } = await digest();
  await defer(birthday(settled), settled, null);
  await defer(cadenceActionId(drifting), drifting, LATER);
  await complete(done.reminderId);
  await pressed(db, notification, button);
  expect([await until(birthday(settled)), await until(cadenceActionId(drifting)), await status(done.reminderId)]).toEqual(['settled', LATER, 'done']);
  expect({ birthday: await until(birthday(coming)), followUp: await status(open.reminderId) }).toEqual(left);
  expect(await standing()).toEqual([]);
});

test.each([
  ['Snooze', 1, IN_A_WEEK],
  ['All done', 0, undefined],
] as const)('%s means what it says on a digest of which only somebody one drifts apart from is left', async (_, button, putOff) => {
  const { settled, coming, drifting, done, open, notification } = await digest();
  for (const contactId of [settled, coming]) await defer(birthday(contactId), contactId, null);
  for (const { reminderId } of [done, open]) await complete(reminderId);
  expect(buttons.get(notification)).toEqual(['notification_allDone', 'notification_snooze']);
  await pressed(db, notification, button);
  expect(await until(cadenceActionId(drifting))).toBe(putOff);
});

test('Next week is for whom it was shown, though more had been decided on and was dealt with before it was; of that nothing was shown or seen', async () => {
  const [drifting, { reminderId }] = [await drifted('Cy'), await followUp('Di')];
  await decide({ delivery: 'digest' });
  await complete(reminderId);
  const notification = await shown();
  expect(buttons.get(notification)).toEqual(['notification_nextWeek']);
  await pressed(db, notification, 0);
  expect(await until(cadenceActionId(drifting))).toBe(IN_A_WEEK);
  const firings = (await db.firings.toArray()) as { subjectId: string; shownAt?: string; seenAt?: string; unshownSince?: string }[];
  const said = new Map(firings.map(({ subjectId, shownAt, seenAt, unshownSince }) => [subjectId, [shownAt, seenAt, unshownSince]]));
  expect(said.get(cadenceActionId(drifting))).toEqual([MORNING, MORNING, undefined]);
  expect(said.get(reminderId)).toEqual([undefined, undefined, undefined]);
});

test('a worker stopped between showing a digest and noting it leaves its buttons as they are shown', async () => {
  const [drifting, { reminderId }] = [await drifted('Cy'), await followUp('Di')];
  await decide({ delivery: 'digest' });
  const notification = await shown();
  const rows = (await db.firings.toArray()) as { shownAt?: string }[];
  await db.firings.bulkPut(rows.map(({ shownAt: _, ...firing }) => ({ ...firing, unshownSince: MORNING })) as never);
  await complete(reminderId);
  await showDecided(db);
  await pressed(db, notification, 0);
  expect(await until(cadenceActionId(drifting)), 'All done').toBeUndefined();
});

test('somebody deleted since keeps a digest from nobody else', async () => {
  const { settled, coming, done, open, notification } = await digest();
  for (const contactId of [settled, done.contactId]) await deleteContact(next(), { commandId: id(), contactId });
  await pressed(db, notification, 0);
  expect([await until(birthday(coming)), await status(open.reminderId)]).toEqual(['settled', 'done']);
  expect(await standing()).toEqual([]);
});

test('what fails of a digest is reported, when the rest is done and the notification gone', async () => {
  const { settled, coming, open, notification } = await digest();
  vi.mocked(deferAction).mockRejectedValueOnce(new Error('the disk is full'));
  await expect(pressed(db, notification, 0)).rejects.toThrow('the disk is full');
  expect([await until(birthday(settled)), await until(birthday(coming))].filter((each) => each === 'settled')).toHaveLength(1);
  expect(await status(open.reminderId)).toBe('done');
  expect(await standing()).toEqual([]);
});
