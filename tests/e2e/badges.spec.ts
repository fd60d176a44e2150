import type { Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { annotationOn } from './support/annotation.ts';
import { badgeCard, badgeCardIsOpen, badgesOn, clickBadge, hoverBadge, overBadge, paintedBadges } from './support/badges.ts';
import type { Kith } from './support/kith.ts';
import { AT_NOON, GITHUB_IMANI, IMANI, keep, minutesFromNow, subjectOf, TOMASZ } from './support/people.ts';
import { expect, test } from './support/test.ts';

test.use({ timeZone: AT_NOON });

const SEARCH = 'https://www.linkedin.com/search/results/people/';
const FEED = 'https://www.linkedin.com/feed/';
const ISSUE = 'https://github.com/tarnwick-hydrology/gauge-reader/issues/12';
const ROWS = 'https://www.linkedin.com/mynetwork/invite-connect/connections/';

const painted = (page: Page) => expect.poll(async () => (await paintedBadges(page)).map(({ href }) => slug(href)));
const mounted = (page: Page) => expect.poll(async () => (await badgesOn(page)).length);
const slug = (href: string) => decodeURIComponent(href).replace(/\/$/, '').split('/').at(-1);
const imani = 'imani-vestergaard-4b71a9';
const tomasz = 'tomasz-żurawikowski-8c20';

const row = (index: number) =>
  `<li><a href="/in/person-${index}/" tabindex="-1"><svg width="20" height="20"></svg></a><a href="/in/person-${index}/">Person ${index}</a> <span>Weaver of things</span></li>`;
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => row(from + index)).join('');
const listPage = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>Connections | LinkedIn</title><link rel="icon" href="data:,"><style>${style}</style><main>${body}</main></html>`;
const person = (index: number) => ({
  url: `https://www.linkedin.com/in/person-${index}/`,
  key: `linkedin:in/person-${index}`,
  handle: `person-${index}`,
  name: `Person ${index}`,
});

async function metThreeWeeksAgo(kith: Kith, contactId: string): Promise<void> {
  const on = Temporal.Now.plainDateISO(AT_NOON).subtract({ days: 21 }).toString();
  const content = { on, channel: 'coffee' as const, given: [], received: [] };
  await kith.command('logInteraction', { subject: { contactId }, interactionId: crypto.randomUUID(), content });
}

/** A window in which every row of a test's list is near. */
const TALL = { width: 1280, height: 12_000 };

type Message = { type: string; keys?: string[] };

/** The messages that pages send from now on. */
async function listenIn(kith: Kith): Promise<() => Promise<Message[]>> {
  const worker = await kith.worker();
  const heard = await worker.evaluateHandle(() => {
    const messages: { type: string }[] = [];
    (
      globalThis as unknown as { chrome: { runtime: { onMessage: { addListener(listener: (message: { type: string }) => void): void } } } }
    ).chrome.runtime.onMessage.addListener((message) => void messages.push(message));
    return messages;
  });
  return () => heard.jsonValue();
}

test('whoever is known has a badge wherever they are linked, once in each card, and nobody else has', async ({ kith, page }) => {
  await metThreeWeeksAgo(kith, await keep(kith, IMANI));
  await keep(kith, TOMASZ);
  await keep(kith, GITHUB_IMANI);

  await page.goto(SEARCH);
  await painted(page).toEqual([imani, tomasz, tomasz, imani]);
  await mounted(page).toBe(10);
  expect((await paintedBadges(page))[0]).toMatchObject({ state: 'fresh', label: '3 wks', spoken: expect.stringContaining('Last contact 3 weeks ago.') });

  await page.goto(FEED);
  await painted(page).toEqual([imani, tomasz, imani, tomasz]);
  await mounted(page).toBe(10);

  await page.goto(ISSUE);
  await painted(page).toEqual(['tarnwick-imani']);
  await mounted(page).toBe(5);
});

test('on a profile the person has the annotation, and those linked beside have badges', async ({ kith, page }) => {
  await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  await page.goto(IMANI.url);
  await painted(page).toEqual([tomasz]);
  await expect.poll(async () => (await annotationOn(page))?.label).toBe('no contact yet');
  // In-app navigation turns that around.
  await page.locator(`a[href*="/in/tomasz-"]`).last().click();
  await painted(page).toEqual([imani]);
});

