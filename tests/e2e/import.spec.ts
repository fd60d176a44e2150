import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Kith } from './support/kith.ts';
import { IMANI, keep, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

const HEADINGS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const PREAMBLE = 'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n';

/** LinkedIn's file of so many invented people, with whatever stands in `more`. */
function connections(count: number, more = ''): string {
  const rows = Array.from(
    { length: count },
    (_, number) => `Ada${number},Lindqvist,https://www.linkedin.com/in/ada-lindqvist-${number},,Tarnwick ${number % 7},Engineer,12 Mar 2024`,
  );
  return `\uFEFF${PREAMBLE}${[HEADINGS, ...rows].join('\n')}\n${more}`.replaceAll('\n', '\r\n');
}

async function choose(page: Page, content: string | Buffer, name = 'Connections.csv'): Promise<void> {
  await page.getByLabel(/^Choose a/).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

const confirm = (page: Page) => page.getByRole('button', { name: /^Import( [\d,]+ (people|person))?$/ }).click();
const finished = (page: Page) => expect(page.getByRole('heading', { name: /^Imported: / })).toBeVisible({ timeout: 60_000 });
const RECORDS = ['settings', 'tags', 'contacts', 'notes', 'interactions', 'reminders', 'circles', 'sightings', 'claims', 'deferrals'];
const everything = async (kith: Kith) => Object.fromEntries(await Promise.all(RECORDS.map(async (table) => [table, await kith.records(table)])));

test('a backup brings everything back after all was deleted, and changes nothing a second time', async ({ kith }) => {
  const contactId = await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: 'Knows the **glacier**, “by heart”\n=1+1', draft: false });
  await kith.command('logInteraction', {
    subject: { contactId },
    interactionId: crypto.randomUUID(),
    content: { on: '2026-10-05', channel: 'call', given: [], received: [{ benefit: 'knowledge', text: 'Pumps' }], learned: 'Valves' },
  });
  await kith.command('setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), text: 'Send the paper', dueAt: '2030-01-05T09:00' });
  await kith.command('editContact', { contactId, changes: { tags: ['choir'], birthday: '--04-12', cadence: { every: 2, unit: 'month' } } });
  await kith.command('setTagCadence', { label: 'choir', cadence: { every: 1, unit: 'year' } });
  await kith.command('setFollowUpTime', { time: '10:30' });
  const before = await everything(kith);

  const page = await kith.open('dashboard.html#/data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up now' }).click();
  const backup = await download;
  expect(backup.suggestedFilename()).toMatch(/^kith-\d{4}-\d\d-\d\d\.json\.gz$/);
  await expect(page.getByRole('status').filter({ hasText: '2 people' })).toBeVisible();
  const path = await backup.path();

  for (const { id } of await kith.records<{ id: string }>('contacts')) await kith.command('deleteContact', { contactId: id });
  await kith.command('setFollowUpTime', { time: '08:00' });
  await kith.command('setTagCadence', { label: 'choir', cadence: null });
  expect(await kith.records('contacts')).toEqual([]);

  const bring = async () => {
    await page.getByLabel(/^Choose a/).setInputFiles(path);
    await confirm(page);
    await finished(page);
  };
  await bring();
  const { tags: tagsBefore, ...rest } = before;
  const { tags: _, ...after } = await everything(kith);
  expect(after, 'the newer state of the tag is kept, everything else is as it was').toEqual(rest);
  expect(tagsBefore).toHaveLength(1);
  await page.goto(kith.address('dashboard.html#/people'));
  await page.getByRole('searchbox').fill('glacier');
  await expect(page.getByRole('list', { name: 'People' })).toContainText(IMANI.name);

  await page.goto(kith.address('dashboard.html#/data'));
  await bring();
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
});

