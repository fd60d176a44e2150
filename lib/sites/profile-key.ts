import type { ProfileKey } from '../model/profile';
import { ALL_SITES } from './all';
import { attempt } from './attempt';
import type { Site } from './site';

/** Longer than any site allows; short enough that its address, percent-encoded, stays an address. */
const HANDLE_LIMIT = 200;

/**
 * Whom a URL is about, from the URL alone. Undefined for everything that is no person's page on a site Kith knows, and for
 * addresses with a port or credentials, which only forgers write. Takes any string and never throws.
 */
export function profileKeyOf(url: URL | string): { site: Site; key: ProfileKey; handle: string } | undefined {
  const parsed = typeof url === 'string' ? URL.parse(url) : url;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.port || parsed.username || parsed.password) return undefined;
  for (const site of ALL_SITES) {
    const handle = attempt(() => site.handle(parsed));
    if (handle && handle.length <= HANDLE_LIMIT && !/[\s\p{C}]/u.test(handle.replace(/[\u200C\u200D]/g, '')))
      return { site, key: `${site.id}:${handle}`, handle };
  }
  return undefined;
}

/** The canonical https address of a key, built from the key alone; undefined where the key is none of ours or has no address. */
export function profileUrl(key: ProfileKey): string | undefined {
  const site = siteOf(key);
  const url = attempt(() => site?.url(key.slice(site.id.length + 1)));
  return url && profileKeyOf(url)?.key === key ? url : undefined;
}

/** The site a key belongs to. */
export function siteOf(key: ProfileKey): Site | undefined {
  return ALL_SITES.find((site) => key.startsWith(`${site.id}:`));
}
