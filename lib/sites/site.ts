import type { ProfileField, ProfileKey } from '../model/profile';

/** A page in front of a reader. */
export type View = {
  page: Document;
  /** The part of the page that introduces the person; the page itself where the site marks none. */
  subject: ParentNode;
  /** Whom the address says the page is about. */
  handle: string;
  /** Whether an address, relative ones included, is that person's. */
  isTheirs: (href: string) => boolean;
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
  /** Where somebody is, with `*` for their handle. */
  address: `https://${string}*${string}`;
  /**
   * The hosts its addresses are on, each with and without `www.`: `x.com` is that host, `*.x.com` also every host below it. None where
   * it may be on any host that no other site has.
   */
  hosts: readonly string[];
  /** The handle of the person an http(s) URL is about: what stands after `id:` in the key. Undefined where the URL is no person's. */
  handle: (url: URL) => string | undefined;
  /**
   * The part of the page that introduces the person. Undefined while the page shows somebody else, as in-app sites do for a while
   * after their address changed, or shows nobody. Unless told otherwise, the whole page where its head names this address.
   */
  subject?: (view: Omit<View, 'subject'>) => ParentNode | undefined;
  /** CSS of what only the page of an organisation has, where the address of one is as people's are. */
  organisation?: string;
  /** CSS of the name in the head of a profile. */
  name?: string;
  /** The element that holds the person's name, beside which the annotation stands; unless told otherwise that name, else the heading. */
  anchor?: (view: View) => Element | undefined;
  /** How people are linked in its lists, threads and feeds; what is absent is guessed from the markup. */
  links?: LinkHooks;
};

/** What is said of a site and its people outside their pages, apart from it because scripts that stay in pages do without it. */
export type Listing = {
  /** What people call it. */
  label: string;
  /** Match patterns of the pages to be at, which are what the user is asked for. None where it may be on any host. */
  matches: readonly string[];
  /** Whether it is there from the start; every other site is switched on by the user. */
  installed?: true;
  /** The canonical https address of a handle, if it has one; of anything that is no handle, whatever it likes. */
  url: (handle: string) => string;
  /** What to call a person of whom only the handle is known. */
  readable: (handle: string) => string;
};

/**
 * What it takes more than a record to read, apart from it because it is not needed to recognise people: scripts that stay in pages do
 * without it.
 */
export type Reading = {
  /** CSS of what else than the name is in the head of a profile. */
  header?: Partial<Record<Exclude<ProfileField, 'name'>, string>>;
  /** How the title of the page holds the name: its first group. */
  title?: RegExp;
  /** The language an address asks for a profile in, where people write it in several. */
  language?: (url: URL) => string | undefined;
  /** CSS of what people say of themselves, where a link to another site's profile is likely their own. */
  bio?: string;
  /** Layers for each field, best first, before the three above. What none of them finds is looked for in the page's structured data. */
  fields?: Partial<Record<ProfileField, readonly Layer[]>>;
  /** What the organisation is called whose page this is; asked where `organisation` of the site's record says that it is one's, if that says anything. */
  organisationNames?: (page: Document, url: URL) => (string | null | undefined)[];
  /** Whether a page without a subject evidently has none to show: a sign-in wall, an error. */
  showsNobody?: (page: Document) => boolean;
  /** Further keys that the site itself, not its users, gives the same person on this page. */
  aliases?: (view: View) => ProfileKey[];
};

/** CSS for badges on links. Only links whose address is a person's count in any case. */
export type LinkHooks = {
  /** The card, row, post or comment that groups the links to one person, where it is no list item, article or table row. The innermost counts. */
  card?: string;
  /** Links to pass over, or regions whose links are: the site's header, the viewer's own menu, "reposted by". Pictures give way to names by themselves. */
  ignore?: string;
};

/** The evidence for a site's record, kept beside it and left out of what is shipped: every address is tried against every site. */
export type Examples = {
  /**
   * What its profiles were read from: a real page that was saved (`page`), what the site's own source or other programs say of its
   * markup (`template`), or nothing, only how its addresses look being known (`address`).
   */
  measured: 'page' | 'template' | 'address';
  /** Year and month of the newest of those facts. */
  seen: string;
  /** Whether its links were tried on a real page that was saved. */
  linksMeasured?: true;
  /** URLs about a person, with the handle expected. */
  profiles: Readonly<Record<string, string>>;
  /** URLs, mostly of the same hosts, that are not. */
  notProfiles: readonly string[];
};