test('a page of strangers sends no question about any of them, and looks to the page as one of people known', async ({ kith, page, web }) => {
  await keep(kith, person(1000));
  web.serve(ROWS, listPage(`<ul>${rows(60)}</ul>`));
  await page.setViewportSize(TALL);
  const heard = await listenIn(kith);
  await page.goto(ROWS);
  await mounted(page).toBe(60);
  await page.evaluate((more) => document.querySelector('ul')?.insertAdjacentHTML('beforeend', more), rows(50, 60));
  await mounted(page).toBe(110);
  expect(await paintedBadges(page)).toEqual([]);
  await expect.poll(async () => (await heard()).map(({ type }) => type)).toEqual(['knownPeople']);
});

const NOTHING_MORE = { relations: [], tags: [], links: [], dates: [], customFields: [], neverRemind: false, starred: false, archived: false };

test('of 25,000 profiles of a site a page asks about none of its strangers; of one more about everybody, and shows the same', async ({ kith, page, web }) => {
  // Each with as many profiles as somebody may have.
  const now = new Date().toISOString();
  const items = Array.from({ length: 250 }, (_, owner) => ({
    table: 'contacts',
    record: {
      id: newId(),
      name: `Owner ${owner}`,
      profileKeys: Array.from({ length: 100 }, (_, number) => `linkedin:in/person-${1000 + owner * 100 + number}`),
      ...NOTHING_MORE,
      createdAt: now,
      updatedAt: now,
    },
  }));
  const importId = items[0]?.record.id ?? '';
  const ask = (type: string, what: object) => kith.ask({ type, ...what });
  await ask('beginImport', { importId, source: 'backup', fileName: 'people', items: items.length });
  await ask('stageSlices', { importId, number: 0, slices: [items] });
  await ask('startImport', { importId });
  await expect.poll(async () => (await kith.records('contacts')).length).toBe(250);

  web.serve(ROWS, listPage(`<ul>${row(1000)}${rows(20)}${row(25_999)}</ul>`));
  const heard = await listenIn(kith);
  await page.goto(ROWS);
  await painted(page).toEqual(['person-1000', 'person-25999']);
  const askedAbout = async () => (await heard()).flatMap(({ keys = [] }) => keys.map(slug)).toSorted();
  expect(await askedAbout()).toEqual(['person-1000', 'person-25999']);
  await kith.command('addContact', { subject: subjectOf(person(3)) });
  await painted(page).toEqual(['person-1000', 'person-3', 'person-25999']);
  await page.goto(ROWS);
  await painted(page).toEqual(['person-1000', 'person-3', 'person-25999']);
  expect(new Set(await askedAbout()).size).toBe(22);
});

test('a link far from what is seen costs nothing, and has its badge when it comes near', async ({ kith, page, web }) => {
  await keep(kith, person(390));
  web.serve(ROWS, listPage(`<ul>${rows(400)}</ul>`));
  await page.goto(ROWS);
  await mounted(page).toBeGreaterThan(10);
  expect((await badgesOn(page)).length).toBeLessThan(100);
  await page.locator('li').nth(390).scrollIntoViewIfNeeded();
  await painted(page).toEqual(['person-390']);
});

for (const { how, style, come } of [
  {
    how: 'scrolled to in a list that is scrolled by itself',
    style: 'ul { height: 40px; overflow: auto }',
    come: () => document.querySelector('ul')?.scrollTo(0, document.querySelector<HTMLElement>('li:nth-child(388)')?.offsetTop ?? 0),
  },
  {
    how: 'left alone by a filter',
    style: '.filtered li:not(:nth-child(388)) { display: none }',
    come: () => document.querySelector('ul')?.classList.add('filtered'),
  },
  {
    how: 'left alone when the others are removed',
    style: '',
    come: () => document.querySelectorAll('li:not(:nth-child(388))').forEach((row) => row.remove()),
  },
]) {
  test(`a link between others that are not near has its badge too: ${how}`, async ({ kith, page, web }) => {
    await keep(kith, person(387));
    web.serve(ROWS, listPage(`<ul>${rows(400)}</ul>`, style));
    await page.goto(ROWS);
    await mounted(page).toBeGreaterThan(1);
    expect(await paintedBadges(page)).toEqual([]);
    await page.evaluate(come);
    await painted(page).toEqual(['person-387']);
  });
}

