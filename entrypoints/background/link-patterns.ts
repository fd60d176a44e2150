import { ALL_SITES } from '../../lib/sites/all';
import { listingOf } from '../../lib/sites/listings';
import type { Site } from '../../lib/sites/site';

/**
 * Where on a site its people are, as far as a match pattern can say: it narrows where the menu appears, and whoever is meant is told
 * from the address afterwards. A site that is not named here has them right below its host.
 */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  linkedin: ['/in/*', '/pub/*', '/mwlite/*', '/comm/in/*', '/sales/*', '/talent/*', '/messaging/compose*', '/preload/*'],
  bluesky: ['/profile/*'],
  fedi: ['/@*', '/users/*', '/web/@*', '/deck/@*'],
  stackoverflow: ['/users/*'],
  stackexchange: ['/users/*'],
  hn: ['/user?*'],
  reddit: ['/u/*', '/user/*', '/r/u_*'],
  scholar: ['/citations?*'],
  researchgate: ['/profile/*', '/scientific-contributions/*'],
  substack: ['/@*'],
  xing: ['/profile/*'],
  wellfound: ['/u/*'],
  crunchbase: ['/person/*'],
  producthunt: ['/@*'],
  npm: ['/~*', '/%7E*'],
  pypi: ['/user/*'],
  lobsters: ['/u/*', '/~*'],
};

/** Match patterns of every address that may be somebody's profile, whether Kith is on that site or not. */
export const LINK_PATTERNS: string[] = ALL_SITES.flatMap((site) => hostsOf(site).flatMap((host) => pathsOf(site).map((path) => `*://${host}${path}`)));

function pathsOf({ id }: Site): readonly string[] {
  return PEOPLE[id] ?? ['/*'];
}

function hostsOf(site: Site): string[] {
  if (site.hosts.length === 0) return ['*'];
  return site.hosts.flatMap((host) => {
    if (host.startsWith('*.')) return [host];
    // A host under any ending is more than a pattern can say; those the user can switch on are named.
    if (host.endsWith('.*')) return listingOf(site).matches.map((match) => new URL(match).hostname);
    return [host, `www.${host}`];
  });
}
