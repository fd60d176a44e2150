import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import type { Kith } from './support/kith.ts';
import { GITHUB_IMANI, IMANI, keep } from './support/people.ts';
import { expect, test } from './support/test.ts';

const STAMPS = { createdAt: '2026-11-01T08:00:00.000Z', updatedAt: '2026-11-01T08:00:00.000Z' };
const OTHER_NAME = 'I. Vestergaard';

/** Two people whose pages name each other, the one with `mine`, the other with `theirs` notes and logged contacts. */
async function twoWithMuch(kith: Kith, mine: number, theirs: number): Promise<{ into: string; from: string }> {
  const into = await keep(kith, IMANI);
  const from = await keep(kith, { ...GITHUB_IMANI, name: OTHER_NAME });
  const recorded = (contactId: string, count: number) =>
    Array.from({ length: count }, (_, number) =>
      number % 2 === 0
        ? { table: 'notes', record: { id: newId(), contactId, text: `Measured the glacier, day ${number}`, draft: false, ...STAMPS } }
        : { table: 'interactions', record: { id: newId(), contactIds: [contactId], on: '2026-10-05', channel: 'call', given: [], received: [], ...STAMPS } },
    );
  const claim = {
    id: `${GITHUB_IMANI.key} ${IMANI.key}`,
    from: GITHUB_IMANI.key,
    to: IMANI.key,
    evidence: 'rel=me',
    seenAt: STAMPS.createdAt,
    declined: false,
  };
  await put(kith, [...recorded(into, mine), ...recorded(from, theirs), { table: 'claims', record: claim }]);
  await kith.ask({ type: 'goOn' });
  await expect.poll(async () => (await kith.records<{ complete: boolean }>('searchState'))[0]?.complete).toBe(true);
  return { into, from };
}

/** Puts records where Kith keeps them, at once and past its own code; its search index is to be made anew. */
async function put(kith: Kith, records: readonly { table: string; record: object }[]): Promise<void> {
  const seat = await kith.seat();
  await seat.evaluate(async (all) => {
    const opening = indexedDB.open('kith');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const { result: database } = opening;
    const tables = database.transaction([...database.objectStoreNames], 'readwrite');
    for (const { table, record } of all) tables.objectStore(table).put(record);
    tables.objectStore('searchState').clear();
    await new Promise((resolve) => (tables.oncomplete = resolve));
    database.close();
  }, records);
}

const works = async (kith: Kith) => (await kith.records<{ kind: string; status: string }>('longWorks')).map(({ kind, status }) => `${kind} ${status}`);
/** How many notes and logged contacts are about somebody. */
const about = async (kith: Kith, contactId: string) => {
  const [notes, interactions] = [await kith.records<{ contactId: string }>('notes'), await kith.records<{ contactIds: string[] }>('interactions')];
  return notes.filter((note) => note.contactId === contactId).length + interactions.filter(({ contactIds }) => contactIds.includes(contactId)).length;
};

async function merge(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Same person, merge' }).click();
}

test('merging two people of whom thousands of records are kept says how far it is, can be stopped and gone on with, and is one undo', async ({ kith }) => {
  test.setTimeout(180_000);
  const { into, from } = await twoWithMuch(kith, 1000, 10_000);
  const page = await kith.open(`dashboard.html#/people/${into}`);
  await merge(page);
  await expect(page.getByRole('progressbar', { name: `Merging ${IMANI.name} and ${OTHER_NAME}` })).toBeVisible();
  await expect(page.locator('.notice'), 'as long as they are two still it does not say that they are one').toContainText('Noted: they are one person.');
  await page.getByRole('button', { name: /^Stop/ }).click();
  await expect(page.getByRole('heading', { name: `Stopped: the merge of ${IMANI.name} and ${OTHER_NAME}` })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const moved = (await about(kith, into)) - 1000;
  expect(moved).toBeGreaterThan(0);
  expect(await about(kith, from), 'each record is once there').toBe(10_000 - moved);
  expect(await kith.records('contacts')).toHaveLength(2);

  const other = await kith.open(`dashboard.html#/people/${from}`);
  await expect(other.getByRole('heading', { name: /^Stopped: the merge/ }), 'whoever looks at the other sees it too').toBeVisible();
  await other.close();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => works(kith), { timeout: 60_000 }).toEqual(['merge done']);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect([await about(kith, into), await about(kith, from)]).toEqual([11_000, 0]);
  expect(await kith.records('contacts')).toMatchObject([{ id: into, profileKeys: [IMANI.key, GITHUB_IMANI.key] }]);

  const changes = await kith.open('dashboard.html#/changes');
  await changes.getByRole('button', { name: `Undo: Made one person of ${IMANI.name} and ${OTHER_NAME}` }).click();
  await expect.poll(() => works(kith), { timeout: 60_000 }).toEqual(['merge done', 'undo done']);
  expect([await about(kith, into), await about(kith, from)]).toEqual([1000, 10_000]);
  await expect(changes.getByRole('button', { name: `Redo: Took back: Made one person of ${IMANI.name} and ${OTHER_NAME}` })).toBeVisible();
  await changes.goto(kith.address('dashboard.html#/data'));
  // With the sighting of when they were kept.
  await expect(changes.getByText('10,001 records are back where they were.')).toBeVisible();
});

test('a worker killed again and again goes on with a merge where it was, and each record is there exactly once; so does the undo', async ({ kith }) => {
  test.setTimeout(180_000);
  const { into, from } = await twoWithMuch(kith, 10, 5000);
  const page = await kith.open(`dashboard.html#/people/${into}`);
  await merge(page);
  await expect(page.getByRole('button', { name: /^Stop/ })).toBeVisible();
  const killUntil = async (end: string) => {
    let kills = 0;
    while (!(await works(kith)).includes(end) && kills < 25) {
      await kith.strikeWorker();
      kills++;
      await kith.wake();
    }
    return kills;
  };
  expect(await killUntil('merge done')).toBeGreaterThan(1);
  await expect.poll(() => works(kith), { timeout: 60_000 }).toContain('merge done');
  expect([await about(kith, into), await about(kith, from)]).toEqual([5010, 0]);
  expect(await kith.records('contacts')).toMatchObject([{ id: into, profileKeys: [IMANI.key, GITHUB_IMANI.key] }]);

  await page.getByRole('button', { name: 'Undo' }).filter({ visible: true }).click();
  await expect.poll(async () => (await works(kith)).some((work) => work.startsWith('undo '))).toBe(true);
  await killUntil('undo done');
  await expect.poll(() => works(kith), { timeout: 60_000 }).toContain('undo done');
  expect([await about(kith, into), await about(kith, from)]).toEqual([10, 5000]);
  expect(await kith.records('contacts')).toMatchObject([{ profileKeys: [IMANI.key] }, { profileKeys: [GITHUB_IMANI.key] }]);
  await expect(page.getByRole('button', { name: 'Same person, merge' }), 'they may be one after all').toBeVisible();
});
