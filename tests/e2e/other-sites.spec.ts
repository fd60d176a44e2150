import { annotationOn, clickAnnotation } from './support/annotation.ts';
import type { Kith } from './support/kith.ts';
import { AT_NOON, GITHUB_IMANI, keep, minutesFromNow } from './support/people.ts';
import { popupOver, switchOn, willGrant } from './support/switch-on.ts';
import { expect, test } from './support/test.ts';

const HOME = 'https://odalind.example/';
const H_CARD = `<!doctype html><html lang="en"><title>Oda Lind</title><link rel="icon" href="data:,"><main class="h-card"><h1 class="p-name">Oda Lind</h1>
  <a class="u-url u-uid" rel="me" href="${HOME}">home</a><p class="p-note">Keeper of lighthouses</p></main></html>`;
const PLAIN = '<!doctype html><html lang="en"><title>Rune Aske · bookbinder</title><link rel="icon" href="data:,"><p>Books, bound.</p></html>';
const GITLAB = 'https://gitlab.com/oda.lind';
const GITLAB_PAGE = `<!doctype html><html lang="en"><title>Oda Lind · GitLab</title><link rel="icon" href="data:,"><main itemscope itemtype="http://schema.org/Person">
  <div class="user-info"><h1 itemprop="name">Oda Lind</h1></div></main></html>`;

const grantedOrigins = async (kith: Kith) =>
  (await kith.seat()).evaluate(
    async () =>
      (await (globalThis as unknown as { chrome: { permissions: { getAll(): Promise<{ origins: string[] }> } } }).chrome.permissions.getAll()).origins,
  );

/** What names the tab at `url` in a message. */
const tabOf = async (kith: Kith, url: string) =>
  (await kith.seat()).evaluate(async (address) => {
    const { chrome } = globalThis as unknown as { chrome: { tabs: { query(what: object): Promise<{ id: number; url?: string }[]> } } };
    return { tabId: (await chrome.tabs.query({})).find((tab) => tab.url === address)?.id ?? 0 };
  }, url);

test('a page that describes a person is kept once through the toolbar button, and nothing is granted', async ({ kith, page }) => {
  const before = await grantedOrigins(kith);
  kith.web.serve(HOME, H_CARD);
  await page.goto(HOME);
  const popup = await popupOver(kith, page);
  await popup.getByRole('textbox', { name: 'Note about Oda Lind' }).fill('Knows every lamp');
  await expect.poll(() => kith.records('contacts')).toMatchObject([{ name: 'Oda Lind', profileKeys: ['web:odalind.example'] }]);
  await expect.poll(async () => (await kith.records<{ text: string }>('notes')).map(({ text }) => text)).toEqual(['Knows every lamp']);
  expect(await grantedOrigins(kith)).toEqual(before);
});

test('of a page that is only ever opened through the toolbar button it is kept what is new there, and which other profiles are said to be theirs', async ({
  kith,
  page,
}) => {
  await keep(kith, GITHUB_IMANI);
  const site = (headline: string) => `<!doctype html><html lang="en"><title>Imani Vestergaard</title><link rel="icon" href="data:,">
    <main class="h-card"><h1 class="p-name">Imani Vestergaard</h1><a class="u-url u-uid" href="https://imani.example/">home</a>
    <p class="p-job-title">${headline}</p><a rel="me" href="${GITHUB_IMANI.url}">code</a></main></html>`;
  kith.web.serve('https://imani.example/', site('Keeper of bridges'));
  await page.goto('https://imani.example/');
  const popup = await popupOver(kith, page);
  await popup.getByRole('textbox', { name: 'Note about Imani Vestergaard' }).fill('Met on a bridge');
  await expect.poll(() => kith.records('contacts')).toHaveLength(2);
  await expect.poll(() => kith.records('claims')).toMatchObject([{ from: 'web:imani.example', to: GITHUB_IMANI.key, evidence: 'rel=me' }]);
  await popup.close();

  kith.web.serve('https://imani.example/', site('Minister of bridges'));
  await page.goto('https://imani.example/');
  await popupOver(kith, page);
  await expect.poll(() => kith.records('sightings')).toContainEqual(expect.objectContaining({ change: 'open', profileKey: 'web:imani.example' }));
});

