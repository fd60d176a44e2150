import type { Page } from '@playwright/test';
import { annotationOn, clickAnnotation, hoverAnnotation } from './support/annotation.ts';
import type { Kith } from './support/kith.ts';
import { AT_NOON, GITHUB_IMANI, IMANI, keep, minutesFromNow, subjectOf, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

test.use({ timeZone: AT_NOON });

const label = (page: Page) => expect.poll(async () => (await annotationOn(page))?.label);
const writeNote = (kith: Kith, contactId: string, text: string) =>
  kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text, draft: false });

test('beside the name of somebody new stands the offer to add them', async ({ kith, page }) => {
  expect(await kith.workerIsRunning()).toBe(true);
  for (const { url } of [IMANI, GITHUB_IMANI]) {
    await page.goto(url);
    await expect.poll(() => annotationOn(page)).toMatchObject({ label: 'Add to Kith', state: 'new', inCorner: false });
  }
});

test('a click on it opens the side panel at this person', async ({ kith, page }) => {
  await page.goto(IMANI.url);
  await label(page).toBe('Add to Kith');
  await clickAnnotation(page);
  const panel = await kith.panel();
  await expect(panel.getByText(IMANI.name).first()).toBeVisible();
});

test('what is recorded shows at once, in every open tab', async ({ kith, page, context }) => {
  const second = await context.newPage();
  for (const tab of [page, second]) {
    await tab.goto(IMANI.url);
    await label(tab).toBe('Add to Kith');
  }
  const contactId = await keep(kith, IMANI);
  for (const tab of [page, second]) await label(tab).toBe('no contact yet');

  const on = Temporal.Now.plainDateISO(AT_NOON).subtract({ days: 21 }).toString();
  await kith.command('logInteraction', {
    subject: { contactId },
    interactionId: crypto.randomUUID(),
    content: { on, channel: 'coffee', given: [], received: [] },
  });
  await kith.command('setFollowUp', {
    subject: { contactId },
    reminderId: crypto.randomUUID(),
    text: 'Send the gauge photos',
    dueAt: minutesFromNow(3 * 24 * 60, AT_NOON),
  });
  await writeNote(kith, contactId, 'Met at the **spring** workshop.');
  for (const tab of [page, second]) await label(tab).toBe('3 wks · ↻ in 3 days');

  await page.bringToFront();
  await hoverAnnotation(page);
  await expect
    .poll(() => annotationOn(page))
    .toMatchObject({
      state: 'fresh',
      spoken: expect.stringContaining('Last contact 3 weeks ago. Next follow-up in 3 days.'),
      card: {
        isOpen: true,
        title: IMANI.name,
        rows: [
          { label: 'Last contact', text: '3 weeks ago · Coffee' },
          { label: 'Follow up', text: expect.stringMatching(/^in 3 days, .* · Send the gauge photos$/) },
          { label: 'Note, today', text: 'Met at the spring workshop.' },
        ],
      },
    });
});

test('the note is there after a reload', async ({ kith, page }) => {
  await writeNote(kith, await keep(kith, IMANI), 'Remember the river');
  await page.goto(IMANI.url);
  await label(page).toBe('no contact yet');
  await page.reload();
  await label(page).toBe('no contact yet');
  expect((await annotationOn(page))?.description).toContain('Remember the river');
});

test('how much is shown in the page is the user’s choice per site', async ({ kith, page }) => {
  await writeNote(kith, await keep(kith, IMANI), 'Remember the river');
  await page.goto(IMANI.url);
  await label(page).toBe('no contact yet');
  const choose = (mode: 'always' | 'hover' | 'badge' | 'off') => kith.command('setAnnotationMode', { siteId: 'linkedin', mode });

  await choose('always');
  await expect.poll(async () => (await annotationOn(page))?.card.isOpen).toBe(true);
  await choose('badge');
  await expect.poll(async () => (await annotationOn(page))?.card).toMatchObject({ isOpen: false, rows: [] });
  await hoverAnnotation(page);
  expect((await annotationOn(page))?.card.isOpen).toBe(false);
  await choose('off');
  await expect.poll(async () => (await annotationOn(page))?.state).toBe('off');
  expect(JSON.stringify(await annotationOn(page))).not.toContain('river');
  await page.goto(GITHUB_IMANI.url);
  await label(page).toBe('Add to Kith');
});

test('in-app navigation shows the next person, and at no moment the one before', async ({ kith, page }) => {
  await writeNote(kith, await keep(kith, IMANI), 'Imani’s note');
  await writeNote(kith, await keep(kith, TOMASZ), 'Tomasz’s note');
  await page.goto(IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.description).toContain('Imani’s note');
  await page.locator(`a[href*="/in/tomasz-"]`).first().click();
  for (;;) {
    const painted = await annotationOn(page);
    if (painted?.description.includes('Tomasz’s note')) break;
    expect(painted?.description ?? '').not.toContain('Imani');
    expect(painted?.card.title ?? '').not.toContain('Imani');
  }
  await page.goBack();
  await expect.poll(async () => (await annotationOn(page))?.description).toContain('Imani’s note');
});

