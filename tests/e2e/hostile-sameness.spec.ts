import type { Page } from '@playwright/test';
import { annotationOn } from './support/annotation.ts';
import { addressOf, attackerPage, type Victim } from './support/attacker-page.ts';
import { extensionWorld } from './support/extension-world.ts';
import { choose, closeSurface, expect, know, settled, somebody, test } from './support/hostile-test.ts';
import { spyScript } from './support/spy.ts';

const PARTS = {
  // Text so small that the annotation's would be the largest painted.
  styles: `h1{position:relative;z-index:0;font-size:6px!important}p,a{font-size:6px}.vcard-username{display:none}
h1 div::before,h1 div::after{display:none!important;content:none!important;font-size:0!important;color:transparent!important}`,
  after: '<div id="spots"></div>',
};
const partsFor = ({ handle }: Victim) => ({ ...PARTS, script: spyScript(handle) });

for (const [mode, site] of [
  ['hover', 'linkedin'],
  ['always', 'linkedin'],
  ['badge', 'linkedin'],
  ['off', 'linkedin'],
  ['hover', 'github'],
] as const) {
  test(`a page of ${site} notices no difference between somebody known and somebody unknown, shown ${mode}`, async ({ kith, page, visit }) => {
    await choose(kith, mode, site);
    const [known, unknown] = [somebody(site), somebody(site)];
    await know(kith, known);

    const noticed = [];
    for (const victim of [known, unknown]) {
      await page.mouse.move(900, 700);
      const { state } = await visit(victim, partsFor(victim));
      expect(state).toBe(mode === 'off' ? 'off' : victim === known ? 'fresh' : 'new');
      noticed.push(await goThrough(page));
    }
    const [ofKnown, ofUnknown] = noticed;
    // So that nothing stands for nothing: the spy does see what happens there.
    expect(ofKnown?.atRest.host).toContain('offsetWidth 192');
    expect(ofKnown?.log.join('\n')).toMatch(/mutation childList (h1|span) div/);
    expect(ofKnown?.log.join('\n')).toContain('pointerover first true div<');
    expect(ofKnown?.atRest.occluded).toMatch(/^\..*#/);
    expect(ofKnown?.hovered.occluded === ofKnown?.atRest.occluded, 'the card covers something while it is read').toBe(mode !== 'hover');
    expect(ofUnknown).toEqual(ofKnown);
  });
}

test('a click anywhere on it opens the panel for both, and nowhere beside it', async ({ kith, page, visit }) => {
  await choose(kith, 'badge');
  const [known, unknown] = [somebody(), somebody()];
  await know(kith, known);
  for (const victim of [known, unknown]) {
    const { box } = await visit(victim);
    await page.mouse.click(box.x + 200, box.y + 12);
    expect(kith.context.pages().some((open) => open.url().endsWith('/sidepanel.html'))).toBe(false);
    // Beyond the end of the shorter label.
    await page.mouse.click(box.x + 185, box.y + 12);
    await closeSurface(await kith.panel());
  }
});

test('it is put up before anybody has been looked up', async ({ kith, page, web }) => {
  await choose(kith, 'always');
  const [known, unknown] = [somebody(), somebody()];
  await know(kith, known);
  for (const victim of [known, unknown]) {
    const release = await kith.holdWorker();
    web.serve(addressOf(victim), attackerPage(victim, partsFor(victim)));
    await page.goto(addressOf(victim));
    await expect.poll(() => annotationOn(page)).toMatchObject({ state: '', inCorner: false });
    await release();
    expect((await settled(page)).state).toBe(victim === known ? 'fresh' : 'new');
  }
});

test('taken into a document of the page’s own, and back, it is as empty and as large for both', async ({ kith, page, visit }) => {
  await choose(kith, 'always');
  const [known, unknown] = [somebody(), somebody()];
  await know(kith, known);
  const found = [];
  for (const victim of [known, unknown]) {
    await visit(victim);
    // So that it is not fetched back before it has been looked at.
    await (await extensionWorld(page)).evaluate('for (let timer = 0; timer < 10_000; timer++) clearInterval(timer)');
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position:fixed;left:600px;top:300px;width:600px;height:400px';
      document.body.append(frame);
      const { body } = frame.contentDocument as Document;
      body.style.font = '40px/50px serif';
      body.append('Before ', document.querySelector('h1 > div') as Element, ' after');
      Object.assign(window, { dragged: [], away: frame });
      frame.contentDocument?.addEventListener('dragstart', ({ dataTransfer }) => Reflect.get(window, 'dragged').push(dataTransfer?.getData('text/html')));
    });
    // Everything is drawn again while it is there.
    await kith.command('setFollowUpTime', { time: victim === known ? '10:00' : '11:00' });
    await expect.poll(async () => (await kith.records<{ followUpTime: string }>('settings'))[0]?.followUpTime).toBe(victim === known ? '10:00' : '11:00');
    await page.evaluate(() =>
      (Reflect.get(window, 'away') as HTMLIFrameElement).contentWindow
        ?.getSelection()
        ?.selectAllChildren((Reflect.get(window, 'away') as HTMLIFrameElement).contentDocument?.body as Node),
    );
    await page.mouse.move(640, 340);
    await page.mouse.down();
    await page.mouse.move(700, 500, { steps: 5 });
    await page.mouse.up();
    found.push(
      await page.evaluate(() => {
        const away = Reflect.get(window, 'away') as HTMLIFrameElement;
        const host = away.contentDocument?.querySelector('div') as HTMLElement;
        const seen = () => [
          host.getBoundingClientRect().toJSON(),
          host.scrollHeight,
          host.scrollWidth,
          [...getComputedStyle(host)].map((name) => getComputedStyle(host).getPropertyValue(name)).join(),
        ];
        const there = [seen(), away.contentDocument?.body.scrollHeight, away.contentDocument?.body.innerText, Reflect.get(window, 'dragged')];
        document.querySelector('section')?.append(host);
        return JSON.stringify([there, seen(), document.body.scrollHeight, document.querySelectorAll(':popover-open').length]).replace(
          /amara-osei-\d+/g,
          'HANDLE',
        );
      }),
    );
  }
  expect(found[0]).toContain('Before');
  expect(found[1]).toEqual(found[0]);
  for (const word of ['quokka', 'Zephyrine', 'days', 'Kith']) expect(found[0]).not.toContain(word);
});

