import { browser } from 'wxt/browser';
import { type KithDatabase, watchTables } from '../../lib/db/database';
import { readByList } from '../../lib/db/queries/pending-actions';
import { LISTED_AT_FIRST, whatWaits } from '../../lib/db/queries/what-waits';
import type { PreparedList } from '../../lib/model/prepared-list';
import { SESSION_NAMES } from '../../lib/model/session-names';
import { today } from '../../lib/model/temporal';
import { now, zone } from './clock';
import { run } from './run';

/**
 * Keeps what waits ready for the popup, which draws that before it has opened the records: taken away as soon as any of what it was made of
 * changes, before whoever changed it hears that it is done, and made anew by what this answers. Not in private windows: their records are
 * their own, but what is remembered until the browser is closed they share with the others.
 */
export function preparedList(db: KithDatabase): () => Promise<void> {
  if (browser.extension.inIncognitoContext) return async () => {};
  let changes = 0;
  watchTables(db, readByList(db), () => {
    changes++;
    run(browser.storage.session.remove(SESSION_NAMES.preparedList));
  });
  return async () => {
    const before = changes;
    const date = today(now(), zone());
    const list = await whatWaits(db, now(), zone(), LISTED_AT_FIRST);
    const prepared: PreparedList = { date, zone: zone(), list };
    if (changes === before) await browser.storage.session.set({ [SESSION_NAMES.preparedList]: prepared });
  };
}