test('with every hook of the page missing, the annotation stands in the corner and the note attaches all the same', async ({ kith, page }) => {
  kith.web.serve(IMANI.url, '<!doctype html><html lang="en"><title>…</title><link rel="icon" href="data:,"><p>Something entirely different</p></html>');
  await page.goto(IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.inCorner).toBe(true);
  await label(page).toBe('Add to Kith');
  await kith.command('writeNote', { subject: subjectOf(IMANI), noteId: crypto.randomUUID(), text: 'By the address alone', draft: false });
  await expect.poll(async () => (await annotationOn(page))?.description).toContain('By the address alone');
});

test('a page that removes it gets it back', async ({ kith, page }) => {
  expect(await kith.workerIsRunning()).toBe(true);
  await page.goto(IMANI.url);
  await label(page).toBe('Add to Kith');
  await page.evaluate(() => {
    for (const host of document.querySelectorAll('h2 > div:empty, h1 > div:empty')) host.remove();
  });
  await label(page).toBe('Add to Kith');
});

test('its card closes at Escape, and when the page is scrolled under it', async ({ kith, page }) => {
  await writeNote(kith, await keep(kith, IMANI), 'Remember the river');
  await page.goto(IMANI.url);
  await label(page).toBe('no contact yet');
  const cardIsOpen = () => expect.poll(async () => (await annotationOn(page))?.card.isOpen);
  await hoverAnnotation(page);
  await cardIsOpen().toBe(true);
  await page.keyboard.press('Escape');
  await cardIsOpen().toBe(false);
  await page.mouse.move(5, 5);
  await hoverAnnotation(page);
  await cardIsOpen().toBe(true);
  await page.addStyleTag({ content: 'body { min-height: 5000px }' });
  await page.evaluate(() => scrollTo(0, 600));
  await cardIsOpen().toBe(false);
});

test('what is printed of the page has nothing of it, the note least of all', async ({ kith, page }) => {
  await writeNote(kith, await keep(kith, IMANI), 'Remember the river');
  await kith.command('setAnnotationMode', { siteId: 'linkedin', mode: 'always' });
  await page.goto(IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.card.isOpen).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(async () => (await annotationOn(page))?.card.isOpen).toBeUndefined();
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(async () => (await annotationOn(page))?.card.isOpen).toBe(true);
});

test('it follows the page into the dark', async ({ kith, page }) => {
  expect(await kith.workerIsRunning()).toBe(true);
  await page.goto(IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.scheme).toBe('light');
  await page.addStyleTag({ content: '* { background: #14181d !important }' });
  await expect.poll(async () => (await annotationOn(page))?.scheme).toBe('dark');
  // As pages with Tailwind 4 say it.
  await page.addStyleTag({ content: '* { background: oklch(0.98 0.003 250) !important }' });
  await expect.poll(async () => (await annotationOn(page))?.scheme).toBe('light');
  await page.addStyleTag({ content: '* { background: oklch(0.21 0.03 260) !important }' });
  await expect.poll(async () => (await annotationOn(page))?.scheme).toBe('dark');
});

test('after an update under the open page it asks for a reload, and a click reloads', async ({ kith, page }) => {
  await keep(kith, IMANI);
  await page.goto(IMANI.url);
  await label(page).toBe('no contact yet');
  await kith.update();
  await label(page).toBe('Reload page');
  await clickAnnotation(page);
  await label(page).toBe('no contact yet');
});

test('the headline of somebody kept is recorded when their page is seen, and only when it changed', async ({ kith, page }) => {
  await keep(kith, IMANI);
  const headlines = async () => (await kith.records<{ profile: { fields: { headline?: string } } }>('sightings')).map(({ profile }) => profile.fields.headline);
  await page.goto(IMANI.url);
  await expect.poll(headlines).toEqual([undefined, 'Head of field operations at Tarnwick Hydrology']);
  await page.reload();
  await label(page).toBe('no contact yet');
  await page.goto(TOMASZ.url);
  await label(page).toBe('Add to Kith');
  expect(await headlines()).toHaveLength(2);
});

test('what a page says is recorded however late it says it', async ({ kith, page }) => {
  await keep(kith, IMANI);
  const { body = '' } = kith.web.find(IMANI.url) ?? {};
  kith.web.serve(
    IMANI.url,
    `<!doctype html><html lang="en"><title>LinkedIn</title><link rel="icon" href="data:,"><template>${/<body[^>]*>([^]*)<\/body>/.exec(body)?.[1]}</template></html>`,
  );
  await page.goto(IMANI.url);
  await expect.poll(async () => (await annotationOn(page))?.inCorner).toBe(true);
  await page.evaluate(() => document.body.append(document.querySelector('template')?.content ?? ''));
  await expect.poll(async () => (await annotationOn(page))?.inCorner).toBe(false);
  await expect
    .poll(async () => (await kith.records<{ profile: { fields: { headline?: string } } }>('sightings')).map(({ profile }) => profile.fields.headline))
    .toContain('Head of field operations at Tarnwick Hydrology');
});
