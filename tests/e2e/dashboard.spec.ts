import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Kith } from './support/kith.ts';
import { IMANI, keep, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** Keeps so many invented people, from a table as a user has it, and waits until they can be put in order. */
async function keepMany(kith: Kith, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, number) => `Ada ${String(number).padStart(4, '0')} Lindqvist,Tarnwick ${number % 7}`);
  const page = await kith.open('dashboard.html#/data');
  await page.getByLabel(/^Choose a/).setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(`Name,Company\n${rows.join('\n')}\n`) });
  await page.getByRole('button', { name: /^Import / }).click();
  await expect(page.getByRole('heading', { name: 'Imported: people.csv' })).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await kith.records<{ complete: boolean }>('searchState'))[0]?.complete, { timeout: 60_000 }).toBe(true);
  await page.close();
}

const goTo = (page: Page, screen: string) => page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).click();
const list = (page: Page) => page.getByRole('list', { name: 'People' });
const someone = (number: number) => `Ada ${String(number).padStart(4, '0')} Lindqvist`;

test('many people are counted, put in the order of their names, and narrowed down to the starred or to a tag', async ({ kith }) => {
  await keepMany(kith, 150);
  const contactId = await keep(kith, IMANI);
  await kith.command('editContact', { contactId, changes: { starred: true, tags: ['choir'] } });
  const page = await kith.open('dashboard.html#/people');
  const count = page.getByRole('search').getByRole('status');
  await expect(count).toHaveText('151 people');
  await page.getByRole('combobox', { name: 'In order of' }).selectOption('Name, A–Z');
  await expect(list(page).getByRole('listitem').first()).toHaveText(`${someone(0)}Tarnwick 0`);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Starred');
  await expect(count).toHaveText('1 person');
  await expect(list(page).getByRole('listitem')).toHaveText([IMANI.name]);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Archived');
  await expect(page.getByText('Nobody is archived.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('choir');
  await expect(list(page).getByRole('listitem')).toHaveText([IMANI.name]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('searchbox').fill('tarnwick 3');
  await expect(count).toHaveText('21 found');
  await page.getByRole('searchbox').fill('lindqvist');
  await expect(count).toHaveText('150 found by name');
});

test('a long list of names begins at a letter, and is found so by whoever comes back', async ({ kith }) => {
  await keepMany(kith, 150);
  for (const person of [IMANI, TOMASZ]) await keep(kith, person);
  const page = await kith.open('dashboard.html#/people');
  const from = page.getByRole('combobox', { name: 'Begin at' });
  await expect(list(page).getByRole('listitem')).toHaveCount(60);
  await expect(from).toBeHidden();
  await page.getByRole('combobox', { name: 'In order of' }).selectOption('Name, A–Z');
  await from.focus();
  await from.selectOption('From I on');
  await expect(list(page).locator('.person-line-name')).toHaveText([IMANI.name, TOMASZ.name]);
  await expect(from).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await goTo(page, 'Settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.goBack();
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
  await from.selectOption('From the first name on');
  await expect(list(page).getByRole('listitem').first()).toContainText(someone(0));
});

test('whoever comes back to the people finds them as they were left: what was searched, how many were shown, and how far down', async ({ kith }) => {
  await keepMany(kith, 150);
  const page = await kith.open('dashboard.html#/people');
  await page.getByRole('searchbox').fill('ada');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(list(page).getByRole('listitem')).toHaveCount(120);
  const last = list(page).getByRole('link').nth(110);
  await last.scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => history.state?.top ?? 0)).toBeGreaterThan(1000);
  await goTo(page, 'Settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('ada');
  await expect(list(page).getByRole('listitem')).toHaveCount(120);
  await expect(last).toBeInViewport();
});

test('the list of people is one stop of the Tab key, and the arrow keys go along it', async ({ kith }) => {
  await keepMany(kith, 150);
  const page = await kith.open('dashboard.html#/people');
  const links = list(page).getByRole('link');
  await links.nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/people\/.+/);
  await expect(links.nth(2)).toHaveAttribute('aria-current', 'true');
  const name = (await links.nth(2).locator('.person-line-name').textContent()) ?? '';
  await expect(page).toHaveTitle(`${name} · Kith`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show more' })).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.people-chosen') !== null)).toBe(true);
});

test('more of the people are shown all at once, and the keyboard is on the first that is new', async ({ kith }) => {
  await keepMany(kith, 150);
  const page = await kith.open('dashboard.html#/people');
  const links = list(page).getByRole('link');
  await expect(links).toHaveCount(60);
  const counts = await page.evaluate(() => {
    const seen: number[] = [];
    const list = document.querySelector('.people-list');
    new MutationObserver(() => seen.push(list?.children.length ?? 0)).observe(document.body, { subtree: true, childList: true });
    return Reflect.set(globalThis, 'seen', seen);
  });
  expect(counts).toBe(true);
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect(links).toHaveCount(120);
  await expect(links.nth(60)).toBeFocused();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'seen'))).not.toContain(61);
});

