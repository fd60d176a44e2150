import { defineSite } from './define-site';
import type { Examples } from './site';

export const reddit = defineSite({
  id: 'reddit',
  address: 'https://www.reddit.com/user/*',
  hosts: ['*.reddit.com'],
  // The last is where they post when it is in no community. `me`, whoever looks, is too short.
  also: '/u/|/r/u_',
  handles: '[\\w-]{3,20}',
  tabs: 'overview|comments|submitted|posts|about|gilded',
  links: {
    card: 'shreddit-comment, shreddit-post, .thing',
    ignore: '[data-testid=comment_author_icon]',
  },
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-04',
  profiles: {
    'https://www.reddit.com/user/ada_example/': 'ada_example',
    'https://old.reddit.com/u/Ada_Example': 'ada_example',
    'https://www.reddit.com/user/ada_example/comments/': 'ada_example',
    'https://www.reddit.com/user/me-anything/': 'me-anything',
    'https://www.reddit.com/r/u_ada_example/': 'ada_example',
  },
  notProfiles: [
    'https://www.reddit.com/r/test',
    'https://www.reddit.com/r/u_ada_example/comments/abc123/a_post/',
    'https://www.reddit.com/user/me/',
    'https://www.reddit.com/user/ada_example/comments/abc123/a_post/',
    'https://www.reddit.com/user/ada_example/m/looms/',
  ],
};
