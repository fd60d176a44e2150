import { defineSite } from './define-site';
import type { Examples, Reading } from './site';

/** The identifier is case-sensitive. */
export const scholar = defineSite({
  id: 'scholar',
  address: 'https://scholar.google.com/citations?user=*',
  hosts: ['scholar.google.*'],
  handle({ pathname, searchParams }) {
    const user = pathname === '/citations' && searchParams.get('user');
    const isAbout = /^(?:list_works)?$/.test(searchParams.get('view_op') ?? '') && !searchParams.has('citation_for_view');
    return user && isAbout && /^[\w-]{12}$/.test(user) ? user : undefined;
  },
  name: '#gsc_prf_in',
  links: { card: '.gsc_rsb_aa, .gs_ai, .gs_r', ignore: '#gs_hdr' },
});

export const scholarReading: Reading = {
  header: { headline: '.gsc_prf_il' },
  bio: '#gsc_prf_ivh',
};

export const examples: Examples = {
  measured: 'page',
  seen: '2026-02',
  profiles: {
    'https://scholar.google.com/citations?user=ExampleYAAAJ&hl=en': 'ExampleYAAAJ',
    'https://scholar.google.de/citations?hl=de&user=ExampleXAAAJ&oi=sra': 'ExampleXAAAJ',
    'https://scholar.google.co.uk/citations?view_op=list_works&user=ExampleXAAAJ': 'ExampleXAAAJ',
  },
  notProfiles: [
    'https://scholar.google.com/citations?view_op=view_citation&hl=en&user=Cz6X6UYAAAAJ&citation_for_view=Cz6X6UYAAAAJ:zYLM7Y9cAGgC',
    'https://scholar.google.com/citations?view_op=search_authors&hl=en&mauthors=label:web_development',
    'https://scholar.google.com/citations?user=short',
    'https://scholar.google.com/scholar?q=loom',
    'https://scholar.google.evil.example/citations?user=ExampleYAAAJ',
  ],
};
