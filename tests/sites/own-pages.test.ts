import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Profile } from '../../lib/model/profile';
import { cleanLine } from '../../lib/model/text';
import { ALL_SITES } from '../../lib/sites/all';
import { linkedProfiles } from '../../lib/sites/any-page';
import { findAnchor } from '../../lib/sites/find-anchor';
import { profileKeyOf, siteAtHome } from '../../lib/sites/profile-key';
import { readProfile } from '../../lib/sites/read-profile';
import { showsAnother } from '../../lib/sites/shows-another';
import { PAGES, pageAt } from '../pages/index';
import { FILES } from '../pages/write';
import { EXAMPLES } from './evidence';
import { loadPage, personLinks } from './load-page';
import { OWN_PROFILES, ownPage, ownPageText } from './test-pages';

for (const page of OWN_PROFILES) {
  test(`${page.url} is ${page.name ?? 'known by the login alone'}`, () => {
    const url = new URL(page.url);
    const document = ownPage(page);
    const profile = readProfile(document, url);
    expect(profile?.fields.name).toBe(page.name);
    expect(profile?.fields.headline).toBe(page.headline);
    expect(Profile.parse(profile)).toEqual(profile);
    const anchored = cleanLine(findAnchor(document, url)?.textContent ?? '');
    if (page.name) expect(anchored).toBe(page.name);
    else expect(profile?.handle).toContain(anchored);
  });

  test(`${page.url} tells nothing about anybody else, whose address came before their page`, () => {
    const document = ownPage(page);
    const site = profileKeyOf(page.url)?.site;
    expect(showsAnother(document, new URL(page.url))).toBe(false);
    const others = OWN_PROFILES.filter((other) => other.url !== page.url && profileKeyOf(other.url)?.site === site).map((other) => other.url);
    for (const address of [...others, ...Object.keys(EXAMPLES[site?.id ?? '']?.profiles ?? {})]) {
      const url = new URL(address);
      if (profileKeyOf(url)?.key === profileKeyOf(page.url)?.key) continue;
      expect(readProfile(document, url)).toMatchObject({ key: profileKeyOf(url)?.key, aliases: [], fields: {}, sources: {} });
      expect(findAnchor(document, url)).toBeUndefined();
    }
  });
}

for (const page of PAGES) {
  test(`${page.url} is of nobody on any other site, whose address might stand above it`, () => {
    const document = ownPage(page);
    const home = siteAtHome(new URL(page.url));
    const addresses = ALL_SITES.flatMap(({ id }) => Object.keys(EXAMPLES[id]?.profiles ?? {}));
    for (const address of [...addresses, ...OWN_PROFILES.map(({ url }) => url)]) {
      const url = new URL(address);
      if (profileKeyOf(url)?.site === home) continue;
      expect(readProfile(document, url)?.fields ?? {}, address).toEqual({});
      expect(findAnchor(document, url), address).toBeUndefined();
    }
  });
}

test('each page is dated, and none is newer than what its site’s record was written after', () => {
  for (const { url, seen } of PAGES) {
    expect(seen, url).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
    const home = siteAtHome(new URL(url));
    if (home) expect(seen <= (EXAMPLES[home.id]?.seen ?? ''), `${url} is of ${seen}`).toBe(true);
  }
});

test('a page that still shows somebody else says so where its head, its card or its links do', () => {
  const pages = ['https://github.com/tarnwick-imani', 'https://www.linkedin.com/in/imani-vestergaard-4b71a9/', 'https://tide.example/@noor'];
  for (const page of OWN_PROFILES.filter(({ url }) => pages.includes(url))) {
    expect(showsAnother(ownPage(page), new URL('/in/somebody-else', page.url))).toBe(page.url.includes('linkedin'));
    expect(showsAnother(ownPage(page), new URL('/somebody-else', page.url))).toBe(page.url.includes('github'));
    expect(showsAnother(ownPage(page), new URL('/@somebody-else', page.url))).toBe(page.url.includes('tide'));
  }
  const blank = loadPage('<title>…</title><a href="/tarnwick-imani">Imani</a>');
  expect(showsAnother(blank, new URL('https://github.com/somebody-else'))).toBe(false);
});

test('every site has a page of its own', () => {
  expect(ALL_SITES.filter((site) => !OWN_PROFILES.some((page) => profileKeyOf(page.url)?.site === site)).map(({ id }) => id)).toEqual([]);
});

for (const page of PAGES.filter(({ people }) => people)) {
  test(`${page.url} links the people it is of, once for each card`, () => {
    const here = new URL(page.url);
    expect(personLinks(ownPage(page), here).map(({ key }) => key)).toEqual(page.people);
  });
}

test('lists and walls are nobody', () => {
  for (const page of PAGES.filter(({ kind }) => kind !== 'profile')) {
    expect(readProfile(ownPage(page), new URL(page.url)), page.url).toBeUndefined();
    expect(findAnchor(ownPage(page), new URL(page.url)), page.url).toBeUndefined();
  }
});