test('links in a window over a list, between the list’s own and others, have their badges', async ({ kith, page, web }) => {
  await keep(kith, person(410));
  const over = `<div style="position: fixed; right: 0; bottom: 0">${row(410)}</div>`;
  web.serve(ROWS, listPage(`<ul>${rows(396)}</ul>${over}<ul>${rows(20, 420)}</ul>`));
  await page.goto(ROWS);
  await painted(page).toEqual(['person-410']);
});

test('what is kept, changed and deleted shows at once in pages that are open', async ({ kith, page }) => {
  await page.goto(SEARCH);
  await mounted(page).toBe(10);
  const contactId = await keep(kith, IMANI);
  await painted(page).toEqual([imani, imani]);
  await metThreeWeeksAgo(kith, contactId);
  await expect.poll(async () => (await paintedBadges(page))[0]?.label).toBe('3 wks');
  await kith.command('deleteContact', { contactId });
  await painted(page).toEqual([]);
});

test('rows that come fifty at a time, go, and are used again for others', async ({ kith, page, web }) => {
  for (const index of [3, 57, 120]) await keep(kith, person(index));
  web.serve(ROWS, listPage(`<ul>${rows(50)}</ul>`));
  await page.setViewportSize(TALL);
  await page.goto(ROWS);
  await painted(page).toEqual(['person-3']);
  for (const from of [50, 100]) await page.evaluate((more) => document.querySelector('ul')?.insertAdjacentHTML('beforeend', more), rows(50, from));
  await painted(page).toEqual(['person-3', 'person-57', 'person-120']);
  await mounted(page).toBe(150);

  await page.evaluate(() => document.querySelectorAll('li:nth-child(-n+50)').forEach((old) => old.remove()));
  await painted(page).toEqual(['person-57', 'person-120']);
  await mounted(page).toBe(100);

  // The first row left is used again for somebody else, as virtual lists do: at no moment is the badge of the one beside the name of the other.
  const first = 'li:nth-child(8)';
  expect(await page.locator(first).textContent()).toContain('Person 57');
  await page.evaluate((css) => {
    for (const link of document.querySelectorAll(`${css} a`)) link.setAttribute('href', '/in/person-9999/');
    const [name] = document.querySelectorAll(`${css} a:nth-child(2)`);
    if (name?.firstChild) name.firstChild.nodeValue = 'Person 9999';
  }, first);
  expect((await paintedBadges(page)).map(({ href }) => slug(href))).toEqual(['person-120']);
  await expect.poll(async () => (await badgesOn(page)).filter(({ href }) => href.includes('9999')).length).toBe(1);
  await page.evaluate((css) => document.querySelectorAll(`${css} a`).forEach((link) => link.setAttribute('href', '/in/person-3/')), first);
  await painted(page).toEqual(['person-3', 'person-120']);
});

test('a page that redraws a name gets the badge back, and one that keeps removing it is left alone', async ({ kith, page, web }) => {
  await keep(kith, person(1));
  web.serve(ROWS, listPage(`<ul>${rows(3)}</ul>`));
  await page.goto(ROWS);
  await painted(page).toEqual(['person-1']);
  await page.evaluate(() => {
    const name = document.querySelector('a[href="/in/person-1/"]:nth-child(2)');
    if (name) name.textContent = 'Person One';
  });
  await painted(page).toEqual(['person-1']);
  await page.evaluate(() => {
    new MutationObserver(() => {
      for (const host of document.querySelectorAll('li div')) host.remove();
      Reflect.set(window, 'removals', (Reflect.get(window, 'removals') ?? 0) + 1);
    }).observe(document.body, { childList: true, subtree: true });
    document.body.append('go');
  });
  await painted(page).toEqual([]);
  await expect.poll(() => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700, Reflect.get(window, 'removals'))))).toBeLessThan(60);
});

