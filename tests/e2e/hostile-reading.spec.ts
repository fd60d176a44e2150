import type { Page } from '@playwright/test';
import { annotationOn, hoverAnnotation, type PaintedAnnotation } from './support/annotation.ts';
import { attackerPage } from './support/attacker-page.ts';
import { choose, expect, know, SECRETS, settled, somebody, test, wordsOn } from './support/hostile-test.ts';
import { spyScript } from './support/spy.ts';
import { CANARY, tellingFonts, thiefScript } from './support/thief.ts';

for (const [mode, site] of [
  ['hover', 'linkedin'],
  ['always', 'linkedin'],
  ['badge', 'linkedin'],
  ['off', 'linkedin'],
  ['always', 'github'],
] as const) {
  test(`what is stored is found by no way of reading there is, on ${site}, shown ${mode}`, async ({ kith, page, visit }) => {
    await choose(kith, mode, site);
    const victim = somebody(site);
    await know(kith, victim);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const parts = {
      script: `${spyScript(victim.handle)};${thiefScript()}`,
      styles: tellingFonts(CHARACTERS),
      after: '<div id="spots"></div><p contenteditable id="field" style="position:absolute;left:900px;top:200px;width:200px">field</p>',
      mayAsk: /\/leak\//,
    };
    await visit(victim, parts);
    if (mode === 'hover') await hoverAnnotation(page);
    const reads = mode === 'hover' || mode === 'always';
    await expect.poll(async () => (await annotationOn(page))?.card.isOpen).toBe(reads);
    const painted = await settled(page);
    expect(JSON.stringify(painted).includes('quokka'), 'the note is in the page’s process only where it is shown').toBe(reads);

    const { body } = attackerPage(victim, parts);
    const words = [...wordsOn(painted), ...Object.values(SECRETS).flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? [])];
    const secret = [...new Set(words)].filter((word) => word.length > 3 && !body.includes(word));
    expect(secret).toContain('Wyvern');
    const loot = await page.evaluate((questions) => thief.steal(...questions), [CHARACTERS, [...secret, CANARY.word]] as [string[], string[]]);
    loot.look = JSON.stringify(await page.evaluate(() => spy.look()));
    await selectByHand(page, painted);
    Object.assign(
      loot,
      await page.evaluate(() => ({
        selections: thief.selections.join('\n'),
        log: spy.log.join('\n'),
        calls: spy.calls.join('\n'),
        entries: spy.entries.join('\n'),
      })),
    );

    // Each way works: it gets what can be got.
    expect(loot.find?.split('\n')).toEqual(expect.arrayContaining([CANARY.word, CANARY.character]));
    for (const way of ['selection', 'walk', 'points', 'selections']) expect(loot[way], way).toContain('Amara Osei');
    // What is selected is dragged and pasted as markup, closed roots included.
    expect(loot.log).toMatch(/paste first true .*Amara Osei.*Glimmerfen/s);
    expect(loot.log).toMatch(/dragstart first true .*Amara Osei/s);
    await expect.poll(() => asked).toContain(`/leak/0/${CANARY.character.codePointAt(0)?.toString(16)}`);

    for (const [way, got] of Object.entries(loot)) {
      expect(
        secret.filter((word) => got.includes(word)),
        `read by ${way}`,
      ).toEqual([]);
    }
    expect(
      loot.find?.split('\n').filter((one) => one.length === 1 && one !== CANARY.character),
      'characters found',
    ).toEqual([]);
    expect(
      asked.filter((path) => path.startsWith('/leak/') && !path.startsWith('/leak/0/')),
      'fonts asked for',
    ).toEqual([]);
  });
}

/** Characters of the secrets that are nowhere on the page in either case, and the canary's. */
const ON_PAGE = 'amara osei nothing to say. contact info glimmerfen field';
const CHARACTERS = [...new Set(`${Object.values(SECRETS)}↻·`.toLowerCase()), CANARY.character].filter((one) => /\S/.test(one) && !ON_PAGE.includes(one));

/** All that a hand can select and copy: everything, a line by three clicks, across the annotation and the card. */
async function selectByHand(page: Page, { box: { x, y } }: PaintedAnnotation): Promise<void> {
  const drags = [
    [30, 30, 700, 780],
    [x - 20, y + 12, x + 230, y + 14],
    [2, 700, 600, 790],
  ] as const;
  for (const [fromX, fromY, toX, toY] of drags) {
    await page.mouse.move(fromX, fromY);
    await page.mouse.down();
    await page.mouse.move(toX, toY, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.press('Control+C');
  }
  await page.mouse.click(60, y + 12, { clickCount: 3 });
  await page.keyboard.press('Control+C');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.mouse.click(950, 210);
  await page.keyboard.press('Control+V');
}
