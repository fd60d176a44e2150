import { paintedBadges } from './support/badges.ts';
import { GITHUB_IMANI, IMANI, keep, type Person, TOMASZ } from './support/people.ts';
import { switchOn } from './support/switch-on.ts';
import { expect, test } from './support/test.ts';

/** The invented people of the project's own pages on other sites; each page says which month the facts about its markup are of. */
const NOOR = { handle: 'noor', name: 'Noor van Estuary' };
const X_NOOR = { ...NOOR, url: 'https://x.com/TideTables', key: 'x:tidetables' };
const STACK_NOOR = { ...NOOR, url: 'https://stackoverflow.com/users/2718281/noor-van-estuary', key: 'stackoverflow:2718281' };
const FEDI_IMANI = { ...GITHUB_IMANI, url: 'https://rivers.example/@imani', key: 'fedi:imani@rivers.example' };
const SKY_IMANI = { ...GITHUB_IMANI, url: 'https://bsky.app/profile/imani.example', key: 'bluesky:imani.example' };
const HN_TOMASZ = { ...TOMASZ, url: 'https://news.ycombinator.com/user?id=bog_logger', key: 'hn:bog_logger' };

type Story = {
  what: string;
  url: string;
  /** Where the site has to be switched on first: what the browser is asked for, and what the site is called. */
  off?: readonly [origin: string, site: string];
  known: readonly Person[];
  /** The links that are badged, as they are written, card after card. */
  badged: readonly string[];
};

const imani = 'https://www.linkedin.com/in/imani-vestergaard-4b71a9/';
const tomasz = 'https://www.linkedin.com/in/tomasz-%C5%BCurawikowski-8c20/';

const STORIES: readonly Story[] = [
  {
    what: 'LinkedIn’s list of connections',
    url: 'https://www.linkedin.com/mynetwork/invite-connect/connections/',
    known: [IMANI, TOMASZ],
    badged: [imani, tomasz],
  },
  {
    what: 'the reviews of a pull request on GitHub',
    url: 'https://github.com/tarnwick-hydrology/gauge-reader/pull/13',
    known: [GITHUB_IMANI],
    // Her review, her comment in it, where she is mentioned, and beside it.
    badged: Array(4).fill('/tarnwick-imani'),
  },
  {
    what: 'the contributors to a repository on GitHub',
    url: 'https://github.com/tarnwick-hydrology/gauge-reader/graphs/contributors',
    known: [GITHUB_IMANI],
    badged: ['/tarnwick-imani'],
  },
  {
    what: 'GitHub’s trending developers',
    url: 'https://github.com/trending/developers',
    known: [GITHUB_IMANI],
    badged: ['/tarnwick-imani'],
  },
  {
    what: 'the comments on Hacker News',
    url: 'https://news.ycombinator.com/item?id=31415926',
    off: ['https://news.ycombinator.com/*', 'Hacker News'],
    known: [HN_TOMASZ, GITHUB_IMANI],
    // Bog_Logger is somebody else.
    badged: ['user?id=bog_logger', 'https://github.com/tarnwick-imani', 'user?id=bog_logger'],
  },
  {
    what: 'the answers and comments on Stack Overflow',
    url: 'https://stackoverflow.com/questions/27182818/how-to-read-a-tide-table',
    off: ['https://stackoverflow.com/*', 'Stack Overflow'],
    known: [STACK_NOOR],
    badged: Array(2).fill('/users/2718281/noor-van-estuary'),
  },
  {
    what: 'the posts on X',
    url: 'https://x.com/i/lists/1618033988',
    off: ['https://x.com/*', 'X'],
    known: [X_NOOR],
    // Her post, where she is mentioned, and her cell of the list.
    badged: Array(3).fill('/TideTables'),
  },
  {
    what: 'the posts on Bluesky',
    url: 'https://bsky.app/feeds',
    off: ['https://bsky.app/*', 'Bluesky'],
    known: [SKY_IMANI],
    badged: ['/profile/imani.example'],
  },
  {
    what: 'the posts on a Mastodon server, where she is of another',
    url: 'https://tide.example/@noor/112233445566',
    off: ['https://tide.example/*', 'tide.example'],
    known: [FEDI_IMANI],
    badged: ['https://tide.example/@imani@rivers.example'],
  },
];

for (const { what, url, off, known, badged } of STORIES) {
  test(`whoever is known has a badge in ${what}, once in each card, and nobody else has`, async ({ kith, page }) => {
    for (const person of known) await keep(kith, person);
    // Said again, because a query is part of one address.
    kith.web.serve(url, kith.web.find(url) ?? '');
    await page.goto(url);
    if (off) await switchOn(kith, page, ...off);
    await page.bringToFront();
    await expect.poll(async () => (await paintedBadges(page)).map(({ href }) => href)).toEqual(badged);
    // … and the same on the next visit.
    await page.reload();
    await expect.poll(async () => (await paintedBadges(page)).map(({ href }) => href)).toEqual(badged);
  });
}
