import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { CommandPayload } from '../../lib/messaging/protocol.ts';
import { annotationOn } from './support/annotation.ts';
import type { Kith } from './support/kith.ts';
import { AT_NOON, GITHUB_IMANI, IMANI, keep, minutesFromNow, subjectOf, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

const ZONE = AT_NOON;
test.use({ probe: true, timeZone: ZONE });

type Reminder = { text: string; status: string; dueAt: string; recurrence?: { rule: string; from: string } };

const today = () => Temporal.Now.plainDateISO(ZONE);
const daysAgo = (days: number) => today().subtract({ days }).toString();
const reminders = (kith: Kith) => kith.records<Reminder>('reminders');
const waiting = async (kith: Kith) => (await reminders(kith)).filter(({ status }) => status !== 'done' && status !== 'dismissed');

/** The side panel beside `url`. */
async function panelAt(kith: Kith, page: Page, url: string): Promise<Page> {
  await page.goto(url);
  await expect.poll(async () => (await annotationOn(page))?.label).toBeTruthy();
  return kith.openPanel();
}

/** What is pending, as the popup lists it. */
async function pendingNow(kith: Kith): Promise<string> {
  const popup = await kith.open('popup.html');
  await expect(popup.locator('.popup-pending').locator('.pending-work, .state:not([aria-busy])')).toBeVisible();
  const text = await popup.locator('.popup-pending').innerText();
  await popup.close();
  return text;
}

const met = (kith: Kith, contactId: string, on: string) =>
  kith.command('logInteraction', { subject: { contactId }, interactionId: crypto.randomUUID(), content: { on, channel: 'coffee', given: [], received: [] } });

const followUp = (kith: Kith, contactId: string, rest: Pick<CommandPayload<'setFollowUp'>, 'text' | 'dueAt' | 'recurrence' | 'encounter'>) =>
  kith.command('setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), ...rest });

test.describe('A cadence', () => {
  test('set in the panel makes somebody pending by itself once it has run out; logging a contact restarts it, a plan does not', async ({ kith, page }) => {
    const contactId = await keep(kith, IMANI);
    await met(kith, contactId, daysAgo(50));
    expect(await pendingNow(kith)).not.toContain(IMANI.name);
    const panel = await panelAt(kith, page, IMANI.url);
    await panel.getByText('Details', { exact: true }).click();
    const often = panel.getByRole('group', { name: 'How often to be in touch' });
    await often.getByLabel('How often').selectOption('week');
    await often.getByLabel('Every').fill('6');
    await often.getByLabel('Every').press('Enter');
    await expect(panel.getByText('every 6 weeks · 8 days over')).toBeVisible();
    await expect.poll(() => pendingNow(kith)).toContain(IMANI.name);

    await met(kith, contactId, today().add({ days: 3 }).toString());
    expect(await pendingNow(kith), 'a plan is no contact').toContain(IMANI.name);

    await panel.bringToFront();
    await panel.getByRole('button', { name: 'Log contact' }).click();
    await panel.getByRole('button', { name: 'Call' }).click();
    await expect(panel.getByText(/^every 6 weeks · due in/)).toBeVisible();
    await expect.poll(() => pendingNow(kith)).not.toContain(IMANI.name);
  });

  test('of a tag holds for everybody who has it, but for the archived and those never to be brought up', async ({ kith, page }) => {
    const imani = await keep(kith, IMANI);
    const tomasz = await keep(kith, TOMASZ);
    for (const contactId of [imani, tomasz]) {
      await kith.command('editContact', { contactId, changes: { tags: ['mentors'] } });
      await met(kith, contactId, daysAgo(60));
    }
    const panel = await panelAt(kith, page, IMANI.url);
    await panel.getByText('Details', { exact: true }).click();
    await panel.getByRole('button', { name: 'How often, for everybody tagged mentors' }).click();
    await panel.getByRole('group', { name: 'How often, for everybody tagged mentors' }).getByLabel('How often').selectOption('month');
    await expect(panel.getByText(/^every month, by the tag “mentors” · \d+ days over$/)).toBeVisible();
    await expect.poll(() => pendingNow(kith)).toMatch(new RegExp(`${IMANI.name}|${TOMASZ.name}`));
    expect(await pendingNow(kith)).toContain(TOMASZ.name);

    await panel.bringToFront();
    await panel.getByRole('checkbox', { name: /^Never bring them up/ }).click();
    await expect.poll(() => pendingNow(kith)).not.toContain(IMANI.name);
    await kith.command('editContact', { contactId: tomasz, changes: { archived: true } });
    await expect.poll(() => pendingNow(kith)).not.toContain(TOMASZ.name);
  });

  test('is suggested from how often one is in touch already, with the reason', async ({ kith, page }) => {
    const contactId = await keep(kith, IMANI);
    for (const days of [5, 35, 64, 95, 125]) await met(kith, contactId, daysAgo(days));
    const panel = await panelAt(kith, page, IMANI.url);
    await panel.getByText('Details', { exact: true }).click();
    await expect(panel.getByText(/^You are in touch about every .* \(median of 4 gaps\)\.$/)).toBeVisible();
    await panel.getByRole('button', { name: 'Keep to that' }).click();
    await expect.poll(async () => (await kith.records<{ cadence?: object }>('contacts'))[0]?.cadence).toBeTruthy();
    await panel.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await kith.records<{ cadence?: object }>('contacts'))[0]?.cadence).toBeUndefined();
  });
});

