import { expect, test } from 'vitest';
import { ALL_SITES } from '../../lib/sites/all';
import { examples as githubExamples } from '../../lib/sites/github';
import { examples as linkedinExamples } from '../../lib/sites/linkedin';
import { profileKeyOf, profileUrl, siteOf } from '../../lib/sites/profile-key';
import type { Examples, Site } from '../../lib/sites/site';

const EXAMPLES: Readonly<Record<string, Examples>> = { linkedin: linkedinExamples, github: githubExamples };

test('every site has examples, an id that can prefix a key, and pages to be on', () => {
  expect(ALL_SITES.map((site) => site.id).sort()).toEqual(Object.keys(EXAMPLES).sort());
  for (const { id, matches } of ALL_SITES) {
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(matches.every((pattern) => /^https:\/\/(?:\*\.)?[a-z.]+\/\*$/.test(pattern))).toBe(true);
  }
});

for (const site of ALL_SITES) {
  for (const [url, handle] of Object.entries(EXAMPLES[site.id]?.profiles ?? {})) {
    test(`${url} is ${site.label}'s ${handle}, however it is written, and nobody else's`, () => {
      for (const variant of waysToWrite(url, site, handle)) {
        const claims = ALL_SITES.flatMap((one) => (one.handle(new URL(variant)) === undefined ? [] : [`${one.id}:${one.handle(new URL(variant))}`]));
        expect(claims, variant).toEqual([`${site.id}:${handle}`]);
        expect(profileKeyOf(variant), variant).toEqual({ site, key: `${site.id}:${handle}`, handle });
      }
    });

    test(`${site.id}:${handle} has an address that leads back to it`, () => {
      const address = profileUrl(`${site.id}:${handle}`);
      expect(address).toMatch(/^https:\/\//);
      expect(profileKeyOf(address ?? '')?.key).toBe(`${site.id}:${handle}`);
      expect(siteOf(`${site.id}:${handle}`)).toBe(site);
      expect(site.readable(handle)).not.toBe('');
    });
  }

  test.each(EXAMPLES[site.id]?.notProfiles ?? [])('%s is nobody', (url) => {
    expect(profileKeyOf(url)).toBeUndefined();
    expect(profileKeyOf(new URL(url))).toBeUndefined();
  });
}

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

function waysToWrite(url: string, site: Site, handle: string): string[] {
  const change = (edit: (url: URL) => void) => {
    const changed = new URL(url);
    edit(changed);
    return changed.href;
  };
  const hasSubdomains = site.matches.some((pattern) => pattern.includes('*.'));
  return [
    url,
    change((one) => (one.pathname = one.pathname.endsWith('/') ? one.pathname.slice(0, -1) : `${one.pathname}/`)),
    change((one) => one.searchParams.append('trk', 'people_search')),
    change((one) => (one.hash = '#experience')),
    change((one) => (one.protocol = 'http:')),
    ...(hasSubdomains ? [change((one) => (one.hostname = 'linkedin.com')), change((one) => (one.hostname = 'pt-br.linkedin.com'))] : []),
    ...(handle === handle.toLowerCase() ? [change((one) => (one.pathname = one.pathname.toUpperCase()))] : []),
  ];
}