test('the newer LinkedIn pages tell organisation, place and the id that outlives a renamed address', () => {
  const [imani, tomasz] = OWN_PROFILES.map((page) => readProfile(ownPage(page), new URL(page.url)));
  expect(imani).toMatchObject({
    key: 'linkedin:in/imani-vestergaard-4b71a9',
    url: 'https://www.linkedin.com/in/imani-vestergaard-4b71a9',
    handle: 'imani-vestergaard-4b71a9',
    aliases: ['linkedin:urn/ACoAAB7kQ2UBn0vXo3fLw1TzYdR5eHc8sJmPqGk'],
    fields: { organisation: 'Tarnwick Hydrology', place: 'Aarhus, Denmark' },
    sources: { name: 'top card', headline: 'top card', organisation: 'top card', place: 'top card' },
  });
  expect(tomasz).toMatchObject({
    key: 'linkedin:in/tomasz-żurawikowski-8c20',
    fields: { organisation: 'Lantern & Sedge Instruments', place: 'Gdańsk, Poland' },
  });
});

test('the older LinkedIn pages tell organisation and place in any language', () => {
  const german = OWN_PROFILES.find(({ file }) => file === 'linkedin-lucas.html');
  if (!german) throw new Error('the page is gone');
  expect(readProfile(ownPage(german), new URL(german.url))?.fields).toEqual({
    name: 'Lucas Ferreira Amado',
    headline: 'Leiter Bestandskunden bei Weidengrund Messtechnik',
    organisation: 'Weidengrund Messtechnik',
    place: 'Leipzig, Sachsen, Deutschland',
  });
});

test('GitHub tells organisation, place and the number that outlives a renamed login', () => {
  const imani = OWN_PROFILES.find(({ file }) => file === 'github-imani.html');
  if (!imani) throw new Error('the page is gone');
  expect(readProfile(ownPage(imani), new URL(imani.url))).toMatchObject({
    key: 'github:tarnwick-imani',
    aliases: ['github:id/918273645'],
    fields: { organisation: '@tarnwick-hydrology', place: 'Aarhus, Denmark' },
  });
});

test('the sites themselves tell the identifier that outlives a renamed handle, and which other profiles somebody has', () => {
  const read = (url: string) => {
    const page = OWN_PROFILES.find((one) => one.url === url);
    if (!page) throw new Error(`${url} is gone`);
    return { aliases: readProfile(ownPage(page), new URL(url))?.aliases, linked: linkedProfiles(ownPage(page), new URL(url)) };
  };
  expect(read('https://x.com/TideTables').aliases).toEqual(['x:id/70710678']);
  expect(read('https://bsky.app/profile/noor.tide.example')).toEqual({
    aliases: ['bluesky:did:plc:abcdefghijklmnop234567qr'],
    linked: [{ key: 'github:tide-noor', url: 'https://github.com/tide-noor', evidence: 'link' }],
  });
  expect(read('https://tide.example/@noor').linked).toEqual([{ key: 'github:tide-noor', url: 'https://github.com/tide-noor', evidence: 'rel=me' }]);
  expect(read('https://dev.to/tidenoor').linked).toEqual([{ key: 'github:tide-noor', url: 'https://github.com/tide-noor', evidence: 'sameAs' }]);
  expect(read('https://scholar.google.com/citations?user=rIvEr_eCo-Lo&hl=en').linked).toMatchObject([{ key: 'orcid:0000-0002-1825-0097', evidence: 'link' }]);
});

test('each page is served at its own address, whatever follows it', () => {
  for (const page of PAGES) {
    expect(pageAt(new URL(page.url)), page.url).toBe(page.file);
    const followed = new URL(page.url);
    followed.searchParams.append('trk', 'x');
    followed.hash = 'y';
    expect(pageAt(followed), page.url).toBe(page.file);
  }
  expect(pageAt(new URL('https://de.linkedin.com/in/Imani-Vestergaard-4b71a9/overlay/contact-info/'))).toBe('linkedin-imani.html');
  expect(pageAt(new URL('https://www.linkedin.com/in/tomasz-żurawikowski-8c20'))).toBe('linkedin-tomasz.html');
  expect(pageAt(new URL('https://github.com/zurawikowski-t?tab=repositories'))).toBe('github-tomasz.html');
  expect(pageAt(new URL('https://www.linkedin.com/in/%E0%A4%A'))).toBeUndefined();
  expect(pageAt(new URL('https://example.com/feed/'))).toBeUndefined();
});

test('the pages are those that write.ts writes, and load nothing', () => {
  const folder = new URL('../pages/', import.meta.url);
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .sort(),
  ).toEqual(PAGES.map(({ file }) => file).sort());
  for (const page of PAGES) {
    expect(ownPageText(page) === FILES[page.file]?.(), `${page.file}: run node tests/pages/write.ts`).toBe(true);
    expect(ownPageText(page)).not.toMatch(
      /<(?:script|img|iframe|source|video)[^>]+src|<link(?![^>]+rel="(?:canonical|alternate|me)")[^>]+href="(?!data:|\/authwall)|@import|url\(/,
    );
  }
});