/** Layouts in which an element more would be felt. */
const TOUCHY = `
<ul class="gap">${row(1)}${row(2)}</ul>
<p class="justified">Thanks go to <a href="/in/person-3/">Person 3</a>, <a href="/in/person-4/">
  Person 4
</a>, who could not come, and (<a href="/in/person-5/">Person 5</a>) and <a href="/in/person-6/"><b>Person</b> <i>6</i></a>’s dog.</p>
<div class="cut"><a href="/in/person-7/">Person 7 with a name that goes on beyond what there is room for</a></div>
<div class="columns"><a class="flexed" href="/in/person-8/">Person 8</a><a class="inlined" href="/in/person-9/">Person 9</a><span>x</span></div>
<table><tr><td><a href="/in/person-10/">Person 10</a><td>Weaver</table>
<div class="fit"><a href="/in/person-11/"> Person 11 </a></div>
<div class="grid"><a href="/in/person-12/"><span>Person 12</span><span>Weaver</span></a><a href="/in/person-13/"><div><div>Person 13</div></div></a></div>`;
const TOUCHY_STYLE = `li,.columns,.flexed{display:flex;gap:9px;justify-content:space-between} .justified{width:231px;text-align:justify} .cut{width:160px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.inlined{display:inline-flex;gap:7px} .grid,.grid a{display:grid;gap:5px;grid-auto-flow:column} .fit{width:fit-content;border:1px solid;padding:3px} a>*{margin-left:3px} a:has(div){color:green}
div{display:block;min-height:3px;padding:2px;margin:1px;width:11px;float:none;font-size:31px} main div{width:auto;font-size:15px} .scroll{overflow:auto;height:30px;width:90px}`;

test('no badge is put into text that is being written, with which it would be sent', async ({ kith, page, web }) => {
  await keep(kith, person(1));
  const letter = '<p contenteditable="true">Dear <a href="/in/person-1/">Person 1</a></p>';
  web.serve(ROWS, listPage(`${letter}<ul>${rows(2)}</ul>`));
  await page.goto(ROWS);
  await painted(page).toEqual(['person-1']);
  await mounted(page).toBe(2);
  expect(await page.locator('[contenteditable]').evaluate((element) => element.outerHTML)).toBe(letter);
});

test('a badge follows the whole name, in however many pieces it is written, and nothing that is said after it', async ({ kith, page, web }) => {
  await keep(kith, person(1));
  const names = [
    'Person<!-- --> <!-- -->1',
    '<em>Person</em> 1',
    '<span>Person</span> <span>1</span>',
    '<b><i>Per</i>son</b> <u>1</u><svg width="9" height="9"></svg>',
    '<div>Person</div><div>1 more</div>',
    '<span>Person 1</span><span style="display:none">, weaver</span>',
  ];
  web.serve(ROWS, listPage(names.map((name) => `<li><a href="/in/person-1/">${name}</a>`).join('')));
  await page.goto(ROWS);
  await mounted(page).toBe(names.length);
  const before = await page.locator('li a').evaluateAll((links) =>
    links.map((link) => {
      const host = [...link.querySelectorAll('div')].find((div) => div.attributes.length + div.childNodes.length === 0);
      const range = new Range();
      range.selectNodeContents(link);
      if (host) range.setEndBefore(host);
      return `${range}`;
    }),
  );
  expect(before).toEqual(['Person 1', 'Person 1', 'Person 1', 'Person 1', 'Person', 'Person 1']);
});

