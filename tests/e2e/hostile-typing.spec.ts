import type { Page } from '@playwright/test';
import { expect, somebody, test } from './support/hostile-test.ts';
import { spyScript } from './support/spy.ts';

const NOTE = 'Her sister runs the ferry; ask how the winter went.';

/** What a page does that wants to be typed into. */
const THEFTS = {
  'takes the focus forty times a second': () =>
    setInterval(() => {
      window.focus();
      document.querySelector<HTMLElement>('#field')?.focus();
    }, 25),
  'opens a dialog with a field that takes the focus by itself': () =>
    setInterval(() => {
      document.querySelector('dialog')?.close();
      document.querySelector('dialog')?.showModal();
    }, 40),
  'selects, clicks, scrolls to and goes full screen with its field': () =>
    setInterval(() => {
      const field = document.querySelector<HTMLElement>('#field');
      field?.click();
      field?.scrollIntoView();
      getSelection()?.selectAllChildren(field ?? document.body);
      field?.requestFullscreen().catch(() => undefined);
      location.hash = `#${Math.random()}`.replace('#0.', '#field');
      field?.focus();
    }, 40),
};

for (const [what, theft] of Object.entries(THEFTS)) {
  test(`not one character typed into the panel reaches a page that ${what}`, async ({ kith, page, visit }) => {
    const victim = somebody();
    const after = '<p contenteditable id="field">field</p><dialog><p contenteditable autofocus>field</p></dialog><div id="spots"></div>';
    await visit(victim, { script: spyScript(victim.handle), after });
    const panel = await kith.openPanel();
    await focusAsForUsers(page, panel, await kith.seat());
    const note = panel.getByRole('textbox', { name: /^Note about/ });
    await note.click();
    await expect.poll(() => hasFocus(panel, page)).toEqual({ panel: true, page: false });
    await page.evaluate(() => spy.reset());

    await page.evaluate(theft);
    for (const character of NOTE) {
      await panel.keyboard.press(character === ' ' ? 'Space' : character);
      // A thief needs but a moment.
      if (/[;,.]/.test(character)) await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    }
    await panel.keyboard.insertText('日本');

    await expect(note).toHaveValue(`${NOTE}日本`);
    expect(await hasFocus(panel, page)).toEqual({ panel: true, page: false });
    const log = await page.evaluate(() => spy.reset());
    expect(log.filter((line) => /^(key|input|beforeinput|composition|textInput|paste|change)/.test(line))).toEqual([]);
    expect(log.join('\n')).not.toMatch(/sister|日/);
    expect(await page.evaluate(() => document.body.innerText)).toMatch(/^Amara Osei\s+Nothing to say.\s+Contact info\s+field(\s+field)?\s*$/);
    await expect.poll(() => kith.records<{ text: string }>('notes')).toContainEqual(expect.objectContaining({ text: `${NOTE}日本` }));

    // And so that the measure is one: a click into the page takes the focus, and what is typed then is the page's.
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await page.bringToFront();
    await page.mouse.click(45, 60);
    await expect.poll(() => hasFocus(panel, page)).toEqual({ panel: false, page: true });
    await page.keyboard.press('x');
    expect((await page.evaluate(() => spy.reset())).join('\n')).toContain('keydown first true');
  });
}

/** Tests commonly pretend that every page has the focus. Not here: whose it is, is the question. */
async function focusAsForUsers(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  }
}

async function hasFocus(panel: Page, page: Page): Promise<{ panel: boolean; page: boolean }> {
  const [ofPanel, ofPage] = await Promise.all([panel, page].map((each) => each.evaluate(() => document.hasFocus())));
  return { panel: Boolean(ofPanel), page: Boolean(ofPage) };
}
