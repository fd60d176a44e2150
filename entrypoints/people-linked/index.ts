import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ProfileKey } from '../../lib/model/profile';
import { keysLinked } from '../../lib/sites/person-links';

/** Reads once whom the page links, and leaves nothing behind. It is put into a page when somebody asks whom they know there, as read-page is. */
export default defineUnlistedScript((): ProfileKey[] => keysLinked(document, new URL(location.href)).slice(0, 5000));