test('a page without any markup can be kept as somebody’s, under its title', async ({ kith, page }) => {
  kith.web.serve('https://aske.example/binding', PLAIN);
  await page.goto('https://aske.example/binding');
  const popup = await popupOver(kith, page);
  await popup.getByRole('button', { name: 'Keep as a person' }).click();
  await popup.getByRole('textbox', { name: 'Note about Rune Aske' }).fill('Bound my thesis');
  await expect.poll(() => kith.records('contacts')).toMatchObject([{ name: 'Rune Aske', profileKeys: ['web:aske.example/binding'] }]);
});

test('on a site that tells its pages apart behind the hash nobody is shown on the page of another', async ({ kith, page }) => {
  kith.web.serve(
    'https://dir.example/',
    `<!doctype html><html lang="en"><title>…</title><link rel="icon" href="data:,"><h1></h1>
    <script>(onhashchange = () => { document.querySelector('h1').textContent = document.title = location.hash.split('/').pop() + ' Example'; })()</script></html>`,
  );
  await page.goto('https://dir.example/#/people/Ada');
  const ada = await popupOver(kith, page);
  await ada.getByRole('button', { name: 'Keep as a person' }).click();
  await ada.getByRole('textbox', { name: 'Note about Ada Example' }).fill('Likes whisky');
  await expect.poll(() => kith.records('contacts')).toMatchObject([{ name: 'Ada Example', profileKeys: ['web:dir.example/#/people/Ada'] }]);
  await ada.close();

  await page.goto('https://dir.example/#/people/Bob');
  const bob = await popupOver(kith, page);
  await expect(bob.getByRole('button', { name: 'Keep as a person' })).toBeVisible();
  await expect(bob.getByRole('textbox', { name: 'Note about Ada Example' })).toBeHidden();
  await bob.close();

  await page.goto('https://dir.example/#/people/Ada');
  await expect((await popupOver(kith, page)).getByText('Likes whisky').first()).toBeVisible();
});

test('where Kith is not switched on, what waits for a person comes up once Kith is opened there on another visit', async ({ kith, page }) => {
  kith.web.serve(HOME, H_CARD);
  await page.goto(HOME);
  const first = await popupOver(kith, page);
  await first.getByRole('textbox', { name: 'Note about Oda Lind' }).fill('Knows every lamp');
  await expect.poll(() => kith.records('contacts')).toHaveLength(1);
  await first.getByRole('button', { name: 'Follow up' }).click();
  await first.getByRole('textbox', { name: 'What to do' }).fill('Ask about the lens');
  await first.getByRole('button', { name: 'When I next open Kith at their profile' }).click();
  await expect(first.getByText('Follow-up set: when you next open Kith at their profile.').last()).toBeVisible();
  const statuses = async () => (await kith.records<{ status: string }>('reminders')).map(({ status }) => status);
  await first.close();

  const again = await popupOver(kith, page);
  await expect(again.getByRole('textbox', { name: 'Note about Oda Lind' })).toBeVisible();
  await kith.ask({ type: 'readPage', ...(await tabOf(kith, HOME)) });
  expect(await statuses(), 'it was said on this visit').toEqual(['awaiting']);
  await again.close();

  await page.reload();
  await popupOver(kith, page);
  await expect.poll(statuses).toEqual(['notified']);
});

