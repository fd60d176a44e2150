import type { ProfileKey } from '../model/profile';
import { ALL_SITES } from './all';
import { attempt } from './attempt';
import { listingOf } from './listings';
import type { Site } from './site';
import { siteAt } from './site-at';

/** Longer than any site allows; short enough that its address, percent-encoded, stays an address. */
const HANDLE_LIMIT = 200;

/**
 * What servers that write all people at one path tell them apart by (`person.php?id=12`, WordPress’s `?p=`, `?page_id=` and `?author=`,
 * MediaWiki’s `?title=`); whatever else a query says is how somebody came to the page, or how it is to look.
 */
const TELLS_PAGES_APART =
  /^(?:(?:page|user|person|people|member|staff|employee|author|profile|faculty|contact)?[_-]?id|[pu]id|p|u|(?:user|person|member|author|profile)(?:[_-]?name)?|staff|employee|name|title)$/i;

const ANYWHERE = ALL_SITES.find((site) => site.hosts.length === 0);

/**
 * Whom a URL is about, from the URL alone. Undefined for everything that is no person's page on a site Kith knows, and for
 * addresses with a port or credentials, which only forgers write. Takes any string and never throws.
 */
export function profileKeyOf(url: URL | string): { site: Site; key: ProfileKey; handle: string } | undefined {
  const parsed = typeof url === 'string' ? URL.parse(url) : url;
  if (!parsed || !isPlain(parsed)) return undefined;
  const site = siteAt(parsed) ?? ANYWHERE;
  const handle = site && attempt(() => site.handle(parsed));
  return site && handle && handle.length <= HANDLE_LIMIT && isPrintable(handle) ? { site, key: `${site.id}:${handle}`, handle } : undefined;
}

/** The canonical https address of a key, built from the key alone; undefined where the key is none of ours or has no address. */
export function profileUrl(key: ProfileKey): string | undefined {
  if (key.startsWith('web:')) return webKey(`https://${key.slice(4)}`) === key ? `https://${key.slice(4)}` : undefined;
  const site = siteOf(key);
  const url = site && attempt(() => listingOf(site).url(key.slice(site.id.length + 1)));
  return url && profileKeyOf(url)?.key === key ? url : undefined;
}

/** The site a key belongs to; none for `web:`, somebody's own page. */
export function siteOf(key: ProfileKey): Site | undefined {
  return ALL_SITES.find((site) => key.startsWith(`${site.id}:`));
}

/**
 * The key of a page that belongs to no site: host and path, whatever the scheme, a closing slash and the name of a folder's first file, and
 * of the query what tells one page of a path from another. A path behind the hash, where in-app sites may have theirs, counts likewise.
 */
export function webKey(url: URL | string): ProfileKey | undefined {
  const parsed = typeof url === 'string' ? URL.parse(url) : url;
  if (!parsed || !isPlain(parsed) || !parsed.hostname.includes('.')) return undefined;
  const [place, route] = [placeOf(parsed), routeOf(parsed)];
  const key = `web:${parsed.hostname.replace(/^www\.|\.$/g, '')}${route ? (place || '/') + route : place}`;
  return key.length <= 2 * HANDLE_LIMIT ? key : undefined;
}

/** Whom a page is about by its address alone: somebody of a site, or whoever's own page it is. */
export function keyAt(url: URL | string): ProfileKey | undefined {
  return profileKeyOf(url)?.key ?? webKey(url);
}

/**
 * Whether what the page at `url` says of whom its address names is theirs or their site's. A server of the Fediverse shows people of
 * others, too, and anybody may have one.
 */
export function isAtHome(url: URL): boolean {
  const found = profileKeyOf(url);
  return found?.site !== ANYWHERE || found?.handle.endsWith(`@${url.hostname.replace(/\.$/, '')}`) === true;
}

/** The site whose people are at home on the pages of a host: its own, or the one that may be on any. */
export function siteAtHome(url: Pick<URL, 'hostname'>): Site | undefined {
  return siteAt(url) ?? ANYWHERE;
}

function placeOf({ pathname, searchParams }: URL): string {
  const path = pathname.replace(/\/+$/, '').replace(/%[\da-f]{2}/gi, (escaped) => escaped.toUpperCase());
  const told = new URLSearchParams([...searchParams].filter(([name, value]) => TELLS_PAGES_APART.test(name) && value !== ''));
  told.sort();
  return told.size > 0 ? `${path}?${told}` : path.replace(/(?:\/+index\.\w+)+$/i, '');
}

function routeOf({ origin, hash }: URL): string {
  const [, mark = '', path = ''] = /^(#!?)(\/.*)/.exec(hash) ?? [];
  const place = path && placeOf(new URL(origin + path));
  return place && mark + place;
}

function isPlain({ protocol, port, username, password }: URL): boolean {
  return /^https?:$/.test(protocol) && !(port || username || password);
}

function isPrintable(handle: string): boolean {
  return !/[\s\p{C}]/u.test(handle.replace(/[\u200C\u200D]/g, ''));
}
