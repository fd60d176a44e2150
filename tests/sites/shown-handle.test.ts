import { expect, test } from 'vitest';
import { findAnchor } from '../../lib/sites/find-anchor';
import { readProfile } from '../../lib/sites/read-profile';
import { showsAnother } from '../../lib/sites/shows-another';
import { loadPage } from './load-page';

/** The head of a profile as each of the sites draws it, with what the person says of themselves in it. */
const SITES = {
  X: {
    address: (handle: string) => `https://x.com/${handle}`,
    page: (name: string, handle: string, bio: string) =>
      `<div><div><div data-testid="UserName"><div><div dir="ltr"><span><span>${name}</span></span></div></div><div><div dir="ltr"><span>@${handle}</span></div><div
      data-testid="userFollowIndicator"><span>Follows you</span></div></div></div></div><div><div data-testid="UserDescription">${bio}</div></div></div>`,
  },
  Bluesky: {
    address: (handle: string) => `https://bsky.app/profile/${handle}.example`,
    page: (name: string, handle: string, bio: string) =>
      `<div><div><div dir="auto" data-testid="profileHeaderDisplayName">\u202A${name}\u202C</div></div><div><div><div>Follows you</div></div><div dir="auto">\u202A@${handle}.example\u202C</div></div><div
      data-testid="profileHeaderDescription">${bio}</div></div>`,
  },
  Mastodon: {
    address: (handle: string) => `https://tide.example/@${handle}`,
    page: (name: string, handle: string, bio: string) =>
      `<div class="account__header__bar"><div class="account__header__tabs__name"><h1><span>${name}</span> <small><span>@${handle}<span class="invisible">@tide.example</span></span></small></h1></div><div
      class="account__header__content">${bio}</div></div>`,
  },
};

for (const [site, { address, page }] of Object.entries(SITES)) {
  const ada = new URL(address('ada'));
  const bob = new URL(address('bob'));

  test(`on ${site} whom a person mentions is not whom the page shows, be it in words or by a link`, () => {
    const said = new URL(address('bob')).pathname.split('/').at(-1)?.replace('@', '');
    for (const bio of [
      `<p>with @${said}</p>`,
      `<p>with <a href="${bob.href}">@<span>${said}</span></a></p>`,
      `<a href="${bob.href}">@${said}@tide.example</a>`,
    ]) {
      const shown = loadPage(`<html><body><main>${page('Ada Example', 'ada', bio)}</main></body></html>`);
      expect(readProfile(shown, ada)?.fields.name).toBe('Ada Example');
      expect(findAnchor(shown, ada)?.textContent).toContain('Ada Example');
      expect(readProfile(shown, bob)).toMatchObject({ fields: {}, sources: {} });
      expect(findAnchor(shown, bob)).toBeUndefined();
    }
  });

  test(`on ${site} somebody may have an at sign in their name`, () => {
    for (const name of ['Ada @ Loom', 'Ada @loom', 'Ada (@bob)']) {
      const shown = loadPage(`<html><body><main>${page(name, 'ada', 'Weaves')}</main></body></html>`);
      expect(readProfile(shown, ada)?.fields.name).toBe(name);
      expect(readProfile(shown, bob)?.fields).toEqual({});
    }
  });
}

test('a page that shows whoever mentions somebody says that it shows another', () => {
  const shown = loadPage(`<html><body><a href="/ada">posts</a>${SITES.X.page('Ada Example', 'ada', '<p>with <a href="/bob">@bob</a></p>')}</body></html>`);
  expect(showsAnother(shown, new URL('https://x.com/bob'))).toBe(true);
  expect(showsAnother(shown, new URL('https://x.com/ada'))).toBe(false);
});
