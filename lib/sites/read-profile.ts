import type { Profile, ProfileField } from '../model/profile';
import { cleanLine } from '../model/text';
import { attempt } from './attempt';
import { describePerson, jsonLd, openGraph } from './describe-person';
import { findSubject, showsOrganisation, type Subject } from './find-subject';
import { listingOf } from './listings';
import { pageLanguage } from './page-language';
import { profileKeyOf, profileUrl } from './profile-key';
import { firstLine, line, text, titled } from './readers';
import { READINGS } from './readings';
import type { Layer, Site } from './site';

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

  const subject = findSubject(page, url);
  if (!subject && (showsOrganisation(page, site) || attempt(() => READINGS[site.id]?.showsNobody?.(page)))) return undefined;

  const profile: Profile = { key, url: address, handle: cleanLine(listingOf(site).readable(handle)), aliases: [], fields: {}, sources: {} };
  if (!subject) return profile;
  // Read where a field is lacking, and once for all of them.
  let described: Descriptions | undefined;
  for (const field of FIELDS) {
    const [source, words] = firstFound(layersOf(site, field), subject) ?? firstDescribed((described ??= descriptionsOf(subject)), subject, field) ?? [];
    if (source !== undefined && words !== undefined) {
      profile.fields[field] = words;
      profile.sources[field] = source;
    }
  }
  const languages = languagesOf(profile.fields, pageLanguage(page, url));
  if (languages) profile.languages = languages;
  profile.aliases = (attempt(() => READINGS[site.id]?.aliases?.(subject.view)) ?? []).filter((alias) => alias !== key);
  return profile;
}

/** For each of these fields the language of the page that gave it; undefined where none is known. */
export function languagesOf(fields: Profile['fields'], language: string | undefined): Profile['languages'] {
  return language === undefined ? undefined : Object.fromEntries(Object.keys(fields).map((field) => [field, language]));
}

/** Addresses that the page's structured data say are the same person's. */
export function sameAsOf(subject: Subject): string[] {
  return descriptionsOf(subject).flatMap(({ sameAs }) => sameAs);
}

function layersOf({ id, name }: Site, field: ProfileField): Layer[] {
  const { fields, header, title } = READINGS[id] ?? {};
  const css = field === 'name' ? name : header?.[field];
  return [
    ...(fields?.[field] ?? []),
    ...(css ? [['profile header', field === 'name' ? text(css) : firstLine(css)] satisfies Layer] : []),
    ...(title && field === 'name' ? [['page title', titled(title)] satisfies Layer] : []),
  ];
}

function firstFound(layers: readonly Layer[], { view }: Subject): [source: string, words: string] | undefined {
  for (const [source, read] of layers) {
    const words = attempt(() => line(read(view)));
    if (words) return [source, words];
  }
  return undefined;
}

/** A name that is the handle again says nothing. */
function firstDescribed(descriptions: Descriptions, subject: Subject, field: ProfileField): [source: string, words: string] | undefined {
  for (const { source, fields } of descriptions) {
    const words = fields[field];
    if (words && words.toLowerCase() !== subject.view.handle) return [source, words];
  }
  return undefined;
}

type Descriptions = ReturnType<typeof describePerson>;

function descriptionsOf({ view }: Subject): Descriptions {
  return describePerson(view.page, view.isTheirs, false, [jsonLd, openGraph]);
}
