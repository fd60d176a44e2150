import { describe, expect, test } from 'vitest';
import { profileKeyOf } from '../../lib/sites/profile-key';
import { keysLinked, type PersonLink } from '../../lib/sites/person-links';
import { PAGES } from '../pages/index';
import { loadPage, personLinks } from './load-page';
import { IF_HERE, SAVED_PAGES, SAVED_PAGES_ARE_HERE, savedPageText } from './saved-pages';
import { ownPage } from './test-pages';

const SEARCH = new URL('https://www.linkedin.com/search/results/people/');
const ISSUE = new URL('https://github.com/tarnwick-hydrology/gauge-reader/issues/12');

const handles = (links: readonly PersonLink[]) => links.map(({ key }) => key.slice(key.indexOf(':') + 1));
const linksOf = (body: string, here = SEARCH) => personLinks(loadPage(`<html><body><main>${body}</main></body></html>`), here);
const onPage = (file: string) => {
  const page = PAGES.find((candidate) => candidate.file === file);
  if (!page) throw new Error(`${file} is gone`);
  return personLinks(ownPage(page), new URL(page.url));
};

test('a search result is one person and whom one has in common, each once, by the link that is their name', () => {
  const links = onPage('linkedin-search.html');
  expect(links).toHaveLength(10);
  expect(new Set(links.map(({ card }) => card)).size).toBe(5);
  expect(links.map(({ anchor }) => anchor.textContent)).not.toContain('Connect');
  expect(links[0]?.anchor.textContent).toBe('Imani Vestergaard');
});

test('a post is its author, who reposted it, and in a card of their own who commented', () => {
  const links = onPage('linkedin-feed.html');
  expect(links).toHaveLength(10);
  const [first, comment] = links;
  expect(first?.card.contains(comment?.card ?? null)).toBe(true);
  expect(first?.card).not.toBe(comment?.card);
});

test('a thread on GitHub is its authors and whom they mention, by login, from absolute and relative addresses', () => {
  expect(handles(onPage('github-issue.html'))).toEqual(['tarnwick-hydrology', 'zurawikowski-t', 'tarnwick-imani', 'basalt-otter-9', 'basalt-otter-9']);
});

test('whom the page itself is about has the annotation, and no badge', () => {
  const links = onPage('linkedin-imani.html');
  expect(handles(links)).not.toContain('in/imani-vestergaard-4b71a9');
  expect(links).toHaveLength(4);
});

test('a picture, an empty link and a copy for the eye alone are no names', () => {
  const links = linksOf(`<ul>
    <li><a href="/in/ada-example/"><img alt="Ada Example"></a></li>
    <li><a href="/in/bob-example/"> </a></li>
    <li><a href="/in/cid-example/">·</a></li>
    <li><div aria-hidden="true"><a href="/in/dora-example/">Dora Example</a></div></li>
  </ul>`);
  expect(links).toEqual([]);
});

test('who wrote an article may stand at its foot; at the foot of the page nobody is met', () => {
  const links = linksOf(`
    <article><p>Looms</p><footer>Written by <a href="/in/ada-example/">Ada Example</a></footer></article>
    <footer><a href="/in/bob-example/">Bob Example</a></footer>
    <nav><a href="/in/cid-example/">Cid Example</a></nav>`);
  expect(handles(links)).toEqual(['in/ada-example']);
});

test('a picture with words for those who cannot see it gives way to the name, wherever that stands', () => {
  const [link, ...others] = linksOf(
    '<ul><li><a href="/in/ada-example/"><img><span>Status is offline</span></a><a href="/in/ada-example/?x=1">Ada Example</a></li></ul>',
  );
  expect(link?.anchor.textContent).toBe('Ada Example');
  expect(others).toEqual([]);
});

test('who has no picture, and an icon beside the name, has the badge at the name all the same', () => {
  const noPicture =
    '<a href="/in/ada-example/"><div class="EntityPhoto-circle-3-ghost-person"><div class="visually-hidden">Ada Example profile picture</div></div></a>';
  const [link] = linksOf(`<ul><li>${noPicture}<a href="/in/ada-example/?x=1">Ada Example <svg></svg></a></li></ul>`);
  expect(link?.anchor.textContent).toBe('Ada Example ');
});

test('in a card that is a link as a whole, the link inside counts', () => {
  const page = loadPage('<html><body><a id="whole" href="/in/ada-example/"></a></body></html>');
  const whole = page.querySelector('#whole');
  const name = Object.assign(page.createElement('a'), { textContent: 'Ada Example', href: '/in/ada-example/' });
  const other = Object.assign(page.createElement('a'), { textContent: 'Bob Example', href: '/in/bob-example/' });
  const [paragraph, beside] = [page.createElement('p'), page.createElement('p')];
  paragraph.append(name);
  beside.append(other);
  whole?.append(paragraph, beside, 'and 8 others');
  expect(personLinks(page, SEARCH).map(({ anchor }) => anchor.textContent)).toEqual(['Ada Example', 'Bob Example']);
});

test('what one can do to a person, and a part of their profile, are no names', () => {
  const links = linksOf(
    '<a href="/preload/search-custom-invite/?vanityName=ada-example">Connect</a><a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3AACoAAB7kQ2UBn0vX">Message</a><a href="/in/ada-example/recent-activity/all/">Show all</a>',
  );
  expect(links).toEqual([]);
});

