import type { Examples, Site } from './site';

/** A host of somebody's own, where it is none of Medium's. */
const OWN_HOST = /^(?!(?:help|blog|policy|about|link|www|api|miro|cdn-images-1|status)\.)([\w-]+)\.medium\.com\.?$/;

/** People are at `/@name` and at a host of their own; on that, and at other domains, only the address of the person counts. */
export const medium: Site = {
  id: 'medium',
  address: 'https://medium.com/*',
  hosts: ['*.medium.com'],
  handle({ hostname, pathname }) {
    const [, at, id] = /^\/(?:(?:@|%40)([\w.-]{1,60})|u\/([\da-f]{8,16}))(?:\/(?:about|followers|following|lists))?\/?$/i.exec(pathname) ?? [];
    const name = at ?? (/^\/(?:(?:about|followers|following)\/?)?$/i.test(pathname) && OWN_HOST.exec(hostname)?.[1]);
    return name ? `@${name.toLowerCase()}` : id && `u/${id.toLowerCase()}`;
  },
  links: { card: '.js-postArticle', ignore: '[data-testid=headerUserIcon]' },
};

export const examples: Examples = {
  measured: 'address',
  seen: '2022-02',
  linksMeasured: true,
  profiles: {
    'https://medium.com/@adaexample': '@adaexample',
    'https://adaexample.medium.com/': '@adaexample',
    'https://medium.com/@adaexample/about': '@adaexample',
    'https://adaexample.medium.com/followers': '@adaexample',
    'https://medium.com/u/1a2b3c4d5e6f': 'u/1a2b3c4d5e6f',
  },
  notProfiles: [
    'https://medium.com/',
    'https://medium.com/walmartglobaltech',
    'https://medium.com/@adaexample/a-story-af688aa1b1b8',
    'https://adaexample.medium.com/a-story-af688aa1b1b8',
    'https://help.medium.com/',
  ],
};
