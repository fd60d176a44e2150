import type { BrowserContext, Page } from '@playwright/test';
import { annotationOn, hoverAnnotation } from './support/annotation.ts';
import { addressOf, attackerPage, keyOf, subjectOf, type Victim } from './support/attacker-page.ts';
import { extensionWorld } from './support/extension-world.ts';
import { choose, closeSurface, expect, know, somebody, test } from './support/hostile-test.ts';

/** Ways in which a page fights over the annotation's element; each is called whenever there is one. */
const WARS = {
  'removes it': (host: Element) => host.remove(),
  'moves it elsewhere': (host: Element) => document.documentElement.prepend(host),
  'draws the name anew': (host: Element) => host.parentElement?.replaceWith(Object.assign(document.createElement('h1'), { textContent: 'Amara Osei' })),
  'puts the name into it': (host: Element) => {
    document.documentElement.append(host);
    host.append(document.querySelector('h1') as Element);
  },
};

for (const [what, strike] of Object.entries(WARS)) {
  test(`a page that ${what} at once, again and again, stays responsive and is left alone after five times`, async ({ page, visit, web }) => {
    const victim = somebody();
    const script = `(${installWar})(${strike})`;
    // The same page where Kith does not run, and strikes at nothing.
    web.serve('https://example.org/', attackerPage(victim, { script }).body);
    await page.goto('https://example.org/');
    const without = await busy(page, 1000);

    await visit(victim, { script });
    // Kith's clock runs fast, so that its growing patience is over in seconds.
    await (await extensionWorld(page)).evaluate(`{ const real = performance.now.bind(performance); Performance.prototype.now = () => real() * 20; }`);
    await page.evaluate(() => startWar());
    const during = await busy(page, 3200);
    expect(during - without).toBeLessThan(0.1);
    // What holds its own place is not put there.
    const mounts = what === 'puts the name into it' ? 0 : 5;
    await expect.poll(() => page.evaluate(() => war.mounts)).toBe(mounts);
    await page.evaluate(() => framesFor(700));
    expect(await page.evaluate(() => war.mounts)).toBe(mounts);
  });
}

/** For what part of so many milliseconds the page computes, asking for one frame after the other: unlike its frames, that is no matter of what else the machine does. */
async function busy(page: Page, milliseconds: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const spent = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
  const before = await spent();
  await page.evaluate((time) => framesFor(time), milliseconds);
  const after = await spent();
  await session.detach();
  return ((after - before) * 1000) / milliseconds;
}

declare global {
  var war: { mounts: number };
  var startWar: () => void;
  var framesFor: (milliseconds: number) => Promise<void>;
}

