import type { Profile, ProfileField } from '../model/profile';
import { cleanLine } from '../model/text';
import { attempt } from './attempt';
import { profileKeyOf, profileUrl } from './profile-key';
import { line } from './readers';
import type { Layer, View } from './site';

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

  const subject = attempt(() => site.subject(page, handle));
  if (!subject && attempt(() => site.showsNobody(page))) return undefined;

  const profile: Profile = { key, url: address, handle: cleanLine(site.readable(handle)), aliases: [], fields: {}, sources: {} };
  if (!subject) return profile;
  const view = { page, subject, handle };
  for (const field of FIELDS) {
    const [source, text] = firstFound(site.fields[field] ?? [], view);
    if (text) {
      profile.fields[field] = text;
      profile.sources[field] = source;
    }
  }
  profile.aliases = (attempt(() => site.aliases(view)) ?? []).filter((alias) => alias !== key);
  return profile;
}

function firstFound(layers: readonly Layer[], view: View): [source: string, text: string] | [] {
  for (const [source, read] of layers) {
    const text = attempt(() => line(read(view)));
    if (text) return [source, text];
  }
  return [];
}
