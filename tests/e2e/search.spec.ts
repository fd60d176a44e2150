import type { Kith } from './support/kith.ts';
import { IMANI, keep, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a misspelt name typed into the popup finds the person, and Enter opens them', async ({ kith, context }) => {
  await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  const popup = await kith.openPopup();
  const field = popup.getByRole('combobox', { name: 'Find a person' });
  await expect(async () => {
    await popup.keyboard.press('/');
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  await popup.keyboard.type('imnai');
  await expect(popup.getByRole('option')).toHaveText(IMANI.name);
  // The popup closes as it opens the page, perhaps before the key is up again.
  await popup.keyboard.down('Enter').catch(() => undefined);
  await expect.poll(() => context.pages().map((page) => page.url())).toContain(IMANI.url.replace(/\/$/, ''));
});

test('Enter struck with the last letter opens whom the whole word means', async ({ kith, context }) => {
  await keep(kith, IMANI);
  await keep(kith, { ...TOMASZ, name: 'Iman Tomasz' });
  const popup = await kith.openPopup();
  const field = popup.getByRole('combobox', { name: 'Find a person' });
  await field.fill('iman');
  await expect(popup.getByRole('option', { selected: true })).toContainText('Iman Tomasz');
  await field
    .evaluate((input: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'imani');
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    })
    .catch(() => undefined);
  await expect.poll(() => context.pages().map((page) => page.url())).toContain(IMANI.url.replace(/\/$/, ''));
  expect(context.pages().some((page) => page.url().includes('tomasz'))).toBe(false);
});

test('words of a note lead to its person, marked where they stand; the arrow keys choose', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: 'Knows the **glacier** of Tomaszow by heart', draft: false });
  const popup = await kith.openPopup();
  const field = popup.getByRole('combobox', { name: 'Find a person' });
  await field.pressSequentially('glac');
  await expect(popup.getByRole('option')).toHaveText('Imani VestergaardNote: Knows the glacier of Tomaszow by heart');
  await expect(popup.locator('mark')).toHaveText('glac');
  await field.fill('tomasz');
  await expect(popup.getByRole('option')).toHaveCount(2);
  await expect(popup.getByRole('option', { selected: true })).toHaveText(TOMASZ.name);
  await field.press('ArrowDown');
  await expect(popup.getByRole('option', { selected: true })).toContainText(IMANI.name);
  await field.fill('nobodyatall');
  await expect(popup.getByText('Nobody is found by “nobodyatall”.')).toBeVisible();
});

test('words of a follow-up that is far ahead lead to whom it is with, until it is done', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  const reminderId = crypto.randomUUID();
  const encounter = { kind: 'organisation', name: 'Tarnwick' } as const;
  await kith.command('setFollowUp', { subject: { contactId }, reminderId, text: 'Send the xylophone', dueAt: '2031-03-04T09:00' });
  await kith.command('setFollowUp', {
    subject: { contactId },
    reminderId: crypto.randomUUID(),
    text: 'Ask for the marimba',
    dueAt: '2026-01-01T09:00',
    encounter,
  });
  const popup = await kith.openPopup();
  const field = popup.getByRole('combobox', { name: 'Find a person' });
  await field.fill('xylo');
  await expect(popup.getByRole('option')).toHaveText('Imani VestergaardFollow-up: Send the xylophone');
  await field.fill('marimba');
  await expect(popup.getByRole('option')).toHaveText('Imani VestergaardFollow-up: Ask for the marimba');
  await kith.command('completeReminder', { reminderId });
  await field.fill('xylophone');
  await expect(popup.getByText(/Nobody is found by “xylophone”\. .*follow-ups that wait/)).toBeVisible();
});

test('an index that was lost is made again in the background, from the records', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: 'Knows the glacier by heart', draft: false });
  await kith.killWorker();
  await lose(kith, ['searchState', 'searchPages', 'searchPlaces', 'searchStandings']);
  const dashboard = await kith.open('dashboard.html#/people');
  const field = dashboard.getByRole('searchbox', { name: 'Find a person' });
  await field.fill('imani');
  await expect(dashboard.getByRole('list', { name: 'People' })).toContainText(IMANI.name);
  await kith.wake();
  await field.fill('glacier');
  await expect(dashboard.getByRole('list', { name: 'People' })).toContainText('Note: Knows the glacier by heart');
  await field.press('ArrowDown');
  await expect(dashboard.getByRole('link', { name: IMANI.name })).toBeFocused();
  await dashboard.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
});

test('an index found wrong is made again by the worker that found it', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: 'Knows the glacier by heart', draft: false });
  await expect.poll(() => kith.records('searchChanges'), 'what was written is in the index').toEqual([]);
  await lose(kith, ['searchPages']);
  const dashboard = await kith.open('dashboard.html#/people');
  await dashboard.getByRole('searchbox', { name: 'Find a person' }).fill('glacier');
  await expect(dashboard.getByText('Nobody is found by “glacier”.')).toBeVisible();
  await kith.command('editContact', { contactId, changes: { name: 'Imani Aalto' } });
  await expect(dashboard.getByRole('list', { name: 'People' })).toContainText('Note: Knows the glacier by heart', { timeout: 15_000 });
});

/** Empties tables past the extension's own code. */
async function lose(kith: Kith, names: string[]): Promise<void> {
  const seat = await kith.seat();
  await seat.evaluate(async (tables) => {
    const settled = <R>(request: IDBRequest<R>) =>
      new Promise<R>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('kith'));
    const transaction = database.transaction(tables, 'readwrite');
    await Promise.all(tables.map((table) => settled(transaction.objectStore(table).clear())));
    database.close();
  }, names);
}