test('nothing of the page moves, grows or scrolls for it', async ({ kith, page, web }) => {
  for (let index = 1; index <= 13; index++) await metThreeWeeksAgo(kith, await keep(kith, person(index)));
  for (const member of [IMANI, TOMASZ]) await metThreeWeeksAgo(kith, await keep(kith, member));
  web.serve(ROWS, listPage(`${TOUCHY}<div class="scroll"><a href="/in/person-2/">Person 2</a></div>`, TOUCHY_STYLE));
  for (const [address, atLeast] of [
    [ROWS, 11],
    [SEARCH, 4],
    [FEED, 4],
    [ISSUE, 0],
  ] as const) {
    await page.goto(address);
    await mounted(page).toBeGreaterThan(4);
    await expect.poll(async () => (await paintedBadges(page)).length).toBeGreaterThanOrEqual(atLeast);
    const [withBadges, without] = await page.evaluate(() => {
      const measured = () =>
        [...document.querySelectorAll('body *:not(script)')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [element.localName, element.className, x, y, width, height, element.scrollWidth, element.scrollHeight].join(' ');
        });
      const hosts = [...document.querySelectorAll('body div:empty')].filter((div) => div.attributes.length === 0);
      const marked = hosts.map((host) => host.getBoundingClientRect()).filter(({ width, height }) => width + height > 0);
      if (hosts.length === 0 || marked.length > 0) throw new Error(`${hosts.length} hosts, ${marked.length} of them with a size`);
      const all = measured();
      const own = new Set(
        [...document.querySelectorAll('body *:not(script)')].flatMap((element, index) => (hosts.includes(element as HTMLDivElement) ? [index] : [])),
      );
      for (const host of hosts) host.remove();
      return [all.filter((_, index) => !own.has(index)), measured()];
    });
    expect(withBadges, address).toEqual(without);
  }
});

test('where one reads from right to left, a badge stands to the left of the name it follows', async ({ kith, page }) => {
  await keep(kith, person(1));
  await keep(kith, person(2));
  const body = '<ul dir="rtl"><li><a href="/in/person-1/">נועה אלמוג</a> אורגת</li><li><a href="/in/person-2/">Person 2</a> אורגת</li></ul>';
  kith.web.serve(ROWS, listPage(body));
  await page.goto(ROWS);
  await painted(page).toEqual(['person-1', 'person-2']);
  for (const { href, box } of await paintedBadges(page)) {
    const name = await page.locator(`a[href="${href}"]`).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0), href).toBeLessThanOrEqual(name?.x ?? 0);
    await clickBadge(page, href);
    await expect((await kith.panel()).getByText(href.includes('1') ? 'Person 1' : 'Person 2').first()).toBeVisible();
  }
});

test('a page cannot tell by its elements whom the user knows', async ({ kith, page, web }) => {
  await metThreeWeeksAgo(kith, await keep(kith, person(2)));
  web.serve(ROWS, listPage(`<p>Above</p><ul>${rows(4)}</ul>`));
  await page.goto(ROWS);
  await painted(page).toEqual(['person-2']);
  await mounted(page).toBe(4);
  await hoverBadge(page, 'person-2');
  await expect.poll(() => badgeCard(page)).toBeDefined();
  const felt = await page.evaluate(() =>
    [...document.querySelectorAll('li')].map((item) => {
      const host = item.querySelector('div');
      if (!host) return 'no host';
      const { right, top, height } = item.children[1]?.getBoundingClientRect() ?? new DOMRect();
      const under = [];
      for (let x = 0; x < 60; x += 3)
        for (let y = -8; y < height; y += 4)
          under.push(
            document
              .elementsFromPoint(right + x, top + y)
              .map((one) => `${one.localName}${one === host}`)
              .join(),
          );
      const style = getComputedStyle(host);
      let attached = '';
      try {
        host.attachShadow({ mode: 'open' });
      } catch (failure) {
        attached = String(failure);
      }
      host.focus();
      return JSON.stringify([
        host.outerHTML,
        host.shadowRoot,
        host.childNodes.length,
        attached,
        document.activeElement?.localName,
        [...style].filter((name) => !/origin|inset|^(?:top|bottom)$/.test(name)).map((name) => `${name}:${style.getPropertyValue(name)}`),
        [host.offsetWidth, host.offsetHeight, host.scrollWidth, host.scrollHeight, host.getClientRects().length, host.getBoundingClientRect().toJSON()],
        item.scrollWidth,
        item.innerText.replace(/\d+/g, ''),
        under.join(' '),
      ]);
    }),
  );
  expect(felt[2]).not.toBe('no host');
  const [, before, ofKnown, after] = felt.map((one): unknown[] => JSON.parse(one));
  const differing = ofKnown?.flatMap((value, index) => (String(value) === String(before?.[index]) && String(value) === String(after?.[index]) ? [] : [index]));
  expect(differing).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { find(text: string): boolean }).find('3 wks'))).toBe(false);
});

