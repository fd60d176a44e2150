import type { Profile, ProfileField } from '../model/profile';
import { cleanLine } from '../model/text';
import { attempt } from './attempt';
import { type Described, describePerson, jsonLd, openGraph } from './describe-person';
import { profileKeyOf, profileUrl } from './profile-key';
import { isTheirPage, line } from './readers';
import type { Site, View } from './site';

const FIELDS: readonly ProfileField[] = ['name', 'headline', 'organisation', 'place'];

/**
 * What the page at `url` says about its person, as clean text. Who it is comes from the URL alone. A field the page lacks is absent;
 * while the page still shows somebody else, all of them are. Undefined where the URL is no person's or the page evidently shows
 * nobody (a sign-in wall, an error, an organisation). Never changes the page, never throws.
 */
export function readProfile(page: Document, url: URL): Profile | undefined {
  const found = profileKeyOf(url);
  const address = found && profileUrl(found.key);
  if (!found || !address) return undefined;
  const { site, key, handle } = found;

  const shown = readSubject(page, url);
  if (!shown && attempt(() => site.showsNobody?.(page))) return undefined;

  const profile: Profile = { key, url: address, handle: cleanLine(site.readable?.(handle) ?? handle), aliases: [], fields: {}, sources: {} };
  if (!shown) return profile;
  for (const field of FIELDS) {
    const read = shown.read(field);
    if (read) {
      profile.fields[field] = read.text;
      profile.sources[field] = read.source;
    }
  }
  profile.aliases = (attempt(() => site.aliases?.(shown.view)) ?? []).filter((alias) => alias !== key);
  return profile;
}

/** The person of an address as a page shows them. */
export type Shown = {
  site: Site;
  view: View;
  /** Reads a field. */
  read: (field: ProfileField) => Found | undefined;
  /** Addresses that the page's structured data say are the same person's. */
  sameAs: () => string[];
};

/** Undefined where the address is no person's, and while the page shows somebody else, or nobody. */
export function readSubject(page: Document, url: URL): Shown | undefined {
  const found = profileKeyOf(url);
  if (!found) return undefined;
  const { site, key, handle } = found;
  const isTheirs = (href: string) => {
    const linked = URL.parse(href, url.href);
    return linked !== null && profileKeyOf(linked)?.key === key;
  };
  const whole = (): ParentNode | undefined => (isTheirPage(page, isTheirs) || described().length > 0 ? page : undefined);
  let descriptions: Described[] | undefined;
  const described = () => (descriptions ??= describePerson(page, isTheirs, false, [jsonLd, openGraph]));

  const subject = attempt(() => (site.subject ? site.subject({ page, handle, isTheirs }) : whole()));
  if (!subject) return undefined;
  const view = { page, subject, handle, isTheirs };
  return {
    site,
    view,
    read: (field) => firstFound(site, view, field) ?? attempt(() => firstDescribed(described(), field, handle)),
    sameAs: () => described().flatMap((one) => one.sameAs),
  };
}

type Found = { source: string; text: string };

function firstFound(site: Site, view: View, field: ProfileField): Found | undefined {
  for (const [source, read] of site.fields?.[field] ?? []) {
    const text = attempt(() => line(read(view)));
    if (text) return { source, text };
  }
  return undefined;
}

/** A name that is the handle again says nothing. */
function firstDescribed(described: readonly Described[], field: ProfileField, handle: string): Found | undefined {
  for (const { source, fields } of described) {
    const text = fields[field];
    if (text && text.toLowerCase() !== handle) return { source, text };
  }
  return undefined;
}
