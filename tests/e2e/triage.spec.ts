import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import type { FollowUp } from '../../components/follow-up/follow-up.ts';
import type { ContactChanges } from '../../lib/model/contact.ts';
import type { InteractionContent } from '../../lib/model/interaction.ts';
import type { Kith } from './support/kith.ts';
import { AT_NOON } from './support/people.ts';
import { expect, test } from './support/test.ts';

declare const chrome: typeof extensionApi;

const ZONE = AT_NOON;
const day = (days: number) => Temporal.Now.plainDateISO(ZONE).add({ days }).toString();
const at = (days: number) => `${day(days)}T09:00`;

/** Keeps somebody with an invented profile; their contact's id. */
async function person(kith: Kith, name: string, changes: ContactChanges = {}): Promise<string> {
  const handle = name.toLowerCase();
  const profile = { key: `linkedin:in/${handle}`, url: `https://www.linkedin.com/in/${handle}/`, handle, aliases: [], fields: { name }, sources: {} };
  const { contactId = '' } = await kith.command('addContact', { subject: { profile } });
  if (Object.keys(changes).length > 0) await kith.command('editContact', { contactId, changes });
  return contactId;
}

async function followUp(kith: Kith, contactId: string, text: string, dueAt: string, further: Pick<FollowUp, 'recurrence' | 'encounter'> = {}): Promise<void> {
  await kith.command('setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), text, dueAt, ...further });
}

async function met(kith: Kith, contactId: string, content: Partial<InteractionContent>): Promise<void> {
  await kith.command('logInteraction', {
    subject: { contactId },
    interactionId: crypto.randomUUID(),
    content: { on: day(-1), channel: 'coffee', given: [], received: [], ...content },
  });
}

const statuses = async (kith: Kith) =>
  Object.fromEntries((await kith.records<{ text: string; status: string }>('reminders')).map(({ text, status }) => [text, status]));
const channels = async (kith: Kith) => (await kith.records<{ channel: string }>('interactions')).map(({ channel }) => channel).sort();

const names = (page: Page) => page.locator('.pending-name').allTextContents();
const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.locator('.pending-name', { hasText: name }) });

/** The popup, once its list has the keyboard and says why. */
async function openList(kith: Kith): Promise<Page> {
  const popup = await kith.openPopup();
  await expect(popup.getByRole('row').first()).toBeFocused();
  return popup;
}

test('every entry says why it is there', async ({ kith }) => {
  const ada = await person(kith, 'Ada', { howWeMet: 'At PyCon' });
  await met(kith, ada, { on: day(-20), text: 'Promised the paper' });
  await followUp(kith, ada, 'Send the paper', at(-2));
  await met(kith, await person(kith, 'Bo', { cadence: { every: 6, unit: 'week' } }), { on: day(-51) });
  // A leap year has every day.
  await person(kith, 'Cy', { birthday: `1992-${day(3).slice(5)}` });

  const popup = await openList(kith);
  await expect(row(popup, 'Ada')).toContainText('Send the paper');
  await expect(row(popup, 'Ada')).toContainText('Promised the paper');
  await expect(row(popup, 'Ada')).toContainText('How you met: At PyCon');
  await expect(row(popup, 'Ada')).toHaveAccessibleDescription(/Coffee .*: Promised the paper/);
  await expect(row(popup, 'Bo')).toContainText('every 6 weeks, 9 days over');
  await expect(row(popup, 'Bo')).toContainText('Coffee 7 weeks ago');
  await expect(row(popup, 'Cy')).toContainText(`Birthday, turns ${Number(day(3).slice(0, 4)) - 1992}`);
  expect(await popup.locator('.pending-heading').allTextContents()).toEqual(['Overdue 1', 'This week 1', 'Drifting apart 1']);
});

