import { isReserved } from './github-reserved';
import { bySight } from './elements';
import type { Site } from './site';

/** A record, of which most can be told by one address and a few selectors. */
type SiteRecord = Pick<Site, 'id' | 'address'> &
  Partial<Site> & {
    /** What handles look like, as the source of a regular expression. Letters, digits, underscores and hyphens unless told otherwise. */
    handles?: string;
    /** What else may stand before the handle than does in the address, likewise. */
    also?: string;
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

/** The site of a record: where nothing else is said, it is on the host of its address and its handles do not tell upper from lower case. */
export function defineSite({ handles = HANDLES, also, tabs = '', reserved = '', showsHandle, ...said }: SiteRecord): Site {
  const [, host = '', prefix = ''] = /^https:\/\/([^/]+)([^*]*)/.exec(said.address) ?? [];
  let path: RegExp | undefined;
  return {
    hosts: [host.replace('www.', '')],
    handle({ pathname }) {
      path ??= new RegExp(`^(?:${prefix}|${also ?? prefix})(${handles})(?:/(?:${tabs}))?/?$`, 'i');
      // Shared addresses are often written with their at sign, tilde or colons encoded.
      const handle = path.exec(decodeURIComponent(pathname))?.[1]?.toLowerCase();
      return handle && prefix === '/' && (isReserved(handle) || (RESERVED + reserved).includes(` ${handle} `)) ? undefined : handle;
    },
    ...(said.name && showsHandle && { subject: bySight(said.name) }),
    ...said,
  };
}