test('nor by copying it, by taking it elsewhere, or by what the browser tells of the largest text', async ({ kith, page, web }) => {
  const watch =
    "new PerformanceObserver((list) => { for (const { size } of list.getEntries()) (window.sizes ??= []).push(size); }).observe({ type: 'largest-contentful-paint', buffered: true }); addEventListener('paste', (event) => { window.pasted = event.clipboardData.getData('text/html'); })";
  web.serve(ROWS, listPage(`<script>${watch}</script><ul>${rows(4)}</ul>`, '*{font-size:5px;color:#777}div::before,div::after{content:none!important}'));
  await page.goto(ROWS);
  await page.bringToFront();
  const largest = () => page.evaluate(() => Math.max(0, ...((Reflect.get(window, 'sizes') ?? []) as number[])));
  await mounted(page).toBe(4);
  await expect.poll(largest).toBeGreaterThan(9000);
  const before = await largest();
  await metThreeWeeksAgo(kith, await keep(kith, person(2)));
  await painted(page).toEqual(['person-2']);
  await page.bringToFront();
  await hoverBadge(page, 'person-2');
  await expect.poll(() => badgeCard(page)).toBeDefined();
  expect(await largest()).toBe(before);

  await page.mouse.click(600, 500);
  for (const key of ['a', 'c', 'v']) await page.keyboard.press(`Control+${key}`);
  const fromClipboard = () => page.evaluate(() => String(Reflect.get(window, 'pasted')));
  await expect.poll(fromClipboard).toContain('Person 2');
  const pasted = await fromClipboard();
  const [, , ofStranger, ofKnown] = pasted.split('<li').map((item) => item.replace(/\d+/g, ''));
  expect(ofKnown).toBe(ofStranger);

  const elsewhere = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    return [...document.querySelectorAll('ul li')].map((item) => {
      const host = item.querySelector('div');
      const { body } = frame.contentDocument ?? document;
      body.replaceChildren(...(host ? [host] : []));
      return [host?.offsetWidth, host?.offsetHeight, body.scrollWidth, body.scrollHeight, frame.contentDocument?.documentElement.scrollHeight].join();
    });
  });
  expect(new Set(elsewhere).size, elsewhere.join(' | ')).toBe(1);
});

test('on hover, and when the link has the keyboard, a card says more', async ({ kith, page }) => {
  const contactId = await keep(kith, IMANI);
  await metThreeWeeksAgo(kith, contactId);
  await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: 'Met at the **spring** workshop.', draft: false });
  await kith.command('setFollowUp', {
    subject: { contactId },
    reminderId: crypto.randomUUID(),
    text: 'Send the gauge photos',
    dueAt: minutesFromNow(3 * 24 * 60, AT_NOON),
  });
  await page.goto(SEARCH);
  await painted(page).toEqual([imani, imani]);
  expect(await badgeCard(page)).toBeUndefined();
  await hoverBadge(page, imani);
  const says = { title: IMANI.name, rows: ['3 weeks ago · Coffee', expect.stringContaining('Send the gauge photos'), 'Met at the spring workshop.'] };
  await expect.poll(() => badgeCard(page)).toEqual(says);
  await page.mouse.move(5, 5);
  await expect.poll(() => badgeCard(page)).toBeUndefined();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
  const isThere = async () => (await badgeCardIsOpen(page)) && (await focused()).includes(imani);
  for (let presses = 0; presses < 12 && !(await isThere()); presses++) await page.keyboard.press('Tab');
  await expect.poll(() => badgeCard(page)).toEqual(says);
});

