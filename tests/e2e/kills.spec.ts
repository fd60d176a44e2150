import type { browser as extensionApi } from 'wxt/browser';
import type { Answer, Done } from '../../lib/messaging/protocol.ts';
import { expect, test } from './support/test.ts';

declare const chrome: typeof extensionApi;

const KILLS = 100;
const LONGEST_PAUSE_IN_MILLISECONDS = 250;

/** What was acknowledged, kept by the page that asked. */
type Ledger = { notes: Record<string, string>; reminders: string[]; asked: number; stop: boolean; answered: Promise<unknown> };

test('a hundred kills at random moments lose no acknowledged note and show each reminder exactly once', async ({ kith }) => {
  test.setTimeout(240_000);
  const { contactId = '' } = await kith.command('addContact', {
    subject: {
      profile: {
        key: 'linkedin:in/mira-santos',
        url: 'https://www.linkedin.com/in/mira-santos/',
        handle: 'mira-santos',
        aliases: [],
        fields: { name: 'Mira Santos' },
        sources: {},
      },
    },
  });
  const seat = await kith.seat();

  // Writes notes over and over, as somebody types, and sets follow-ups that are due at once; asks the next question whatever became of the last.
  await seat.evaluate((person) => {
    const ledger: Ledger = { notes: {}, reminders: [], asked: 0, stop: false, answered: Promise.resolve() };
    Object.assign(globalThis, { ledger });
    const ask = (message: object) => chrome.runtime.sendMessage(message).catch(() => undefined) as Promise<Answer<Done> | undefined>;
    const subject = { contactId: person };
    const write = async () => {
      while (!ledger.stop) {
        const noteId = crypto.randomUUID();
        const commandId = crypto.randomUUID();
        for (const text of ['Pro', 'Promised', 'Promised the paper']) {
          ledger.asked++;
          const answer = await ask({ type: 'writeNote', commandId, subject, noteId, text, draft: text.length < 10 });
          if (answer?.ok) ledger.notes[noteId] = text;
        }
      }
    };
    const plan = async () => {
      while (!ledger.stop) {
        const reminderId = crypto.randomUUID();
        const dueAt = '2026-01-05T09:00';
        ledger.asked++;
        const answer = await ask({ type: 'setFollowUp', commandId: crypto.randomUUID(), subject, reminderId, text: 'Send it', dueAt });
        if (answer?.ok) ledger.reminders.push(reminderId);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    };
    ledger.answered = Promise.all([write(), plan()]);
  }, contactId);

  const acknowledged = () =>
    seat.evaluate(() => {
      const { notes, reminders } = (globalThis as unknown as { ledger: Ledger }).ledger;
      return { notes: Object.keys(notes).length, reminders: reminders.length };
    });
  const isEnough = async () => {
    const { notes, reminders } = await acknowledged();
    return notes > 50 && reminders > 20;
  };
  let longestPause = LONGEST_PAUSE_IN_MILLISECONDS;
  for (let kill = 0; kill < KILLS || !(await isEnough()); kill++) {
    // Where a worker takes longer to start than it is left, nothing would ever be acknowledged.
    if (kill >= KILLS) longestPause += 10;
    // Not a wait for something to happen: the random moment is what is tested.
    await seat.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), Math.random() * longestPause);
    await kith.strikeWorker();
  }
  // What was asked last may wake a worker that keeps it: what is looked at below has to be all there is.
  const ledger = await seat.evaluate(async () => {
    const { ledger } = globalThis as unknown as { ledger: Ledger };
    ledger.stop = true;
    await ledger.answered;
    return { notes: ledger.notes, reminders: ledger.reminders };
  });
  expect(Object.keys(ledger.notes).length, 'notes were acknowledged between the kills').toBeGreaterThan(50);
  expect(ledger.reminders.length, 'reminders were acknowledged between the kills').toBeGreaterThan(20);

  const notes = new Map((await kith.records<{ id: string; text: string }>('notes')).map(({ id, text }) => [id, text]));
  const lost = Object.entries(ledger.notes).filter(([id, text]) => !notes.get(id)?.startsWith(text));
  expect(lost, 'no acknowledged note is lost').toEqual([]);

  const settled = async () => {
    const [reminders, firings] = await Promise.all([
      kith.records<{ id: string; status: string; notificationId?: string }>('reminders'),
      kith.records<{ unshownSince?: string }>('firings'),
    ]);
    return reminders.every(({ status }) => status === 'notified') && firings.every(({ unshownSince }) => unshownSince === undefined) ? reminders : undefined;
  };
  await expect.poll(settled, { message: 'every reminder is notified and confirmed', timeout: 60_000 }).toBeDefined();
  const reminders = (await settled()) ?? [];
  expect(reminders.map(({ id }) => id)).toEqual(expect.arrayContaining(ledger.reminders));
  const standing = await kith.notifications();
  expect([...standing].sort(), 'each stands in one notification, and no other notification was made').toEqual(
    [...new Set(reminders.map(({ notificationId }) => notificationId))].sort(),
  );

  await seat.evaluate(async () => {
    for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
  });
  for (let again = 0; again < 3; again++) {
    await kith.killWorker();
    await kith.wake();
    await kith.command('editContact', { contactId, changes: { starred: again % 2 === 0 } });
  }
  await expect.poll(() => kith.badgeText()).toBe(String(reminders.length));
  expect(await kith.notifications(), 'what was shown is not shown again').toEqual([]);
});
