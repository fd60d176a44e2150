import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { attend } from './attend';
import { attendAnybody } from './attend-anybody';
import { badgeLinks } from './link-badges';
import { onceParsed } from './once-parsed';
import { watchVisits } from './visits';

/** Says in this script's own world, which pages do not see, that it runs here already. */
const RUNS = Symbol.for('kith');

/**
 * What runs inside pages: it reads who a page is about, and paints what the background says of them. It begins before the page, so that the
 * answer is there as soon as the name is; but for that question it does nothing until the page has been parsed. It holds no record, no
 * database and no language. Listed by hand in the manifest, because a framework's own content script announces itself to the page.
 */
export default defineUnlistedScript(() => {
  // A page that was open before Kith was there has the script put in by hand, and perhaps once more.
  if (RUNS in globalThis) return;
  Reflect.set(globalThis, RUNS, true);
  watchVisits((key, signal) => {
    if (key !== undefined) attend(key, signal);
    onceParsed(() => {
      if (key === undefined) void attendAnybody(signal);
      badgeLinks(signal);
    }, signal);
  });
});
