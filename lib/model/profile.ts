import { cleanLine } from './text';
import { z } from './zod';

/**
 * Who somebody is on one site: `site:handle`, derived from a URL alone and canonical, so that equal strings mean the same person.
 * The joiners U+200C and U+200D belong to Persian words and to emoji, so handles may hold them. The site's record (lib/sites) says how; examples: `github:ada`, `linkedin:in/amélie-doe`, `linkedin:urn/ACoAA…`.
 */
export const ProfileKey = z.string().check(z.maxLength(400), z.regex(/^[a-z][a-z0-9-]*:(?:[^\s\p{C}]|[\u200C\u200D])+$/u));
export type ProfileKey = z.infer<typeof ProfileKey>;

/** Whether a key is an id that the site keeps while its people rename themselves. */
export function isStableId(key: ProfileKey): boolean {
  return /^(?:[a-z][a-z0-9-]*:id\/|linkedin:urn\/|bluesky:did:)/.test(key);
}

/** On which site somebody is who they are by this key. */
export function siteIdOf(key: ProfileKey): string {
  return key.slice(0, key.indexOf(':'));
}

/** One line of foreign text, cleaned; refused when nothing readable is left. */
export const Line = z.pipe(z.string().check(z.overwrite((raw) => cleanLine(raw))), z.string().check(z.minLength(1)));

/** The fields a page may give about a person. */
export const PROFILE_FIELDS = ['name', 'headline', 'organisation', 'place'] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** A language, without what tells its regions apart. */
export const Language = z.string().check(z.regex(/^[a-z]{2,3}$/));

export const MOST_ALIASES = 20;

/**
 * What one page says about one person. A field the page lacked is absent from `fields` and from `sources`.
 * `url` is the canonical address built from the key, never the page's own text.
 */
export const Profile = z.strictObject({
  key: ProfileKey,
  url: z.url({ protocol: /^https$/ }).check(z.maxLength(2000)),
  /** What to call somebody whose page gave no name: the readable part of the key. */
  handle: Line,
  /** Further keys the page itself shows for the same person, such as a stable id. */
  aliases: z.array(ProfileKey).check(z.maxLength(MOST_ALIASES)),
  fields: z.strictObject({ name: z.optional(Line), headline: z.optional(Line), organisation: z.optional(Line), place: z.optional(Line) }),
  /** Which layer of reading gave each field ("page title", "JSON-LD", …), for the panel to say. */
  sources: z.strictObject({
    name: z.optional(z.string().check(z.maxLength(60))),
    headline: z.optional(z.string().check(z.maxLength(60))),
    organisation: z.optional(z.string().check(z.maxLength(60))),
    place: z.optional(z.string().check(z.maxLength(60))),
  }),
  /** In which language the page was that gave each field ("de"), as far as its address or its markup says: profiles may be written in several. */
  languages: z.optional(
    z.strictObject({ name: z.optional(Language), headline: z.optional(Language), organisation: z.optional(Language), place: z.optional(Language) }),
  ),
});
export type Profile = z.infer<typeof Profile>;
