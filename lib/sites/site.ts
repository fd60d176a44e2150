import type { ProfileField, ProfileKey } from '../model/profile';

/** A page in front of a reader. */
export type View = {
  page: Document;
  /** The part of the page that introduces the person; the page itself where the site marks none. */
  subject: ParentNode;
  /** Whom the address says the page is about. */
  handle: string;
};

/** Reads one thing, or finds it lacking; whoever asked cleans it. Never changes the page; a reader that throws counts as finding nothing. */
export type Read = (view: View) => string | undefined;

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
  /** The handle of the person an http(s) URL is about: what stands after `id:` in the key. Undefined where the URL is no person's. */
  handle: (url: URL) => string | undefined;
  /** The canonical https address of a handle, if it has one; of anything that is no handle, whatever it likes. */
  url: (handle: string) => string | undefined;
  /** What to call a person of whom only the handle is known. */
  readable: (handle: string) => string;
  /**
   * The part of the page that introduces the person of `handle`. Undefined while the page shows somebody else, as in-app
   * sites do for a while after their address changed, or shows nobody.
   */
  subject: (page: Document, handle: string) => ParentNode | undefined;
  /** Whether a page without a subject evidently has none to show: a sign-in wall, an error, an organisation. */
  showsNobody: (page: Document) => boolean;
  /** Layers for each field, best first. */
  fields: Partial<Record<ProfileField, readonly Layer[]>>;
  /** Further keys that the site itself, not its users, gives the same person on this page. */
  aliases: (view: View) => ProfileKey[];
  /** The element that holds the person's name; the annotation stands beside it. */
  anchor: (view: View) => Element | undefined;
};

/** The evidence for a site's `handle`, kept beside it and left out of what is shipped: every address is tried against every site. */
export type Examples = {
  /** URLs about a person, with the handle expected. */
  profiles: Readonly<Record<string, string>>;
  /** URLs, mostly of the same hosts, that are not. */
  notProfiles: readonly string[];
};