test('where there is room for one column, the keyboard goes to whom was chosen and back to them in the list', async ({ kith }) => {
  await keepMany(kith, 150);
  const page = await kith.open('dashboard.html#/people');
  await page.setViewportSize({ width: 640, height: 700 });
  const chosen = list(page).getByRole('link').nth(40);
  const name = (await chosen.locator('.person-line-name').textContent()) ?? '';
  await chosen.click();
  await expect(page.getByRole('region', { name })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.getByRole('link', { name: 'All people' }).click();
  await expect(chosen).toBeFocused();
  await expect(chosen).toBeInViewport();
});

test('a change that is taken back is done again from where it was, by one name for it', async ({ kith }) => {
  await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  const page = await kith.open('dashboard.html#/changes');
  await page.getByRole('button', { name: `Undo: Kept ${IMANI.name}` }).press('Enter');
  const again = page.locator('.notice').getByRole('button', { name: 'Redo' });
  await expect(again).toBeFocused();
  await expect(page.getByRole('button', { name: `Redo: Took back: Kept ${IMANI.name}` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.notice')).toContainText('Done again.');
  await expect.poll(async () => (await kith.records('contacts')).length).toBe(2);
});

test('changes of the same person are told apart by which profile and which details', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  await kith.command('attachProfile', { contactId, key: 'github:tarnwick-imani' });
  await kith.command('editContact', { contactId, changes: { tags: ['choir'], birthday: '--04-12' } });
  const page = await kith.open('dashboard.html#/changes');
  await expect(page.getByRole('listitem').filter({ hasText: 'Changed the details' })).toContainText('Tags, Birthday');
  await expect(page.getByRole('listitem').filter({ hasText: 'another profile' })).toContainText('GitHub: tarnwick-imani');
});

test('more of the recent changes are shown at once, and the keyboard is on the first that is new', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  for (let number = 0; number < 60; number++) {
    await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: `Note ${number}`, draft: false });
  }
  const page = await kith.open('dashboard.html#/changes');
  const rows = page.locator('.changes > li');
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect(rows).toHaveCount(61);
  await expect(rows.nth(50).getByRole('button', { name: /^Undo/ })).toBeFocused();
});

test('the way to the other screens stays in sight in a long one, and the ledger stands under what is pending', async ({ kith }) => {
  const page = await kith.open('dashboard.html#/settings');
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.getByRole('heading', { name: 'About and privacy' }).scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'People' })).toBeInViewport();
  await page.goto(kith.address('dashboard.html#/ledger'));
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Pending' })).toHaveAttribute('aria-current', 'true');
});

test('in forced colours the chosen person and the screen one is on are outlined, and a long name keeps its beginning', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  const name = 'عبد الرحمن بن محمد بن عبد العزيز آل إبراهيم المنصوري الكبير';
  await keep(kith, { ...TOMASZ, name });
  const page = await kith.open(`dashboard.html#/people/${contactId}`);
  await page.emulateMedia({ forcedColors: 'active' });
  const outline = (locator: ReturnType<Page['locator']>) => locator.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline(list(page).getByRole('link', { name: IMANI.name }))).toBe('solid');
  expect(await outline(page.getByRole('navigation').getByRole('link', { name: 'People' }))).toBe('solid');
  const first = await list(page)
    .getByText(name)
    .evaluate((line) => {
      const range = document.createRange();
      range.setStart(line.firstChild ?? line, 0);
      range.setEnd(line.firstChild ?? line, 1);
      const letter = range.getBoundingClientRect();
      const box = line.getBoundingClientRect();
      return letter.left >= box.left && letter.right <= box.right + 1;
    });
  expect(first, 'its first letter is within the line').toBe(true);
});

test('where nobody is kept yet, both ways to begin are offered', async ({ kith }) => {
  const page = await kith.open('dashboard.html#/people');
  await page.getByRole('link', { name: /bring in the people you know/ }).click();
  await expect(page.getByRole('heading', { name: 'Import & backup' })).toBeVisible();
});

test('Enter in the search opens whoever is found first, as soon as they are', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  const page = await kith.open('dashboard.html#/people');
  await page.getByRole('searchbox').pressSequentially('imani');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/people/${contactId}$`));
  await expect(page.getByRole('heading', { level: 1, name: IMANI.name })).toBeVisible();
});

test('somebody’s page has their name for a heading also where there is no room for the list', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  const page = await kith.open(`dashboard.html#/people/${contactId}`);
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveText(IMANI.name);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
});

test('of somebody who was deleted there is a way to the recent changes, where they come back', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  await kith.command('deleteContact', { contactId });
  const page = await kith.open(`dashboard.html#/people/${contactId}`);
  await expect(page.getByRole('heading', { name: 'This person is not kept any more' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Recent changes' }).click();
  await page
    .getByRole('button', { name: /^Undo: / })
    .first()
    .click();
  await expect.poll(async () => (await kith.records('contacts')).length).toBe(1);
});
