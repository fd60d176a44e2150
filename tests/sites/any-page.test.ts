import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Profile, ProfileKey } from '../../lib/model/profile';
import { keepAnyPage, linkedProfiles, readAnyPage } from '../../lib/sites/any-page';
import { profileKeyOf, profileUrl, webKey } from '../../lib/sites/profile-key';
import { loadPage } from './load-page';

const home = new URL('https://ada.example/');
const pageOf = (body: string, head = '') => loadPage(`<html><head>${head}</head><body>${body}</body></html>`);
const data = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
const ada = { '@type': 'Person', name: 'Ada Example', url: 'https://www.ada.example' };

test('a home’s structured data tell its owner, job titles in lists and employers as nodes', () => {
  const page = pageOf(
    '',
    data({
      '@graph': [
        { '@type': 'WebSite', url: 'https://ada.example/' },
        { ...ada, jobTitle: ['Weaver', 'Teacher'], worksFor: [{ '@type': 'Organization', name: 'Loom' }], address: { addressLocality: 'Turin' } },
      ],
    }),
  );
  expect(readAnyPage(page, home)).toEqual({
    key: 'web:ada.example',
    url: 'https://ada.example',
    handle: 'ada.example',
    aliases: [],
    fields: { name: 'Ada Example', headline: 'Weaver', organisation: 'Loom', place: 'Turin' },
    sources: { name: 'structured data', headline: 'structured data', organisation: 'structured data', place: 'structured data' },
  });
  expect(Profile.safeParse(readAnyPage(page, home)).success).toBe(true);
});

test('a profile page is about its main entity, written in place or elsewhere in the graph', () => {
  const team = new URL('https://loom.example/team/ada');
  const inPlace = { '@type': 'ProfilePage', url: team.href, mainEntity: { '@type': 'Person', name: 'Ada Example' } };
  const elsewhere = {
    '@graph': [
      { '@type': ['WebPage', 'ProfilePage'], '@id': team.href, mainEntity: { '@id': '#ada' } },
      { '@type': 'Person', '@id': '#ada', name: 'Ada Example' },
    ],
  };
  for (const json of [inPlace, elsewhere]) expect(readAnyPage(pageOf('', data(json)), team)?.fields.name).toBe('Ada Example');
  expect(readAnyPage(pageOf('', data(inPlace)), new URL('https://loom.example/team/bob'))).toBeUndefined();
});

test('the author of an article, a commenter or the organisation of a site is not whom the page is about', () => {
  const article = new URL('https://ada.example/2024/looms');
  const heads = [
    data(ada),
    data({ '@type': 'Article', url: article.href, author: { ...ada, url: article.href } }),
    data({ '@type': 'Organization', name: 'Ada Example', url: article.href }),
    data({ '@graph': [{ '@type': 'Person', '@id': 'https://ada.example/#/schema/person/1', name: 'Ada Example' }] }),
    '<meta name="author" content="Ada Example"><meta property="og:type" content="article">',
  ];
  for (const head of heads) expect(readAnyPage(pageOf('', head), article), head).toBeUndefined();
  const bodies = [
    '<a class="p-author h-card" href="https://ada.example/">Ada Example</a>',
    '<div itemscope itemtype="https://schema.org/Article"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Example</b></span></div>',
  ];
  for (const body of bodies) expect(readAnyPage(pageOf(body), article), body).toBeUndefined();
});

test('of several cards the one that is this page’s counts, then the one that is rel=me', () => {
  const bob = '<div class="h-card"><a class="u-url p-name" href="https://bob.example/">Bob Example</a></div>';
  const card = (attributes: string) =>
    `<div class="h-card"><a class="u-url p-name" ${attributes}>Ada Example</a> <p class="p-note">Weaves.\nAnd more.</p></div>`;
  expect(readAnyPage(pageOf(`${bob}${card('href="/"')}`), home)?.fields).toEqual({ name: 'Ada Example', headline: 'Weaves.' });
  expect(readAnyPage(pageOf(`${bob}${card('rel="me" href="https://x.com/ada_example"')}`), home)?.fields.name).toBe('Ada Example');
  expect(readAnyPage(pageOf(`${bob}${card('href="https://elsewhere.example"')}`), home)).toBeUndefined();
  expect(readAnyPage(pageOf(bob), home)?.fields.name).toBe('Bob Example');
});