test('what waits to see somebody needs Kith to be opened at their profile, and says so, until their site is switched on', async ({ kith }) => {
  const profile = { key: 'gitlab:oda.lind', url: GITLAB, handle: 'oda.lind', aliases: [], fields: { name: 'Oda Lind' }, sources: {} };
  const { contactId = '' } = await kith.command('addContact', { subject: { profile } });
  for (const text of ['Ask about the lens', 'Send the lamp'])
    await kith.command('setFollowUp', { subject: { contactId }, reminderId: crypto.randomUUID(), text, dueAt: minutesFromNow(-60, AT_NOON) });
  const awaited = async () => (await kith.records<{ status: string }>('reminders')).filter(({ status }) => status === 'awaiting');
  const popup = await kith.openPopup();
  const asked = { unnoticed: 'When I next open Kith at their profile', noticed: 'When I next see them' };
  await popup.getByRole('button', { name: 'Snooze: Oda Lind' }).first().click();
  await popup.getByRole('button', { name: asked.unnoticed }).click();
  await expect(popup.getByText('Oda Lind: put off until you next open Kith at their profile.').last()).toBeVisible();
  await expect.poll(awaited).toHaveLength(1);
  const dashboard = await kith.open(`dashboard.html#/people/${contactId}`);
  await expect(dashboard.getByText('when you next open Kith at their profile')).toBeVisible();

  await willGrant(kith, 'https://gitlab.com/*');
  const settings = await kith.open('dashboard.html#/settings');
  await settings.getByRole('button', { name: 'Switch on GitLab' }).click();
  await expect(settings.getByRole('button', { name: 'Switch off GitLab' })).toBeVisible();
  await dashboard.bringToFront();
  await expect(dashboard.getByText('when you next see their profile')).toBeVisible();
  await dashboard.getByRole('button', { name: 'Follow up', exact: true }).click();
  await expect(dashboard.getByRole('button', { name: asked.noticed })).toBeVisible();
  const again = await kith.openPopup();
  await again.getByRole('button', { name: 'Snooze: Oda Lind' }).click();
  await expect(again.getByRole('button', { name: asked.noticed })).toBeVisible();
});

test('where the name stands on the pages of a Mastodon server can be pointed at too', async ({ kith, page }) => {
  await kith.command('setPointed', { siteId: 'https://loom.example', selector: '.who' });
  kith.web.serve(
    'https://loom.example/@oda',
    '<!doctype html><html lang="en"><title>…</title><link rel="icon" href="data:,"><b class="who">Oda Lind</b></html>',
  );
  await page.goto('https://loom.example/@oda');
  const popup = await popupOver(kith, page);
  await expect(popup.getByRole('textbox', { name: 'Note about Oda Lind' })).toBeVisible();
});

test('what another server of the Fediverse says of somebody is no news of them and names no profile of theirs, but they are recognised there, and can be kept', async ({
  kith,
  page,
}) => {
  const at = (url: string, name: string, headline: string) =>
    `<!doctype html><html lang="en"><title>${name}</title><link rel="icon" href="data:,"><link rel="canonical" href="${url}">
    <div class="account__header"><div class="account__header__tabs__name"><h1><span>${name}</span> <small>@oda@loom.example</small></h1></div>
    <div class="account__header__content"><p>${headline}</p></div><a rel="me" href="${GITHUB_IMANI.url}">code</a></div></html>`;
  const [home, elsewhere] = ['https://loom.example/@oda', 'https://weft.example/@oda@loom.example'];
  const headlines = async () => (await kith.records<{ profile: { fields: object } }>('sightings')).map(({ profile }) => profile.fields);
  kith.web.serve(elsewhere, at(elsewhere, 'Oda Lind', 'Weaver'));
  await page.goto(elsewhere);
  const first = await popupOver(kith, page);
  await first.getByRole('textbox', { name: 'Note about Oda Lind' }).fill('Knows every lamp');
  await expect.poll(() => kith.records('contacts')).toMatchObject([{ name: 'Oda Lind', profileKeys: ['fedi:oda@loom.example'] }]);
  await first.close();
  await keep(kith, GITHUB_IMANI);
  const kept = await headlines();

  kith.web.serve(elsewhere, at(elsewhere, 'Oda the Fraud', 'Thief'));
  await page.reload();
  const again = await popupOver(kith, page);
  await expect(again.getByRole('textbox', { name: 'Note about Oda Lind' })).toBeVisible();
  await kith.ask({ type: 'readPage', ...(await tabOf(kith, elsewhere)) });
  await again.close();
  // Her own server's page is learned from after whatever that of another was.
  kith.web.serve(home, at(home, 'Oda Lind', 'Master weaver'));
  await page.goto(home);
  await popupOver(kith, page);
  await expect.poll(() => kith.records('claims')).toMatchObject([{ from: 'fedi:oda@loom.example', to: GITHUB_IMANI.key, name: 'Oda Lind' }]);
  await expect.poll(headlines).toEqual([...kept, { name: 'Oda Lind', headline: 'Master weaver' }]);
});

