import { defineSite } from './define-site';
import { addresses, at, jsonLdNodes } from './json-ld';
import type { Examples, Reading } from './site';

const ID = /^\d{1,20}$/;

const RESERVED =
  ' oauth account tos privacy signup home hashtag search login widgets i settings start share intent oct messages explore notifications jobs compose about download logout bookmarks lists premium communities grok who_to_follow ';

export const x = defineSite({
  id: 'x',
  address: 'https://x.com/*',
  hosts: ['x.com', 'twitter.com', 'mobile.x.com', 'mobile.twitter.com', 'fxtwitter.com', 'vxtwitter.com'],
  handle({ pathname, searchParams }) {
    const isIntent = /^\/intent\/(?:user|follow)\/?$/i.test(pathname);
    const id = isIntent ? searchParams.get('user_id') : /^\/i\/user\/(\d+)\/?$/i.exec(pathname)?.[1];
    if (id && ID.test(id)) return `id/${id}`;
    const tabs = /^\/(\w{1,20})(?:\/(?:with_replies|media|highlights|articles|likes|superfollows|affiliates))?\/?$/i;
    const name = tabs.exec(isIntent ? `/${searchParams.get('screen_name') ?? ''}` : pathname)?.[1]?.toLowerCase();
    return name && !RESERVED.includes(` ${name} `) ? name : undefined;
  },
  name: '[data-testid=UserName] [dir]',
  showsHandle: true,
  links: {
    card: '[data-testid=tweet], [data-testid=UserCell]',
    ignore: '[data-testid=socialContext]',
  },
});

export const xReading: Reading = {
  header: { headline: '[data-testid=UserDescription]', place: '[data-testid=UserLocation]' },
  title: /^(?:\(\d+\+?\) )?(.+) \(@\w+\) \/ X$/,
  aliases({ page, isTheirs }) {
    const person = jsonLdNodes(page)
      .map((node) => at(node, 'mainEntity'))
      .find((entity) => addresses(entity).some(isTheirs));
    const id = at(person, 'identifier');
    return typeof id === 'string' && ID.test(id) ? [`x:id/${id}`] : [];
  },
};

export const examples: Examples = {
  measured: 'page',
  seen: '2025-12',
  linksMeasured: true,
  profiles: {
    'https://x.com/AdaExample': 'adaexample',
    'https://mobile.twitter.com/ada_example?p=i': 'ada_example',
    'https://mobile.x.com/ada_example': 'ada_example',
    'https://www.x.com/ada_example/with_replies': 'ada_example',
    'https://fxtwitter.com/ada_example': 'ada_example',
    'https://x.com/i/user/1234567890': 'id/1234567890',
    'https://twitter.com/intent/user?user_id=1234567890': 'id/1234567890',
    'https://twitter.com/intent/user?screen_name=ada_example': 'ada_example',
    'https://x.com/intent/follow?screen_name=ada_example&tw_p=followbutton': 'ada_example',
  },
  notProfiles: [
    'https://x.com/',
    'https://x.com/home',
    'https://x.com/bookmarks',
    'https://x.com/lists',
    'https://x.com/premium',
    'https://x.com/communities',
    'https://x.com/grok',
    'https://x.com/who_to_follow',
    'https://x.com/ada_example/followers',
    'https://x.com/ada_example/status/1',
    'https://x.com/i/lists/1',
    'https://x.com/intent/user?user_id=ada',
    'https://x.com/intent/user',
    'https://x.com/intent/follow?screen_name=home',
    'https://x.com/intent/post?screen_name=ada_example',
    'https://x.com/hashtag/loom',
    'https://help.x.com/en',
    'https://xx.com/ada_example',
    'https://x.com:8443/ada_example',
  ],
};
