import type { Listing, Site } from './site';

/** What is said of sites outside their pages, by their ids, where it is not what `listingOf` makes of the record. */
const LISTINGS: Readonly<Record<string, Partial<Listing>>> = {
  linkedin: { label: 'LinkedIn', installed: true, url: linkedinUrl, readable: (handle) => handle.split('/')[1] ?? handle },
  github: { label: 'GitHub', installed: true, matches: ['https://github.com/*', 'https://gist.github.com/*'] },
  gitlab: { label: 'GitLab' },
  x: {
    url: (handle) => `https://x.com/${handle.replace('id/', 'i/user/')}`,
    readable: (handle) => (handle.startsWith('id/') ? handle : `@${handle}`),
  },
  bluesky: { readable: (handle) => (handle.startsWith('did:') ? handle : `@${handle}`) },
  fedi: {
    label: 'Mastodon',
    matches: [],
    url: (handle) => handle.replace(/^(.+)@(.+)$/, 'https://$2/@$1'),
    readable: withAtSign,
  },
  stackoverflow: { label: 'Stack Overflow' },
  stackexchange: {
    label: 'Stack Exchange',
    matches: ['https://*.stackexchange.com/*', 'https://askubuntu.com/*', 'https://superuser.com/*', 'https://serverfault.com/*', 'https://mathoverflow.net/*'],
    url: (handle) => `https://${handle.replace('/', '/users/')}`,
  },
  hn: { label: 'Hacker News' },
  reddit: { readable: (name) => `u/${name}` },
  orcid: { label: 'ORCID' },
  scholar: { label: 'Google Scholar' },
  researchgate: {
    label: 'ResearchGate',
    url: (handle) => `https://www.researchgate.net/${`profile/${handle}`.replace('profile/sc/', 'scientific-contributions/')}`,
  },
  substack: { readable: withAtSign },
  devto: { label: 'DEV' },
  xing: { label: 'XING' },
  producthunt: { label: 'Product Hunt', readable: withAtSign },
  huggingface: { label: 'Hugging Face' },
  npm: { label: 'npm', readable: (handle) => `~${handle}` },
  pypi: { label: 'PyPI' },
};

/** How a site is listed: unless told otherwise it is called as its id, has its pages where its address is or below its first host, and its people go by their handles. */
export function listingOf({ id, hosts: [first = ''], address }: Site): Listing {
  // Not by URL: Firefox takes an asterisk, as Mastodon's address has it, for no host.
  const [, host = ''] = first.startsWith('*') ? ['', first] : (/^https:\/\/([^/]+)/.exec(address) ?? []);
  return {
    label: id.charAt(0).toUpperCase() + id.slice(1),
    matches: [`https://${host}/*`],
    url: (handle) => address.replace('*', () => handle),
    readable: (handle) => handle,
    ...LISTINGS[id],
  };
}

function linkedinUrl(handle: string): string {
  const [kind, ...parts] = handle.split('/');
  const path = parts.map(encodeURIComponent).join('/');
  return `https://www.linkedin.com/${kind === 'pub' ? 'pub' : kind === 'sales' ? 'sales/lead' : kind === 'talent' ? 'talent/profile' : 'in'}/${path}`;
}

function withAtSign(handle: string): string {
  return `@${handle}`;
}
