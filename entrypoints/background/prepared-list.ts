import { browser } from 'wxt/browser';
import { type KithDatabase, watchTables } from '../../lib/db/database';
import { pendingTables } from '../../lib/db/queries/pending-actions';
import { whatWaits } from '../../lib/db/queries/what-waits';
import { LISTED_AT_FIRST } from '../../lib/model/pending-action';
import type { PreparedList } from '../../lib/model/prepared-list';
import { SESSION_NAMES } from '../../lib/model/session-names';
import { today } from '../../lib/model/temporal';
import { now, zone } from './clock';
import { run } from './run';

/**
 * Answers how to lay what waits ready for the popup. Every change of what it is made of has it taken away, which is asked for
 * before that is answered, so that nothing that was done is shown as waiting; and it is kept, though it could be derived, because
 * deriving it costs the popup 35 ms before it can be drawn (prepared-list.ts of the model). Not in private windows, which have records
 * of their own.
 */
export function preparedList(db: KithDatabase): () => Promise<void> {
  if (browser.extension.inIncognitoContext) return async () => {};
  let changes = 0;
  watchTables(db, pendingTables(db), () => {
    changes++;
    run(browser.storage.session.remove(SESSION_NAMES.preparedList));
  });
  return async () => {
    const before = changes;
    const prepared = await makeList(db);
    if (changes === before) await browser.storage.session.set({ [SESSION_NAMES.preparedList]: prepared });
  };
}

/** What waits now, and where and when that is right. */
export async function makeList(db: KithDatabase): Promise<PreparedList> {
  const date = today(now(), zone());
  return { date, zone: zone(), list: await whatWaits(db, now(), zone(), LISTED_AT_FIRST) };
}