for (const [what, { body, style }] of Object.entries({
  'a head that stays while the list scrolls': {
    body: `<header><button>press</button></header><ul>${row(1)}</ul>`,
    style: 'header{position:sticky;top:0;height:60px;z-index:1;background:#fff}ul{margin-top:-40px}',
  },
  'a dialog over the list': {
    body: `<ul>${row(1)}</ul><dialog open><button>press</button></dialog>`,
    style: 'dialog{position:absolute;top:0;left:0;margin:0;padding:0}',
  },
  'a bar above a box whose rows are scrolled out of sight': {
    body: `<button>press</button><ul>${row(1)}<li style="height:400px"></li></ul>`,
    style: 'button{display:block;height:70px}ul{height:100px;overflow:auto}',
  },
  'what stands in the next column, beside a name that is cut off': {
    body: `<ul><li style="display:flex"><div style="flex:0 0 60px;overflow:hidden;white-space:nowrap"><a href="/in/person-1/">Person 1 of a long, long line</a></div><button>press</button></li></ul>`,
    style: '',
  },
  'the next link in a row of names': { body: `<p><a href="/in/person-1/">Person 1</a> <button>press</button></p>`, style: 'button{border:0;padding:0}' },
})) {
  test(`a badge catches no click that is meant for ${what}`, async ({ kith, page }) => {
    await keep(kith, person(1));
    kith.web.serve(ROWS, listPage(`<div id="root">${body}</div>`, `button{width:500px;height:40px}${style}`));
    await page.goto(ROWS);
    await painted(page).toEqual(['person-1']);
    await page.evaluate(() => {
      document.querySelector('ul')?.scrollTo(0, 60);
      document.querySelector('button')?.addEventListener('click', () => Reflect.set(window, 'pressed', true));
    });
    await page.locator('button').scrollIntoViewIfNeeded();
    const { x, y } = await overBadge(page, 'person-1');
    expect(await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.localName, [x, y] as const)).toBe('button');
    await page.mouse.click(x, y);
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'pressed'))).toBe(true);
  });
}

test('a badge is clicked through a link that lies over its card as a whole', async ({ kith, page }) => {
  await keep(kith, person(1));
  kith.web.serve(
    ROWS,
    listPage('<ul><li style="position:relative"><a href="/in/person-1/">Person 1</a><a href="#card" style="position:absolute;inset:0"></a></li></ul>'),
  );
  await page.goto(ROWS);
  await painted(page).toEqual(['person-1']);
  await clickBadge(page, 'person-1');
  await expect((await kith.panel()).getByText('Person 1').first()).toBeVisible();
  expect(page.url()).toBe(ROWS);
});

test('a click opens the panel at this person, and nothing of the page hears of it', async ({ kith, page }) => {
  await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  await page.goto(SEARCH);
  await painted(page).toEqual([imani, tomasz, tomasz, imani]);
  await page.evaluate(() => {
    for (const type of ['click', 'auxclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'])
      addEventListener(type, () => Reflect.set(window, 'heard', `${Reflect.get(window, 'heard') ?? ''} ${type}`), { capture: true });
  });
  await clickBadge(page, encodeURI(tomasz), { button: 'middle' });
  await clickBadge(page, encodeURI(tomasz));
  const panel = await kith.panel();
  await expect(panel.getByText(TOMASZ.name).first()).toBeVisible();
  await clickBadge(page, imani);
  await expect(panel.getByText(IMANI.name).first()).toBeVisible();
  expect(page.url()).toBe(SEARCH);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toBeUndefined();
  // Beside the badge the link is the link.
  await page.locator(`a[href*="/in/imani"]`).last().click();
  await expect.poll(() => page.url()).toBe(IMANI.url);
});

test('the panel and the popup list whom one knows on a page that is no profile', async ({ kith, page }) => {
  await keep(kith, IMANI);
  await keep(kith, TOMASZ);
  await page.goto(FEED);
  await painted(page).toEqual([imani, tomasz, imani, tomasz]);
  const panel = await kith.openPanel();
  await page.bringToFront();
  await expect(panel.getByRole('heading', { name: 'You know 2 people here' })).toBeVisible();
  await panel.getByRole('button', { name: TOMASZ.name }).click();
  await expect(panel.getByRole('heading', { name: TOMASZ.name })).toBeVisible();
  const popup = await kith.openPopup();
  await expect(popup.getByRole('heading', { name: 'You know 2 people here' })).toBeVisible();
});

