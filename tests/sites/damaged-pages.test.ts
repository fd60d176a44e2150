import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Profile, ProfileKey } from '../../lib/model/profile';
import { keepAnyPage, linkedProfiles } from '../../lib/sites/any-page';
import { findAnchor } from '../../lib/sites/find-anchor';
import { organisationNames } from '../../lib/sites/organisation-names';
import { keysLinked } from '../../lib/sites/person-links';
import { profileKeyOf } from '../../lib/sites/profile-key';
import { readProfile } from '../../lib/sites/read-profile';
import { PAGES } from '../pages/index';
import { DAMAGES, seeded } from './damage';
import { loadPage, personLinks } from './load-page';
import { addressOfSomebody, IF_HERE, SAVED_PAGES, SAVED_PAGES_ARE_HERE, savedPageText } from './saved-pages';
import { OWN_PROFILES, ownPage, ownPageText } from './test-pages';

describe.each(Object.entries(DAMAGES))('a page with %s', (_, damage) => {
  // What leaves nothing to chance is done once.
  const seeds = damage.length > 1 ? [1, 2, 3] : [1];

  test.each(PAGES)('$file: whom it is about and whom it links is known, text is clean, nothing is changed', (page) => {
    for (const seed of seeds) {
      const document = ownPage(page);
      damage(document, seeded(seed));
      readWithoutHarm(document, new URL(page.url), page.kind === 'profile');
    }
  });

  describe.skipIf(!SAVED_PAGES_ARE_HERE)(`saved from a site${IF_HERE}`, () => {
    test.each(SAVED_PAGES)('$file: the same', (saved) => {
      const text = savedPageText(saved);
      for (const seed of seeds.slice(0, 2)) {
        const document = loadPage(text);
        damage(document, seeded(3 + seed));
        readWithoutHarm(document, new URL(saved.url || addressOfSomebody(saved)), saved.kind === 'profile' && !saved.file.startsWith('personal/'));
      }
    });
  });
});

test('several damages together do no harm either', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...OWN_PROFILES),
      fc.shuffledSubarray(Object.values(DAMAGES), { minLength: 2, maxLength: 4 }),
      fc.integer(),
      (page, damages, seed) => {
        const document = ownPage(page);
        for (const damage of damages) damage(document, seeded(seed));
        readWithoutHarm(document, new URL(page.url), true);
      },
    ),
    { numRuns: 150, seed: 5 },
  );
});

test('a page that throws at every touch is still at its address', () => {
  for (const { url, kind } of PAGES) {
    const hostile = new Proxy(loadPage(''), {
      get() {
        throw new Error('do not touch');
      },
    });
    expect(readProfile(hostile, new URL(url))?.key).toBe(profileKeyOf(url)?.key);
    expect(findAnchor(hostile, new URL(url))).toBeUndefined();
    expect(organisationNames(hostile, new URL(url))).toEqual([]);
    if (kind === 'profile') expect(readProfile(hostile, new URL(url))?.fields).toEqual({});
  }
});

test('an element whose text is not text costs its field alone', () => {
  const page = OWN_PROFILES.find(({ file }) => file === 'linkedin-imani.html');
  if (!page) throw new Error('the page is gone');
  const document = ownPage(page);
  const heading = document.querySelector('h2');
  Object.defineProperty(heading, 'textContent', { value: { toString: () => 'Somebody Else' } });
  expect(readProfile(document, new URL(page.url))?.fields).toMatchObject({ headline: page.headline, place: 'Aarhus, Denmark' });
  expect(readProfile(document, new URL(page.url))?.fields.name).not.toBe('Somebody Else');
});

const ON_INSTALLED_SITES = OWN_PROFILES.filter(({ url }) => /^(?:linkedin|github):/.test(profileKeyOf(url)?.key ?? ''));

test('with its headings turned into plain text, a profile still tells the name', () => {
  for (const page of ON_INSTALLED_SITES.filter(({ name }) => name)) {
    const document = ownPage(page);
    for (const heading of document.querySelectorAll('h1, h2')) heading.replaceWith(heading.textContent);
    const profile = readProfile(document, new URL(page.url));
    expect(profile?.fields.name, page.url).toBe(page.name);
    expect(profile?.fields.headline, page.url).toBe(page.headline);
    expect(profile?.sources.name).toBe('page title');
  }
});

test('without headings, the title of the page before is not taken for the name', () => {
  for (const page of ON_INSTALLED_SITES) {
    const document = ownPage(page);
    for (const heading of document.querySelectorAll('h1, h2')) heading.remove();
    for (const title of document.querySelectorAll('title'))
      title.textContent = page.url.includes('github') ? 'bob (Bob Before) · GitHub' : 'Bob Before | LinkedIn';
    expect(readProfile(document, new URL(page.url))?.fields.name, page.url).toBeUndefined();
  }
});

test('with its classes shuffled, a LinkedIn profile of the newer kind tells all it told', () => {
  const page = OWN_PROFILES.find(({ file }) => file === 'linkedin-tomasz.html');
  if (!page) throw new Error('the page is gone');
  const document = ownPage(page);
  for (const element of document.querySelectorAll('[class]')) element.setAttribute('class', '_0badcafe');
  expect(readProfile(document, new URL(page.url))).toEqual(readProfile(loadPage(ownPageText(page)), new URL(page.url)));
});

function readWithoutHarm(document: Document, url: URL, isProfile: boolean): void {
  const before = document.documentElement.outerHTML;
  const profile = readProfile(document, url);
  const anchor = findAnchor(document, url);
  const kept = keepAnyPage(document, url);
  const linked = linkedProfiles(document, url);
  const links = personLinks(document, url);
  const keys = keysLinked(document, url);
  const organisations = organisationNames(document, url);
  expect(document.documentElement.outerHTML === before, 'the page was changed').toBe(true);

  if (isProfile) expect(profile?.key).toBe(profileKeyOf(url)?.key);
  if (profile) expect(kept).toEqual(profile);
  expect(linked.every(({ key }) => ProfileKey.safeParse(key).success && key !== profile?.key)).toBe(true);
  for (const one of [profile, kept]) if (one) expectClean(one);
  if (anchor) expect(document.contains(anchor)).toBe(true);

  expect(keys.every((key) => ProfileKey.safeParse(key).success && key !== profileKeyOf(url)?.key)).toBe(true);
  expect(new Set(keys).size).toBe(keys.length);
  for (const [card, inCard] of Map.groupBy(links, ({ card }) => card)) {
    expect(inCard.every(({ anchor, key }) => card.contains(anchor) && document.contains(card) && keys.includes(key))).toBe(true);
    expect(new Set(inCard.map(({ key }) => key)).size, 'two badges for one person in a card').toBe(inCard.length);
  }
  organisations.forEach(expectCleanText);
}

function expectClean(profile: Profile): void {
  expect(Profile.parse(profile)).toEqual(profile);
  expect(Object.keys(profile.sources).sort()).toEqual(Object.keys(profile.fields).sort());
  [profile.handle, ...Object.values(profile.fields)].filter((found) => found !== undefined).forEach(expectCleanText);
}

function expectCleanText(text: string): void {
  expect([...new Intl.Segmenter().segment(text)].length).toBeLessThanOrEqual(200);
  expect(text).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|\p{M}{5}/u);
  expect(text.isWellFormed()).toBe(true);
}
