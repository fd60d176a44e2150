import type { Page } from 'puppeteer-core';
import { addressOf, attackerPage, keyOf, subjectOf } from './support/attacker-page.ts';
import { expect, test } from './support/firefox-test.ts';

const SECRET = 'Promised Ǯanuk the quokka maps; jazz on Wyvern quay.';

/** Keeps what Firefox tells a page of what was painted, and what is pasted into it. */
const SCRIPT = `window.paints = []; window.pasted = [];
new PerformanceObserver((list) => paints.push(...list.getEntries().map(({ size }) => size))).observe({ type: 'largest-contentful-paint', buffered: true });
addEventListener('paste', ({ clipboardData }) => pasted.push(clipboardData.getData('text/html'), clipboardData.getData('text/plain')));`;

test('in Firefox a page finds nothing of a note either, and is told of the same paint for somebody known and somebody unknown', async ({ kith }) => {
  const seat = await kith.open('manifest.json', 'body');
  const [known, unknown] = ['amara-osei-1', 'amara-osei-2'].map((handle) => ({ site: 'linkedin' as const, handle, name: 'Amara Osei' }));
  if (!known || !unknown) throw new Error('two people are needed');
  await ask(seat, { type: 'setAnnotationMode', siteId: 'linkedin', mode: 'always' });
  await ask(seat, { type: 'writeNote', subject: subjectOf(known), noteId: crypto.randomUUID(), text: SECRET, draft: false });

  const largest = [];
  for (const victim of [known, unknown]) {
    const after = '<p contenteditable id="field" style="position:absolute;left:300px;top:300px">field</p>';
    // Text so small that the annotation's would be the largest painted.
    kith.web.serve(addressOf(victim), attackerPage(victim, { script: SCRIPT, styles: 'h1,p,a{font-size:6px!important}', after }));
    const page = await kith.visit(addressOf(victim));
    // Badge and card have been painted.
    await page.waitForFunction(() => Math.max(...Reflect.get(window, 'paints')) > 20_000);
    // The page's own are below a thousand.
    largest.push(await page.evaluate(() => Reflect.get(window, 'paints').filter((size: number) => size > 1000)));

    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await press(page, 'c');
    await page.click('#field');
    await press(page, 'v');
    await page.waitForFunction(() => Reflect.get(window, 'pasted').length > 0);
    const pasted: string[] = await page.evaluate(() => Reflect.get(window, 'pasted'));
    expect(pasted.join('\n')).toContain('Amara Osei');
    const questions = [...(SECRET.match(/\p{L}{4,}/gu) ?? []), 'Ǯ', 'Amara'];
    const found = await page.evaluate((words) => words.filter((word) => Reflect.get(window, 'find').call(window, word, false, false, true)), questions);
    expect(found).toEqual(['Amara']);
    for (const word of SECRET.match(/\p{L}{4,}/gu) ?? []) expect(pasted.join('\n')).not.toContain(word);
  }
  // What is painted in one frame with something larger is not told.
  const [fewer, more] = largest.toSorted((one, other) => one.length - other.length);
  expect(more).toEqual(expect.arrayContaining(fewer));
  expect(Math.max(...more)).toBe(Math.max(...fewer));
  expect(keyOf(known)).not.toBe(keyOf(unknown));
});

async function press(page: Page, letter: 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(letter);
  await page.keyboard.up('Control');
}

async function ask(page: Page, command: object): Promise<void> {
  const answer = await page.evaluate(
    (message) =>
      (globalThis as unknown as { browser: { runtime: { sendMessage(sent: object): Promise<{ ok: boolean }> } } }).browser.runtime.sendMessage(message),
    { commandId: crypto.randomUUID(), ...command },
  );
  expect(answer).toMatchObject({ ok: true });
}
