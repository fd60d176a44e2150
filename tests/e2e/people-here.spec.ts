import type { Page } from '@playwright/test';
import type { Kith } from './support/kith.ts';
import { AT_NOON, GITHUB_IMANI, IMANI, keep, subjectOf, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

test.use({ timeZone: AT_NOON });

const ORGANISATION = 'https://github.com/tarnwick-hydrology';
const COMPANY = 'https://www.linkedin.com/company/tarnwick-hydrology/';
const companyPage = (name: string) =>
  `<!doctype html><html lang="en"><head><title>(2) ${name}: About | LinkedIn</title><link rel="icon" href="data:,"></head>
  <body><main><h1> ${name} </h1><a href="/company/globex/">Globex</a></main></body></html>`;

const heading = (surface: Page, count: number) =>
  surface.getByRole('heading', { name: count === 1 ? 'You know 1 person here' : `You know ${count} people here` });
const listed = (surface: Page) => surface.locator('.people-here li').allInnerTexts();

/** Keeps somebody of whom only a table of people told, as an import does. */
async function keepFromTable(kith: Kith, name: string, company: string): Promise<string> {
  const handle = name.toLowerCase().replace(' ', '-');
  const contactId = await keep(kith, { url: `https://www.linkedin.com/in/${handle}`, key: `linkedin:in/${handle}`, handle, name });
  await kith.command('editContact', { contactId, changes: { customFields: [{ label: 'Company', value: company }] } });
  return contactId;
}

test('an organisation’s page lists whom one knows there: who is linked, and who works there by their profile or their details', async ({ kith, page }) => {
  await keep(kith, IMANI);
  await page.goto(IMANI.url);
  await expect.poll(async () => (await kith.records<{ organisations: string[] }>('contacts'))[0]?.organisations).toEqual(['tarnwick hydrology']);
  await keep(kith, { ...GITHUB_IMANI, name: 'Imani of GitHub' });
  await keep(kith, TOMASZ);
  const odaId = await keepFromTable(kith, 'Oda Lind', 'Tarnwick Hydrology');
  await keepFromTable(kith, 'Rune Aske', 'Tarnwick Hydrology Museum');

  await page.goto(ORGANISATION);
  const panel = await kith.openPanel();
  await page.bringToFront();
  await expect(heading(panel, 3)).toBeVisible();
  expect((await listed(panel)).map((line) => line.split('\n')[0])).toEqual(['Imani of GitHub', IMANI.name, 'Oda Lind']);
  const popup = await kith.openPopup();
  await expect(heading(popup, 3)).toBeVisible();
  await popup.getByRole('button', { name: 'Oda Lind' }).click();
  await expect(popup.getByRole('heading', { name: 'Oda Lind' })).toBeVisible();
  await popup.close();

  await kith.command('editContact', { contactId: odaId, changes: { customFields: [{ label: 'Company', value: 'Globex' }], archived: true } });
  await expect(heading(panel, 2)).toBeVisible();

  kith.web.serve(COMPANY, companyPage('Tarnwick Hydrology'));
  await page.goto(COMPANY);
  await expect(heading(panel, 1)).toBeVisible();
  kith.web.serve('https://www.linkedin.com/company/globex/', companyPage('GLOBEX'));
  await page.goto('https://www.linkedin.com/company/globex/');
  await expect(panel.getByRole('button', { name: 'Oda Lind archived' })).toBeVisible();
  await expect(heading(panel, 1)).toBeVisible();
  await page.goto('https://github.com/tarnwick-hydrology/gauge-reader/issues/12');
  await expect(panel.getByRole('button', { name: 'Imani of GitHub' })).toBeVisible();
  await expect(heading(panel, 1)).toBeVisible();
});

test('an organisation’s own page, where Kith is off, is read once the toolbar button is clicked: who is linked there, and who works there', async ({
  kith,
  page,
}) => {
  await keepFromTable(kith, 'Oda Lind', 'Loom Weavers');
  await keep(kith, IMANI);
  const loom = { '@context': 'https://schema.org', '@type': 'Organization', name: 'Loom Weavers', url: 'https://loom.example/' };
  kith.web.serve(
    'https://loom.example/',
    `<!doctype html><html lang="en"><title>Loom</title><link rel="icon" href="data:,"><script type="application/ld+json">${JSON.stringify(loom)}</script><h1>Weaving</h1><p>Advised by <a href="${IMANI.url}">Imani</a></p></html>`,
  );
  await page.goto('https://loom.example/');
  await kith.clickAction(page);
  await expect.poll(() => kith.context.pages().some((open) => open.url() === kith.address('popup.html'))).toBe(true);
  const popup = kith.context.pages().find((open) => open.url() === kith.address('popup.html'));
  if (!popup) throw new Error('the popup closed again');
  await expect(heading(popup, 2)).toBeVisible();
  expect((await listed(popup)).map((line) => line.split('\n')[0])).toEqual([IMANI.name, 'Oda Lind']);
});

test('a company that changes in the page is followed, and nothing of whom one knows there reaches the page', async ({ kith, page }) => {
  await keepFromTable(kith, 'Oda Lind', 'Globex');
  kith.web.serve(COMPANY, companyPage('Tarnwick Hydrology'));
  await page.goto(COMPANY);
  const panel = await kith.openPanel();
  await page.bringToFront();
  await expect(panel.getByRole('heading', { name: 'No profile in front' })).toBeVisible();
  await expect(panel.getByText('on LinkedIn, GitHub or a site you switched on')).toBeVisible();
  await page.evaluate(() => {
    history.pushState(null, '', '/company/globex/');
    setTimeout(() => {
      const name = document.querySelector('h1');
      if (name) name.textContent = 'Globex';
      document.title = 'Globex: About | LinkedIn';
    }, 300);
  });
  await expect(heading(panel, 1)).toBeVisible();
  expect(await page.content()).not.toContain('Oda');
});

test('of very many people at one organisation the first are listed, with how many they are, and more when asked', async ({ kith, page }) => {
  for (let number = 0; number < 65; number++) await kith.command('addContact', { subject: atGlobex(number) });
  kith.web.serve('https://www.linkedin.com/company/globex/', companyPage('Globex'));
  await page.goto('https://www.linkedin.com/company/globex/');
  const panel = await kith.openPanel();
  await page.bringToFront();
  await expect(heading(panel, 65)).toBeVisible();
  await expect(panel.locator('.people-here li')).toHaveCount(61);
  await panel.getByRole('button', { name: 'Show more' }).click();
  await expect(panel.locator('.people-here li')).toHaveCount(65);
  await expect(panel.getByRole('button', { name: 'Show more' })).toHaveCount(0);
});

function atGlobex(number: number) {
  const handle = `person-${number}`;
  const { profile } = subjectOf({ url: `https://www.linkedin.com/in/${handle}`, key: `linkedin:in/${handle}`, handle, name: `Person ${number}` });
  return { profile: { ...profile, fields: { ...profile.fields, organisation: 'Globex' } } };
}
