import { defineSite } from './define-site';
import { meta, pageTitle, text } from './readers';
import type { Examples, Reading } from './site';

const NAME = 'h1 .nova-legacy-e-text--size-xxl';

/** The number at the end of a name belongs to it. Authors without an account have another kind of page. */
export const researchgate = defineSite({
  id: 'researchgate',
  address: 'https://www.researchgate.net/profile/*',
  handle({ pathname }) {
    const [, author, name] = /^\/(?:scientific-contributions\/(?:[^/]*-)?(\d{4,})|profile\/(?!topic\b)([\w-]{2,100}))(?:\/|$)/i.exec(pathname) ?? [];
    return author ? `sc/${author}` : name?.toLowerCase();
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
    'https://www.researchgate.net/scientific-contributions/Ada-Example-12345': 'sc/12345',
  },
  notProfiles: [
    'https://www.researchgate.net/',
    'https://www.researchgate.net/profile/',
    'https://www.researchgate.net/profile/topic/Looms',
    'https://www.researchgate.net/publication/335232656_Looms',
  ],
};