test.describe('A follow-up that recurs', () => {
  test('is set in plain words, said back, done, followed by the next, skipped, and ended', async ({ kith, page }) => {
    const panel = await panelAt(kith, page, IMANI.url);
    await panel.getByRole('button', { name: 'Follow up', exact: true }).click();
    await panel.getByLabel('What to do').fill('Send the minutes');
    await panel.getByLabel('When').fill('every 2 weeks');
    await expect(panel.getByText(/^then every 2 weeks on \w+day$/)).toBeVisible();
    await panel.getByLabel('When').press('Enter');
    const first = today().add({ weeks: 2 });
    await expect.poll(() => reminders(kith)).toMatchObject([{ text: 'Send the minutes', dueAt: `${first}T09:00`, recurrence: { from: `${first}T09:00` } }]);
    await expect(panel.getByText(/^Follow-up set: in 2 weeks, then every 2 weeks on/).first()).toBeVisible();

    await panel.getByRole('button', { name: 'Done: Send the minutes' }).click();
    const second = first.add({ weeks: 2 });
    const said = second.toLocaleString('en-US', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    await expect(panel.getByText(`Follow-up done. Next on ${said}.`).last()).toBeVisible();
    await expect.poll(() => waiting(kith)).toMatchObject([{ dueAt: `${second}T09:00` }]);
    const listed = panel.getByRole('list', { name: 'Follow-ups' });
    await expect(listed).toContainText('in 4 weeks');
    await expect(panel.getByRole('button', { name: 'Done: Send the minutes' }), 'the keyboard is at the next').toBeFocused();

    await panel.getByRole('button', { name: 'Dismiss: Send the minutes' }).click();
    await panel.getByRole('button', { name: /^Skip this one/ }).click();
    await expect.poll(() => waiting(kith)).toMatchObject([{ dueAt: `${second.add({ weeks: 2 })}T09:00` }]);
    await expect(listed).toContainText('in 6 weeks');

    await panel.getByRole('button', { name: 'Dismiss: Send the minutes' }).click();
    await panel.getByRole('button', { name: /^End it/ }).click();
    await expect.poll(() => waiting(kith)).toEqual([]);
    await expect(panel.getByText('Ended. It does not come again.').last()).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Follow up', exact: true }), 'nothing is next').toBeFocused();
    await panel.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(() => waiting(kith)).toHaveLength(1);
  });

  test('ends after as many times as were chosen', async ({ kith, page }) => {
    const panel = await panelAt(kith, page, IMANI.url);
    await panel.getByRole('button', { name: 'Follow up', exact: true }).click();
    await panel.getByLabel('Repeat').selectOption({ label: 'every day' });
    await panel.getByLabel('Ends').selectOption('after');
    await panel.getByLabel('How many times').fill('2');
    await panel.getByRole('button', { name: /^Tomorrow/ }).click();
    await expect.poll(() => waiting(kith)).toMatchObject([{ recurrence: { rule: 'FREQ=DAILY;COUNT=2' } }]);
    await panel.getByRole('button', { name: 'Done: Get in touch' }).click();
    await expect.poll(() => waiting(kith)).toMatchObject([{ dueAt: `${today().add({ days: 2 })}T09:00` }]);
    await expect(panel.getByRole('list', { name: 'Follow-ups' })).toContainText(/in 2 days.*every day, for the last time/);
    await panel.getByRole('button', { name: 'Done: Get in touch' }).click();
    await expect(panel.getByText('Follow-up done. It was the last.').last()).toBeVisible();
    expect(await waiting(kith)).toEqual([]);
  });

  test('done in the popup says when the next comes, and of the last that it was that', async ({ kith }) => {
    const contactId = await keep(kith, IMANI);
    const from = `${today().subtract({ days: 1 })}T09:00`;
    await followUp(kith, contactId, { text: 'Call', dueAt: from, recurrence: { rule: 'FREQ=DAILY;INTERVAL=3;COUNT=2', from } });
    const popup = await kith.open('popup.html');
    await popup.getByRole('button', { name: `Done: ${IMANI.name}` }).click();
    const next = today().add({ days: 2 }).toLocaleString('en-US', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    await expect(popup.getByText(`Done: ${IMANI.name}. Next on ${next}.`).first()).toBeVisible();
    await expect(popup.getByRole('row', { name: IMANI.name })).toContainText('in 2 days');
    await popup.getByRole('button', { name: `Done: ${IMANI.name}` }).click();
    await expect(popup.getByText(`Done: ${IMANI.name}. It was the last.`).first()).toBeVisible();
    await expect.poll(() => waiting(kith)).toEqual([]);
  });

  test('is edited: its words, its time, its days and its end, with a way back', async ({ kith, page }) => {
    const contactId = await keep(kith, IMANI);
    const from = `${today().add({ days: 1 })}T09:00`;
    await followUp(kith, contactId, { text: 'Call', dueAt: from, recurrence: { rule: 'FREQ=DAILY', from } });
    const panel = await panelAt(kith, page, IMANI.url);
    await panel.getByRole('button', { name: 'Edit: Call' }).click();
    await panel.getByLabel('What to do').fill('Call about the gauge');
    await panel.getByLabel('Repeat').selectOption('own');
    await panel.getByLabel('How often').first().selectOption('monthly');
    await panel.getByLabel('Every', { exact: true }).fill('3');
    await panel.getByLabel('Ends').selectOption('after');
    await panel.getByRole('button', { name: 'Save' }).click();
    const day = today().add({ days: 1 }).day;
    await expect
      .poll(() => reminders(kith))
      .toMatchObject([{ text: 'Call about the gauge', dueAt: from, recurrence: { rule: expect.stringMatching(/^FREQ=MONTHLY;INTERVAL=3;.*COUNT=5$/) } }]);
    expect((await reminders(kith))[0]?.recurrence?.rule).toContain(String(day));
    await panel.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(() => reminders(kith)).toMatchObject([{ text: 'Call', recurrence: { rule: 'FREQ=DAILY' } }]);
  });
});

test.describe('A follow-up that waits', () => {
  test('is snoozed to next month, then until its person is seen, and comes up when their profile is opened', async ({ kith, page }) => {
    const contactId = await keep(kith, IMANI);
    await followUp(kith, contactId, { text: 'Return the book', dueAt: `${daysAgo(1)}T09:00` });
    await expect.poll(() => kith.shownNotifications()).toHaveLength(1);
    const panel = await panelAt(kith, page, IMANI.url);
    await panel.getByRole('button', { name: 'Snooze: Return the book' }).click();
    await panel.getByRole('button', { name: /^Next month/ }).click();
    await expect.poll(() => waiting(kith)).toMatchObject([{ status: 'open', dueAt: `${today().add({ months: 1 })}T09:00` }]);

    await panel.getByRole('button', { name: 'Snooze: Return the book' }).click();
    await panel.getByRole('button', { name: 'When I next see them' }).click();
    await expect.poll(() => waiting(kith)).toMatchObject([{ status: 'awaiting' }]);
    expect(await pendingNow(kith)).not.toContain('Return the book');

    await page.bringToFront();
    await page.reload();
    await expect.poll(() => pendingNow(kith)).toContain('Return the book');
    await expect
      .poll(async () => (await kith.shownNotifications()).slice(1))
      .toMatchObject([{ options: { message: expect.stringContaining('Return the book') } }]);
  });

  test('for anybody at an organisation comes up at a colleague’s profile', async ({ kith, page }) => {
    await kith.command('addContact', { subject: { profile: { ...subjectOf(IMANI).profile, fields: { name: IMANI.name } } } });
    const panel = await panelAt(kith, page, IMANI.url);
    await panel.getByRole('button', { name: 'Follow up', exact: true }).click();
    await panel.getByLabel('What to do').fill('Ask how the merger goes');
    const choice = panel.getByRole('button', { name: /^When I next see anyone at / });
    const organisation = ((await choice.textContent()) ?? '').replace('When I next see anyone at ', '');
    await choice.click();
    await expect.poll(() => waiting(kith)).toMatchObject([{ status: 'awaiting', encounter: { kind: 'organisation', name: organisation } }]);
    await expect(panel.getByText(`Follow-up set: when you next see anyone at ${organisation}.`).last()).toBeVisible();
    await page.goto(TOMASZ.url);
    await expect.poll(async () => (await annotationOn(page))?.label).toBeTruthy();
    expect(await pendingNow(kith), 'he works elsewhere').not.toContain('Ask how the merger goes');
    await page.bringToFront();
    await page.goto(GITHUB_IMANI.url);
    await expect.poll(() => waiting(kith), { timeout: 10_000 }).toMatchObject([{ status: expect.stringMatching(/open|notified/) }]);
    expect(await pendingNow(kith)).toContain('Ask how the merger goes');
  });

  test('for a page comes up when that page is opened again, and no other', async ({ kith, page }) => {
    await keep(kith, IMANI);
    const issue = 'https://github.com/tarnwick-hydrology/gauge-reader/issues/12';
    await page.goto(issue);
    const panel = await kith.openPanel();
    await panel.getByLabel('Find a person').fill('Imani');
    await panel.getByRole('option', { name: /Imani/ }).click();
    await panel.getByRole('button', { name: 'Follow up', exact: true }).click();
    await panel.getByLabel('What to do').fill('Answer her here');
    await panel.getByRole('button', { name: 'When I next open this page' }).click();
    await expect.poll(() => waiting(kith)).toMatchObject([{ status: 'awaiting', encounter: { kind: 'page', url: issue } }]);
    await page.goto('https://github.com/tarnwick-hydrology');
    await expect(page).toHaveTitle(/./);
    expect(await waiting(kith)).toMatchObject([{ status: 'awaiting' }]);
    await page.goto(`${issue}#issuecomment-1`);
    await expect.poll(() => pendingNow(kith)).toContain('Answer her here');
  });

  test('for a page comes up when the tab comes back to it or it is loaded again, not by a link within it, whenever the worker was stopped', async ({
    kith,
    page,
  }) => {
    const contactId = await keep(kith, IMANI);
    const [issue, other] = ['https://github.com/tarnwick-hydrology/gauge-reader/issues/12', 'https://github.com/tarnwick-hydrology'];
    const whenOpened = (text: string, url: string) => followUp(kith, contactId, { text, dueAt: minutesFromNow(0, ZONE), encounter: { kind: 'page', url } });
    const awaiting = async () => (await reminders(kith)).flatMap(({ text, status }) => (status === 'awaiting' ? [text] : [])).toSorted();
    const within = (part: string) => page.evaluate((hash) => location.assign(hash), `#${part}`);
    const turn = (path: string) => page.evaluate((to) => history.pushState(null, '', to), path);
    await page.goto(issue);
    await whenOpened('Here', issue);
    await whenOpened('There', other);
    await within('one');
    await kith.killWorker();
    for (const part of ['two', 'two', 'three']) await within(part);
    await turn('/tarnwick-hydrology');
    await expect.poll(awaiting).toEqual(['Here']);
    await kith.killWorker();
    await page.evaluate(() => history.back());
    await expect.poll(awaiting).toEqual([]);

    await whenOpened('Again', issue);
    await page.bringToFront();
    await page.reload();
    await expect.poll(awaiting).toEqual([]);
  });

  test('does not come up in a tab that is opened behind the one in front, but once that is looked at, whenever the worker was stopped', async ({
    kith,
    page,
    context,
  }) => {
    const contactId = await keep(kith, IMANI);
    const issue = 'https://github.com/tarnwick-hydrology/gauge-reader/issues/12';
    const wait = (text: string, encounter: CommandPayload<'setFollowUp'>['encounter']) =>
      followUp(kith, contactId, { text, dueAt: minutesFromNow(0, ZONE), encounter });
    await wait('Her', { kind: 'person' });
    await wait('Her colleagues', { kind: 'organisation', name: 'Tarnwick Hydrology' });
    await wait('The issue', { kind: 'page', url: issue });
    const awaiting = async () => (await reminders(kith)).flatMap(({ text, status }) => (status === 'awaiting' ? [text] : [])).toSorted();
    const openBehind = async (url: string) => {
      const opened = context.waitForEvent('page');
      await page.bringToFront();
      await (await kith.seat()).evaluate((address) => {
        const { chrome } = globalThis as unknown as { chrome: { tabs: { create(tab: object): Promise<unknown> } } };
        return chrome.tabs.create({ url: address, active: false });
      }, url);
      const tab = await opened;
      await tab.waitForLoadState();
      return tab;
    };
    await page.goto('https://www.linkedin.com/feed/');
    const there = await openBehind(issue);
    const profile = await openBehind(IMANI.url);
    // What a profile says is kept once it has settled, after what waited for it.
    await expect.poll(async () => (await kith.records('sightings')).length).toBeGreaterThan(1);
    expect(await awaiting()).toEqual(['Her', 'Her colleagues', 'The issue']);

    await kith.killWorker();
    await profile.bringToFront();
    await expect.poll(awaiting).toEqual(['The issue']);
    await there.bringToFront();
    await expect.poll(awaiting).toEqual([]);
  });

  test('is due when the last profile on which it could come up is taken away, and waits again by Undo', async ({ kith, page }) => {
    await keep(kith, IMANI);
    const panel = await panelAt(kith, page, IMANI.url);
    await panel.getByRole('button', { name: 'Follow up', exact: true }).click();
    await panel.getByLabel('What to do').fill('Return the book');
    await panel.getByRole('button', { name: 'When I next see them' }).click();
    await expect.poll(() => waiting(kith)).toMatchObject([{ status: 'awaiting' }]);
    await panel.getByText('Details', { exact: true }).click();
    await panel.getByRole('button', { name: /is not their profile$/ }).click();
    await expect(panel.getByText('A follow-up waited until you see them there; it is due now.').last()).toBeVisible();
    await expect.poll(() => pendingNow(kith)).toContain('no profile is left to see them on');
    await expect.poll(() => kith.badgeText()).toBe('1');
    expect(await kith.notifications(), 'the panel has told it').toEqual([]);

    await panel.bringToFront();
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => waiting(kith)).toMatchObject([{ status: 'awaiting' }]);
    await expect.poll(() => kith.badgeText()).toBe('');
    expect(await pendingNow(kith)).not.toContain('Return the book');
    await page.bringToFront();
    await page.reload();
    await expect.poll(() => pendingNow(kith)).toContain('Return the book');
  });
});

test('a birthday without a year, typed in the panel, is pending the chosen number of days ahead, and done with there', async ({ kith, page }) => {
  const contactId = await keep(kith, IMANI);
  const day = today().add({ days: 10 });
  const panel = await panelAt(kith, page, IMANI.url);
  await panel.getByText('Details', { exact: true }).click();
  const birthday = panel.getByRole('group', { name: 'Birthday' });
  await birthday.getByLabel('Day').fill(String(day.day));
  await birthday.getByLabel('Month').selectOption({ index: day.month });
  await birthday.getByLabel('Year').press('Enter');
  await expect.poll(async () => (await kith.records<{ birthday?: string }>('contacts'))[0]?.birthday).toBe(`--${day.toString().slice(5)}`);
  expect(await pendingNow(kith)).not.toContain(IMANI.name);
  await kith.command('setNotifying', { changes: { datesDaysAhead: 14 } });
  await expect.poll(() => pendingNow(kith)).toContain(IMANI.name);
  const pending = panel.getByRole('list', { name: 'Days of their year', exact: true });
  await pending.getByRole('button', { name: 'Done: Birthday' }).click();
  await expect(pending).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect.poll(() => pendingNow(kith)).not.toContain(IMANI.name);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(pending).toBeVisible();
  await panel.locator('.notice').getByRole('button', { name: 'Close' }).click();

  const days = panel.getByRole('group', { name: 'Other days of their year' });
  await days.getByLabel('What the day is').fill('Work anniversary');
  await days.getByLabel('Day', { exact: true }).fill('29');
  await days.getByLabel('Month').selectOption({ label: 'February' });
  await days.getByLabel('Year').fill('2016');
  await days.getByRole('button', { name: /^Add/ }).click();
  await expect(days.getByText('February 29, 2016')).toBeVisible();
  await expect.poll(async () => (await kith.records<{ id: string; dates: object[] }>('contacts')).find(({ id }) => id === contactId)?.dates).toHaveLength(1);
  await panel.getByRole('button', { name: 'Undo' }).first().click();
  await expect(days.getByText('February 29, 2016')).toHaveCount(0);
});

test.describe('The welcome', () => {
  test('writes the first note with somebody whose profile is open, and shows it beside their name', async ({ kith, page }) => {
    const welcome = await kith.open('dashboard.html#/welcome');
    await expect(welcome.getByText(/Open somebody’s profile/)).toBeVisible();
    await page.goto(IMANI.url);
    await expect.poll(async () => (await annotationOn(page))?.label).toBeTruthy();
    await welcome.bringToFront();
    await welcome.getByRole('button', { name: new RegExp(`^${IMANI.name}`) }).click();
    const editor = welcome.getByRole('textbox', { name: `Note about ${IMANI.name}` });
    await expect(editor).toBeFocused();
    await welcome.keyboard.type('Knows every gauge on the river.');
    await expect(welcome.getByText(/^Kept\. It stands beside the name of/)).toBeVisible();
    await welcome.keyboard.press('Control+Enter');
    await welcome.getByRole('button', { name: 'See it beside their name' }).click();
    await expect.poll(async () => (await annotationOn(page))?.description).toContain('Knows every gauge on the river.');
    expect(
      kith.context.pages().filter((each) => each.url() === IMANI.url),
      'the tab that was open came to the front',
    ).toHaveLength(1);
  });

  test('takes the address of a profile as well, and says what is none', async ({ kith, context }) => {
    const welcome = await kith.open('dashboard.html#/welcome');
    await welcome.getByLabel('Address of a profile').fill('example.org/somebody');
    await welcome.getByRole('button', { name: 'Write about them' }).click();
    await expect(welcome.getByText(/no address of a profile that Kith knows/)).toBeVisible();
    await expect(welcome.getByLabel('Address of a profile')).toHaveValue('example.org/somebody');
    await welcome.getByLabel('Address of a profile').fill(TOMASZ.url.replace('https://www.', ''));
    await welcome.getByRole('button', { name: 'Write about them' }).click();
    await welcome.getByRole('textbox', { name: /^Note about/ }).fill('Sensors that run for years');
    const opened = context.waitForEvent('page');
    await welcome.getByRole('button', { name: 'See it beside their name' }).click();
    const profile = await opened;
    await expect.poll(async () => (await annotationOn(profile))?.description).toContain('Sensors that run for years');
    await expect.poll(async () => (await kith.records<{ name: string }>('contacts')).map(({ name }) => name), 'the page gave the name').toEqual([TOMASZ.name]);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`For whoever sees it ${colorScheme} and narrow`, () => {
    test.use({ colorScheme });

    test('every state of the form is fit to be read, named and reached', async ({ kith, page }) => {
      test.setTimeout(180_000);
      const contactId = await keep(kith, IMANI);
      const from = `${today().add({ days: 1 })}T09:00`;
      await followUp(kith, contactId, { text: 'Send the minutes', dueAt: from, recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', from } });
      const panel = await panelAt(kith, page, IMANI.url);
      await panel.setViewportSize({ width: 320, height: 900 });
      const flaws = async () => {
        const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode(true).analyze();
        const wide = await panel.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        return [...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`), ...(wide ? ['wider than the panel'] : [])];
      };
      await panel.getByRole('button', { name: 'Follow up', exact: true }).click();
      expect(await flaws()).toEqual([]);
      const month = today().add({ months: 6 }).toLocaleString('en-US', { month: 'long' });
      await panel.getByLabel('When').fill(`every second Tuesday until ${month}`);
      await expect(panel.getByText(new RegExp(`^then every 2 weeks on Tuesday, until ${month} 1`))).toBeVisible();
      expect(await flaws()).toEqual([]);
      await panel.getByLabel('When').fill('every full moon');
      await expect(panel.getByText(/“every full moon” is not a date Kith can read/)).toBeVisible();
      await panel.getByLabel('Repeat').selectOption('own');
      await panel.getByLabel('Ends').selectOption('after');
      await panel.getByLabel('How many times').fill('x');
      expect(await flaws()).toEqual([]);
      await panel.keyboard.press('Escape');
      await panel.getByRole('button', { name: 'Dismiss: Send the minutes' }).click();
      expect(await flaws()).toEqual([]);
      await panel.getByRole('button', { name: 'Edit: Send the minutes' }).click();
      expect(await flaws()).toEqual([]);
      await panel.getByText('Details', { exact: true }).click();
      expect(await flaws()).toEqual([]);
      const welcome = await kith.open('dashboard.html#/welcome');
      await welcome.setViewportSize({ width: 320, height: 900 });
      await expect(welcome.getByRole('button', { name: new RegExp(`^${IMANI.name}`) })).toBeVisible();
      expect((await new AxeBuilder({ page: welcome }).setLegacyMode(true).analyze()).violations).toEqual([]);
    });
  });
}
