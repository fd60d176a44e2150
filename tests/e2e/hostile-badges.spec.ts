import type { Page } from '@playwright/test';
import { addressOf } from './support/attacker-page.ts';
import { badgeCard, badgeCardIsOpen, badgesOn, paintedBadges } from './support/badges.ts';
import { choose, expect, know, somebody, test } from './support/hostile-test.ts';
import { spyScript } from './support/spy.ts';

const STYLES =
  'body{margin:0;background:#fff}ul{margin:0;padding:40px;list-style:none}h1{position:relative;z-index:0;width:fit-content;margin:0;font:8px/32px serif}';

for (const mode of ['hover', 'badge'] as const) {
  test(`a page notices no difference between a link to somebody known and one to somebody unknown, shown ${mode}`, async ({ kith, page, web }) => {
    await choose(kith, mode);
    const [known, unknown] = [somebody(), somebody()];
    await know(kith, known);
    const noticed = [];
    for (const victim of [known, unknown]) {
      await page.mouse.move(900, 700);
      const address = `https://www.linkedin.com/search/results/people/?keywords=${victim.handle}`;
      const list = `<ul><li><h1><a href="${addressOf(victim)}">Amara Osei</a></h1></li></ul><div id="spots"></div>`;
      web.serve(
        address,
        `<!doctype html><html lang="en"><head><title>Search</title><link rel="icon" href="data:,"><style>${STYLES}</style><script>${spyScript(victim.handle)}</script></head><body>${list}</body></html>`,
      );
      await page.goto(address);
      await expect.poll(async () => (await badgesOn(page)).length).toBe(1);
      if (victim === known) await expect.poll(async () => (await paintedBadges(page)).length).toBe(1);
      noticed.push(await goThrough(page, victim === known && mode === 'hover'));
    }
    const [ofKnown, ofUnknown] = noticed;
    // So that nothing stands for nothing: the spy does see what happens there.
    expect(ofKnown?.atRest.occluded).toMatch(/^\..*#/);
    expect(ofKnown?.hovered.occluded).not.toBe(ofKnown?.atRest.occluded);
    expect(ofKnown?.focused.occluded).not.toBe(ofKnown?.atRest.occluded);
    expect(String(ofKnown?.moved.entries)).toMatch(/layout-shift +0\.0/);
    expect(ofUnknown).toEqual(ofKnown);
  });
}

test('nor by what the browser tells was painted after a click', async ({ kith, page, web }) => {
  await choose(kith, 'hover');
  const [known, unknown] = [somebody(), somebody()];
  await know(kith, known);
  const told = [];
  for (const victim of [known, unknown]) {
    const address = `https://www.linkedin.com/feed/?about=${victim.handle}`;
    // Words so small that those of a badge would be the largest painted.
    const script = `const painted = []; new PerformanceObserver((list) => painted.push(...list.getEntries().map((entry) => entry.largestContentfulPaint.size))).observe({ type: 'interaction-contentful-paint', buffered: true });
      document.querySelector('button').onclick = () => { history.pushState({}, '', '/feed/?more'); document.querySelector('main').innerHTML = '<a href="${addressOf(victim)}">Amara Osei</a>'; };`;
    const body = `<button>More</button><main></main><script>${script}</script>`;
    web.serve(
      address,
      `<!doctype html><html lang="en"><head><title>Feed</title><link rel="icon" href="data:,"><style>*{font:3px/32px serif}</style></head><body>${body}</body></html>`,
    );
    await page.goto(address);
    await page.getByRole('button').click();
    await expect.poll(async () => (await badgesOn(page)).length).toBe(1);
    if (victim === known) await expect.poll(async () => (await paintedBadges(page)).length).toBe(1);
    // What stands beside the words, in one frame with them or in the next, is larger than they are.
    const largest = () => page.evaluate<number>('Math.max(0, ...painted)');
    await expect.poll(largest).toBeGreaterThan(500);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    told.push(await largest());
  }
  expect(told[1]).toEqual(told[0]);
});

/** What somebody does who reads a list, and what a page does that wants to know more. What the page noticed of it. */
async function goThrough(page: Page, hasWords: boolean) {
  const card = () => expect.poll(async () => ((await badgeCard(page)) ? 'says something' : (await badgeCardIsOpen(page)) ? 'says nothing' : 'is closed'));
  const atRest = await page.evaluate(() => spy.look());
  const { right, bottom } = await page.evaluate(() => document.querySelector('a')?.getBoundingClientRect().toJSON());
  for (const across of [-30, -3, 4, 9]) await page.mouse.move(right + across, bottom - 10);
  await card().toBe(hasWords ? 'says something' : 'says nothing');
  const hovered = await page.evaluate(() => spy.look());
  await page.mouse.move(900, 700);
  await card().toBe('is closed');
  // No hand has done anything to the link.
  await page.evaluate(() => document.querySelector('a')?.focus());
  await card().toBe(hasWords ? 'says something' : 'says nothing');
  const focused = await page.evaluate(() => spy.look());
  await page.evaluate(() => document.querySelector('a')?.blur());
  await card().toBe('is closed');
  await page.evaluate(() => document.querySelector('ul')?.style.setProperty('padding', '90px'));
  const moved = await page.evaluate(() => spy.look());
  return { atRest, hovered, focused, moved, log: await page.evaluate(() => spy.reset()) };
}
