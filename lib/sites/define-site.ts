import { isReserved } from './github-reserved';
import { bySight } from './elements';
import type { Site } from './site';

/** A record, of which most can be told by one address and a few selectors. */
type SiteRecord = Pick<Site, 'id'> &
  Partial<Site> & {
    /** Where somebody is, with `*` for their handle. */
    address: `https://${string}*${string}`;
    /** What handles look like, as the source of a regular expression. Letters, digits, underscores and hyphens unless told otherwise. */
    handles?: string;
    /** What may follow the handle and still be about the person, likewise. */
    tabs?: string;
    /** Where people share the first segment with the site's own pages: those that GitHub has not, each between spaces. */
    reserved?: string;
    /** Whether "@handle" stands beside the name. In-app sites do not change the head of the page, so this tells whom they show. */
    showsHandle?: true;
  };

/** First segments that GitHub has not, and many others have. */
const RESERVED = ' privacy docs download tags robots.txt favicon.ico ';

const HANDLES = '\\w[\\w-]{0,79}';

/** The site of a record: where nothing else is said, it is called as its id, it is on the host of its address and its handles do not tell upper from lower case. */
export function defineSite({ address, handles = HANDLES, tabs = '', reserved = '', showsHandle, ...said }: SiteRecord): Site {
  const [, host = '', prefix = ''] = /^https:\/\/([^/]+)([^*]*)/.exec(address) ?? [];
  const path = new RegExp(`^${prefix}(${handles})(?:/(?:${tabs}))?/?$`, 'i');
  return {
    label: said.id.charAt(0).toUpperCase() + said.id.slice(1),
    hosts: [host.replace('www.', '')],
    matches: [`https://${said.hosts?.[0]?.startsWith('*') ? said.hosts[0] : host}/*`],
    handle({ pathname }) {
      // Shared addresses are often written with the at sign encoded.
      const handle = path.exec(pathname.replace('%40', '@'))?.[1]?.toLowerCase();
      return handle && prefix === '/' && (isReserved(handle) || (RESERVED + reserved).includes(` ${handle} `)) ? undefined : handle;
    },
    url: (handle) => address.replace('*', () => handle),
    ...(said.name && showsHandle && { subject: bySight(said.name) }),
    ...said,
  };
}
