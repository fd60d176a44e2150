import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import type { Kith } from './support/kith.ts';
import { AT_NOON, IMANI, keep, subjectOf, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

declare const chrome: typeof extensionApi;

const FEED = 'https://www.linkedin.com/feed/';
const ELSEWHERE = 'https://example.org/';

/** The side of an event that the browser has: calls the listeners. */
type Dispatcher = { dispatch(...details: unknown[]): void };

type Suggested = { enter: string; others: { content: string; description: string }[] };

/** Types `kith <text>` into the address bar: what stands below it then. */
async function typed(kith: Kith, text: string): Promise<Suggested> {
  const worker = await kith.worker();
  return worker.evaluate(async (words) => {
    const { omnibox } = chrome;
    const set = omnibox.setDefaultSuggestion.bind(omnibox);
    let enter = '';
    omnibox.setDefaultSuggestion = async (suggestion: { description: string }) => {
      enter = suggestion.description;
      await set(suggestion);
    };
    try {
      return await new Promise<Suggested>((resolve) => {
        (omnibox.onInputChanged as unknown as Dispatcher).dispatch(words, (others: Suggested['others']) => resolve({ enter, others }));
      });
    } finally {
      omnibox.setDefaultSuggestion = set;
    }
  }, text);
}

/** Enter in the address bar after `kith <text>`, or with a key that says where. */
async function entered(kith: Kith, text: string, disposition = 'currentTab'): Promise<void> {
  const worker = await kith.worker();
  await worker.evaluate((details) => (chrome.omnibox.onInputEntered as unknown as Dispatcher).dispatch(...details), [text, disposition] as const);
}

test.describe('in the address bar', () => {
  test('typing a name says whom Enter opens, and Enter opens their profile in the tab in front', async ({ kith, page }) => {
    const contactId = await keep(kith, IMANI);
    await keep(kith, TOMASZ);
    const today = Temporal.Now.plainDateISO(AT_NOON);
    const content = { on: today.subtract({ weeks: 3 }).toString(), channel: 'call' as const, given: [], received: [] };
    await kith.command('logInteraction', { subject: { contactId }, interactionId: crypto.randomUUID(), content });
    kith.web.serve(ELSEWHERE, '<!doctype html><title>A page of nobody</title><link rel="icon" href="data:,">');
    await page.goto(ELSEWHERE);
    await page.bringToFront();

    expect(await typed(kith, 'ima')).toEqual({ enter: `<match>Enter opens ${IMANI.name}</match> <dim>last contact 3 weeks ago</dim>`, others: [] });
    await entered(kith, 'ima');
    await expect(page).toHaveURL(IMANI.url.replace(/\/$/, ''));
  });

  test('namesakes are told apart by their headlines, and choosing one opens theirs in a new tab', async ({ kith, context }) => {
    for (const [handle, headline] of [
      ['mira-one', 'Surveyor & <b>diver</b>'],
      ['mira-two', 'Baker'],
    ] as const) {
      const url = `https://www.linkedin.com/in/${handle}`;
      kith.web.serve(url, '<!doctype html><title>Mira Santos | LinkedIn</title><link rel="icon" href="data:,">');
      const { profile } = subjectOf({ url, key: `linkedin:in/${handle}`, handle, name: 'Mira Santos' });
      await kith.command('addContact', { subject: { profile: { ...profile, fields: { ...profile.fields, headline } } } });
    }
    const { enter, others } = await typed(kith, 'santos mira');
    const about = ['Surveyor &#38; &#60;b&#62;diver&#60;/b&#62;', 'Baker'];
    expect([enter, ...others.map(({ description }) => description)].sort()).toEqual(
      [
        `<match>Enter opens Mira Santos</match> <dim>${about.find((one) => enter.includes(one))}</dim>`,
        `<match>Mira Santos</match> <dim>${about.find((one) => !enter.includes(one))}</dim>`,
      ].sort(),
    );
    const opened = context.waitForEvent('page');
    await entered(kith, others[0]?.content ?? '', 'newForegroundTab');
    await expect(await opened).toHaveURL(others[0]?.content ?? '');
  });

  test('somebody whose profile was taken away is seen in the dashboard', async ({ kith, context }) => {
    const contactId = await keep(kith, IMANI);
    await kith.command('detachProfile', { contactId, key: IMANI.key });
    const opened = context.waitForEvent('page');
    await entered(kith, 'vestergaard', 'newForegroundTab');
    const dashboard = await opened;
    await expect(dashboard).toHaveURL(kith.address(`dashboard.html#/people/${contactId}`));
    await expect(dashboard.getByRole('heading', { name: IMANI.name })).toBeVisible();
  });

  test('a name nobody has leads to the search with those words in it', async ({ kith, context }) => {
    await keep(kith, IMANI);
    expect(await typed(kith, 'Zoë & co?')).toEqual({
      enter: '<match>Nobody called “Zoë &#38; co?” is kept. Enter looks through everybody.</match>',
      others: [],
    });
    const opened = context.waitForEvent('page');
    await entered(kith, 'Zoë & co?', 'newForegroundTab');
    const dashboard = await opened;
    const field = dashboard.getByRole('searchbox', { name: 'Find a person' });
    await expect(field).toHaveValue('Zoë & co?');
    await expect(dashboard.getByText('Nobody is found by “Zoë & co?”.', { exact: false })).toBeVisible();
    await field.fill('iman');
    await dashboard.getByRole('link', { name: IMANI.name }).click();
    await expect(dashboard.getByRole('heading', { name: IMANI.name })).toBeVisible();
    await expect(field).toHaveValue('iman');
  });

  test('it answers though the worker was killed in between', async ({ kith }) => {
    await keep(kith, IMANI);
    await kith.killWorker();
    expect((await typed(kith, 'imani')).enter).toContain(IMANI.name);
  });
});

test.describe('in the context menu', () => {
  const contacts = async (kith: Kith) => (await kith.records<{ name: string }>('contacts')).map(({ name }) => name);

  test('a link’s person is kept, and the panel opens at them with the note ready, and takes it back where it was done', async ({ kith, page }) => {
    await page.goto(FEED);
    await kith.clickMenu(page, 'keep-person', IMANI.url);
    const panel = await kith.panel();
    await expect(panel.getByRole('heading', { name: IMANI.handle })).toBeVisible();
    await expect.poll(() => contacts(kith)).toEqual([IMANI.handle]);
    const editor = panel.getByRole('textbox', { name: `Note about ${IMANI.handle}` });
    await expect(editor).toBeFocused();
    await expect(panel.locator('.notice-text')).toHaveText(`You keep ${IMANI.handle} now.`);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => contacts(kith)).toEqual([]);
    await panel.getByRole('button', { name: 'Redo' }).click();
    await expect(editor).toBeVisible();
    await expect.poll(() => contacts(kith)).toEqual([IMANI.handle]);
  });

  test('somebody kept by their address gets their name when their page is seen', async ({ kith, page }) => {
    await page.goto(FEED);
    await kith.clickMenu(page, 'keep-person', IMANI.url);
    await expect.poll(() => contacts(kith)).toEqual([IMANI.handle]);
    await page.goto(IMANI.url);
    await expect.poll(() => contacts(kith)).toEqual([IMANI.name]);
  });

  test('a link to somebody known opens the panel at them, and keeps nobody', async ({ kith, page }) => {
    await keep(kith, TOMASZ);
    await page.goto(FEED);
    const panel = await kith.openPanel();
    await kith.clickMenu(page, 'keep-person', `${TOMASZ.url}details/experience/`);
    await expect(panel.getByRole('heading', { name: TOMASZ.name })).toBeVisible();
    expect(await contacts(kith)).toEqual([TOMASZ.name]);
    await expect(panel.getByText('You keep')).toHaveCount(0);
  });

  test('a link to nobody says so', async ({ kith, page }) => {
    await page.goto(FEED);
    await kith.clickMenu(page, 'keep-person', 'https://github.com/tarnwick/gauges');
    const panel = await kith.panel();
    await expect(panel.getByRole('alert')).toHaveText('This link leads to nobody whom Kith can recognise.');
    expect(await contacts(kith)).toEqual([]);
  });

  test('without room on the disk nobody is kept, and the panel says why', async ({ kith, page }) => {
    await page.goto(FEED);
    // The browser gives an extension with unlimitedStorage no quota to run into, so the full disk is played to it.
    await (await kith.worker()).evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      };
    });
    await kith.clickMenu(page, 'keep-person', IMANI.url);
    await expect((await kith.panel()).getByRole('alert')).toContainText('The disk is full');
    expect(await contacts(kith)).toEqual([]);
  });

  test('a page opens the panel at its person, whoever was looked up in it before', async ({ kith, page }) => {
    await keep(kith, TOMASZ);
    await page.goto(IMANI.url);
    const panel = await kith.openPanel();
    await page.bringToFront();
    await expect(panel.getByRole('heading', { name: IMANI.name })).toBeVisible();
    await panel.getByRole('combobox', { name: 'Find a person' }).fill('tom');
    await panel.getByRole('option', { name: TOMASZ.name }).click();
    await expect(panel.getByRole('heading', { name: TOMASZ.name })).toBeVisible();
    await kith.clickMenu(page, 'open-person');
    await expect(panel.getByRole('heading', { name: IMANI.name })).toBeVisible();
    await expect(panel.getByRole('textbox', { name: `Note about ${IMANI.name}` })).toBeFocused();
  });

  test('its items are there once, before and after an update', async ({ kith }) => {
    const made = async () => {
      const worker = await kith.worker();
      return worker.evaluate(async () => {
        for (const id of ['keep-person', 'open-person']) await chrome.contextMenus.update(id, { enabled: true });
        return new Promise<string>((resolve) => {
          chrome.contextMenus.create({ id: 'keep-person', title: 'Twice' }, () => resolve(chrome.runtime.lastError?.message ?? 'made twice'));
        });
      });
    };
    await expect.poll(made).toContain('duplicate id');
    await kith.update();
    await expect.poll(made).toContain('duplicate id');
  });
});

