import type { Profile, ProfileField, ProfileKey } from '../model/profile';

/** Reads one thing from a page, or finds it lacking. Never changes the page; a reader that throws counts as finding nothing. */
export type Read = (page: Document, url: URL) => string | undefined;

/** A layer of reading with its name, so that the panel can say where a field came from ("top card", "page title"). */
export type Layer = readonly [source: string, read: Read];

/**
 * A web site where people are recognised: a declarative record, one file each. Identity comes from the URL alone; everything
 * else is decoration and may be missing.
 */
export type Site = {
  /** Prefix of its profile keys. */
  id: string;
  /** What people call it. */
  label: string;
  /** Match patterns of the pages it is on. */
  matches: readonly string[];
  /** The handle of the person a URL is about: what stands after `id:` in the key. Undefined where the URL is no profile's. */
  handle: (url: URL) => string | undefined;
  /** The canonical https address of a handle, if it has one. */
  url: (handle: string) => string | undefined;
  /** What to call a person of whom only the handle is known. */
  readable: (handle: string) => string;
  /**
   * Whether the page in front of us is already about the handle in its URL: pages of in-app sites show the previous person for
   * a while. Undefined where the site has no in-app navigation.
   */
  isAbout?: (page: Document, handle: string) => boolean;
  /** Layers for each field, best first. */
  fields: Partial<Record<ProfileField, readonly Layer[]>>;
  /** Further keys the page shows for the same person. */
  aliases?: (page: Document, url: URL) => ProfileKey[];
  /** The element after which the annotation stands: the one that holds the person's name. */
  anchor: (page: Document, url: URL) => Element | undefined;
  /** URLs that are profiles, with the handle expected, and URLs of the same hosts that are not. */
  profiles: Readonly<Record<string, string>>;
  notProfiles: readonly string[];
};

export type { Profile, ProfileKey };