/** What somebody does who looks at a page: rests, goes over the annotation with the pointer, presses keys. What the page noticed of it. */
async function goThrough(page: Page) {
  const painted = await settled(page);
  const { x, y } = painted.box;
  const atRest = await page.evaluate(() => spy.look());
  for (const across of [-6, 3, 30, 60, 90, 105, 120, 140, 160, 189, 197, 150]) await page.mouse.move(x + across, y + 12);
  const hovered = await page.evaluate(() => spy.look());
  await page.mouse.click(x + 150, y + 12, { button: 'middle' });
  await page.mouse.move(900, 700);
  await page.evaluate(() => document.querySelector('h1')?.setAttribute('tabindex', '-1'));
  await page.evaluate(() => document.querySelector('h1')?.focus());
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  const focused = await page.evaluate(() => spy.look());
  await page.keyboard.press('Shift+Tab');
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
  await page.mouse.move(45, y + 12);
  await page.mouse.down();
  await page.mouse.move(700, 400, { steps: 4 });
  await page.mouse.up();
  await page.evaluate(() => {
    const host = document.querySelector('h1 > div, h1 > span > div') as HTMLElement;
    for (const type of ['pointerenter', 'mouseover', 'pointerdown', 'focus', 'click', 'keydown', 'toggle', 'blur', 'pointerleave'])
      host.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
    host.click();
    host.focus();
  });
  return { atRest, hovered, focused, log: await page.evaluate(() => spy.reset()) };
}
