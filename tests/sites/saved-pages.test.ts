import { describe, expect, test } from 'vitest';
import { findAnchor } from '../../lib/sites/find-anchor';
import { profileKeyOf } from '../../lib/sites/profile-key';
import { readProfile } from '../../lib/sites/read-profile';
import { loadPage } from './load-page';
import { IF_HERE, SAVED_PAGES, SAVED_PAGES_ARE_HERE, SAVED_URLS, savedPageText } from './saved-pages';

if (!SAVED_PAGES_ARE_HERE) console.warn(`Pages saved from the sites are not tested${IF_HERE}`);

describe.skipIf(!SAVED_PAGES_ARE_HERE)(`pages saved from the sites${IF_HERE}`, () => {
  for (const saved of SAVED_PAGES.filter(({ kind }) => kind === 'profile')) {
    test(`${saved.file} is ${saved.name}`, () => {
      const page = loadPage(savedPageText(saved));
      const profile = readProfile(page, new URL(saved.url));
      expect(profile?.fields).toMatchObject({ name: saved.name, ...(saved.headline && { headline: saved.headline }) });
      expect(findAnchor(page, new URL(saved.url))?.textContent?.trim()).toBe(saved.name);
    });
  }

  for (const saved of SAVED_PAGES.filter(({ kind }) => kind !== 'profile')) {
    test(`${saved.file} (${saved.kind}) is nobody`, () => {
      const page = loadPage(savedPageText(saved));
      if (saved.url) expect(readProfile(page, new URL(saved.url))).toBeUndefined();
      // … also where it is served, or still stands, at a person's address.
      const url = new URL(saved.file.startsWith('github') ? 'https://github.com/somebody' : 'https://www.linkedin.com/in/somebody/');
      expect(readProfile(page, url)?.fields ?? {}).toEqual({});
      expect(findAnchor(page, url)).toBeUndefined();
      if (/authwall|login|http429/.test(saved.file)) expect(readProfile(page, url)).toBeUndefined();
    });
  }

  const people = SAVED_PAGES.filter(({ kind }) => kind === 'profile');
  for (const shown of people) {
    test(`${shown.file} tells nothing about anybody else, whose address came before their page`, () => {
      const page = loadPage(savedPageText(shown));
      for (const wanted of people.filter((other) => other.url !== shown.url && new URL(other.url).host === new URL(shown.url).host)) {
        const url = new URL(wanted.url);
        expect(readProfile(page, url)).toMatchObject({ key: profileKeyOf(url)?.key, aliases: [], fields: {}, sources: {} });
        expect(findAnchor(page, url)).toBeUndefined();
      }
    });
  }

  test('a list is not taken for the profile of the person it links most', () => {
    for (const saved of SAVED_PAGES.filter(({ kind }) => kind.startsWith('list'))) {
      const page = loadPage(savedPageText(saved));
      for (const url of new Set([...page.querySelectorAll('a[href]')].map((link) => new URL(link.getAttribute('href') ?? '', saved.url).href))) {
        expect(readProfile(page, new URL(url))?.fields ?? {}, url).toEqual({});
      }
    }
  });

  test.each(SAVED_URLS)('$url is $key', ({ url, key }) => {
    expect(profileKeyOf(url)?.key).toBe(key);
  });
});