test('what is inside another’s post is no part of a card', () => {
  const page = pageOf(
    '<div class="h-card"><a class="u-url" href="/"></a><div class="h-entry"><b class="p-name">A post</b></div><h1 class="p-name">Ada Example</h1></div>',
  );
  expect(readAnyPage(page, home)?.fields.name).toBe('Ada Example');
});

test('microdata and Open Graph are read where nothing better is there', () => {
  const about = new URL('https://ada.example/about/');
  const person =
    '<div itemscope itemtype="http://schema.org/Person"><h1 itemprop="name">Ada Example</h1><b itemprop="jobTitle">Weaver</b><span itemprop="worksFor" itemscope itemtype="http://schema.org/Organization"><i itemprop="name">Loom</i></span></div>';
  expect(readAnyPage(pageOf(person), about)).toMatchObject({
    fields: { name: 'Ada Example', headline: 'Weaver', organisation: 'Loom' },
    sources: { name: 'microdata' },
  });
  const tags = '<meta property="og:type" content="profile"><meta property="og:title" content="Ada Example | Loom">';
  expect(
    readAnyPage(pageOf('', `${tags}<meta property="og:url" content="https://loom.example/people/ada?x">`), new URL('https://loom.example/people/ada')),
  ).toMatchObject({
    fields: { name: 'Ada Example' },
    sources: { name: 'profile tags' },
  });
  expect(
    readAnyPage(pageOf('', `${tags}<meta property="og:url" content="https://loom.example/people/bob">`), new URL('https://loom.example/people/ada')),
  ).toBeUndefined();
});

test('a page that says nothing of anybody can be kept, with its title for a name', () => {
  const keep = (title: string, url = 'https://jon.example/lab') => keepAnyPage(pageOf('<p>Hello</p>', `<title>${title}</title>`), new URL(url));
  expect(keep('Jon Example')).toEqual({
    key: 'web:jon.example/lab',
    url: 'https://jon.example/lab',
    handle: 'jon.example/lab',
    aliases: [],
    fields: { name: 'Jon Example' },
    sources: { name: 'page title' },
  });
  expect(keep('Home | Jon Example')?.fields.name).toBe('Jon Example');
  expect(keep('Jon Example – Institute of Looms')?.fields.name).toBe('Jon Example');
  expect(keep('Home')?.fields.name).toBe('Home');
  expect(keep('')?.fields).toEqual({});
  expect(keep('microlinkhq/mql', 'https://github.com/microlinkhq/mql')?.key).toBe('web:github.com/microlinkhq/mql');
  expect(keep('Ada', 'https://github.com/ada-example')?.key).toBe('github:ada-example');
  expect(keepAnyPage(pageOf(''), new URL('about:blank'))).toBeUndefined();
  expect(keepAnyPage(pageOf(''), new URL('file:///home/ada/cv.html'))).toBeUndefined();
});

test('a page has one key however its address is written, and the key leads back', () => {
  for (const url of ['http://www.Ada.example/~ada/', 'https://ada.example/~ada?utm=1#top', 'https://ada.example./~ada'])
    expect(webKey(url), url).toBe('web:ada.example/~ada');
  expect(webKey('https://ada.example/caf%c3%a9')).toBe('web:ada.example/caf%C3%A9');
  expect(profileUrl('web:ada.example/~ada')).toBe('https://ada.example/~ada');
  for (const key of ['web:', 'web:Ada.example', 'web:www.ada.example', 'web:ada.example/', 'web:ada.example?x', 'web:ada.example:8443', 'web:a@ada.example'])
    expect(profileUrl(key), key).toBeUndefined();
  for (const url of ['https://localhost/ada', 'https://ada.example:8443/', 'javascript:alert(1)', `https://ada.example/${'x'.repeat(500)}`])
    expect(webKey(url), url).toBeUndefined();
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const key = webKey(url);
      if (key === undefined) return;
      expect(ProfileKey.parse(key)).toBe(key);
      expect(profileUrl(key)).toBe(`https://${key.slice(4)}`);
    }),
    { seed: 7 },
  );
});

