import { defineSite } from './define-site';
import type { Examples, Reading } from './site';

/** Hosts that write `/@somebody` and are no part of the Fediverse. */
const OTHERS =
  /(?:^|\.)(?:tiktok|youtube|threads|snapchat|odysee|unsplash|figma|replit|observablehq|hashnode|pronouns|hackmd|velog|unpkg|jsr|glitch|stackblitz|coda|kick|rumble|clubhouse|t(?=\.me$))\.\w+$/;

/**
 * Mastodon and its kin, on any host. `/users/somebody` is an address of so many other sites that it counts only where the host sounds
 * like one of these.
 */
export const mastodon = defineSite({
  id: 'fedi',
  address: 'https://*',
  hosts: [],
  handle({ hostname, pathname }) {
    const path =
      /^\/(?:(?:web|deck)\/)?(@|users\/)(\w(?:[\w.-]{0,60}\w)?)(?:@([\w.\x80-\uffff-]+))?(?:\/(?:media|with_replies|featured|followers|following))?\/?$/i;
    const [, at, user, remote] = path.exec(decodeURIComponent(pathname)) ?? [];
    const here = hostname.replace(/\.$/, '');
    // In the paths of its pages a domain is written in its own letters.
    const host = remote ? new URL(`https://${remote}`).hostname : here;
    if (!user || !/\.[a-z][\w-]*$/.test(host) || OTHERS.test(here)) return undefined;
    return at === '@' || /mastodon|mstdn|todon|social|toot|fosst|fedi|misskey|pleroma/.test(here) ? `${user}@${host}`.toLowerCase() : undefined;
  },
  name: '.account__header__tabs__name h1 > span, .account__header__tabs__name .display-name strong',
  showsHandle: true,
  links: {
    card: '.status, .detailed-status, .entry, .account, .h-entry, .h-cite',
    ignore: '.status__prepend',
  },
});

export const mastodonReading: Reading = {
  header: { headline: '.account__header__content p' },
  title: /^(.+) \(@\w[\w.-]*@[\w.-]+\)/,
  bio: '.account__header__content, .account__header__fields',
  // A bridge shows people of Bluesky under the handle they have there.
  aliases: ({ handle }) => (handle.endsWith('@bsky.brid.gy') ? [`bluesky:${handle.slice(0, -13)}`] : []),
};

export const examples: Examples = {
  measured: 'template',
  seen: '2026-04',
  profiles: {
    'https://mastodon.social/@ada': 'ada@mastodon.social',
    'https://loom.example/@ada': 'ada@loom.example',
    'https://mastodon.example/@ada@loom.example': 'ada@loom.example',
    'https://mastodon.social/users/ada': 'ada@mastodon.social',
    'https://mastodon.social/web/@ada': 'ada@mastodon.social',
    'https://mastodon.social/deck/@ada@loom.example': 'ada@loom.example',
    'https://mastodon.social/@ada/media': 'ada@mastodon.social',
    'https://mastodon.social/@ada/followers': 'ada@mastodon.social',
    'https://mastodon.social/@ada@loom.example/following': 'ada@loom.example',
    'https://mastodon.social/@ada/featured': 'ada@mastodon.social',
    'https://mastodon.example/@ada@löom.example': 'ada@xn--lom-sna.example',
    'https://mastodon.example/@ada@xn--lom-sna.example/media': 'ada@xn--lom-sna.example',
  },
  notProfiles: [
    'https://mastodon.social/',
    'https://mastodon.social/explore',
    'https://mastodon.example/@alice/12345678',
    'https://www.tiktok.com/@ada',
    'https://www.youtube.com/@ada',
    'https://www.threads.net/@ada',
    'https://glitch.com/@ada',
    'https://stackblitz.com/@ada',
    'https://coda.io/@ada',
    'https://t.me/@ada',
    'https://kick.com/@ada',
    'https://rumble.com/@ada',
    'https://www.clubhouse.com/@ada',
    'https://forum.example/users/ada',
    'https://localhost/@ada',
    'https://127.0.0.1/@ada',
    'https://mastodon.example/@ada@localhost',
    'https://mastodon.example/@ada@127.0.0.10',
    'https://mastodon.example/@ada@loom.example:8443',
  ],
};