test('a button below the name, in a list of its own, is no second name', () => {
  const links = linksOf(`<ul>
    <li><a href="/in/ada-example/">Ada Example</a><ul><li><a class="artdeco-button" href="/in/ada-example?miniProfileUrn=x">View profile</a></li></ul></li>
    <li><a href="/in/bob-example/">Bob Example</a><ul><li><a class="artdeco-button" href="/sales/people/ACoAAB7kQ2UBn0vX">Message</a></li></ul></li>
  </ul>`);
  expect(links.map(({ anchor }) => anchor.textContent)).toEqual(['Ada Example', 'Bob Example']);
});

const PARTS = [
  'https://gitlab.com/users/ada.example/followers',
  'https://dribbble.com/ada-example/followers',
  'https://www.behance.net/ada-example/appreciated',
  'https://www.kaggle.com/ada-example/competitions',
  'https://huggingface.co/ada-example/models',
  'https://huggingface.co/ada-example/activity/all',
  'https://www.producthunt.com/@ada-example/followers',
  'https://substack.com/@ada-example/reads',
  'https://medium.com/@ada-example/followers',
  'https://ada-example.medium.com/about',
  'https://dev.to/ada-example/comments',
  'https://x.com/ada_example/likes',
  'https://mastodon.example/@ada/followers',
  'https://mastodon.example/@ada@loom.example/following/',
  'https://orcid.org/0000-0002-1825-0097/print',
  'https://www.reddit.com/user/ada_example/comments',
  'https://www.researchgate.net/profile/Ada-Example/publications?ev=prf',
  'https://www.xing.com/profile/Ada_Example/contacts',
];

test.each(PARTS)('a number that links %s is nobody’s name, wherever it stands', (href) => {
  for (const here of [new URL('/', href), new URL('https://loom.example/')]) {
    expect(linksOf(`<a href="${href}">412 followers</a>`, here)).toEqual([]);
    expect(keysLinked(loadPage(`<body><main><a href="${href}">412</a></main></body>`), here)).toEqual([]);
  }
  expect(profileKeyOf(href)).toBeDefined();
});

test('a name, a number or a language after the handle makes no part of it', () => {
  const hrefs = ['https://stackoverflow.com/users/1234567/ada-example', 'https://www.linkedin.com/in/ada-example/en/', 'https://x.com/i/user/1234567'];
  for (const href of hrefs) expect(linksOf(`<p><a href="${href}">Ada Example</a></p>`)[0]?.key, href).toBe(profileKeyOf(href)?.key);
});

test('where a page says what its addresses are relative to, so are those of people', () => {
  const page = loadPage('<head><base href="https://www.researchgate.net/"></head><body><p><a href="profile/Ada-Example">Ada Example</a></p></body>');
  const here = new URL('https://www.researchgate.net/profile/Bob-Example');
  expect(handles(personLinks(page, here))).toEqual(['ada-example']);
});

test('navigation and the site’s own head are left alone', () => {
  const body =
    '<nav><a href="/ada">ada</a></nav><div role="banner"><a href="/bob">bob</a></div><footer><a href="/cid">cid</a></footer><p><a href="/dora">dora</a></p>';
  expect(handles(linksOf(body, ISSUE))).toEqual(['dora']);
});

test('people of another site are people too', () => {
  expect(linksOf('<p><a href="https://www.linkedin.com/in/ada-example">Ada Example</a></p>', ISSUE)[0]?.key).toBe('linkedin:in/ada-example');
});

test('everybody linked counts once, by a picture alone too, and neither who the page is about nor who is in its head', () => {
  const page = loadPage(`<html><body><header class="AppHeader"><a href="/viewer">viewer</a></header><nav><a href="/eli">eli</a></nav><main>
    <a href="/ada"><img alt=""></a><p><a href="/ada">Ada</a> and <a href="https://www.linkedin.com/in/bob-example/"><img alt=""></a></p>
    <a href="/cid">cid</a><a href="/cid/loom">loom</a><a href="/tarnwick-imani">Imani</a></main></body></html>`);
  expect(keysLinked(page, new URL('https://github.com/tarnwick-imani'))).toEqual(['github:ada', 'linkedin:in/bob-example', 'github:cid']);
});

describe.skipIf(!SAVED_PAGES_ARE_HERE)(`pages saved from the sites${IF_HERE}`, () => {
  const saved = (file: string) => {
    const page = SAVED_PAGES.find((candidate) => candidate.file === file);
    if (!page) throw new Error(`${file} is gone`);
    return personLinks(loadPage(savedPageText(page)), new URL(page.url));
  };

  test('the first of each search result is the person found: the one the button would invite', () => {
    const links = saved('linkedin/sdui_search_people__c2026-04.html');
    const firsts = [...Map.groupBy(links, ({ card }) => card)].map(([card, [first]]) => ({ card, first }));
    const checked = firsts.flatMap(({ card, first }) => {
      const invite = [...card.querySelectorAll('a[href*="vanityName="]')][0]?.getAttribute('href');
      return invite ? [[first?.key, profileKeyOf(`https://www.linkedin.com${invite}`)?.key]] : [];
    });
    expect(checked.length).toBeGreaterThan(5);
    for (const [key, invited] of checked) expect(key).toBe(invited);
  });

  test('no link on any saved page is to the person the page is about, and none is without a name that can be seen', () => {
    for (const page of SAVED_PAGES.filter(({ url }) => url)) {
      const links = personLinks(loadPage(savedPageText(page)), new URL(page.url));
      const own = profileKeyOf(page.url)?.key;
      for (const { key, anchor } of links) {
        expect(key).not.toBe(own);
        const seen = anchor.cloneNode(true) as HTMLAnchorElement;
        for (const unseen of seen.querySelectorAll('.visually-hidden, .sr-only')) unseen.remove();
        expect(seen.textContent.trim().length, `${page.file}: ${key}`).toBeGreaterThanOrEqual(2);
      }
    }
  });
});
