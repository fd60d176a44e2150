import { metaContent } from './elements';
import { line, meta, titled } from './readers';
import type { Examples, Reading, Site } from './site';

export const orcid: Site = {
  id: 'orcid',
  address: 'https://orcid.org/*',
  hosts: ['orcid.org'],
  handle({ pathname }) {
    const id = /^\/((?:\d{4}-){3}\d{3}[\dx])(?:\/print)?\/?$/i.exec(pathname)?.[1]?.toUpperCase();
    return id && isChecked(id) ? id : undefined;
  },
  // Its tags appear only once the record has loaded.
  subject: ({ page, handle }) => (`${metaContent(page, 'profile:username')} ${metaContent(page, 'og:title')}`.includes(handle) ? page : undefined),
};

export const orcidReading: Reading = {
  fields: {
    name: [
      ['profile tags', (view) => line([meta('profile:first_name')(view), meta('profile:last_name')(view)].filter(Boolean).join(' '))],
      ['page title', titled(/^(.+) \([\dX-]{19}\)/)],
    ],
  },
};

export const examples: Examples = {
  measured: 'template',
  seen: '2026-08',
  profiles: {
    'https://orcid.org/0000-0000-0111-107X': '0000-0000-0111-107X',
    'https://orcid.org/0000-0002-1825-0097': '0000-0002-1825-0097',
    'https://orcid.org/0000-0002-1825-0097/print': '0000-0002-1825-0097',
  },
  notProfiles: [
    'https://orcid.org/0000-0002-1825-0098',
    'https://orcid.org/0000-0002-1694-2330',
    'https://sandbox.orcid.org/0000-0002-1825-0097',
    'https://orcid.org/signin',
  ],
};

/** ISO 7064 mod 11-2. */
function isChecked(id: string): boolean {
  let total = 0;
  for (const digit of id.replaceAll('-', '')) total = total * 2 + (digit === 'X' ? 10 : Number(digit));
  return total % 11 === 1;
}
