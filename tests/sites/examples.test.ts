import { expect, test } from 'vitest';
import { ALL_SITES } from '../../lib/sites/all';
import { listingOf } from '../../lib/sites/listings';
import { profileKeyOf, profileUrl, siteOf } from '../../lib/sites/profile-key';
import { READINGS } from '../../lib/sites/readings';
import type { Site } from '../../lib/sites/site';
import { PAGES } from '../pages/index';
import { EXAMPLES, SITE_FILES } from './evidence';

test('every site has examples, an id that can prefix a key, and pages to be on', () => {
  expect(ALL_SITES.map((site) => site.id).sort()).toEqual(Object.keys(EXAMPLES).sort());
  expect(ALL_SITES.filter((site) => site.hosts.length === 0).map((site) => site.id)).toEqual(['fedi']);
  for (const site of ALL_SITES) {
    const { id, hosts } = site;
    const { matches } = listingOf(site);
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(id).not.toBe('web');
    expect(matches.length > 0).toBe(hosts.length > 0);
    expect(matches.every((pattern) => /^https:\/\/(?:\*\.)?[a-z.]+\/\*$/.test(pattern))).toBe(true);
    expect(EXAMPLES[id]?.seen).toMatch(/^20\d\d-\d\d$/);
    expect(Object.keys(EXAMPLES[id]?.profiles ?? {}).length, id).toBeGreaterThan(0);
    expect(EXAMPLES[id]?.notProfiles.length, id).toBeGreaterThan(0);
  }
});

test('every site and every reading that is written is listed', () => {
  const listed = new Set<unknown>([...ALL_SITES, ...Object.values(READINGS)]);
  const written = SITE_FILES.flatMap((file) => Object.entries(file)).filter(([name]) => name !== 'examples');
  expect(written.filter(([, value]) => !listed.has(value)).map(([name]) => name)).toEqual([]);
  expect(Object.keys(READINGS).filter((id) => !ALL_SITES.some((site) => site.id === id))).toEqual([]);
});

test('no two sites are on one host', () => {
  const hosts = ALL_SITES.flatMap((site) => site.hosts);
  expect(hosts).toEqual([...new Set(hosts)]);
});

for (const site of ALL_SITES) {
  for (const [url, handle] of Object.entries(EXAMPLES[site.id]?.profiles ?? {})) {
    test(`${url} is ${listingOf(site).label}'s ${handle}, however it is written, and nobody else's`, () => {
      for (const variant of waysToWrite(url, site, handle)) {
        expect(claimsOn(variant), variant).toEqual([`${site.id}:${handle}`]);
        expect(profileKeyOf(variant), variant).toEqual({ site, key: `${site.id}:${handle}`, handle });
      }
    });

    test(`${site.id}:${handle} has an address that leads back to it`, () => {
      const address = profileUrl(`${site.id}:${handle}`);
      expect(address).toMatch(/^https:\/\//);
      expect(profileKeyOf(address ?? '')?.key).toBe(`${site.id}:${handle}`);
      expect(siteOf(`${site.id}:${handle}`)).toBe(site);
      expect(listingOf(site).readable(handle)).not.toBe('');
    });
  }

  test.each(EXAMPLES[site.id]?.notProfiles ?? [])('%s is nobody', (url) => {
    expect(profileKeyOf(url)).toBeUndefined();
    expect(profileKeyOf(new URL(url))).toBeUndefined();
  });
}

test.each(PAGES)('$url is claimed by its own site alone, and a list by none', ({ url, kind }) => {
  const claims = claimsOn(url);
  expect(claims).toHaveLength(kind === 'list' ? 0 : 1);
  expect(claims[0]).toBe(profileKeyOf(url)?.key);
});

test('a LinkedIn address is canonical whatever dots and encodings it is written with', () => {
  expect(profileKeyOf('https://www.linkedin.com/in/alice/../../in/bob')?.key).toBe('linkedin:in/bob');
  expect(profileKeyOf('https://www.linkedin.com/in/Ame\u0301lie')?.key).toBe('linkedin:in/amélie');
  expect(profileKeyOf('https://www.linkedin.com/in/%41lice')?.key).toBe('linkedin:in/alice');
  expect(profileUrl('linkedin:in/amélie')).toBe('https://www.linkedin.com/in/am%C3%A9lie');
});

test('an opaque id keeps its case', () => {
  expect(profileUrl('linkedin:urn/ACoAADghxWYBrkS9')).toBe('https://www.linkedin.com/in/ACoAADghxWYBrkS9');
  expect(profileUrl('linkedin:urn/acoaadghxwybrks9')).toBeUndefined();
});

test('what is no key of ours, or a key no address stands for, has no address', () => {
  for (const key of ['', ':', 'linkedin', 'linkedin:', 'linkedin:in/', 'linkedin:in/a/b', 'linkedin:in/..', 'linkedin:in/Alice', 'linkedin:xx/alice']) {
    expect(profileUrl(key), key).toBeUndefined();
  }
  for (const key of ['github:', 'github:a/b', 'github:settings', 'github:id/1550765', 'github:x?y', 'nosite:alice', '__proto__:x']) {
    expect(profileUrl(key), key).toBeUndefined();
  }
});

/** The keys that all records together would give an address, each asked by itself. */
function claimsOn(address: string): string[] {
  const url = new URL(address);
  return ALL_SITES.filter((site) => isOn(site, url)).flatMap((site) => {
    const handle = site.handle(url);
    return handle === undefined ? [] : [`${site.id}:${handle}`];
  });
}

/** Written anew, and slower, to hold the dispatch by host against: exact hosts go before patterns, and those before any host at all. */
function isOn(site: Site, url: URL): boolean {
  const host = url.hostname.replace(/\.$/, '').replace(/^www\./, '');
  const fits = (pattern: string) =>
    pattern.startsWith('*.') ? `.${host}`.endsWith(pattern.slice(1)) : pattern.endsWith('.*') ? host.startsWith(pattern.slice(0, -1)) : host === pattern;
  const everyHost = ALL_SITES.flatMap((one) => one.hosts);
  if (site.hosts.length === 0) return !everyHost.some(fits);
  return everyHost.includes(host) ? site.hosts.includes(host) : site.hosts.some(fits);
}

function waysToWrite(url: string, site: Site, handle: string): string[] {
  const change = (edit: (url: URL) => void) => {
    const changed = new URL(url);
    edit(changed);
    return changed.href;
  };
  const isCaseless = handle === handle.toLowerCase() && !new URL(url).search;
  return [
    url,
    ...(site.id === 'hn' || site.id === 'scholar'
      ? []
      : [change((one) => (one.pathname = one.pathname.endsWith('/') ? one.pathname.slice(0, -1) : `${one.pathname}/`))]),
    change((one) => one.searchParams.append('trk', 'people_search')),
    change((one) => (one.hash = '#experience')),
    change((one) => (one.protocol = 'http:')),
    change((one) => (one.hostname = one.hostname.replace(/(?<!\.)$/, '.'))),
    ...(site.hosts[0] === new URL(url).hostname ? [change((one) => (one.hostname = `www.${one.hostname}`))] : []),
    ...(site.id === 'linkedin' ? [change((one) => (one.hostname = 'linkedin.com')), change((one) => (one.hostname = 'pt-br.linkedin.com'))] : []),
    ...(isCaseless ? [change((one) => (one.pathname = one.pathname.toUpperCase()))] : []),
    ...(url.includes('/@') ? [url.replace('/@', '/%40')] : []),
  ];
}
