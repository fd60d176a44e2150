import { describe, expect, test } from 'vitest';
import { Profile } from '../../lib/model/profile';
import { keepAnyPage, linkedProfiles, readAnyPage } from '../../lib/sites/any-page';
import { findAnchor } from '../../lib/sites/find-anchor';
import { profileKeyOf, profileUrl } from '../../lib/sites/profile-key';
import { readProfile } from '../../lib/sites/read-profile';
import { loadPage } from './load-page';
import { addressOfSomebody, IF_HERE, SAVED_PAGES, SAVED_PAGES_ARE_HERE, SAVED_URLS, type SavedPage, savedPageText } from './saved-pages';

if (!SAVED_PAGES_ARE_HERE) console.warn(`Pages saved from the sites are not tested${IF_HERE}`);

/** Where no place for the annotation is measured: what comes from the head alone has none. */
const WITHOUT_ANCHOR = new Set(['x/profile_og_only_kikobeats__c2025-12.html']);

describe.skipIf(!SAVED_PAGES_ARE_HERE)(`pages saved from the sites${IF_HERE}`, () => {
  const isPersonal = ({ file }: SavedPage) => file.startsWith('personal/');

  for (const saved of SAVED_PAGES.filter((page) => page.kind === 'profile' && !isPersonal(page))) {
    test(`${saved.file} is ${saved.name}`, () => {
      const page = loadPage(savedPageText(saved));
      const profile = readProfile(page, new URL(saved.url));
      expect(profile?.fields).toMatchObject({ name: saved.name, ...(saved.headline && { headline: saved.headline }) });
      expect(Profile.parse(profile)).toEqual(profile);
      if (!WITHOUT_ANCHOR.has(saved.file)) expect(findAnchor(page, new URL(saved.url))?.textContent?.trim()).toBe(saved.name);
      expect(readAnyPage(page, new URL(saved.url))).toBeUndefined();
      expect(keepAnyPage(page, new URL(saved.url))).toEqual(profile);
    });
  }

  for (const saved of SAVED_PAGES.filter((page) => page.kind === 'profile' && isPersonal(page))) {
    test(`${saved.file} is ${saved.name}, on a site of their own`, () => {
      const page = loadPage(savedPageText(saved));
      const profile = readAnyPage(page, new URL(saved.url));
      expect(profile?.fields.name).toBe(saved.name);
      expect(profile?.key).toBe(`web:${new URL(saved.url).host}`);
      expect(Profile.parse(profile)).toEqual(profile);
      expect(profileUrl(profile?.key ?? '')).toBe(profile?.url);
      expect(readProfile(page, new URL(saved.url))).toBeUndefined();
      expect(keepAnyPage(page, new URL(saved.url))).toEqual(profile);
    });
  }

  for (const saved of SAVED_PAGES.filter(({ kind }) => kind !== 'profile')) {
    test(`${saved.file} (${saved.kind}) is nobody`, () => {
      const page = loadPage(savedPageText(saved));
      if (saved.url) {
        expect(readProfile(page, new URL(saved.url))).toBeUndefined();
        expect(readAnyPage(page, new URL(saved.url))).toBeUndefined();
      }
      // … also where it is served, or still stands, at a person's address.
      const url = new URL(addressOfSomebody(saved));
      expect(readProfile(page, url)?.fields ?? {}).toEqual({});
      expect(findAnchor(page, url)).toBeUndefined();
      expect(linkedProfiles(page, url).filter(({ evidence }) => evidence !== 'rel=me')).toEqual([]);
      if (/authwall|login|http429|neg_browse/.test(saved.file)) expect(readProfile(page, url)).toBeUndefined();
    });
  }

  test('personal pages tell which other profiles are the same person’s', () => {
    const claims = (file: string) => {
      const saved = SAVED_PAGES.find((one) => one.file.startsWith(file));
      if (!saved) throw new Error(`${file} is gone`);
      return linkedProfiles(loadPage(savedPageText(saved)), new URL(saved.url));
    };
    expect(claims('personal/tantek').map(({ key }) => key)).toEqual(expect.arrayContaining(['x:t', 'github:tantek']));
    expect(claims('personal/tantek').every(({ evidence }) => evidence === 'rel=me')).toBe(true);
    expect(claims('personal/waterpigs').map(({ key }) => key)).toEqual(expect.arrayContaining(['x:barnabywalters', 'github:barnabywalters']));
    expect(claims('personal/lilianweng')).toEqual(
      expect.arrayContaining([
        { key: 'x:lilianweng', url: 'https://twitter.com/lilianweng/', evidence: 'rel=me' },
        { key: 'github:lilianweng', url: 'https://github.com/lilianweng', evidence: 'rel=me' },
        expect.objectContaining({ key: 'scholar:dCa-pW8AAAAJ' }),
      ]),
    );
  });

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
      const keys = [...page.querySelectorAll('a[href]')].map((link) => profileKeyOf(URL.parse(link.getAttribute('href') ?? '', saved.url) ?? '')?.key);
      for (const key of new Set(keys)) {
        const url = key && profileUrl(key);
        if (url) expect(readProfile(page, new URL(url))?.fields ?? {}, url).toEqual({});
      }
    }
  });

  test.each(SAVED_URLS)('$url is $key', ({ url, key }) => {
    expect(profileKeyOf(url)?.key).toBe(key);
  });
});
