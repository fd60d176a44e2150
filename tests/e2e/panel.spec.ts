import type { Page } from '@playwright/test';
import { annotationOn, clickAnnotation } from './support/annotation.ts';
import type { Kith } from './support/kith.ts';
import { AT_NOON, IMANI, keep, minutesFromNow, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** The real side panel beside `page`, opened as a person does: by a click on the annotation. */
async function panelAt(kith: Kith, page: Page, url: string): Promise<Page> {
  await page.goto(url);
  await expect.poll(async () => (await annotationOn(page))?.label).toBeTruthy();
  await clickAnnotation(page);
  return kith.panel();
}

const editor = (panel: Page, name: string) => panel.getByRole('textbox', { name: `Note about ${name}` });
const notes = async (kith: Kith) => (await kith.records<{ text: string; draft: boolean }>('notes')).map(({ text, draft }) => ({ text, draft }));
const statuses = async (kith: Kith) => (await kith.records<{ status: string }>('reminders')).map(({ status }) => status);

test('a note written in the panel is on the page at once, and after a reload', async ({ kith, page }) => {
  const panel = await panelAt(kith, page, IMANI.url);
  await expect(panel.getByRole('heading', { name: IMANI.name })).toBeVisible();
  await expect(panel.getByText('Head of field operations').first()).toBeVisible();
  await expect(editor(panel, IMANI.name)).toBeFocused();

  await panel.keyboard.type('Met at the **river** day. Promised the photos.');
  await expect.poll(() => notes(kith)).toEqual([{ text: 'Met at the **river** day. Promised the photos.', draft: true }]);
  await expect.poll(async () => (await annotationOn(page))?.description).toContain('Met at the river day. Promised the photos.');

  await panel.keyboard.press('Control+Enter');
  await expect.poll(() => notes(kith)).toMatchObject([{ draft: false }]);
  await expect(editor(panel, IMANI.name)).toHaveValue('');
  await expect(panel.getByText('Met at the river day.')).toBeVisible();
  await page.reload();
  await expect.poll(async () => (await annotationOn(page))?.description).toContain('Promised the photos.');
});

test('an unfinished note stays with its person through navigation, reload and a killed worker', async ({ kith, page }) => {
  const panel = await panelAt(kith, page, IMANI.url);
  await expect(editor(panel, IMANI.name)).toBeFocused();
  await panel.keyboard.type('Half a sen');
  await page.locator('a[href*="/in/tomasz-"]').first().click();
  await expect(editor(panel, TOMASZ.name)).toHaveValue('');
  await editor(panel, TOMASZ.name).fill('For Tomasz');
  await kith.killWorker();
  await page.goBack();
  await expect(editor(panel, IMANI.name)).toHaveValue('Half a sen');
  await panel.reload();
  await expect(editor(panel, IMANI.name)).toHaveValue('Half a sen');
  await expect
    .poll(() => notes(kith))
    .toEqual(
      expect.arrayContaining([
        { text: 'Half a sen', draft: true },
        { text: 'For Tomasz', draft: true },
      ]),
    );
});

test('text typed a moment before the browser is killed is there when it starts again', async ({ restarts }) => {
  const first = await restarts.start();
  const page = await first.running.context.newPage();
  const panel = await panelAt(first.kith, page, IMANI.url);
  await expect(editor(panel, IMANI.name)).toBeFocused();
  await panel.keyboard.type('Written in the last second');
  await expect.poll(() => notes(first.kith)).toEqual([{ text: 'Written in the last second', draft: true }]);
  await first.running.kill();

  const second = await restarts.start();
  const again = await panelAt(second.kith, await second.running.context.newPage(), IMANI.url);
  await expect(editor(again, IMANI.name)).toHaveValue('Written in the last second');
});

test('logging a contact takes two clicks, and can be taken back on the spot', async ({ kith, page }) => {
  await keep(kith, IMANI);
  const panel = await panelAt(kith, page, IMANI.url);
  await panel.getByRole('button', { name: 'Log contact' }).click();
  await panel.getByRole('button', { name: 'Call' }).click();
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('today');
  await panel.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('no contact yet');
});

test('a contact logged while a follow-up is due leaves it, offers to be done with it, and one undo takes back both', async ({ kith, page }) => {
  const contactId = await keep(kith, IMANI);
  const followUp = { reminderId: crypto.randomUUID(), text: 'Send the gauge photos', dueAt: minutesFromNow(-60, AT_NOON) };
  await kith.command('setFollowUp', { subject: { contactId }, ...followUp });
  await expect.poll(() => statuses(kith)).toEqual(['notified']);
  const panel = await panelAt(kith, page, IMANI.url);
  await panel.getByRole('button', { name: 'Log contact' }).click();
  await panel.getByRole('button', { name: 'Call' }).click();
  await panel.getByRole('button', { name: 'Done with “Send the gauge photos”' }).click();
  await expect(panel.getByText('Call logged, today. Follow-up done.').last()).toBeVisible();
  await expect.poll(() => statuses(kith)).toEqual(['done']);
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect.poll(() => statuses(kith)).toEqual(['notified']);
  await expect.poll(() => kith.records('interactions')).toEqual([]);
});

test('a follow-up in plain words shows the date it means before it is kept, and says what it cannot understand', async ({ kith, page }) => {
  const panel = await panelAt(kith, page, IMANI.url);
  await panel.getByRole('button', { name: 'Follow up' }).click();
  await panel.getByLabel('What to do').fill('Send the photos');
  await panel.getByLabel('When').fill('after the summer');
  await expect(panel.getByText('“after the summer” is not a date Kith can read.')).toBeVisible();
  await panel.getByRole('button', { name: 'Set', exact: true }).click();
  expect(await kith.records('reminders')).toEqual([]);

  await panel.getByLabel('When').fill('in 2 weeks');
  const day = Temporal.Now.plainDateISO(AT_NOON).add({ weeks: 2 });
  await expect(panel.getByText(day.toLocaleString('en-US', { month: 'long', day: 'numeric', year: 'numeric' }))).toBeVisible();
  await panel.getByLabel('When').press('Enter');
  await expect.poll(() => kith.records('reminders')).toMatchObject([{ text: 'Send the photos', dueAt: `${day}T09:00`, status: 'open' }]);
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('no contact yet · ↻ in 2 weeks');
});

test('a deleted note comes back where it was deleted', async ({ kith, page }) => {
  const contactId = await keep(kith, IMANI);
  await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: 'Precious', draft: false });
  const panel = await panelAt(kith, page, IMANI.url);
  await panel.getByText('Precious').hover();
  await panel.getByRole('button', { name: /^Delete:/ }).click();
  await expect.poll(() => notes(kith)).toEqual([]);
  await panel.getByRole('button', { name: 'Undo' }).first().click();
  await expect(panel.getByText('Precious')).toBeVisible();
});

