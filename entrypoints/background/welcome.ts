import { browser } from 'wxt/browser';
import type { KithDatabase } from '../../lib/db/database';
import { hasContacts } from '../../lib/db/queries/people';

/** Shows somebody who has just installed Kith what to do first; not somebody who comes back to people they kept. */
export async function welcome(db: KithDatabase): Promise<void> {
  if (!(await hasContacts(db))) await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html#/welcome') });
}