function installWar(strike: (host: Element) => void): void {
  globalThis.war = { mounts: 0 };
  const isHost = (node: Node) => node instanceof HTMLDivElement && node.attributes.length === 0;
  const strikeAll = () => [...document.querySelectorAll('div')].filter(isHost).forEach(strike);
  globalThis.startWar = () => {
    strikeAll();
    new MutationObserver((records, observer) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isHost);
      if (added.length === 0) return;
      war.mounts += 1;
      strikeAll();
      // What the page did itself is not counted.
      observer.takeRecords();
    }).observe(document, { childList: true, subtree: true });
  };
  globalThis.framesFor = (milliseconds) =>
    new Promise((done) => {
      const start = performance.now();
      const frame = () => {
        if (performance.now() - start > milliseconds) done();
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
}

test('a page whose form has a field for every name Kith may call keeps running, and gets its annotation', async ({ kith, page, visit }) => {
  await choose(kith, 'hover');
  const names =
    'parentElement parentNode append remove children childNodes textContent innerText querySelector querySelectorAll closest getAttribute attributes matches contains isConnected shadowRoot attachShadow ownerDocument getBoundingClientRect getRootNode nodeType localName tagName firstChild nextSibling previousSibling style dataset className id before after prepend insertBefore appendChild cloneNode addEventListener dispatchEvent focus click';
  const inDocument =
    'createElement body head documentElement defaultView location querySelector querySelectorAll addEventListener adoptedStyleSheets createTreeWalker title hidden visibilityState getElementsByTagName navigation browser chrome innerWidth performance setInterval MutationObserver AbortController URL Map';
  const fields = names.split(' ').map((name) => `<input name="${name}" type="hidden">`);
  const images = inDocument.split(' ').map((name) => `<img name="${name}" id="${name}"><form name="${name}"></form>`);
  const script = `addEventListener('DOMContentLoaded', () => { const form = HTMLFormElement.prototype, main = HTMLDocument.prototype.__lookupGetter__ ? Document.prototype.querySelector.call(document, 'main') : null; const clobber = Document.prototype.createElement.call(document, 'form'); Element.prototype.before.call(main, clobber); Element.prototype.append.call(clobber, main); Element.prototype.insertAdjacentHTML.call(clobber, 'beforeend', ${JSON.stringify(fields.join(''))}); })`;
  const painted = await visit(somebody(), { script, after: images.join('') });
  expect(painted).toMatchObject({ label: 'Add to Kith', inCorner: false });
  await hoverAnnotation(page);
  await expect.poll(async () => (await annotationOn(page))?.card.isOpen).toBe(true);
});

test('a page that has poisoned every prototype and replaced every constructor gets its annotation all the same', async ({ kith, page, visit }) => {
  await choose(kith, 'always');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const victim = somebody();
  await know(kith, victim);
  const painted = await visit(victim, { script: `(${poison})()` });
  expect(painted).toMatchObject({ state: 'fresh', inCorner: false, card: { isOpen: true } });
  expect(errors).toEqual([]);
  // Asked for without the page's own broken tools.
  const session = await page.context().newCDPSession(page);
  expect((await session.send('Runtime.evaluate', { expression: 'caught.length' })).result.value).toBe(0);
});

function poison(): void {
  const caught: string[] = [];
  Object.defineProperty(window, 'caught', { value: caught });
  for (const name of [
    'key',
    'mode',
    'state',
    'label',
    'card',
    'ok',
    'type',
    'then',
    'signal',
    'url',
    'rows',
    'title',
    'text',
    'once',
    'capture',
    'popover',
    'delegatesFocus',
  ])
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get: () => undefined,
      set(value) {
        if (typeof value === 'string' || (value && 'rows' in value)) caught.push(`${name}: ${JSON.stringify(value)}`);
        Object.defineProperty(this, name, { value, configurable: true, writable: true, enumerable: true });
      },
    });
  const broken = () => {
    throw new Error('broken');
  };
  const methods: [owner: any, name: string][] = [];
  for (const owner of [Array.prototype, String.prototype, Map.prototype, Set.prototype, RegExp.prototype, Promise])
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner)))
      if (typeof value === 'function' && !/^(constructor|toString|valueOf|withResolvers)$/.test(name)) methods.push([owner, name]);
  for (const [owner, names] of [
    [Element.prototype, 'attachShadow append querySelector getBoundingClientRect matches replaceChildren'],
    [Document.prototype, 'createElement querySelector querySelectorAll createTreeWalker'],
    [HTMLElement.prototype, 'showPopover hidePopover'],
    [CSSStyleSheet.prototype, 'replaceSync'],
    [window, 'CSSStyleSheet MutationObserver setTimeout setInterval getComputedStyle URL Map AbortController'],
  ] as [any, string][])
    for (const name of names.split(' ')) methods.push([owner, name]);
  // Last, and without any of them.
  for (let index = 0; index < methods.length; index++) {
    const method = methods[index] as [any, string];
    method[0][method[1]] = broken;
  }
}

test('a page that allows itself nothing, reports everything and isolates itself gets its annotation, and hears of nothing', async ({
  kith,
  page,
  visit,
  web,
}) => {
  await choose(kith, 'always');
  const victim = somebody();
  await know(kith, victim);
  const parts = {
    script: `window.reports = []; addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => reports.push([violatedDirective, blockedURI, sourceFile].join(' ')));
new ReportingObserver((all) => reports.push(...all.map(({ type }) => type))).observe(); addEventListener('error', ({ message }) => reports.push(message)); addEventListener('unhandledrejection', ({ reason }) => reports.push(String(reason)))`,
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'permissions-policy': 'clipboard-read=(), fullscreen=()',
    },
  };
  const reports = async (address: string) => {
    const all = await page.evaluate(() => Reflect.get(window, 'reports') as string[]);
    return all.map((report) => report.replace(address, 'this page')).toSorted();
  };
  web.serve('https://example.org/strict', attackerPage(victim, parts));
  await page.goto('https://example.org/strict');
  // Its own icon and its own styles.
  const ofItsOwn = ['img-src data this page', 'style-src-elem inline this page'];
  await expect.poll(() => reports('https://example.org/strict')).toEqual(ofItsOwn);

  const painted = await visit(victim, parts);
  expect(painted).toMatchObject({ state: 'fresh', inCorner: false, card: { isOpen: true }, box: { width: 192, height: 24 } });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect.poll(() => reports(addressOf(victim))).toEqual(ofItsOwn);
});