test('a site is switched on for itself alone, works on its open pages at once, and is switched off again', async ({ kith, page }) => {
  kith.web.serve(GITLAB, GITLAB_PAGE);
  await page.goto(GITLAB);
  expect(await annotationOn(page)).toBeUndefined();

  await willGrant(kith, 'https://gitlab.com/*');
  const settings = await kith.open('dashboard.html#/settings');
  await settings.getByRole('button', { name: 'Switch on GitLab' }).click();
  await page.bringToFront();
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('Add to Kith');
  await page.reload();
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('Add to Kith');

  await settings.bringToFront();
  await settings.getByRole('button', { name: 'Switch off GitLab' }).click();
  await page.bringToFront();
  await expect.poll(async () => (await annotationOn(page))?.state).toBe('off');
  await page.reload();
  expect(await annotationOn(page)).toBeUndefined();
});

test('a site that builds its page once more from what its server sent finds it as it was sent', async ({ kith, page }) => {
  const found = `addEventListener('DOMContentLoaded', () => Reflect.set(window, 'found', document.querySelector('h1').innerHTML))`;
  kith.web.serve(GITLAB, GITLAB_PAGE.replace('<main', `<link rel="canonical" href="${GITLAB}"><script>${found}</script><main`));
  await page.goto(GITLAB);
  await switchOn(kith, page, 'https://gitlab.com/*', 'GitLab');
  await expect.poll(() => annotationOn(page)).toMatchObject({ label: 'Add to Kith' });
  await page.reload();
  await expect.poll(() => annotationOn(page)).toMatchObject({ label: 'Add to Kith', inCorner: false });
  expect(await page.evaluate(() => Reflect.get(window, 'found'))).toBe('Oda Lind');
});

test('on an in-app site nothing of somebody stands beside the name of whoever mentions them, and nobody is called by it', async ({ kith, page }) => {
  const header = (name: string, handle: string, bio: string) =>
    `<div><div data-testid="UserName"><div dir="ltr"><span>${name}</span></div><div dir="ltr"><span>@${handle}</span></div></div><div data-testid="UserDescription">${bio}</div></div>`;
  const oda = header('Oda Lind', 'odalind', 'Keeps lamps with <a href="/rune_aske">@rune_aske</a>');
  kith.web.serve(
    'https://x.com/odalind',
    `<!doctype html><html lang="en"><title>Oda Lind (@odalind) / X</title><link rel="icon" href="data:,"><main>${oda}</main></html>`,
  );
  const rune = { key: 'x:rune_aske', url: 'https://x.com/rune_aske', handle: '@rune_aske', aliases: [], fields: { name: 'Rune Aske' }, sources: {} };
  await kith.command('writeNote', { subject: { profile: rune }, noteId: crypto.randomUUID(), text: 'Binds books', draft: false });
  await willGrant(kith, 'https://x.com/*');
  const settings = await kith.open('dashboard.html#/settings');
  await settings.getByRole('button', { name: 'Switch on X', exact: true }).click();
  await page.goto('https://x.com/odalind');
  await expect.poll(() => annotationOn(page)).toMatchObject({ label: 'Add to Kith', inCorner: false });

  await page.evaluate(() => history.pushState(null, '', '/rune_aske'));
  // Longer than a page is given before it is read.
  await expect.poll(() => annotationOn(page)).toMatchObject({ inCorner: true, description: expect.stringContaining('Binds books') });
  const names = async () => (await kith.records<{ profile: { fields: { name?: string } } }>('sightings')).map(({ profile }) => profile.fields.name);
  expect(await names()).toEqual(['Rune Aske']);

  await page.evaluate((html) => document.querySelector('main')?.setHTMLUnsafe(html), header('Rune Aske', 'rune_aske', 'Bookbinder'));
  await expect.poll(() => annotationOn(page)).toMatchObject({ inCorner: false, description: expect.stringContaining('Binds books') });
  await expect.poll(names).toEqual(['Rune Aske', 'Rune Aske']);
  const pending = await kith.open('dashboard.html#/pending');
  await expect(pending.getByText('Nothing is pending')).toBeVisible();
});

