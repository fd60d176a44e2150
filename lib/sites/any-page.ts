import type { Profile } from '../model/profile';
import { foldedWords } from '../model/text';
import { attempt } from './attempt';
import { barePage } from './bare-profile';
import { type Described, describePerson, jsonLd, openGraph } from './describe-person';
import { addresses, at, isA, jsonLdNodes, strings } from './json-ld';
import { type LinkedProfile, linkedFrom, linkedFromProfile } from './linked-profiles';
import { hCard, microdata } from './person-markup';
import { pageLanguage } from './page-language';
import { profileKeyOf, webKey } from './profile-key';
import { languagesOf, readProfile } from './read-profile';
import { line, pageTitle } from './readers';
import { siteAt } from './site-at';

/**
 * The person that a page of no known site describes: by JSON-LD, a representative h-card, microdata or Open Graph, each held against the page's address: a home
 * names its owner, an article names its author too and is still nobody's page. Undefined where it describes none. Never throws.
 */
export function readAnyPage(page: Document, url: URL): Profile | undefined {
  const bare = barePage(url);
  if (!bare || siteAt(url) || profileKeyOf(url)) return undefined;
  const found = attempt(() => describeOwner(page, url));
  return found && filled(bare, found, page);
}

/**
 * The page as somebody's, because the user says so: as it is read, else with its title for a name. Undefined only for what is no
 * address of the web.
 */
export function keepAnyPage(page: Document, url: URL): Profile | undefined {
  const known = readProfile(page, url) ?? readAnyPage(page, url);
  if (known) return known;
  const bare = barePage(url);
  const name = bare && attempt(() => ownTitle(page));
  return name ? filled(bare, { source: 'page title', fields: { name }, sameAs: [] }, page) : bare;
}

/** Other profiles of the person that the page shows, on a known site or not; see `linkedFromProfile`. Never throws. */
export function linkedProfiles(page: Document, url: URL): LinkedProfile[] {
  if (siteAt(url) || profileKeyOf(url)) return linkedFromProfile(page, url);
  const owner = attempt(() => describeOwner(page, url));
  return linkedFrom(page, url, owner?.sameAs ?? [], owner?.element ? [owner.element] : []);
}

function describeOwner(page: Document, url: URL): Described | undefined {
  const own = webKey(url);
  const top = topPath(page, url);
  const isHome = /^\/(?:~[^/]+\/?)?$/.test(top) && own === webKey(url.origin + url.pathname);
  const isAbout = /^\/(?:about|about-me|me|bio|cv)\/?$/i.test(url.pathname);
  // What a home says of its owner holds on it in any language, and on the page about them, too.
  const home = isAbout ? webKey(url.origin) : isHome ? webKey(url.origin + top) : own;
  const isOwn = (href: string) => {
    const key = webKey(URL.parse(href, url.href) ?? '');
    return key !== undefined && (key === own || key === home);
  };
  const [described] = describePerson(page, isOwn, isHome || isAbout, [jsonLd, hCard, microdata, openGraph]);
  return described ?? (isHome ? pageAuthor(page, isOwn) : undefined);
}

/** The path of a page without what says that it is the first of its folder, or the home in the language the page is in, if it says any. */
function topPath(page: Document, { pathname }: URL): string {
  const folder = pathname.replace(/\/index\.\w+$/i, '/');
  const [, language] = /^\/([a-z]{2})(?:-[a-z]{2})?\/?$/i.exec(folder) ?? [];
  const said = page.documentElement.getAttribute('lang')?.trim() || language;
  return language && said?.toLowerCase().startsWith(language.toLowerCase()) ? '/' : folder;
}

/**
 * The author a home names in its head, where it is a person's: they have a first and a last name, these are the name of an account
 * that the page's structured data claim, and they are not the name of the organisation whose page it is.
 */
function pageAuthor(page: Document, isOwn: (href: string) => boolean): Described | undefined {
  const name = line(page.querySelector('meta[name="author"]')?.getAttribute('content'));
  const handle = name && foldedWords(name).join('');
  const site = jsonLdNodes(page).find((node) => addresses(node).some(isOwn));
  const sameAs = strings([at(site, 'sameAs')].flat());
  const handles = sameAs.map((href) => profileKeyOf(href)?.handle.replace(/[^\p{L}\p{N}]/gu, ''));
  const isPerson = name?.includes(' ') && handle && handles.includes(handle) && !(isA(site, 'Organization') && strings(at(site, 'name')).includes(name));
  return isPerson ? { source: 'page author', fields: { name }, sameAs } : undefined;
}

/** The first part of the title that says more than that this is a home page. */
function ownTitle(page: Document): string | undefined {
  const parts = pageTitle(page).split(/ [|·•–—-] /);
  return line(parts.find((part) => !/^(?:home ?page|home|about(?: me)?|welcome)$/i.test(part)) ?? parts[0]);
}

function filled(profile: Profile, { source, fields }: Described, page: Document): Profile {
  const languages = languagesOf(fields, pageLanguage(page, new URL(profile.url)));
  const names = Object.keys(fields);
  return { ...profile, fields, sources: Object.fromEntries(names.map((name) => [name, source])), ...(languages && { languages }) };
}