const HOSTILE_STYLES =
  `all:unset|display:none|visibility:hidden|opacity:0|transition:all 1e6s|animation:gone 1e6s|filter:blur(9px)|transform:scale(9)|zoom:4|font:99px Inter|color:red|width:9px|height:99px
|background:url(/leak/background)|content:url(/leak/content)|cursor:url(/leak/cursor),auto|border-image:url(/leak/border) 1|list-style:url(/leak/list)|mask:url(/leak/mask)|clip-path:inset(50%)
|direction:rtl|writing-mode:vertical-rl|pointer-events:none|position:absolute|left:-999px|contain:none|text-indent:-99px|letter-spacing:9px|line-height:99px|color-scheme:dark|user-select:text`.split(
    /\s*\|/,
  );

test('no style of the page changes how the annotation looks, and none is asked for by it', async ({ kith, page, visit, context }) => {
  await choose(kith, 'always');
  const victim = somebody();
  await know(kith, victim);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const { box } = await visit(victim, { mayAsk: /\/leak\// });
  const clip = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
  const card = { x: 0, y: 560, width: 360, height: 240 };
  const looks = async () => [await page.screenshot({ clip }), await page.screenshot({ clip: card })].map((picture) => picture.toString('base64'));
  const before = await looks();
  await page.evaluate((declarations) => {
    const style = document.createElement('style');
    style.textContent = `
html{font-size:99px}:root,body,main,h1{--x:url(/leak/custom);--accent:red;--ground:url(/leak/ground)}
h1>div,:popover-open,::backdrop{${declarations.map((each) => `${each}!important`).join(';')}}
@keyframes gone{from,to{opacity:0}}
h1>div button,h1>div p,button,p::before{display:none!important;content:url(/leak/inside)!important}`;
    document.head.append(style);
    const host = document.querySelector('h1 > div') as HTMLElement;
    host.setAttribute('style', 'display:none!important;opacity:0!important;transition:all 1e6s!important;background:url(/leak/inline)!important');
    host.setAttribute('class', 'hidden');
    host.setAttribute('dir', 'rtl');
    host.setAttribute('hidden', '');
    host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e6, fill: 'forwards' });
  }, HOSTILE_STYLES);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const after = await looks();
  expect(await differences(context, before[0], after[0])).toBe(0);
  expect(await differences(context, before[1], after[1])).toBe(0);
  // So that nothing is not what is seen there.
  expect(await differences(context, before[0], before[1])).toBeGreaterThan(100);
  expect(asked.filter((path) => path.startsWith('/leak/'))).toEqual([]);
});

/** How many pixels of two pictures differ by more than the rounding of a letter's edge. */
async function differences(context: BrowserContext, ...pictures: (string | undefined)[]): Promise<number> {
  const page = await context.newPage();
  const count = await page.evaluate(async (both) => {
    const [a, b] = await Promise.all(
      both.map(async (picture) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(atob(picture ?? ''), (one) => one.charCodeAt(0))]));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas?.drawImage(image, 0, 0);
        return canvas?.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    return a?.reduce((sum, value, index) => sum + Number(Math.abs(value - (b?.[index] ?? 0)) > 40), 0) ?? 0;
  }, pictures);
  await page.close();
  return count;
}

test('in-app navigation between two people, fifty times: at no frame is what is kept of one shown on the page of the other', async ({ kith, page, visit }) => {
  await choose(kith, 'always');
  const people = { one: { ...somebody(), name: 'Amara Osei' }, other: { ...somebody(), name: 'Tariq Lindqvist' } };
  for (const [who, victim] of Object.entries(people)) {
    const { contactId = '' } = await kith.command('addContact', { subject: subjectOf(victim) });
    await kith.command('writeNote', { subject: { contactId }, noteId: crypto.randomUUID(), text: `secret of ${who}`, draft: false });
  }
  await visit(people.one, { script: `(${installApp})(${JSON.stringify(people)})` });
  const world = await extensionWorld(page);
  await world.evaluate(`(${watchFrames})()`);
  const paths = Object.entries(people).map(([who, { handle, name }]) => ({ secret: `secret of ${who}`, handle, name }));
  let frames: Frame[] = [];
  // And on, where answers come so slowly that there was not enough to mistake: each is to be painted many times.
  do {
    await page.evaluate(() => navigateFiftyTimes());
    await expect.poll(async () => (await annotationOn(page))?.description).toContain('secret of');
    frames = await world.evaluate<Frame[]>('frames');
  } while (paths.some(({ secret }) => frames.filter(({ words }) => words.includes(secret)).length <= 10));
  const wrong = frames.filter(({ words, path, shown }) =>
    paths.some(({ secret, handle, name }) => words.includes(secret) && !(path.includes(handle) && shown === name)),
  );
  expect(wrong).toEqual([]);
});

