import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { SESSION_NAMES } from '../../lib/model/session-names';

declare global {
  /** The list for the popup, to be parsed, asked for while the popup's own script is still being loaded. */
  var listAsked: Promise<unknown> | undefined;
}

/** The first thing that the popup does: this file is here long before the one that draws. */
export default defineUnlistedScript(() => {
  globalThis.listAsked = preparedList();
});

/** As it was laid ready; right after a change, when there is none, as the background makes it: that has the records open already. */
async function preparedList(): Promise<unknown> {
  const stored = await browser.storage.session.get(SESSION_NAMES.preparedList);
  return stored[SESSION_NAMES.preparedList] ?? (await browser.runtime.sendMessage({ type: 'prepareList' }))?.value;
}