test.describe('the toolbar icon', () => {
  /** Notes which icon each tab is given, because the browser tells nobody; answers the names of the tabs' icons, by address. */
  async function watchIcons(kith: Kith): Promise<(...pages: Page[]) => Promise<string[]>> {
    const worker = await kith.worker();
    await worker.evaluate(() => {
      const icons: Record<number, string> = {};
      Object.assign(globalThis, { icons });
      const set = chrome.action.setIcon.bind(chrome.action);
      chrome.action.setIcon = async (details) => {
        icons[details.tabId ?? -1] = (details.path as Record<string, string>)['32'] ?? '';
        await set(details);
      };
    });
    return (...pages) =>
      Promise.all(
        pages.map((page) =>
          worker.evaluate(async (url) => {
            const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
            return (globalThis as unknown as { icons: Record<number, string> }).icons[tab?.id ?? -1] ?? 'none yet';
          }, page.url()),
        ),
      );
  }
  const KNOWN = '/icons/known-32.png';
  const PLAIN = '/icons/icon-32.png';

  test('is marked while the page in front is of someone known', async ({ kith, page }) => {
    await keep(kith, IMANI);
    const icons = await watchIcons(kith);
    await page.goto(IMANI.url);
    await expect.poll(() => icons(page)).toEqual([KNOWN]);
    await page.goto(TOMASZ.url);
    await expect.poll(() => icons(page)).toEqual([PLAIN]);
  });

  test('tells nobody anything while all is hidden', async ({ kith, page }) => {
    await keep(kith, IMANI);
    const icons = await watchIcons(kith);
    const press = async () =>
      (await kith.worker()).evaluate(() => (chrome.commands.onCommand as unknown as { dispatch(name: string): void }).dispatch('hide-badges'));
    await page.goto(IMANI.url);
    await expect.poll(() => icons(page)).toEqual([KNOWN]);
    await press();
    await expect.poll(() => icons(page)).toEqual([PLAIN]);
    await press();
    await expect.poll(() => icons(page)).toEqual([KNOWN]);
  });

  test('follows navigation inside a page: to a stranger, to nobody and back', async ({ kith, page }) => {
    await keep(kith, IMANI);
    const icons = await watchIcons(kith);
    const go = (address: string) => page.evaluate((to) => history.pushState({}, '', to), address);
    await page.goto(IMANI.url);
    await expect.poll(() => icons(page)).toEqual([KNOWN]);
    await go(FEED);
    await expect.poll(() => icons(page)).toEqual([PLAIN]);
    await go(IMANI.url);
    await expect.poll(() => icons(page)).toEqual([KNOWN]);
    await go(TOMASZ.url);
    await expect.poll(() => icons(page)).toEqual([PLAIN]);
    await page.goBack();
    await expect.poll(() => icons(page)).toEqual([KNOWN]);
  });

  test('of somebody who was left at once does not stand beside the page after them', async ({ kith, page }) => {
    await keep(kith, IMANI);
    const icons = await watchIcons(kith);
    const worker = await kith.worker();
    await worker.evaluate(() => {
      const held: (() => void)[] = [];
      const later = setTimeout;
      const hold = (work: () => void, milliseconds = 0) => (milliseconds === 300 ? held.push(work) : later(work, milliseconds));
      Object.assign(globalThis, { held, setTimeout: hold });
    });
    await page.goto(IMANI.url);
    const held = () => worker.evaluate(() => (globalThis as unknown as { held: unknown[] }).held.length);
    await expect.poll(held).toBe(1);
    await page.goto(FEED);
    await worker.evaluate(() => (globalThis as unknown as { held: (() => void)[] }).held.forEach((mark) => mark()));
    await expect.poll(() => icons(page)).toEqual([PLAIN]);
  });

  test('of every tab, in front or not, follows whom one keeps', async ({ kith, page, context }) => {
    const icons = await watchIcons(kith);
    const behind = await context.newPage();
    await behind.goto(`${IMANI.url}#about`);
    await page.goto(IMANI.url);
    await page.bringToFront();
    await expect.poll(() => icons(page, behind)).toEqual([PLAIN, PLAIN]);
    const contactId = await keep(kith, IMANI);
    await expect.poll(() => icons(page, behind)).toEqual([KNOWN, KNOWN]);
    const { entryId } = await kith.command('deleteContact', { contactId });
    await expect.poll(() => icons(page, behind)).toEqual([PLAIN, PLAIN]);
    await kith.command('undo', { entryId });
    await expect.poll(() => icons(page, behind)).toEqual([KNOWN, KNOWN]);
  });
});