declare global {
  var navigateFiftyTimes: () => Promise<void>;
}
type Frame = { path: string; shown: string; words: string };

/** An in-app site: it changes its address, and some frames later what it shows. */
function installApp(people: Record<string, Victim>): void {
  const [one, other] = Object.values(people) as [Victim, Victim];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const show = ({ handle, name }: Victim) => {
    const section = document.querySelector('section') as Element;
    const next = section.cloneNode(false) as Element;
    next.innerHTML = `<h1>${name}</h1><a href="/in/${handle}/overlay/contact-info/">Contact info</a>`;
    section.replaceWith(next);
  };
  globalThis.navigateFiftyTimes = async () => {
    for (let turn = 0; turn < 50; turn++) {
      const next = turn % 2 ? one : other;
      const address = `/in/${next.handle}/`;
      if (turn % 3 === 0) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
      for (let late = turn % 4; late > 0; late--) await frame();
      show(next);
      // Long enough to be painted, sometimes; mostly not quite.
      for (let stay = [1, 2, 4, 8, 20][turn % 5] ?? 1; stay > 0; stay--) await frame();
    }
  };
}

/** In Kith's own world: what stands in its closed roots at each frame, beside what the page shows. */
function watchFrames(): void {
  const roots: ShadowRoot[] = [];
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    return root;
  };
  const frames: Frame[] = [];
  Object.assign(globalThis, { frames });
  const look = () => {
    const attached = roots.filter((root) => root.host.isConnected);
    const words = attached.flatMap((root) => [...root.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ value }) => value)));
    frames.push({ path: location.pathname, shown: document.querySelector('h1')?.firstChild?.textContent ?? '', words: words.join(' ') });
  };
  const eachFrame = () => {
    look();
    // And after whatever else happens in this frame.
    setTimeout(look);
    requestAnimationFrame(eachFrame);
  };
  requestAnimationFrame(eachFrame);
}

test('a poisoned name is a name of a person and nothing else', async ({ kith, page, visit, context }) => {
  await choose(kith, 'hover');
  const names = {
    markup: [
      '&lt;img src=/leak/x onerror=alert(1)&gt;&lt;script&gt;alert(2)&lt;/script&gt;',
      /^<img src=\/leak\/x onerror=alert\(1\)><script>alert\(2\)<\/script>$/,
    ],
    'letters that turn the rest around': ['Amara \u202Eieso\u2066 Osei\u200B', /^Amara ieso Osei$/],
    'a tower of marks': [`Amara A${'\u0301'.repeat(20_000)}`, /^Amara A\p{M}{1,5}$/u],
    'a name without end': ['Amara '.repeat(50_000), /^(Amara ){33}Am$/],
  } as const;
  const alerts: string[] = [];
  context.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  for (const [written, kept] of Object.values(names)) {
    const victim = somebody();
    const painted = await visit(victim, { name: written, styles: 'h1{white-space:nowrap;overflow:hidden;max-width:600px}' });
    expect(painted).toMatchObject({ label: 'Add to Kith' });
    const panel = await kith.openPanel();
    await panel
      .getByRole('button', { name: /Add to Kith|Keep/ })
      .first()
      .click();
    await expect.poll(async () => (await annotationOn(page))?.state).toBe('never');
    const name = (await annotationOn(page))?.card.title ?? '';
    expect(name.normalize('NFD')).toMatch(kept);
    expect(await panel.evaluate(() => document.querySelectorAll('img, script:not([src]), iframe').length)).toBe(0);
    await closeSurface(panel);
    await expect
      .poll(async () => (await kith.records<{ profileKeys: string[] }>('contacts')).some(({ profileKeys }) => profileKeys.includes(keyOf(victim))))
      .toBe(true);
  }
  expect(alerts).toEqual([]);
});