test('the list is there before the reasons, and does not move when they come', async ({ kith }) => {
  for (const name of ['Ada', 'Bo', 'Cy']) await followUp(kith, await person(kith, name, { howWeMet: 'At PyCon, over lunch' }), 'Write', at(-2));
  const page = await kith.context.newPage();
  await page.setViewportSize({ width: 384, height: 600 });
  await page.addInitScript(() => {
    const seen: { why: string; tops: string }[] = [];
    Reflect.set(globalThis, 'seen', seen);
    new MutationObserver(() => {
      const rows = [...document.querySelectorAll('[role="row"]')];
      if (rows.length === 0) return;
      seen.push({
        why: document.querySelector('.pending-why')?.textContent ?? '',
        tops: [...rows, ...document.querySelectorAll('.shortcuts')].map((each) => each.getBoundingClientRect().top).join(),
      });
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(kith.address('popup.html'));
  await expect(row(page, 'Ada')).toContainText('How you met: At PyCon');
  const seen = await page.evaluate((): { why: string; tops: string }[] => Reflect.get(globalThis, 'seen'));
  expect(seen[0]?.why).toBe('');
  expect(new Set(seen.map(({ tops }) => tops)).size).toBe(1);
});

/** The popup while its records are still being opened: that ends by calling `openRecords` in it. */
async function popupBeforeRecords(kith: Kith): Promise<Page> {
  const popup = await kith.context.newPage();
  await popup.addInitScript(() => {
    const asked: (() => void)[] = [];
    const open = indexedDB.open.bind(indexedDB);
    Reflect.set(globalThis, 'openRecords', () => {
      // Whoever asks from now on does not wait.
      indexedDB.open = open;
      asked.forEach((begin) => begin());
    });
    indexedDB.open = (...database) => {
      const later = new EventTarget() as IDBOpenDBRequest;
      asked.push(() => {
        const request = open(...database);
        for (const part of ['result', 'error', 'transaction']) Object.defineProperty(later, part, { get: () => Reflect.get(request, part) });
        for (const name of ['success', 'error', 'blocked', 'upgradeneeded'] as const)
          request.addEventListener(name, (event) => (Reflect.get(later, `on${name}`) as ((event: Event) => void) | null)?.(event));
      });
      return later;
    };
  });
  await popup.goto(kith.address('popup.html'));
  return popup;
}

/** Takes away the list that is laid ready for the popup, once there is one. */
async function forgetPrepared(kith: Kith): Promise<void> {
  const seat = await kith.seat();
  await expect.poll(() => seat.evaluate(async () => JSON.stringify(await chrome.storage.session.get('preparedList')))).toContain('Ada');
  await seat.evaluate(() => chrome.storage.session.remove('preparedList'));
}

test('the list is there before the records are opened, and what is done is gone from it before its command is answered', async ({ kith }) => {
  await followUp(kith, await person(kith, 'Ada'), 'Write', at(-2));
  const [write] = await kith.records<{ id: string }>('reminders');
  const seat = await kith.seat();
  const prepared = () => seat.evaluate(async () => JSON.stringify(await chrome.storage.session.get('preparedList')));
  await expect.poll(prepared).toContain('Ada');

  const popup = await popupBeforeRecords(kith);
  await expect(row(popup, 'Ada')).toBeVisible();
  await popup.evaluate(() => Reflect.get(globalThis, 'openRecords')());
  await kith.command('completeReminder', { reminderId: write?.id ?? '' });
  expect(await prepared()).not.toContain('Ada');
  await expect(popup.getByRole('row')).toHaveCount(0);
  await expect.poll(prepared).toContain('"actions":[]');
});

for (const [what, prepared] of [
  ['broken', { list: 'nothing' }],
  ['of another day', { date: '2020-02-29', zone: ZONE, list: { actions: [], more: 0, cut: {}, hasPeople: false, followUpTime: '09:00' } }],
] as const) {
  test(`a prepared list that is ${what} is not shown: the records are read`, async ({ kith }) => {
    await followUp(kith, await person(kith, 'Ada'), 'Write', at(-2));
    const seat = await kith.seat();
    await forgetPrepared(kith);
    // Or it would put the right one there again.
    const goOn = await kith.holdWorker();
    await seat.evaluate((preparedList) => chrome.storage.session.set({ preparedList }), prepared);
    const popup = await popupBeforeRecords(kith);
    await expect(popup.locator('.popup-pending [aria-busy]')).toBeAttached();
    await popup.evaluate(() => Reflect.get(globalThis, 'openRecords')());
    await expect(row(popup, 'Ada')).toBeVisible();
    await goOn();
  });
}

test('right after a change, when no list is laid ready, the background says what waits before the records are opened', async ({ kith }) => {
  await followUp(kith, await person(kith, 'Ada'), 'Write', at(-2));
  await forgetPrepared(kith);
  const popup = await popupBeforeRecords(kith);
  await expect(row(popup, 'Ada')).toBeVisible();
  await popup.evaluate(() => Reflect.get(globalThis, 'openRecords')());
});

test('and where the background is busy, the records are read', async ({ kith }) => {
  await followUp(kith, await person(kith, 'Ada'), 'Write', at(-2));
  await forgetPrepared(kith);
  const goOn = await kith.holdWorker();
  const popup = await kith.open('popup.html');
  await expect(row(popup, 'Ada')).toBeVisible();
  await goOn();
});

test('three follow-ups are done by three keys, however fast, and taken back by as many', async ({ kith }) => {
  for (const [index, name] of ['Ada', 'Bo', 'Cy', 'Dev'].entries()) await followUp(kith, await person(kith, name), name, at(index - 9));
  const popup = await openList(kith);
  await popup.keyboard.type('ddd');
  await expect.poll(() => statuses(kith)).toMatchObject({ Ada: 'done', Bo: 'done', Cy: 'done', Dev: 'notified' });
  await expect(popup.getByText('Done: Cy.', { exact: true }).first()).toBeVisible();
  await expect(row(popup, 'Dev')).toBeFocused();
  await popup.keyboard.press('u');
  await expect.poll(() => statuses(kith)).toMatchObject({ Bo: 'done', Cy: 'notified' });
  await expect.poll(() => names(popup)).toEqual(['Cy', 'Dev']);
  await expect(row(popup, 'Cy')).toBeFocused();
  await popup.keyboard.type('uu');
  await expect.poll(() => names(popup)).toEqual(['Ada', 'Bo', 'Cy', 'Dev']);
  await expect(row(popup, 'Ada')).toBeFocused();
  await popup.keyboard.type('du');
  await expect.poll(async () => (await kith.records<{ command: string }>('journal')).filter(({ command }) => command === 'undo').length).toBe(4);
  await expect.poll(() => names(popup)).toEqual(['Ada', 'Bo', 'Cy', 'Dev']);
  await expect.poll(() => statuses(kith)).toEqual({ Ada: 'notified', Bo: 'notified', Cy: 'notified', Dev: 'notified' });
  await expect(row(popup, 'Ada')).toBeFocused();
});

test('u held down takes one thing back, also when the last one is done', async ({ kith }) => {
  for (const [index, name] of ['Ada', 'Bo'].entries()) await followUp(kith, await person(kith, name), name, at(index - 9));
  const popup = await openList(kith);
  await popup.keyboard.type('dd');
  await expect(popup.getByText('Nothing is pending')).toBeVisible();
  for (let held = 0; held < 3; held++) await popup.keyboard.down('u');
  await popup.keyboard.up('u');
  await expect.poll(() => names(popup)).toEqual(['Bo']);
  await popup.keyboard.type('d');
  await expect.poll(() => statuses(kith)).toEqual({ Ada: 'done', Bo: 'done' });
  expect((await kith.records<{ command: string }>('journal')).filter(({ command }) => command === 'undo')).toHaveLength(1);
});

test('a contact logged at a follow-up finishes it too, and one undo takes back both', async ({ kith }) => {
  await followUp(kith, await person(kith, 'Ada'), 'Call her', at(-2));
  await followUp(kith, await person(kith, 'Bo'), 'Write', at(-1));
  const popup = await openList(kith);
  await popup.keyboard.type('l2');
  await expect(popup.getByText('Ada: Call logged, today.').first()).toBeVisible();
  await expect.poll(() => statuses(kith)).toMatchObject({ 'Call her': 'done', Write: 'notified' });
  expect(await channels(kith)).toEqual(['call']);
  await expect(row(popup, 'Bo')).toBeFocused();
  await popup.keyboard.press('u');
  await expect.poll(() => statuses(kith)).toMatchObject({ 'Call her': 'notified' });
  await expect.poll(() => channels(kith)).toEqual([]);
  await popup.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => statuses(kith)).toMatchObject({ 'Call her': 'done' });
  await expect.poll(() => channels(kith)).toEqual(['call']);
});

test('somebody one drifts from is done by having been in touch, which begins their rhythm anew', async ({ kith }) => {
  const ada = await person(kith, 'Ada', { cadence: { every: 2, unit: 'week' } });
  await met(kith, ada, { on: day(-30) });
  const popup = await openList(kith);
  await popup.keyboard.press('d');
  await expect(popup.getByRole('group', { name: 'How were you in touch with Ada today?' })).toBeVisible();
  await popup.keyboard.press('5');
  await expect(popup.getByText('Nothing is pending')).toBeVisible();
  await expect.poll(() => channels(kith)).toEqual(['coffee', 'message']);
  expect(await kith.records('deferrals')).toEqual([]);
  await popup.keyboard.press('u');
  await expect(row(popup, 'Ada')).toContainText('every 2 weeks, 16 days over');
  await expect(row(popup, 'Ada')).toBeFocused();
});

test('somebody one drifts from is put off to a day', async ({ kith }) => {
  const ada = await person(kith, 'Ada', { cadence: { every: 2, unit: 'week' } });
  await met(kith, ada, { on: day(-30) });
  const popup = await openList(kith);
  await popup.keyboard.press('s');
  await popup.getByRole('button', { name: 'In 2 weeks' }).click();
  await expect(popup.getByText('Nothing is pending')).toBeVisible();
  await expect(popup.getByText('Ada: snoozed until in 2 weeks.').first()).toBeVisible();
  expect(await kith.records('deferrals')).toMatchObject([{ contactId: ada, until: day(14) }]);
  await popup.keyboard.press('u');
  await expect(row(popup, 'Ada')).toBeVisible();
});

test('a follow-up is put off until its person is seen again', async ({ kith }) => {
  await followUp(kith, await person(kith, 'Ada'), 'Ask', at(-2));
  const popup = await openList(kith);
  await popup.keyboard.press('s');
  await popup.getByRole('button', { name: 'When I next see them' }).click();
  await expect(popup.getByText('Ada: put off until you next see their profile.').first()).toBeVisible();
  await expect.poll(() => statuses(kith)).toEqual({ Ask: 'awaiting' });
});

test('several are selected by keys and done at once, with one undo for all', async ({ kith }) => {
  for (const [index, name] of ['Ada', 'Bo', 'Cy', 'Dev'].entries()) await followUp(kith, await person(kith, name), name, at(index - 9));
  const popup = await openList(kith);
  await popup.keyboard.press('x');
  await popup.keyboard.press('Shift+ArrowDown');
  await popup.keyboard.press('Shift+ArrowDown');
  await expect(popup.getByText('3 selected')).toBeVisible();
  await popup.keyboard.press('d');
  await expect(popup.getByText('3 done.').first()).toBeVisible();
  await expect.poll(() => statuses(kith)).toEqual({ Ada: 'done', Bo: 'done', Cy: 'done', Dev: 'notified' });
  await expect(row(popup, 'Dev')).toBeFocused();
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => statuses(kith)).toEqual({ Ada: 'notified', Bo: 'notified', Cy: 'notified', Dev: 'notified' });
  await expect.poll(() => names(popup)).toEqual(['Ada', 'Bo', 'Cy', 'Dev']);
});

test('of a whole list done at once the next ones are there before it is answered, and none of it comes back', async ({ kith }) => {
  const ada = await person(kith, 'Ada');
  for (let index = 0; index < 120; index++) await followUp(kith, ada, `Thing ${index}`, at(index - 200));
  const popup = await openList(kith);
  await expect(popup.locator('.pending-heading')).toHaveText('Overdue 120');
  await popup.getByText('Thing 49', { exact: true }).waitFor();
  const goOn = await kith.holdWorker();
  await popup.evaluate(() => {
    document.addEventListener('keydown', ({ key }) => {
      if (key !== 'd') return;
      new MutationObserver(() => {
        if (document.querySelector('.pending-what')?.textContent === 'Thing 0')
          Reflect.set(globalThis, 'cameBack', document.querySelectorAll('.pending-what').length);
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
  });
  await popup.keyboard.press('Control+a');
  await popup.keyboard.press('d');
  await expect(popup.locator('.pending-what').first()).toHaveText('Thing 50');
  await expect(popup.getByRole('row')).toHaveCount(50);
  await expect(popup.locator('.pending-heading')).toHaveText('Overdue 70');
  await expect(popup.getByRole('row').first()).toBeFocused();
  await goOn();
  await expect(popup.getByText('50 done.').first()).toBeVisible();
  await expect(popup.getByText('and 20 more')).toBeVisible();
  await expect(popup.locator('.pending-what').first()).toHaveText('Thing 50');
  expect(await popup.evaluate((): unknown => Reflect.get(globalThis, 'cameBack'))).toBeUndefined();
});

test('of several that cannot all be done, those that can are, and it is said why the others are not', async ({ kith }) => {
  const ids: string[] = [];
  for (const [index, name] of ['Ada', 'Bo', 'Cy'].entries()) {
    ids.push(await person(kith, name));
    await followUp(kith, ids[index] ?? '', name, at(index - 9));
  }
  const popup = await openList(kith);
  await popup.keyboard.press('Control+a');
  // Somebody else’s window deletes her between the look and the key.
  await popup.evaluate((contactId) => {
    void chrome.runtime.sendMessage({ type: 'deleteContact', commandId: crypto.randomUUID(), contactId });
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
  }, ids[1] ?? '');
  await expect(popup.getByRole('alert')).toContainText('2 went through, 1 did not. This follow-up is no longer there.');
  await expect.poll(() => statuses(kith)).toEqual({ Ada: 'done', Cy: 'done' });
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => statuses(kith)).toEqual({ Ada: 'notified', Cy: 'notified' });
});

test('the same by mouse: boxes, what stands below, snooze and log for all of them', async ({ kith }) => {
  for (const [index, name] of ['Ada', 'Bo', 'Cy'].entries()) await followUp(kith, await person(kith, name), name, at(index - 9));
  const popup = await openList(kith);
  await row(popup, 'Ada').getByRole('checkbox').click();
  await row(popup, 'Cy').getByRole('checkbox').click();
  await popup.getByRole('button', { name: 'Snooze', exact: true }).click();
  await popup.getByRole('button', { name: 'Tomorrow' }).click();
  await expect(popup.getByText(/^2 snoozed until tomorrow/).first()).toBeVisible();
  await expect.poll(() => statuses(kith)).toEqual({ Ada: 'open', Bo: 'notified', Cy: 'open' });
  await expect(popup.getByRole('row')).toHaveCount(3);
  await expect.poll(async () => (await names(popup))[0]).toBe('Bo');

  await row(popup, 'Ada').getByRole('checkbox').click();
  await popup.getByRole('button', { name: 'Select all' }).click();
  await popup.getByRole('button', { name: 'Log contact', exact: true }).click();
  await popup.getByRole('button', { name: 'E-mail' }).click();
  await expect(popup.getByText('E-mail logged with 3 people, today.').first()).toBeVisible();
  await expect.poll(() => statuses(kith)).toEqual({ Ada: 'done', Bo: 'done', Cy: 'done' });
  expect(await channels(kith)).toEqual(['e-mail', 'e-mail', 'e-mail']);
});

test('more than a popup has room for is said, and the dashboard has all of it, with the same keys', async ({ kith, context }) => {
  const ada = await person(kith, 'Ada');
  for (let index = 0; index < 53; index++) await followUp(kith, ada, `Thing ${index}`, at(index - 60));
  const popup = await openList(kith);
  await expect(popup.getByText('and 3 more')).toBeVisible();
  const opened = context.waitForEvent('page');
  popup
    .getByRole('button', { name: 'Open the whole list' })
    .click()
    .catch(() => undefined);
  const dashboard = await opened;
  await expect(dashboard.getByRole('row')).toHaveCount(50);
  await dashboard.getByRole('button', { name: 'Show all' }).click();
  await expect(dashboard.getByRole('row')).toHaveCount(53);
  await expect(dashboard.getByRole('row').nth(50)).toBeFocused();
  await dashboard.getByRole('row').first().focus();
  await dashboard.keyboard.press('Control+a');
  await dashboard.keyboard.press('d');
  await expect(dashboard.getByText('53 done.').first()).toBeVisible();
  await expect(dashboard.getByText('Nothing is pending')).toBeVisible();
  await dashboard.keyboard.press('u');
  await expect(dashboard.getByRole('row')).toHaveCount(53);
});

test('a follow-up further ahead than the week, or one that waits for somebody, is on the dashboard: done, moved, dismissed, and taken back', async ({
  kith,
}) => {
  const encounter = { kind: 'organisation', name: 'Tarnwick' } as const;
  await followUp(kith, await person(kith, 'Ada'), 'Send the xylophone', at(40));
  await followUp(kith, await person(kith, 'Bo'), 'Bring the map', at(0), { encounter });
  await followUp(kith, await person(kith, 'Cy'), 'Ask how it goes', at(41), { recurrence: { rule: 'FREQ=DAILY;INTERVAL=2', from: at(41) } });
  const popup = await kith.openPopup();
  await expect(popup.getByText('Nothing is pending')).toBeVisible();
  await popup.close();

  const dashboard = await kith.open('dashboard.html#/pending');
  const later = dashboard.getByRole('grid', { name: 'Waiting and later' });
  await expect(later.getByRole('row')).toHaveCount(3);
  await expect(row(dashboard, 'Bo')).toContainText('Bring the mapwhen you next see anyone at Tarnwick');
  await expect(row(dashboard, 'Cy')).toContainText('Ask how it goesevery 2 days');
  await expect(dashboard.getByText('Nothing is pending')).toBeVisible();
  expect((await new AxeBuilder({ page: dashboard }).analyze()).violations).toEqual([]);

  await row(dashboard, 'Ada').focus();
  await dashboard.keyboard.press('s');
  // What is sooner is not offered: to snooze brings nothing forward.
  await dashboard.getByRole('button', { name: 'A date…' }).click();
  await expect(dashboard.getByRole('button', { name: 'Tomorrow' })).toHaveCount(0);
  await dashboard.getByLabel('A date…').fill(at(60));
  await dashboard.keyboard.press('Enter');
  await expect(later.getByRole('row').last()).toContainText('Send the xylophone');
  await expect(row(dashboard, 'Cy')).toBeFocused();
  await dashboard.keyboard.press('u');
  await expect(later.getByRole('row').last()).toContainText('Ask how it goes');

  await row(dashboard, 'Cy').focus();
  await dashboard.keyboard.press('Delete');
  await dashboard.getByRole('button', { name: /^Skip this one/ }).click();
  await expect(dashboard.getByText('Cy: skipped this one.').first()).toBeVisible();
  await expect(later.getByRole('row')).toHaveCount(3);
  await expect.poll(async () => (await kith.records<{ dueAt: string }>('reminders')).map(({ dueAt }) => dueAt)).toContain(at(43));
  await row(dashboard, 'Bo')
    .getByRole('button', { name: /^Dismiss/ })
    .click();
  await expect(later.getByRole('row')).toHaveCount(2);
  await dashboard.keyboard.press('u');
  await expect(row(dashboard, 'Bo')).toBeFocused();
  await dashboard.keyboard.press('d');
  await expect.poll(async () => (await statuses(kith))['Bring the map']).toBe('done');
});

test('of very much that is further ahead the dashboard lists some, and more where that is asked for', async ({ kith }) => {
  const ada = await person(kith, 'Ada');
  for (let index = 0; index < 53; index++) await followUp(kith, ada, `Thing ${index}`, at(index + 20));
  const dashboard = await kith.open('dashboard.html#/pending');
  await expect(dashboard.getByRole('row')).toHaveCount(50);
  await dashboard.getByRole('button', { name: 'Show more' }).click();
  await expect(dashboard.getByRole('row').nth(50)).toBeFocused();
  await expect(dashboard.getByRole('row')).toHaveCount(53);
  await expect(dashboard.getByRole('button', { name: 'Show more' })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the list can be read and worked by everybody, also while something is selected or asked', async ({ kith }) => {
      const ada = await person(kith, 'Ada', { howWeMet: 'At PyCon', cadence: { every: 2, unit: 'week' } });
      await met(kith, ada, { on: day(-30) });
      await followUp(kith, ada, 'Write', at(-2));
      await followUp(kith, await person(kith, 'Bo'), 'Call', at(1));
      const popup = await openList(kith);
      const problems = async () =>
        (await new AxeBuilder({ page: popup }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      await expect(row(popup, 'Bo')).toContainText('No contact recorded yet');
      expect(await problems()).toEqual([]);
      await popup.keyboard.press('l');
      expect(await problems()).toEqual([]);
      await popup.keyboard.press('Escape');
      await popup.keyboard.press('Control+a');
      await popup.keyboard.press('s');
      expect(await problems()).toEqual([]);
    });
  });
}