for (const [what, url, known, html] of [
  ['an organisation on GitHub', 'https://github.com/tarnwick-hydrology', GITHUB_IMANI],
  ['a repository', 'https://github.com/tarnwick-hydrology/gauge-reader', GITHUB_IMANI, '<a href="/tarnwick-imani">tarnwick-imani</a>'],
  ['a company on LinkedIn', 'https://www.linkedin.com/company/tarnwick-hydrology/people/', IMANI, `<a href="${IMANI.url}">${IMANI.name}</a>`],
  [
    'an error at an address of somebody’s',
    'https://github.com/gone-again',
    GITHUB_IMANI,
    '<title>Page not found · GitHub</title><a href="/tarnwick-imani">it</a>',
  ],
] as const) {
  test(`${what} is nobody: the panel and the popup list whom one knows there`, async ({ kith, page }) => {
    await keep(kith, known);
    if (html !== undefined) kith.web.serve(url, `<!doctype html><html lang="en">${html}</html>`);
    await page.goto(url);
    const panel = await kith.openPanel();
    await page.bringToFront();
    await expect(panel.getByRole('heading', { name: 'You know 1 person here' })).toBeVisible();
    const popup = await kith.openPopup();
    await popup.getByRole('heading', { name: 'You know 1 person here' }).waitFor();
    await expect(popup.getByRole('button', { name: known.name })).toBeVisible();
  });
}

test('how much is shown in the pages of a site holds for badges too', async ({ kith, page }) => {
  await metThreeWeeksAgo(kith, await keep(kith, IMANI));
  await page.goto(SEARCH);
  await painted(page).toEqual([imani, imani]);
  await kith.command('setAnnotationMode', { siteId: 'linkedin', mode: 'badge' });
  await expect(async () => {
    await hoverBadge(page, imani);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await badgeCard(page)).toBeUndefined();
  }).toPass();
  await kith.command('setAnnotationMode', { siteId: 'linkedin', mode: 'off' });
  await painted(page).toEqual([]);
  await mounted(page).toBe(10);
});

/** As the key does it. */
async function hideOrShowAll(kith: Kith): Promise<void> {
  await (await kith.worker()).evaluate(() => {
    const { commands } = (globalThis as unknown as { chrome: { commands: { onCommand: { dispatch(name: string): void } } } }).chrome;
    commands.onCommand.dispatch('hide-badges');
  });
}

test('one key hides everything in all pages, and shows it again', async ({ kith, page, context }) => {
  await metThreeWeeksAgo(kith, await keep(kith, IMANI));
  const profile = await context.newPage();
  await profile.goto(IMANI.url);
  await expect.poll(async () => (await annotationOn(profile))?.state).toBe('fresh');
  await page.bringToFront();
  await page.goto(SEARCH);
  await painted(page).toEqual([imani, imani]);

  await hoverBadge(page, imani);
  await expect.poll(() => badgeCard(page)).toBeDefined();
  await hideOrShowAll(kith);
  await painted(page).toEqual([]);
  await expect.poll(() => badgeCard(page)).toBeUndefined();
  await expect.poll(async () => (await annotationOn(profile))?.state).toBe('off');
  const popup = await kith.open('popup.html');
  await expect(popup.getByText('Nothing of Kith is shown in pages.')).toBeVisible();
  await popup.getByRole('button', { name: 'Show Kith in pages again' }).click();
  await painted(page).toEqual([imani, imani]);
  await expect.poll(async () => (await annotationOn(profile))?.state).toBe('fresh');
});

test.describe('in a browser that keeps pages to go back to', () => {
  test.use({ keepsPages: true });

  test('going back shows what is known by now, and nothing once all is hidden', async ({ kith, page, web }) => {
    await keep(kith, person(1));
    web.serve(ROWS, listPage(`<ul>${rows(3)}</ul>`));
    await page.goto(ROWS);
    await painted(page).toEqual(['person-1']);
    await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'kept', persisted)));

    await page.goto(ISSUE);
    await keep(kith, person(2));
    await page.goBack({ waitUntil: 'commit' });
    expect(await page.evaluate(() => Reflect.get(window, 'kept')), 'it is the very page that was left').toBe(true);
    await painted(page).toEqual(['person-1', 'person-2']);

    await page.goto(ISSUE);
    await hideOrShowAll(kith);
    await page.goBack({ waitUntil: 'commit' });
    await painted(page).toEqual([]);
  });
});
