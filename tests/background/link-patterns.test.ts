import { expect, test } from 'vitest';
import { LINK_PATTERNS } from '../../entrypoints/background/link-patterns';
import { EXAMPLES } from '../sites/evidence';

const PROFILES = Object.values(EXAMPLES).flatMap(({ profiles }) => Object.keys(profiles));

/** As browsers read a match pattern: a wildcard in front of the host stands for any host below it too, one in the path for anything. */
function matches(pattern: string, address: string): boolean {
  const [, host = '', path = ''] = /^\*:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const { hostname, pathname, search } = new URL(address);
  const isHost = host === '*' || hostname === host || (host.startsWith('*.') && `.${hostname}`.endsWith(host.slice(1)));
  return isHost && new RegExp(`^${path.split('*').map(RegExp.escape).join('.*')}$`).test(pathname + search);
}

const offered = (address: string) => LINK_PATTERNS.some((pattern) => matches(pattern, address));

/** A pattern can say neither "under any ending" nor "with a dot after the host", as hardly anybody links. */
const LEFT_OUT = [
  'https://scholar.google.co.uk/citations?view_op=list_works&user=ExampleXAAAJ',
  'https://scholar.google.de/citations?hl=de&user=ExampleXAAAJ&oi=sra',
  'https://www.linkedin.com./in/alice',
];

test('every address by which a site’s people are known has the menu', () => {
  expect(PROFILES.filter((address) => !offered(address)).toSorted()).toEqual(LEFT_OUT);
});

test('a link that is evidently nobody’s has not', () => {
  const nobodys = [
    'https://www.linkedin.com/company/example',
    'https://www.linkedin.com/feed/',
    'https://www.linkedin.com/jobs/view/1',
    'https://stackoverflow.com/questions/1',
    'https://bsky.app/search',
    'https://example.org/',
    'https://example.org/in/ada',
    'https://docs.github.com/en',
  ];
  expect(nobodys.filter(offered)).toEqual([]);
});