test('switched on for somebody’s own site, it stands beside their name there, and not on a page about nobody', async ({ kith, page }) => {
  kith.web.serve(HOME, H_CARD);
  kith.web.serve(`${HOME}lamps`, '<!doctype html><html lang="en"><title>Lamps</title><link rel="icon" href="data:,"><h1>Lamps</h1></html>');
  await willGrant(kith, `${HOME}*`);
  await page.goto(HOME);
  const popup = await popupOver(kith, page);
  await popup.getByRole('button', { name: 'Show Kith on odalind.example' }).click();
  await expect.poll(() => annotationOn(page)).toMatchObject({ label: 'Add to Kith', inCorner: false });
  const asked = page.waitForEvent('load');
  await page.goto(`${HOME}lamps`);
  await asked;
  expect(await annotationOn(page)).toBeUndefined();
});

test('on somebody’s own site it comes however late the page says whose it is, and beside no name that is not to be seen', async ({ kith, page }) => {
  kith.web.serve(HOME, H_CARD);
  await willGrant(kith, `${HOME}*`);
  await page.goto(HOME);
  await (await popupOver(kith, page)).getByRole('button', { name: 'Show Kith on odalind.example' }).click();
  await expect.poll(() => annotationOn(page)).toMatchObject({ inCorner: false });

  const [head, body] = H_CARD.split('<main');
  const later = `document.querySelector('template').replaceWith(document.querySelector('template').content)`;
  kith.web.serve(
    HOME,
    `${head}<body><template><main${body?.replace('</html>', '')}</template><script>addEventListener('load', () => setTimeout(() => ${later}, 700))</script>`,
  );
  await page.goto(HOME);
  await expect.poll(() => annotationOn(page)).toMatchObject({ label: 'Add to Kith', inCorner: false });

  kith.web.serve(HOME, H_CARD.replace('<h1', '<h1 hidden'));
  await page.goto(HOME);
  await expect.poll(() => annotationOn(page)).toMatchObject({ label: 'Add to Kith', inCorner: true });
});

test('on somebody’s own site that loads its pages itself, it goes with the page that is about them and comes with it', async ({ kith, page }) => {
  kith.web.serve(HOME, H_CARD);
  await willGrant(kith, `${HOME}*`);
  await page.goto(HOME);
  const popup = await popupOver(kith, page);
  await popup.getByRole('button', { name: 'Show Kith on odalind.example' }).click();
  await expect.poll(() => annotationOn(page)).toMatchObject({ label: 'Add to Kith' });

  // Who wrote it still heads the page.
  await page.evaluate(() => history.pushState(null, '', '/lamps'));
  await expect.poll(() => annotationOn(page)).toBeUndefined();
  await page.evaluate(() => history.pushState(null, '', '/'));
  await expect.poll(() => annotationOn(page)).toMatchObject({ label: 'Add to Kith', inCorner: false });
});

test('somebody who has just installed Kith is told what to do first, and can switch sites on right there', async ({ kith }) => {
  await willGrant(kith, 'https://gitlab.com/*');
  const welcome = await kith.open('dashboard.html#/welcome');
  await expect(welcome.getByRole('heading', { name: 'Welcome to Kith' })).toBeVisible();
  await welcome.getByRole('button', { name: 'Switch on GitLab' }).click();
  await expect(welcome.getByRole('button', { name: 'Switch off GitLab' })).toBeVisible();
});

test('a click beside the name on somebody’s own site opens them in the panel, and what was noted is there on the next visit', async ({ kith, page }) => {
  kith.web.serve(HOME, H_CARD);
  kith.web.serve(`${HOME}lamps`, '<!doctype html><html lang="en"><title>Lamps</title><link rel="icon" href="data:,"><h1>Lamps</h1></html>');
  await willGrant(kith, `${HOME}*`);
  await page.goto(HOME);
  await (await popupOver(kith, page)).getByRole('button', { name: 'Show Kith on odalind.example' }).click();
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('Add to Kith');
  await page.bringToFront();
  await clickAnnotation(page);

  const panel = await kith.panel();
  await panel.getByRole('textbox', { name: 'Note about Oda Lind' }).fill('Knows every lamp');
  await expect.poll(() => kith.records('contacts')).toMatchObject([{ name: 'Oda Lind', profileKeys: ['web:odalind.example'] }]);
  await panel.getByText('How this page was read').click();
  await expect(panel.locator('.reading')).toContainText('Nameh-card');

  await page.goto(`${HOME}lamps`);
  await expect(panel.getByRole('heading', { name: 'No profile in front' })).toBeVisible();
  await page.goto(HOME);
  await expect(panel.getByRole('heading', { name: 'Oda Lind' })).toBeVisible();
  await expect(panel.getByText('Knows every lamp')).toBeVisible();
});