test('a page’s claims come with their evidence; its own address, its menu and strangers are none', () => {
  const page = pageOf(
    `<nav><a href="https://github.com/loom-theme">Theme</a></nav>
     <div class="h-card"><a class="u-url p-name" href="/">Ada Example</a> <a href="https://orcid.org/0000-0002-1825-0097">ORCID</a> <a href="https://loom.example/">Loom</a></div>
     <a rel="me" href="https://mastodon.example/@ada">Mastodon</a> <a rel="me noopener" href="https://ada.blog.example/">Blog</a> <a rel="me" href="mailto:ada@ada.example">Mail</a> <a rel="me" href="/">Me</a>`,
    data({ ...ada, sameAs: ['https://github.com/ada-example', 'https://www.linkedin.com/company/loom', 'https://ada.example/cv'] }),
  );
  expect(linkedProfiles(page, home)).toEqual([
    { key: 'fedi:ada@mastodon.example', url: 'https://mastodon.example/@ada', evidence: 'rel=me' },
    { key: 'web:ada.blog.example', url: 'https://ada.blog.example/', evidence: 'rel=me' },
    { key: 'github:ada-example', url: 'https://github.com/ada-example', evidence: 'sameAs' },
  ]);
  const cardOnly = pageOf(page.body.innerHTML);
  expect(linkedProfiles(cardOnly, home)).toContainEqual({ key: 'orcid:0000-0002-1825-0097', url: 'https://orcid.org/0000-0002-1825-0097', evidence: 'link' });
});

test('on a known site only the person shown makes claims, and never about others of the same site', () => {
  const bio = (login: string) =>
    pageOf(
      `<div itemscope itemtype="http://schema.org/Person"><span class="vcard-fullname">Ada</span><span class="vcard-username">${login}</span><div class="user-profile-bio">With <a href="/loom-bob">@loom-bob</a>, once <a href="https://x.com/ada_example">@ada_example</a></div><ul class="vcard-details"><li><a rel="nofollow me" href="https://ada.example">ada.example</a></li></ul></div>`,
    );
  const url = new URL('https://github.com/ada-example');
  expect(linkedProfiles(bio('ada-example'), url).map(({ key, evidence }) => [key, evidence])).toEqual([
    ['web:ada.example', 'rel=me'],
    ['x:ada_example', 'link'],
  ]);
  expect(linkedProfiles(bio('bob-example'), url)).toEqual([]);
  expect(linkedProfiles(bio('ada-example'), new URL('https://github.com/loom/shuttle'))).toEqual([]);
});

test('a Mastodon bio makes claims about other sites, and none about the people it mentions there', () => {
  const page = loadPage(
    `<head><link rel="canonical" href="https://loom.example/@ada"></head><div class="account__header__content"><p>
    With <a class="u-url mention" href="https://loom.example/@bob">@bob</a> and <a href="https://weft.example/@cleo">@cleo</a>,
    code at <a href="https://github.com/ada-example">GitHub</a></p></div>`,
  );
  expect(linkedProfiles(page, new URL('https://loom.example/@ada')).map(({ key, evidence }) => [key, evidence])).toEqual([['github:ada-example', 'link']]);
});

test('a page of a known site is never read as anybody’s own', () => {
  for (const address of [
    'https://github.com/loom/shuttle',
    'https://www.linkedin.com/company/loom',
    'https://loom.substack.com/',
    'https://tide.example/@noor',
  ]) {
    expect(readAnyPage(pageOf('', data({ ...ada, url: address })), new URL(address)), address).toBeUndefined();
    if (!address.includes('@')) expect(profileKeyOf(address)).toBeUndefined();
  }
});
