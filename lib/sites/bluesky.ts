import { defineSite } from './define-site';
import { meta } from './readers';
import type { Examples, Reading } from './site';

/** Handles are domain names, and change; the identifier `did:…` stays, and is an address too. */
export const bluesky = defineSite({
  id: 'bluesky',
  address: 'https://bsky.app/profile/*',
  hosts: ['bsky.app', 'main.bsky.dev', 'staging.bsky.app'],
  handles: '(?:[a-z\\d-]+\\.)+[a-z][a-z\\d-]*|did:plc:[a-z2-7]{24}|did:web:[a-z\\d.-]+',
  name: '[data-testid=profileHeaderDisplayName]',
  showsHandle: true,
  links: { card: '[data-testid^=feedItem-by-], [data-testid^=postThreadItem-by-]' },
});

export const blueskyReading: Reading = {
  header: { headline: '[data-testid=profileHeaderDescription]' },
  title: /^(?:\(\d+\+?\) )?(.+) \(@[\w.-]+\) — Bluesky$/,
  bio: '[data-testid=profileHeaderDescription]',
  aliases(view) {
    const record = view.page.querySelector('link[rel=alternate][href^="at://did:"]')?.getAttribute('href');
    const id = /^at:\/\/(did:(?:plc|web):[a-z\d.:-]+)\//.exec(record ?? '')?.[1];
    return id && meta('profile:username')(view)?.toLowerCase() === view.handle ? [`bluesky:${id}`] : [];
  },
};

export const examples: Examples = {
  measured: 'page',
  seen: '2026-01',
  linksMeasured: true,
  profiles: {
    'https://bsky.app/profile/ada.bsky.social': 'ada.bsky.social',
    'https://bsky.app/profile/loom.example': 'loom.example',
    'https://main.bsky.dev/profile/bsky.app': 'bsky.app',
    'https://bsky.app/profile/did:plc:h7obn4tkp47wn7gqh4oe5eij': 'did:plc:h7obn4tkp47wn7gqh4oe5eij',
    'https://bsky.app/profile/did%3Aplc%3Ah7obn4tkp47wn7gqh4oe5eij': 'did:plc:h7obn4tkp47wn7gqh4oe5eij',
  },
  notProfiles: [
    'https://bsky.app/',
    'https://bsky.app/profile/ada',
    'https://bsky.app/profile/ada.example/post/3mddvy5bv6k27',
    'https://bsky.app/profile/ada.example/followers',
    'https://bsky.app/profile/ada.example/lists',
    'https://bsky.app/settings',
  ],
};
