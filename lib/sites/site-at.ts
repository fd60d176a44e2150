import { ALL_SITES } from './all';
import type { Site } from './site';

const BY_HOST = new Map<string, Site>();
for (const site of ALL_SITES) for (const host of site.hosts) BY_HOST.set(host, site);

/** The site on whose hosts `url` is, whoever it is about; a site that may be on any host does not count. */
export function siteAt({ hostname }: Pick<URL, 'hostname'>): Site | undefined {
  const host = hostname.replace(/^www\.|\.$/g, '');
  let site = BY_HOST.get(host);
  for (let above = host; !site && above.includes('.'); above = above.slice(above.indexOf('.') + 1)) site = BY_HOST.get(`*.${above}`);
  return site ?? BY_HOST.get(host.replace(/(?:\.com?)?\.[a-z]{2,3}$/, '.*'));
}

/** What choices about the pages of a site are kept under: its id where it is known, else the origin. */
export function siteIdAt(url: URL): string {
  return siteAt(url)?.id ?? url.origin;
}
