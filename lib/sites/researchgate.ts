import { defineSite } from './define-site';
import { meta, pageTitle, text } from './readers';
import type { Examples, Reading } from './site';

const NAME = 'h1 .nova-legacy-e-text--size-xxl';

/**
 * The number at the end of a name belongs to it; older links have it, and the names, joined in another way. Authors without an account
 * have another kind of page, where their number alone counts.
 */
export const researchgate = defineSite({
  id: 'researchgate',
  address: 'https://www.researchgate.net/profile/*',
  handle({ pathname }) {
    const [, author, name] = /^\/(?:scientific-contributions\/(?:[^/]*-)?(\d{4,})(?:[_-].*)?|profile\/(?!topic\b)([\w-]{2,100}))(?:\/|$)/i.exec(pathname) ?? [];
    return author ? `sc/${author}` : name?.toLowerCase().replace(/_|(?<=_.*[a-z])(?=\d+$)/g, '-');
  },
  name: NAME,
  links: {
    card: '.nova-legacy-v-person-list-item, .nova-legacy-v-publication-item, .nova-legacy-c-card',
    ignore: '[href*="ev=hdr_xprf"]',
  },
});

export const researchgateReading: Reading = {
  // Where nobody is found, it offers to browse everybody.
  showsNobody: (page) => pageTitle(page).endsWith(' researchers on ResearchGate'),
  fields: {
    name: [['profile header', text(NAME)]],
    // The title has the surname in capitals, so it is good only for what follows it.
    headline: [['page title', (view) => / \| (.+)$/.exec(meta('og:title')(view) ?? '')?.[1]]],
  },
};

export const examples: Examples = {
  measured: 'page',
  seen: '2022-06',
  linksMeasured: true,
  profiles: {
    'https://www.researchgate.net/profile/Ada-Example?ev=hdr_xprf&_sg=x': 'ada-example',
    'https://www.researchgate.net/profile/Ada-Example-2': 'ada-example-2',
    'https://www.researchgate.net/profile/Ada-Example/publications': 'ada-example',
    'https://www.researchgate.net/profile/Ada_Example': 'ada-example',
    'https://www.researchgate.net/profile/Ada_B_Example2?ev=x': 'ada-b-example-2',
    'https://www.researchgate.net/profile/Ada-Example2': 'ada-example2',
    'https://www.researchgate.net/scientific-contributions/Ada-Example-12345': 'sc/12345',
    'https://www.researchgate.net/scientific-contributions/12345_Ada_B_Example': 'sc/12345',
    'https://www.researchgate.net/scientific-contributions/12345-Ada-Example': 'sc/12345',
  },
  notProfiles: [
    'https://www.researchgate.net/',
    'https://www.researchgate.net/profile/',
    'https://www.researchgate.net/profile/topic/Looms',
    'https://www.researchgate.net/publication/335232656_Looms',
    'https://www.researchgate.net/scientific-contributions/Ada_Example',
  ],
};
