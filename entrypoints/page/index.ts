import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { attend } from './attend';
import { watchVisits } from './visits';

/**
 * What runs inside pages: it reads who a page is about, and paints what the background says of them. It holds no record, no
 * database and no language. Listed by hand in the manifest, because a framework's own content script announces itself to the page.
 */
export default defineUnlistedScript(() => {
  watchVisits(attend);
});
