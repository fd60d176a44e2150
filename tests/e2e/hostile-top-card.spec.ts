import { addressOf } from './support/attacker-page.ts';
import { extensionWorld } from './support/extension-world.ts';
import { expect, settled, somebody, test } from './support/hostile-test.ts';

test('a page whose top card is a form with a field named parentElement keeps running while it is read', async ({ page, web }) => {
  const victim = somebody();
  const card = `<form><h2>${victim.name}</h2><input name="parentElement" type="hidden"></form><a href="/in/${victim.handle}/overlay/contact-info/">Contact info</a>`;
  web.serve(
    addressOf(victim),
    `<!doctype html><title>Somebody | LinkedIn</title><link rel="icon" href="data:,"><main><section componentkey="x.refACoAAxyzxyzTopcard">${card}</section></main>`,
  );
  await page.goto(addressOf(victim));
  await settled(page);
  const answer = await (await extensionWorld(page)).evaluate<{ ok: boolean }>(`chrome.runtime.sendMessage({ type: 'settled' })`);
  expect(answer.ok).toBe(true);
});
