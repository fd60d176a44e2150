import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { SESSION_NAMES } from '../../lib/model/session-names';

declare global {
  /** What is kept until the browser is closed of the list for the popup, asked for while the popup's own script is still being loaded. */
  var listAsked: Promise<Record<string, unknown>> | undefined;
}

/** The first thing that the popup does: this file is here long before the one that draws. */
export default defineUnlistedScript(() => {
  globalThis.listAsked = browser.storage.session.get(SESSION_NAMES.preparedList);
});
