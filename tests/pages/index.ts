import { SMALL_PAGES } from './source/small-pages.ts';

/** The project's own pages of invented people: what tests run on, and what somebody sees who tries Kith for the first time. */
export type TestPage = {
  /** Where it is served. */
  url: string;
  /** The file beside this one. */
  file: string;
  /** A person's page, a page that links people, or a page at a person's address that shows nobody. */
  kind: 'profile' | 'list' | 'negative';
  /** Year and month of the newest of the facts that it was written after. */
  seen: string;
  /** What is to be read from it. */
  name?: string;
  headline?: string;
  /** Of a list: whom it links by name, card after card. */
  people?: readonly string[];
};

export const PAGES: readonly TestPage[] = [
  {
    url: 'https://www.linkedin.com/in/imani-vestergaard-4b71a9/',
    file: 'linkedin-imani.html',
    kind: 'profile',
    seen: '2026-05',
    name: 'Imani Vestergaard',
    headline: 'Head of field operations at Tarnwick Hydrology',
  },
  {
    url: 'https://www.linkedin.com/in/tomasz-%C5%BCurawikowski-8c20/',
    file: 'linkedin-tomasz.html',
    kind: 'profile',
    seen: '2026-05',
    name: 'Tomasz Żurawikowski',
    headline: 'Embedded engineer · sensors that run for years on one battery · mentor to first-time maintainers',
  },
  {
    url: 'https://www.linkedin.com/in/anastasia-konstantinopoulou-thorvaldsdottir/',
    file: 'linkedin-anastasia.html',
    kind: 'profile',
    seen: '2026-05',
    name: 'Anastasía Konstantinopoúlou-Þorvaldsdóttir (Αναστασία Κωνσταντινοπούλου · אנסטסיה)',
    headline: 'Professor of river ecology; I count insects so that others may drink',
  },
  {
    url: 'https://www.linkedin.com/in/priya-raghunathan-mbeki/',
    file: 'linkedin-priya.html',
    kind: 'profile',
    seen: '2026-05',
    name: 'Priya Raghunathan-Mbeki',
    headline:
      'Programme director for regional water data | Convenor of the Open Gauges working group | Speaker on shared infrastructure | Formerly municipal planning, before that a very patient librarian',
  },
  {
    url: 'https://www.linkedin.com/in/lucas-ferreira-amado-/',
    file: 'linkedin-lucas.html',
    kind: 'profile',
    seen: '2026-05',
    name: 'Lucas Ferreira Amado',
    headline: 'Leiter Bestandskunden bei Weidengrund Messtechnik',
  },
  { url: 'https://www.linkedin.com/feed/', file: 'linkedin-feed.html', kind: 'list', seen: '2026-05' },
  { url: 'https://www.linkedin.com/search/results/people/', file: 'linkedin-search.html', kind: 'list', seen: '2026-05' },
  { url: 'https://www.linkedin.com/in/behind-the-wall/', file: 'linkedin-authwall.html', kind: 'negative', seen: '2026-05' },
  {
    url: 'https://github.com/tarnwick-imani',
    file: 'github-imani.html',
    kind: 'profile',
    seen: '2026-08',
    name: 'Imani Vestergaard',
    headline: 'Field hydrologist who writes the scripts nobody else will.',
  },
  {
    url: 'https://github.com/Zurawikowski-T',
    file: 'github-tomasz.html',
    kind: 'profile',
    seen: '2026-08',
    name: 'Tomasz Żurawikowski',
    headline: 'Small things that measure slowly.',
  },
  { url: 'https://github.com/basalt-otter-9', file: 'github-otter.html', kind: 'profile', seen: '2026-08' },
  { url: 'https://github.com/tarnwick-hydrology', file: 'github-organisation.html', kind: 'negative', seen: '2026-08' },
  { url: 'https://github.com/tarnwick-hydrology/gauge-reader/issues/12', file: 'github-issue.html', kind: 'list', seen: '2026-08' },
  {
    url: 'https://github.com/orgs/tarnwick-hydrology/people',
    file: 'github-people.html',
    kind: 'list',
    seen: '2026-08',
    people: ['github:tarnwick-imani', 'github:zurawikowski-t'],
  },
  ...SMALL_PAGES.map(({ html: _, ...page }) => page),
];

/** The file of the page at `url`, if there is one. Query, hash, case and a closing slash do not matter; what lies below a LinkedIn profile shows the profile. */
export function pageAt(url: URL): string | undefined {
  const wanted = place(url);
  return PAGES.find((page) => place(new URL(page.url)) === wanted)?.file;
}

function place({ hostname, pathname, searchParams }: URL): string {
  // Two sites tell people apart by their query alone.
  const person = /\/(?:user|item|citations)$/.test(pathname) ? (searchParams.get('id') ?? searchParams.get('user') ?? '') : '';
  const host = hostname.replace(/^(?:.+\.)?(linkedin\.com|github\.com)$/, '$1');
  const path = pathname.toLowerCase().replace(/\/$/, '');
  return `${host}${path.match(/^\/in\/[^/]+/)?.[0] ?? path}${person && `?${person}`}`;
}