test.describe('the side panel', () => {
  /** Gives a page another title, and waits until the panel has been told. */
  async function retitle(page: Page, panel: Page, title: string): Promise<void> {
    await panel.evaluate((awaited) => {
      const told = new Promise<void>((resolve) => chrome.tabs.onUpdated.addListener((_, change) => change.title === awaited && resolve()));
      Object.assign(globalThis, { told });
    }, title);
    await page.evaluate((to) => (document.title = to), title);
    await panel.evaluate(() => (globalThis as unknown as { told: Promise<void> }).told);
  }
  const heading = (panel: Page, name: string) => panel.getByRole('heading', { name, exact: true });

  test('follows the tabs: from one person to another, to nobody and to a tab that was closed into', async ({ kith, page, context }) => {
    await keep(kith, IMANI);
    await page.goto(IMANI.url);
    const panel = await kith.openPanel();
    await page.bringToFront();
    await expect(heading(panel, IMANI.name)).toBeVisible();
    const other = await context.newPage();
    await other.goto(TOMASZ.url);
    await expect(heading(panel, TOMASZ.name)).toBeVisible();
    kith.web.serve(ELSEWHERE, '<!doctype html><title>A page of nobody</title><link rel="icon" href="data:,">');
    const third = await context.newPage();
    await third.goto(ELSEWHERE);
    await expect(heading(panel, 'No profile in front')).toBeVisible();
    await third.close();
    await other.bringToFront();
    await expect(heading(panel, TOMASZ.name)).toBeVisible();
    await other.close();
    await page.bringToFront();
    await expect(heading(panel, IMANI.name)).toBeVisible();
    await expect(heading(panel, TOMASZ.name)).toBeHidden();
  });

  test('follows navigation inside a page', async ({ kith, page }) => {
    await page.goto(IMANI.url);
    const panel = await kith.openPanel();
    await page.bringToFront();
    await expect(heading(panel, IMANI.name)).toBeVisible();
    await page.evaluate((to) => history.pushState({}, '', to), FEED);
    await expect(heading(panel, IMANI.name)).toBeHidden();
    await page.evaluate((to) => history.pushState({}, '', to), TOMASZ.url);
    await expect(heading(panel, TOMASZ.handle)).toBeVisible();
  });

  for (const [where, address] of [
    ['a page of nobody', FEED],
    ['the same person in another tab', `${IMANI.url}#about`],
  ] as const) {
    test(`whoever was looked up stays until another page comes to the front, be it ${where}`, async ({ kith, page, context }) => {
      await keep(kith, TOMASZ);
      const other = await context.newPage();
      await other.goto(address);
      await page.goto(IMANI.url);
      const panel = await kith.openPanel();
      await page.bringToFront();
      await expect(heading(panel, IMANI.name)).toBeVisible();
      await panel.getByRole('combobox', { name: 'Find a person' }).fill('tom');
      await panel.getByRole('option', { name: TOMASZ.name }).click();
      await expect(heading(panel, TOMASZ.name)).toBeVisible();
      await page.evaluate(() => history.replaceState({}, '', `${location.pathname}?utm=x`));
      await retitle(page, panel, '(3) Another title');
      await expect(heading(panel, TOMASZ.name)).toBeVisible();
      await other.bringToFront();
      await expect(heading(panel, TOMASZ.name)).toBeHidden();
    });
  }

  test('somebody opened from a list of links stays while the title of that page changes', async ({ kith, page }) => {
    await keep(kith, IMANI);
    await page.goto(FEED);
    const panel = await kith.openPanel();
    await page.bringToFront();
    await panel.getByRole('button', { name: IMANI.name }).click();
    await expect(heading(panel, IMANI.name)).toBeVisible();
    await retitle(page, panel, '(9) Feed');
    await expect(heading(panel, IMANI.name)).toBeVisible();
    await page.goto(TOMASZ.url);
    await expect(heading(panel, TOMASZ.name)).toBeVisible();
  });
});

test('every command has its keys in a browser that has just got Kith, and the settings show them and lead to where they are changed', async ({
  kith,
  context,
}) => {
  const dashboard = await kith.open('dashboard.html#/settings');
  const rows = dashboard.locator('.shortcut-list > div');
  await expect(rows).toHaveText([/Open what is pending.*Alt\+Shift\+L/, /Hide or show everything.*Alt\+Shift\+H/, /Open the side panel.*Alt\+Shift\+K/]);
  await expect(dashboard.getByText('In the list of what is pending')).toBeVisible();
  const opened = context.waitForEvent('page');
  await dashboard.getByRole('button', { name: 'Change keys' }).click();
  await expect(await opened).toHaveURL('chrome://extensions/shortcuts');
});
