import { ALL_SITES } from './all';
import { listingOf } from './listings';
import type { Site } from './site';
import { siteAt } from './site-at';

/** What is switched on at once: what people call it, and the match pattern of its pages, which is what the user is asked for. */
export type Switch = { label: string; origin: string };

/** The switch for the page at `url`: that of its known site where one covers it, else of its host alone. Undefined where there is none to be had. */
export function switchAt(url: URL): Switch | undefined {
  if (url.protocol !== 'https:') return undefined;
  const site = siteAt(url);
  const known = site && switchesOf(site).find(({ origin }) => covers(origin, url));
  return known ?? { label: url.hostname, origin: `https://${url.hostname}/*` };
}

/** Every switch there is: of each known site that is not there from the start, and of other hosts among the `granted` patterns; those that are on first. */
export function allSwitches(granted: readonly string[]): (Switch & { on: boolean })[] {
  const known = ALL_SITES.flatMap((site) => switchesOf(site).map((one) => ({ ...one, installed: listingOf(site).installed })));
  const others = granted.filter((pattern) => known.every(({ origin }) => origin !== pattern));
  return [
    ...known.filter(({ installed }) => !installed).map(({ label, origin }) => ({ label, origin, on: granted.includes(origin) })),
    ...others.map((origin) => ({ label: hostOf(origin), origin, on: true })),
  ].toSorted((a, b) => Number(b.on) - Number(a.on) || a.label.localeCompare(b.label));
}

/** The page at the top of a match pattern. */
export function topOf(pattern: string): URL {
  return new URL(pattern.replace(/\*\.?/g, ''));
}

/** One for each pattern: what people call the site is the first of them, further hosts go by their names. */
function switchesOf(site: Site): Switch[] {
  const { label, matches } = listingOf(site);
  return matches.map((origin, index) => ({ label: index === 0 ? label : hostOf(origin), origin }));
}

function covers(pattern: string, { hostname }: URL): boolean {
  const host = hostOf(pattern);
  return hostname === host || (pattern.includes('//*.') && hostname.endsWith(`.${host}`));
}

function hostOf(pattern: string): string {
  return topOf(pattern).hostname;
}
