import type { Page } from '@playwright/test';
import { annotationOn, clickAnnotation } from './support/annotation.ts';
import type { Kith } from './support/kith.ts';
import { GITHUB_IMANI, IMANI, keep, subjectOf, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** The number that her page gives her. */
const GITHUB_ID = 'github:id/918273645';
const REBUILT = 'https://github.com/rune-aske';

/** A page of a site that was rebuilt: nothing by which Kith knows names is left. */
const rebuilt = (name: string) =>
  `<!doctype html><html lang="en"><title>…</title><link rel="icon" href="data:,"><header><p>menu</p></header><section><a href="#"><b class="who">${name}</b></a></section></html>`;

/** Shows the name to Kith, in the panel opened from the annotation. */
async function pointAtName(kith: Kith, page: Page): Promise<Page> {
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('Add to Kith');
  await clickAnnotation(page);
  const panel = await kith.panel();
  await expect(panel.getByRole('heading', { name: 'rune-aske' })).toBeVisible();

  await panel.getByText('How this page was read').click();
  await expect(panel.getByText('not found').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Point at the name' }).click();
  // What the pointer is over is framed as soon as the page waits for the click.
  await expect(async () => {
    await page.mouse.move(5, 300);
    await page.locator('section b').hover();
    await expect(page.locator('html > div[style]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.locator('section b').click();
  await expect(panel.getByRole('heading', { name: 'Rune Aske' })).toBeVisible();
  return panel;
}

test('with every hook missing, the name is pointed at once and read from there on this site, until that is forgotten', async ({ kith, page }) => {
  kith.web.serve(REBUILT, rebuilt('Rune Aske'));
  await page.goto(REBUILT);
  const panel = await pointAtName(kith, page);
  await expect(panel.getByText('where you pointed')).toBeVisible();
  expect(page.url()).toBe(REBUILT);

  kith.web.serve('https://github.com/oda-lind', rebuilt('Oda Lind'));
  await page.goto('https://github.com/oda-lind');
  await expect(panel.getByRole('heading', { name: 'Oda Lind' })).toBeVisible();

  kith.web.serve('https://github.com/ivar-moe', '<!doctype html><html lang="en"><title>…</title><link rel="icon" href="data:,"><p>Nobody named</p></html>');
  await page.goto('https://github.com/ivar-moe');
  await expect(panel.getByRole('heading', { name: 'ivar-moe' })).toBeVisible();
  await panel.getByText('How this page was read').filter({ visible: true }).click();
  await expect(panel.getByText('Where you pointed on this site stands no name of this person.').filter({ visible: true })).toBeVisible();

  await page.goto('https://github.com/oda-lind');
  await expect(panel.getByRole('heading', { name: 'Oda Lind' })).toBeVisible();
  await panel.getByText('How this page was read').filter({ visible: true }).click();
  await expect(panel.getByText('Where you pointed on this site').filter({ visible: true })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Read it by itself again' }).filter({ visible: true }).click();
  await expect(panel.getByRole('heading', { name: 'oda-lind' })).toBeVisible();
});

test('a place that is called after the person, or by a machine, is not what is kept of where their name stands', async ({ kith, page }) => {
  const called = (name: string, id: string) =>
    `<!doctype html><html lang="en"><title>…</title><link rel="icon" href="data:,"><header><p>menu</p></header><section id="profile-${id}"><b class="kFzhQe">${name}</b></section></html>`;
  kith.web.serve(REBUILT, called('Rune Aske', 'rune-aske'));
  await page.goto(REBUILT);
  const panel = await pointAtName(kith, page);
  kith.web.serve('https://github.com/oda-lind', called('Oda Lind', 'oda-lind').replace('kFzhQe', 'eVbKqz'));
  await page.goto('https://github.com/oda-lind');
  await expect(panel.getByRole('heading', { name: 'Oda Lind' })).toBeVisible();
});

test('where the name was pointed at, nobody is called by the name of whom an in-app site still shows', async ({ kith, page }) => {
  kith.web.serve(REBUILT, rebuilt('Rune Aske'));
  await page.goto(REBUILT);
  const panel = await pointAtName(kith, page);
  await page.evaluate(() => history.pushState(null, '', '/oda-lind'));
  await expect(panel.getByRole('heading', { name: 'oda-lind' })).toBeVisible();
  await page.locator('.who').evaluate((who) => {
    who.textContent = 'Oda Lind';
  });
  await expect(panel.getByRole('heading', { name: 'Oda Lind' })).toBeVisible();
});

test('what changed on a profile is said on the annotation, in the panel and among what is pending', async ({ kith, page }) => {
  const { profile } = subjectOf(IMANI);
  await kith.command('addContact', { subject: { profile: { ...profile, fields: { name: IMANI.name, headline: 'Student of rivers' } } } });
  await page.goto(IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.description).toContain('Student of rivers → Head of field operations at Tarnwick Hydrology');
  await clickAnnotation(page);
  const panel = await kith.panel();
  await expect(panel.getByRole('list', { name: 'What changed' })).toContainText('Student of rivers');

  const dashboard = await kith.open('dashboard.html#/pending');
  await expect(dashboard.getByRole('rowgroup', { name: 'News' })).toContainText(IMANI.name);
  await dashboard.getByRole('button', { name: `Done: ${IMANI.name}` }).click();
  await expect(dashboard.getByText('Nothing is pending')).toBeVisible();
  await dashboard.getByRole('button', { name: 'Undo' }).click();
  await expect(dashboard.getByRole('rowgroup', { name: 'News' })).toBeVisible();
});

test('signed out or in another language a profile says nothing new, and news that is taken back waits no longer', async ({ kith, page }) => {
  await keep(kith, IMANI);
  const { body: signedIn = '' } = kith.web.find(IMANI.url) ?? {};
  const person = {
    '@type': 'Person',
    name: IMANI.name,
    url: IMANI.url,
    worksFor: { name: 'Tarnwick Hydrology ApS' },
    address: { addressLocality: 'Aarhus, Central Jutland, Denmark' },
  };
  const signedOut = `<!doctype html><html lang="en"><head><title>${IMANI.name} - Head of field operations | LinkedIn</title><link rel="icon" href="data:,"><link rel="canonical" href="${IMANI.url}">
    <script type="application/ld+json">${JSON.stringify({ '@graph': [person] })}</script></head>
    <body><section class="top-card-layout"><h1>${IMANI.name}</h1><h2 class="top-card-layout__headline">Field operations at Tarnwick</h2></section></body></html>`;
  const said = async () => (await kith.records<{ profile: { fields: object } }>('sightings')).at(-1)?.profile.fields;
  const reads = async (html: string, fields: Record<string, string>, address = IMANI.url) => {
    kith.web.serve(address, html);
    await page.goto(address);
    await expect.poll(said).toMatchObject(fields);
  };
  await reads(signedIn, { organisation: 'Tarnwick Hydrology', place: 'Aarhus, Denmark' });
  await reads(signedOut, { organisation: 'Tarnwick Hydrology ApS', place: 'Aarhus, Central Jutland, Denmark' });
  await reads(signedIn, { organisation: 'Tarnwick Hydrology', place: 'Aarhus, Denmark' });
  const german = signedIn.replaceAll('Head of field operations at', 'Leiterin Außendienst bei');
  await reads(german, { headline: 'Leiterin Außendienst bei Tarnwick Hydrology' }, `${IMANI.url}de/`);
  await reads(signedIn, { headline: 'Head of field operations at Tarnwick Hydrology' });
  const dashboard = await kith.open('dashboard.html#/pending');
  await expect(dashboard.getByText('Nothing is pending')).toBeVisible();

  await page.bringToFront();
  await reads(signedIn.replaceAll('Tarnwick Hydrology', 'Globex'), { organisation: 'Globex' });
  await expect.poll(async () => (await annotationOn(page))?.description).toContain('Tarnwick Hydrology → Globex');
  await expect(dashboard.getByRole('rowgroup', { name: 'News' })).toContainText(IMANI.name);
  await reads(signedIn, { organisation: 'Tarnwick Hydrology' });
  await expect.poll(async () => (await annotationOn(page))?.description).not.toContain('Globex');
  await expect(dashboard.getByText('Nothing is pending')).toBeVisible();

  const changes = await kith.open('dashboard.html#/changes');
  await expect(changes.getByText(`Took back news of ${IMANI.name}, whose profile says again what it said before`)).toBeVisible();
  await changes.getByRole('button', { name: 'Undo' }).first().click();
  await expect(dashboard.getByRole('rowgroup', { name: 'News' })).toContainText('Globex');
});

test('a profile that another page names is suggested with its evidence, and joined with one click', async ({ kith, page }) => {
  // Once a page has settled, its site's own number for her is a further key: when that is depends on how long one stays.
  const keys = async () => (await kith.records<{ profileKeys: string[] }>('contacts')).map(({ profileKeys }) => profileKeys);
  await keep(kith, IMANI);
  const naming = (...urls: string[]) =>
    `<!doctype html><html lang="en"><head><title>tarnwick-imani (Imani Vestergaard) · GitHub</title><link rel="icon" href="data:,"><meta property="profile:username" content="tarnwick-imani">
    <meta name="octolytics-dimension-user_id" content="918273645"><meta name="octolytics-dimension-user_login" content="tarnwick-imani">
    <meta property="og:type" content="profile"></head><body><div class="h-card"><h1 class="vcard-names"><span class="p-name vcard-fullname" itemprop="name">Imani Vestergaard</span>
    <span class="p-nickname vcard-username" itemprop="additionalName">tarnwick-imani</span></h1>${urls.map((url) => `<a rel="nofollow me" href="${url}">LinkedIn</a>`).join('')}</div></body></html>`;
  kith.web.serve(GITHUB_IMANI.url, naming(IMANI.url));
  await page.goto(GITHUB_IMANI.url);
  await expect.poll(() => kith.records('claims')).toMatchObject([{ from: GITHUB_IMANI.key, to: IMANI.key, evidence: 'rel=me' }]);
  await page.goto(IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('no contact yet');
  await clickAnnotation(page);
  const panel = await kith.panel();
  await expect(panel.getByText('The page says that both are the same person’s (rel=me).')).toBeVisible();
  await panel.getByRole('button', { name: 'Same person' }).click();
  await expect.poll(keys).toMatchObject([expect.arrayContaining([IMANI.key, GITHUB_IMANI.key])]);
  await page.goto(GITHUB_IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('no contact yet');
  await expect.poll(keys).toMatchObject([expect.arrayContaining([GITHUB_ID])]);

  await panel.getByRole('heading', { name: 'Details' }).click();
  await panel.getByRole('button', { name: 'GitHub: tarnwick-imani is not their profile' }).click();
  await expect.poll(keys).not.toMatchObject([expect.arrayContaining([GITHUB_IMANI.key])]);
  expect(await keys()).toMatchObject([expect.arrayContaining([IMANI.key])]);

  // The next visit has been read when what is new on the page is kept.
  await keep(kith, TOMASZ);
  kith.web.serve(GITHUB_IMANI.url, naming(IMANI.url, TOMASZ.url));
  await page.goto(GITHUB_IMANI.url);
  await expect.poll(() => kith.records('claims')).toContainEqual(expect.objectContaining({ from: GITHUB_IMANI.key, to: TOMASZ.key }));
  expect((await keys()).flat().filter((key) => key.startsWith('github:'))).toEqual([]);
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('Add to Kith');
});

test('on the page of a stranger who has taken over a handle nothing is shown of whom it was, and that can be undone for good', async ({ kith, page }) => {
  const former = { ...subjectOf(GITHUB_IMANI).profile, fields: { name: 'Oda Lind' }, aliases: ['github:id/1'] };
  await kith.command('addContact', { subject: { profile: former } });
  const keys = async () => (await kith.records<{ profileKeys: string[] }>('contacts')).map(({ profileKeys }) => profileKeys);
  await page.goto(GITHUB_IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('Add to Kith');
  expect(await keys()).toEqual([['github:id/1']]);
  expect(await kith.records('sightings')).toMatchObject([{ profile: { fields: { name: 'Oda Lind' } } }]);

  const dashboard = await kith.open('dashboard.html#/changes');
  await expect(dashboard.getByText('Took from Oda Lind an address that is somebody else’s now')).toBeVisible();
  await dashboard.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(keys).toEqual([[GITHUB_IMANI.key, 'github:id/1']]);
  await page.reload();
  await expect.poll(keys).toEqual([[GITHUB_IMANI.key, 'github:id/1', GITHUB_ID]]);
});

test('an address added under Links is a profile of theirs: whoever is found there is known, until that is undone', async ({ kith, page }) => {
  const contactId = await keep(kith, GITHUB_IMANI);
  const dashboard = await kith.open(`dashboard.html#/people/${contactId}`);
  await dashboard.getByRole('textbox', { name: 'Link address' }).fill(IMANI.url);
  await dashboard.keyboard.press('Enter');
  await expect(dashboard.getByRole('link', { name: `LinkedIn: ${IMANI.handle}` }).first()).toBeVisible();
  await page.bringToFront();
  await page.goto(IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.label).toContain('contact');
  await clickAnnotation(page);
  const panel = await kith.panel();
  await expect(panel.getByRole('button', { name: `Star ${IMANI.name}` })).toBeVisible();
  expect(await kith.records('contacts')).toHaveLength(1);

  await dashboard.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText('Not in Kith yet.')).toBeVisible();
});

test('of an address that is somebody else’s, and of anybody kept, it can be said that they are the same person', async ({ kith }) => {
  const contactId = await keep(kith, GITHUB_IMANI);
  await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  const page = await kith.open(`dashboard.html#/people/${contactId}`);
  await page.getByRole('textbox', { name: 'Link address' }).fill(IMANI.url);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`This is a profile of ${IMANI.name}, whom you keep already.`)).toBeVisible();
  await page.getByRole('button', { name: 'Same person, merge' }).click();
  await expect.poll(async () => (await kith.records('contacts')).length).toBe(2);
  await expect(page.getByRole('textbox', { name: 'Link address' })).toHaveValue('');

  await page.getByRole('button', { name: 'Same person as…' }).click();
  await page.getByRole('combobox', { name: 'Find a person' }).fill('tomasz');
  await page.getByRole('option', { name: TOMASZ.name }).click();
  await expect.poll(async () => (await kith.records('contacts')).length).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await kith.records('contacts')).length).toBe(2);
});