test('LinkedIn’s file is looked through before anybody is kept, brings everybody once, and is one change with one undo', async ({ kith }) => {
  await keep(kith, { ...IMANI, key: 'linkedin:in/ada-lindqvist-3', handle: 'ada-lindqvist-3', url: 'https://www.linkedin.com/in/ada-lindqvist-3/' });
  await keep(kith, { ...TOMASZ, name: 'Ada7 Lindqvist' });
  const page = await kith.open('dashboard.html#/data');
  await choose(page, connections(600, ',,,,Acme,,\nBo "the" Lind,,,,,,\n"Eve" x,,,,,,\n'));
  const preview = page.getByRole('region', { name: 'What is in Connections.csv' });
  await expect(preview).toContainText('600 new people');
  await expect(preview).toContainText('1 person you keep already');
  await expect(preview).toContainText('1 new person is called like somebody you keep');
  await expect(preview).toContainText('Line 605 Acme Nobody is named here');
  await expect(preview).toContainText('Line 607');
  await expect(preview).toContainText('Kept as details: Email Address, Company, Position, Connected On.');
  expect(await kith.records('contacts'), 'nothing is kept before it is confirmed').toHaveLength(2);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await preview.getByRole('checkbox', { name: 'Ada7 Lindqvist is the same person' }).check();
  await confirm(page);
  await finished(page);
  const people = await kith.records<{ name: string; profileKeys: string[] }>('contacts');
  expect(people).toHaveLength(601);
  expect(people.filter(({ name }) => name === 'Ada7 Lindqvist').map(({ profileKeys }) => profileKeys)).toEqual([[TOMASZ.key, 'linkedin:in/ada-lindqvist-7']]);
  await expect(page.getByRole('table', { name: 'What became of it' })).toContainText('Merged2');
  expect(await kith.records('interactions'), 'to be connected is no contact').toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto(kith.address('dashboard.html#/changes'));
  await expect(page.getByRole('listitem').filter({ hasText: 'Imported Connections.csv' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo: Imported Connections.csv' }).click();
  await expect.poll(async () => (await kith.records('contacts')).length).toBe(2);
  await expect(page.getByRole('button', { name: 'Redo: Took back: Imported Connections.csv' })).toBeVisible();
});

test('a file that is looked through, or handed over, and a backup that is written can be given up: nothing comes of it', async ({ kith }) => {
  const page = await kith.open('dashboard.html#/data');
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await choose(page, connections(20_000));
  await cancel.click();
  await expect(cancel).toBeHidden();
  await expect(page.getByRole('button', { name: /^Import/ })).toBeHidden();

  await choose(page, connections(3));
  const goOn = await kith.holdWorker();
  await confirm(page);
  await cancel.click();
  await goOn();
  await expect(cancel).toBeHidden();
  await expect.poll(() => kith.records('importSlices')).toEqual([]);
  expect(await kith.records('contacts')).toEqual([]);
  expect(await kith.records('journal')).toEqual([]);

  await keep(kith, IMANI);
  const seat = await kith.seat();
  // As long as a transaction writes, nobody reads.
  await seat.evaluate(async () => {
    const opening = indexedDB.open('kith');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const { result: database } = opening;
    const tables = database.transaction([...database.objectStoreNames], 'readwrite');
    const held = (): void => {
      if (!Reflect.has(globalThis, 'letGo')) tables.objectStore('contacts').count().onsuccess = held;
    };
    held();
  });
  const downloads: unknown[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('button', { name: 'Back up now' }).click();
  await cancel.click();
  await seat.evaluate(() => Reflect.set(globalThis, 'letGo', true));
  await expect(page.getByRole('button', { name: 'Back up now' })).toBeVisible();
  expect(downloads).toEqual([]);
});

test('whoever goes to another screen finds a file that was read as they left it, and what is handed over goes on', async ({ kith }) => {
  await keep(kith, { ...TOMASZ, name: 'Ada7 Lindqvist' });
  const page = await kith.open('dashboard.html#/data');
  const goTo = (screen: string) => page.getByRole('navigation').getByRole('link', { name: screen }).click();
  await choose(page, connections(600));
  const same = page.getByRole('checkbox', { name: 'Ada7 Lindqvist is the same person' });
  await same.check();
  await goTo('Settings');
  await expect(page.getByText('Connections.csv was looked through. Nothing of it is imported yet.')).toBeVisible();
  await page.getByRole('link', { name: 'See what is in it' }).click();
  await expect(same).toBeChecked();

  const goOn = await kith.holdWorker();
  await confirm(page);
  await goTo('People');
  await expect(page.getByRole('progressbar', { name: 'Handing over Connections.csv' })).toBeVisible();
  await goOn();
  await expect.poll(async () => (await kith.records('contacts')).length, { timeout: 60_000 }).toBe(600);
  await goTo('Import & backup');
  await finished(page);
});

test('the keyboard stays with an import: from the file to its receipt, and to what takes it back', async ({ kith }) => {
  const page = await kith.open('dashboard.html#/data');
  await choose(page, connections(40));
  await page.getByRole('button', { name: 'Import 40 people' }).press('Enter');
  await finished(page);
  await expect(page.getByRole('region', { name: 'Import' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Taken back: / })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Redo' })).toBeFocused();
});

test('imported twice, a file changes nothing the second time', async ({ kith }) => {
  const page = await kith.open('dashboard.html#/data');
  await choose(page, connections(40, 'Bo,Lind,,bo@example.test,Acme,,\n'));
  await confirm(page);
  await finished(page);
  const before = await everything(kith);
  await choose(page, connections(40, 'Bo,Lind,,bo@example.test,Acme,,\n'));
  await expect(page.getByText('41 people you keep already')).toBeVisible();
  await confirm(page);
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
  expect(await everything(kith)).toEqual(before);
  expect(await kith.records('journal').then((entries) => entries.filter(({ partOf }) => partOf === undefined))).toHaveLength(1);
});

test('whoever the user said is the same person is known again when the file is imported again', async ({ kith }) => {
  await keep(kith, IMANI);
  const page = await kith.open('dashboard.html#/data');
  const file = `Name,Company,Notes\n${IMANI.name},Tarnwick,Met at the fair\n`;
  const same = page.getByRole('checkbox', { name: `${IMANI.name} is the same person` });
  await choose(page, file, 'fair.csv');
  await same.check();
  await confirm(page);
  await finished(page);
  const before = await everything(kith);
  expect([before['contacts']?.length, before['notes']?.length]).toEqual([1, 1]);

  await choose(page, file, 'fair.csv');
  await expect(page.getByText('1 person you keep already')).toBeVisible();
  await expect(same).toBeHidden();
  await confirm(page);
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
  expect(await everything(kith)).toEqual(before);
});

test('a worker killed again and again goes on where it was, and everybody is there exactly once; so does the undo', async ({ kith }) => {
  test.setTimeout(180_000);
  const page = await kith.open('dashboard.html#/data');
  await choose(page, connections(3000));
  await confirm(page);
  const done = async () => (await kith.records<{ kind: string; status: string; done: number }>('longWorks')).map(({ kind, status }) => `${kind} ${status}`);
  await expect(page.getByRole('button', { name: /^Stop/ })).toBeVisible({ timeout: 60_000 });
  const killUntil = async (end: string) => {
    let kills = 0;
    while (!(await done()).includes(end) && kills < 25) {
      await kith.strikeWorker();
      kills++;
      await kith.wake();
    }
    return kills;
  };
  expect(await killUntil('import done')).toBeGreaterThan(2);
  await finished(page);
  const people = await kith.records<{ profileKeys: string[] }>('contacts');
  expect(new Set(people.map(({ profileKeys }) => profileKeys[0])).size).toBe(3000);
  expect(people).toHaveLength(3000);
  expect(await kith.records('longWorks')).toMatchObject([{ receipt: { people: { added: 3000, merged: 0, same: 0, refused: 0 } } }]);
  expect(await kith.records('importSlices')).toEqual([]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await done()).some((work) => work.startsWith('undo '))).toBe(true);
  await killUntil('undo done');
  await expect(page.getByRole('heading', { name: /^Taken back: / })).toBeVisible({ timeout: 60_000 });
  expect(await kith.records('contacts')).toEqual([]);
});

test('a worker stopped while it makes the search index anew is started again by an alarm, and people are found by everything', async ({ kith }) => {
  test.setTimeout(180_000);
  const page = await kith.open('dashboard.html#/data');
  await choose(page, connections(6000));
  await confirm(page);
  await expect(page.getByRole('button', { name: /^Stop/ })).toBeVisible({ timeout: 60_000 });
  // No page of Kith's is left to wake the worker.
  await page.close();
  const state = async () => (await kith.records<{ complete: boolean; after: string }>('searchState'))[0];
  await expect.poll(state, { message: 'the index is being made', timeout: 60_000, intervals: [20] }).toMatchObject({ complete: false });
  await kith.killWorker();
  expect(await state(), 'and was not complete').toMatchObject({ complete: false });

  await kith.bringAlarmForward('go on');
  await expect.poll(state, { timeout: 60_000 }).toMatchObject({ complete: true });
  await expect.poll(() => kith.alarms(), 'it is not woken for nothing').not.toHaveProperty('go on');
  const people = await kith.open('dashboard.html#/people');
  await people.getByRole('searchbox').fill('lindqvist engineer');
  await expect(people.getByRole('list', { name: 'People' })).toContainText('Lindqvist');
});

test('an import that is stopped says how far it came, lets other work in between, and is taken back', async ({ kith }) => {
  test.setTimeout(180_000);
  const contactId = await keep(kith, IMANI);
  const page = await kith.open('dashboard.html#/data');
  await choose(page, connections(10_000));
  await confirm(page);
  await expect(page.getByRole('button', { name: /^Stop/ })).toBeVisible({ timeout: 60_000 });
  await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: 'Written meanwhile', draft: false });
  expect(await kith.records<{ status: string }>('longWorks'), 'the note did not wait for the end').toMatchObject([{ status: 'working' }]);
  await page.getByRole('button', { name: /^Stop/ }).click();
  await expect(page.getByRole('heading', { name: 'Stopped: Connections.csv' })).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByRole('heading', { name: /^Taken back: / })).toBeVisible({ timeout: 60_000 });
  expect(await kith.records('contacts')).toHaveLength(1);
  expect(await kith.records('notes')).toHaveLength(1);
});

test('an import that was stopped waits where imports are, whatever is imported after it, and is gone on with or left at that', async ({ kith }) => {
  test.setTimeout(180_000);
  const page = await kith.open('dashboard.html#/data');
  const region = page.getByRole('region', { name: 'Import' });
  const of = (name: string) => region.locator('.work-report').filter({ hasText: name });
  await choose(page, connections(10_000), 'A.csv');
  await confirm(page);
  await expect(page.getByRole('button', { name: 'Stop: Importing A.csv' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  const progress = page.locator('.dashboard-notices').filter({ hasText: 'Importing A.csv' });
  await progress.getByRole('link', { name: 'Import & backup' }).click();
  await page.getByRole('button', { name: 'Stop: Importing A.csv' }).click();
  await expect(of('Stopped: A.csv').getByRole('button', { name: 'Go on' })).toBeVisible();

  await choose(page, 'Name\nBo Lind\n', 'B.csv');
  await confirm(page);
  await finished(page);
  await expect(of('Imported: B.csv')).toBeVisible();
  await expect(of('Stopped: A.csv')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('navigation').getByRole('link', { name: 'Changes' }).click();
  const change = page.getByRole('listitem').filter({ hasText: 'Imported a part of A.csv' });
  await expect(change).toContainText('Stopped before its end.');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await change.getByRole('link', { name: 'Import & backup' }).click();
  await of('Stopped: A.csv').getByRole('button', { name: 'Go on' }).press('Enter');
  await page.getByRole('button', { name: 'Stop: Importing A.csv' }).press('Enter');
  await of('Stopped: A.csv').getByRole('button', { name: 'Leave it at that' }).press('Enter');
  await expect(of('Imported in part: A.csv')).toContainText(/of 10,000 records\. The rest of the file was left out\./);
  await page.keyboard.press('Tab');
  await expect(of('Imported in part: A.csv').getByRole('button', { name: 'Undo' }), 'the keyboard is where it was').toBeFocused();
  expect(await kith.records('importSlices')).toEqual([]);
});

const BROKEN: [string, string, string | Buffer, RegExp][] = [
  ['that is empty', 'people.csv', '', /The file is empty/],
  ['of no kind that Kith knows', 'people.vcf', 'BEGIN:VCARD\nFN:Ada\n', /neither a backup of Kith’s nor a table of people with headings/],
  [
    'that is no UTF-8',
    'people.csv',
    Buffer.from([...Buffer.from('Name,Company\nAd'), 0xe9, 0x2c, 0x41]),
    /Byte 16 is no text in UTF-8\. Save the file as CSV \(UTF-8\)/,
  ],
  [
    'cut off in the middle',
    'kith.json',
    '{"kith":"backup","version":1,"at":"2026-11-24T08:00:00.000Z","counts":{"contacts":2},"records":[\n["contacts",{"id":1}],\n',
    /ends before its end, after line 2/,
  ],
  ['of a later version', 'kith.json', '{"kith":"backup","version":9,"records":[\n]}\n', /written by a later version of Kith/],
  ['that is a damaged archive', 'kith.json.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4]), /archive is damaged/],
];

for (const [what, name, content, words] of BROKEN) {
  test(`a file ${what} is refused with what, where and what to do; nothing is changed`, async ({ kith }) => {
    await keep(kith, IMANI);
    const before = await everything(kith);
    const page = await kith.open('dashboard.html#/data');
    await choose(page, content, name);
    const problem = page.getByRole('alert').filter({ hasText: `${name} could not be read` });
    await expect(problem).toContainText(words);
    await expect(problem).toContainText('Nothing was changed.');
    expect(await everything(kith)).toEqual(before);
    await choose(page, 'Name\nBo Lind\n', 'better.csv');
    await expect(page.getByText('1 new person')).toBeVisible();
  });
}
