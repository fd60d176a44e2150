import { badgeCard, badgesOn, hoverBadge, paintedBadges } from './support/badges.ts';
import { GITHUB_IMANI, IMANI, keep } from './support/people.ts';
import { expect, test } from './support/test.ts';

const SEARCH = 'https://www.linkedin.com/search/results/people/';
const FEED = 'https://www.linkedin.com/feed/';
const ISSUE = 'https://github.com/tarnwick-hydrology/gauge-reader/issues/12';

test('look', async ({ kith, page }) => {
  const contactId = await keep(kith, IMANI);
  await keep(kith, GITHUB_IMANI);
  const on = Temporal.Now.plainDateISO('Europe/Berlin').subtract({ days: 21 }).toString();
  await kith.command('logInteraction', { subject: { contactId }, interactionId: crypto.randomUUID(), content: { on, channel: 'coffee', given: [], received: [] } });
  for (const [i, url] of [SEARCH, FEED, ISSUE].entries()) {
    await page.goto(url);
    await expect.poll(async () => (await paintedBadges(page)).length).toBeGreaterThan(0);
    console.log(url, await badgesOn(page));
    await page.screenshot({ path: `/tmp/look/${i}.png` });
    await hoverBadge(page, i < 2 ? 'imani' : 'tarnwick-imani');
    await page.screenshot({ path: `/tmp/look/${i}h.png` });
    console.log(await badgeCard(page));
  }
});
