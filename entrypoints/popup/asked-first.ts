import { browser } from 'wxt/browser';
import { SESSION_NAMES } from '../../lib/model/session-names';

/** The prepared list, on its way while everything else of the popup is being started: a file of its own, which runs before all others. */
export const askedFirst: Promise<unknown> = browser.storage.session.get(SESSION_NAMES.preparedList).then((found) => found[SESSION_NAMES.preparedList]);
