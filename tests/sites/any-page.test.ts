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

test('a page that its query alone tells from the home is not the home', () => {
  const page = pageOf('', data({ '@type': 'Person', name: 'Ada Example' }));
  expect(readAnyPage(page, new URL('https://ada.example/?utm_source=mail'))?.fields.name).toBe('Ada Example');
  expect(readAnyPage(page, new URL('https://ada.example/?p=12'))).toBeUndefined();
});

test('a home says in which language it is', () => {
  const page = loadPage(`<html lang="nn-NO"><head>${data(ada)}</head><body></body></html>`);
  expect(readAnyPage(page, home)?.languages).toEqual({ name: 'nn' });
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

test('a page that says of several people that it is theirs is nobody’s', () => {
  const team = new URL('https://loom.example/team');
  const people = ['Ada Example', 'Bob Example'].map((name) => ({ '@type': 'Person', name, url: team.href }));
  const card = (name: string) => `<div class="h-card"><a class="u-url p-name" href="/team">${name}</a></div>`;
  const person = (name: string) =>
    `<div itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/team"><b itemprop="name">${name}</b></a></div>`;
  const pages = [
    pageOf('', data({ '@graph': people })),
    pageOf('', people.map(data).join('')),
    pageOf('', data({ '@type': 'ProfilePage', url: team.href, mainEntity: people })),
    pageOf(card('Ada Example') + card('Bob Example')),
    pageOf(person('Ada Example') + person('Bob Example')),
  ];
  for (const page of pages) expect(readAnyPage(page, team), page.documentElement.innerHTML).toBeUndefined();
  // Who is said to be the same twice is one person.
  expect(readAnyPage(pageOf(card('Ada Example') + card(' ada  example')), team)?.fields.name).toBe('Ada Example');
  expect(readAnyPage(pageOf('', data([people[0], { ...people[0], jobTitle: 'Weaver' }])), team)?.fields.name).toBe('Ada Example');
  // A home where several are described and one is its owner by address stays theirs.
  expect(readAnyPage(pageOf('', data([ada, { '@type': 'Person', name: 'Bob Example', url: 'https://bob.example/' }])), home)?.fields.name).toBe('Ada Example');
});

test('an organisation’s home is not that of the only person it has news of', () => {
  const news = '<p class="h-card"><span class="p-name">Ada Example</span></p>';
  const person = '<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Example</b></div>';
  const organisations = [
    data({ '@type': 'Organization', name: 'Loom', url: 'https://loom.example/' }),
    data({ '@type': ['NewsMediaOrganization'], name: 'Loom' }),
    data({ '@graph': [{ '@type': 'WebSite' }, { '@type': 'https://schema.org/LocalBusiness', '@id': 'https://loom.example/#loom', name: 'Loom' }] }),
  ];
  const url = new URL('https://loom.example/');
  for (const head of organisations) for (const body of [news, person]) expect(readAnyPage(pageOf(body, head), url), head + body).toBeUndefined();
  const inMarkup = '<div itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Loom</b></div>';
  expect(readAnyPage(pageOf(inMarkup + news), url)).toBeUndefined();
  // Where they say that it is theirs, or the page says so, it is; and an employer is no owner.
  const [head = ''] = organisations;
  expect(readAnyPage(pageOf('<a class="h-card p-name" href="/">Ada Example</a>', head), url)?.fields.name).toBe('Ada Example');
  expect(readAnyPage(pageOf('<a class="h-card p-name" rel="me" href="https://x.com/ada_example">Ada Example</a>', head), url)?.fields.name).toBe('Ada Example');
  const employer = '<div itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Loom</b></div>';
  expect(readAnyPage(pageOf(news + employer), url)?.fields.name).toBe('Ada Example');
});

test('on a home the only person of the structured data is its owner, though no address is said', () => {
  const owner = { '@type': 'Person', '@id': '#ada', name: 'Ada Example', sameAs: ['https://github.com/ada-example'] };
  const read = (json: unknown, url = home) => readAnyPage(pageOf('', data(json)), url)?.fields.name;
  expect(read(owner)).toBe('Ada Example');
  expect(read({ '@graph': [{ '@type': 'WebSite', name: 'Looms' }, owner] })).toBe('Ada Example');
  expect(read(owner, new URL('https://ada.example/2024/looms'))).toBeUndefined();
  expect(read([owner, { '@type': 'Person', name: 'Bob Example' }])).toBeUndefined();
  expect(read([owner, { '@type': 'Person', name: 'Bob Example', url: 'https://bob.example/' }])).toBeUndefined();
  expect(read({ ...owner, url: 'https://elsewhere.example/' })).toBeUndefined();
  expect(read([owner, { '@type': 'Organization', name: 'Loom' }])).toBeUndefined();
  expect(linkedProfiles(pageOf('', data(owner)), home).map(({ key }) => key)).toEqual(['github:ada-example']);
});

test('a person is one however the type and the kind of script are written', () => {
  for (const type of ['http://schema.org/Person', 'https://schema.org/Person', 'schema:Person', ['schema:Thing', 'schema:Person']])
    expect(readAnyPage(pageOf('', data({ ...ada, '@type': type })), home)?.fields.name, String(type)).toBe('Ada Example');
  for (const type of ['SalesPerson', 'http://schema.org/Personality'])
    expect(readAnyPage(pageOf('', data({ ...ada, '@type': type })), home), type).toBeUndefined();
  const charset = data(ada).replace('ld+json', 'ld+json; charset=utf-8');
  expect(readAnyPage(pageOf('', charset), home)?.fields.name).toBe('Ada Example');
});

test('whom a profile page is about is found where the rest of it is said', () => {
  const team = new URL('https://loom.example/team/ada');
  const full = { '@type': 'Person', '@id': 'https://loom.example/#ada', name: 'Ada Example', jobTitle: 'Weaver', sameAs: ['https://github.com/ada-example'] };
  const about = (mainEntity: unknown) => ({ '@type': 'ProfilePage', url: team.href, mainEntity });
  for (const entity of [{ '@id': full['@id'] }, { '@type': 'Person', '@id': full['@id'] }, [{ '@id': full['@id'] }], full])
    for (const script of [data({ '@graph': [full, about(entity)] }), data(about(entity)) + data(full)])
      expect(readAnyPage(pageOf('', script), team)?.fields, JSON.stringify(entity)).toEqual({ name: 'Ada Example', headline: 'Weaver' });
  expect(readAnyPage(pageOf('', data({ '@graph': [full, about({ '@id': '#bob' })] })), team)).toBeUndefined();
  expect(readAnyPage(pageOf('', data({ '@graph': [full, { ...about({ '@id': full['@id'] }), url: 'https://loom.example/team/bob' }] })), team)).toBeUndefined();
  const elsewhere = about({ ...full, url: 'https://loom.example/team/bob' });
  expect(readAnyPage(pageOf('', data(elsewhere)), team)).toBeUndefined();
});

test('whom a profile page in the markup is about counts where that is this page', () => {
  const team = new URL('https://loom.example/team/ada');
  const about = (inside: string, address = '/team/ada') =>
    `<main itemscope itemtype="https://schema.org/ProfilePage"><link itemprop="url" href="${address}"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Example</b>${inside}</div></main>`;
  expect(readAnyPage(pageOf(about('')), team)).toMatchObject({ fields: { name: 'Ada Example' }, sources: { name: 'microdata' } });
  expect(readAnyPage(pageOf(about('<meta itemprop="url" content="https://loom.example/team/ada">', '')), team)?.fields.name).toBe('Ada Example');
  expect(readAnyPage(pageOf(about('', ''), `<link rel="canonical" href="${team.href}">`), team)?.fields.name).toBe('Ada Example');
  expect(readAnyPage(pageOf(about('', '/team/bob')), team)).toBeUndefined();
  expect(readAnyPage(pageOf(about('<a itemprop="url" href="/team/bob">Bob</a>')), team)).toBeUndefined();
  expect(readAnyPage(pageOf(about('') + about('').replace('Ada', 'Bob')), team)).toBeUndefined();
});

test('a card without a name has that of its parts, of its text or of its picture', () => {
  const read = (body: string) => readAnyPage(pageOf(body), home)?.fields.name;
  expect(read('<div class="h-card"><a class="u-url" href="/">Oda</a></div>')).toBe('Oda');
  expect(read('<p class="h-card">Oda Lind</p>')).toBe('Oda Lind');
  expect(read('<div class="h-card"><a class="u-url" href="/"><img class="u-photo" alt="Oda Lind"></a></div>')).toBe('Oda Lind');
  expect(read('<div class="h-card"><b class="p-given-name">Oda</b> of the <b class="p-family-name">Lind</b></div>')).toBe('Oda Lind');
  // As by microformats.org: what has other words of its own implies no name, and neither does a whole page.
  expect(read('<div class="h-card"><a class="u-url" href="/">Me</a><b class="p-org">Loom</b></div>')).toBeUndefined();
  expect(read('<div class="h-card"><a class="u-url" href="/">Me</a><div class="h-entry">A post</div></div>')).toBeUndefined();
  expect(read(`<div class="h-card"><a class="u-url" href="/">Me</a> ${'and so on '.repeat(20)}</div>`)).toBeUndefined();
});

test('of a site that tells its pages apart behind the hash each is somebody else’s', () => {
  for (const url of [
    'https://dir.example/#/people/ada',
    'http://www.dir.example/index.html?lang=de#/people/ada/',
    'https://dir.example#/people/ada?tab=talks#top',
  ])
    expect(webKey(url), url).toBe('web:dir.example/#/people/ada');
  expect(webKey('https://dir.example/app/#!/profile?id=12&tab=talks')).toBe('web:dir.example/app#!/profile?id=12');
  for (const url of [
    'https://dir.example/#',
    'https://dir.example/#/',
    'https://dir.example/#!/',
    'https://dir.example/#ada',
    'https://dir.example/#people/ada',
  ])
    expect(webKey(url), url).toBe('web:dir.example');
  expect(profileUrl('web:dir.example/#/people/ada')).toBe('https://dir.example/#/people/ada');

  const there = new URL('https://dir.example/#/people/ada');
  const card = (href: string) => pageOf(`<div class="h-card"><a class="u-url p-name" href="${href}">Ada Example</a></div>`);
  expect(readAnyPage(card('#/people/ada'), there)).toMatchObject({ key: 'web:dir.example/#/people/ada', handle: 'dir.example/#/people/ada' });
  for (const href of ['#/people/bob', '/']) expect(readAnyPage(card(href), there), href).toBeUndefined();
  expect(readAnyPage(pageOf('', data({ ...ada, url: 'https://dir.example/' })), there), 'whose home it is').toBeUndefined();
  expect(readAnyPage(pageOf('<div class="h-card"><b class="p-name">Ada Example</b></div>'), there)).toBeUndefined();
});

test('a home is one in any language, and by the name of its file', () => {
  const read = (path: string, body: string, head = '', lang = '') => {
    const page = pageOf(body, head);
    if (lang) page.documentElement.setAttribute('lang', lang);
    return readAnyPage(page, new URL(path, home))?.fields.name;
  };
  const alone = '<div class="h-card"><b class="p-name">Ada Example</b></div>';
  for (const path of ['/en/', '/de', '/pt-BR/', '/index.html', '/index.php', '/~ada/index.htm']) expect(read(path, alone), path).toBe('Ada Example');
  for (const path of ['/en/', '/index.html']) expect(read(path, '', data(ada)), path).toBe('Ada Example');
  expect(read('/en/', alone, '', 'en-GB')).toBe('Ada Example');
  expect(read('/tv/', alone, '', 'en')).toBeUndefined();
  for (const path of ['/eng/', '/en/looms', '/looms/index.html', '/index.html/looms']) expect(read(path, alone), path).toBeUndefined();
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
  expect(webKey('https://uni.example/person.php?lang=de&id=12&utm_source=mail#top')).toBe('web:uni.example/person.php?id=12');
  expect(webKey('https://uni.example/index.php?Title=Ada+Alder&p=a%20b&gclid=1&id=')).toBe('web:uni.example/index.php?Title=Ada+Alder&p=a+b');
  for (const url of ['https://ada.example/~ada/index.html', 'http://www.ada.example/~ada//Index.htm?utm_source=mail#top'])
    expect(webKey(url), url).toBe('web:ada.example/~ada');
  expect(webKey('https://ada.example/index.php')).toBe('web:ada.example');
  expect(webKey('https://ada.example/index.php/looms')).toBe('web:ada.example/index.php/looms');
  expect(profileUrl('web:uni.example/person.php?id=12')).toBe('https://uni.example/person.php?id=12');
  expect(profileUrl('web:ada.example/~ada')).toBe('https://ada.example/~ada');
  for (const key of [
    'web:',
    'web:uni.example/?lang=de',
    'web:uni.example/?id=a b',
    'web:Ada.example',
    'web:www.ada.example',
    'web:ada.example/',
    'web:ada.example/index.html',
    'web:ada.example#/ada',
    'web:ada.example/#ada',
    'web:ada.example/#/',
    'web:ada.example/#/ada/',
    'web:ada.example/#/ada?lang=de',
    'web:ada.example?x',
    'web:ada.example:8443',
    'web:a@ada.example',
  ])
    expect(profileUrl(key), key).toBeUndefined();
  for (const url of ['https://localhost/ada', 'https://ada.example:8443/', 'javascript:alert(1)', `https://ada.example/${'x'.repeat(500)}`])
    expect(webKey(url), url).toBeUndefined();
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ unit: 'grapheme', maxLength: 30 }), (address, id) => {
      const url = URL.parse(address);
      if (id !== '') url?.searchParams.append('id', id);
      const key = webKey(url ?? '');
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

test('what the head of an in-app site says of whom was shown before is not taken for the next; what the page shows is', () => {
  const header = (name: string, handle: string) =>
    `<div class="account__header"><div class="account__header__tabs__name"><h1><span>${name}</span> <small><span>@${handle}<span>@loom.example</span></span></small></h1></div>
    <div class="account__header__fields"><a rel="me" href="https://gitlab.com/${handle}">code</a></div></div>`;
  const head = (handle: string) =>
    `<link rel="canonical" href="https://loom.example/@${handle}"><link rel="me" href="https://github.com/only-ada"><link rel="me" href="https://x.com/only_ada">`;
  const bobs = new URL('https://loom.example/@bob');
  const claims = (page: Document) => linkedProfiles(page, bobs).map(({ key, evidence }) => [key, evidence]);
  expect(claims(pageOf(header('Bob Example', 'bob'), head('ada')))).toEqual([['gitlab:bob', 'rel=me']]);
  expect(claims(pageOf(header('Bob Example', 'bob'), head('bob').replaceAll('only', 'by')))).toEqual([
    ['github:by-ada', 'rel=me'],
    ['x:by_ada', 'rel=me'],
    ['gitlab:bob', 'rel=me'],
  ]);
  expect(claims(pageOf(header('Ada Example', 'ada'), head('ada')))).toEqual([]);
});