for (const [what, url, title, site, origin] of [
  ['a Mastodon instance that shows somebody of another', 'https://tide.example/@alice@loom.example', 'Alice', 'tide.example', 'https://tide.example/*'],
  ['Google Scholar in another country', 'https://scholar.google.de/citations?user=ExampleXAAAJ', 'Ada', 'scholar.google.de', 'https://scholar.google.de/*'],
  ['one of many sites of one record', 'https://askubuntu.com/users/12/ada', 'Ada', 'askubuntu.com', 'https://askubuntu.com/*'],
  ['a thread that is about nobody', 'https://news.ycombinator.com/item?id=31415926', 'Batteries', 'Hacker News', 'https://news.ycombinator.com/*'],
] as const) {
  test(`${what} is switched on for itself alone, where it is in front`, async ({ kith, page }) => {
    const before = await grantedOrigins(kith);
    kith.web.serve(url, `<!doctype html><html lang="en"><title>${title}</title><link rel="icon" href="data:,"><h1>${title}</h1></html>`);
    await willGrant(kith, origin);
    await page.goto(url);
    const popup = await popupOver(kith, page);
    await popup.getByRole('button', { name: `Show Kith on ${site}` }).click();
    await expect.poll(async () => (await grantedOrigins(kith)).filter((one) => !before.includes(one))).toEqual([origin]);
  });
}

test('a list of a known site that is off is switched on, and not kept as somebody', async ({ kith, page }) => {
  const thread = 'https://news.ycombinator.com/item?id=31415926';
  kith.web.serve(
    thread,
    '<!doctype html><html lang="en"><title>Batteries | Hacker News</title><link rel="icon" href="data:,"><a class="hnuser" href="user?id=tidenoor">tidenoor</a></html>',
  );
  await page.goto(thread);
  const popup = await popupOver(kith, page);
  await expect(popup.getByRole('button', { name: 'Show Kith on Hacker News' })).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Keep as a person' })).toHaveCount(0);
});

test('how much is shown in the pages of a site that Kith knows nothing of is chosen for that site', async ({ kith, page }) => {
  kith.web.serve(HOME, H_CARD);
  await willGrant(kith, `${HOME}*`);
  await page.goto(HOME);
  await (await popupOver(kith, page)).getByRole('button', { name: 'Show Kith on odalind.example' }).click();
  await expect.poll(async () => (await annotationOn(page))?.state).toBe('new');
  const settings = await kith.open('dashboard.html#/settings');
  await settings.getByRole('combobox', { name: 'odalind.example' }).selectOption('Nothing in the page');
  await page.bringToFront();
  await expect.poll(async () => (await annotationOn(page))?.state).toBe('off');
});

test('whom one knows on an article of a site that is nobody’s is listed in the panel and the popup', async ({ kith, page }) => {
  await keep(kith, GITHUB_IMANI);
  const article = 'https://rivers.example/gauges';
  kith.web.serve(
    article,
    `<!doctype html><html lang="en"><title>Gauges</title><link rel="icon" href="data:,"><article><h1>Gauges</h1><p>With <a href="${GITHUB_IMANI.url}">Imani</a></p></article></html>`,
  );
  await willGrant(kith, 'https://rivers.example/*');
  await page.goto(article);
  await (await popupOver(kith, page)).getByRole('button', { name: 'Show Kith on rivers.example' }).click();
  const panel = await kith.openPanel();
  await page.bringToFront();
  await expect(panel.getByRole('heading', { name: 'You know 1 person here' })).toBeVisible();
  await expect((await popupOver(kith, page)).getByRole('heading', { name: 'You know 1 person here' })).toBeVisible();
});