test('without room on the disk the typed text stays, and says so', async ({ kith, page }) => {
  const panel = await panelAt(kith, page, IMANI.url);
  await expect(editor(panel, IMANI.name)).toBeFocused();
  const worker = await kith.worker();
  // The browser gives an extension with unlimitedStorage no quota to run into, so the full disk is played to it.
  await worker.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    Object.assign(globalThis, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
  });
  const text = 'Not to be lost';
  await editor(panel, IMANI.name).fill(text);
  await expect(panel.getByRole('alert')).toContainText('disk is full');
  await expect(editor(panel, IMANI.name)).toHaveValue(text);
  await worker.evaluate(() => (globalThis as unknown as { makeRoom: () => void }).makeRoom());
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => notes(kith)).toEqual([{ text, draft: true }]);
});

test('what a note’s Markdown asks for is never loaded', async ({ kith, page }) => {
  const contactId = await keep(kith, IMANI);
  const text =
    '![cat](https://tracker.example/cat.png) <img src="https://tracker.example/b.png"> [site](https://site.example) [bad](javascript:alert(1)) &amp; &copy;';
  await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text, draft: false });
  const panel = await panelAt(kith, page, IMANI.url);
  await expect(panel.getByRole('link', { name: 'site' })).toHaveAttribute('rel', /noopener/);
  await expect(panel.getByText('& ©')).toBeVisible();
  expect(await panel.locator('img[src^="http"]').count()).toBe(0);
  expect(await panel.locator('a[href^="javascript"]').count()).toBe(0);
});
