import { browser } from 'wxt/browser';
import { awaitsPage, encounter } from '../../lib/db/commands/reminders';
import type { KithDatabase } from '../../lib/db/database';
import { contactAtWork } from '../../lib/db/queries/people';
import { encounterKeys } from '../../lib/model/encounter';
import type { ProfileKey } from '../../lib/model/profile';
import { type Instant, instantFromMilliseconds, millisecondsOf } from '../../lib/model/temporal';
import type { PageRead } from '../../lib/messaging/protocol';
import type { Page } from '../../lib/messaging/server';
import { keyAt } from '../../lib/sites/profile-key';
import { context, now } from './clock';
import { openedAt } from './read-page';
import { run } from './run';
import { forgetPages, rememberPages, turnedTo } from './shown-pages';
import type { Unseen } from './unseen-profiles';

/** How long after a profile is drawn it says that it has settled. */
const SETTLING_MILLISECONDS = 1500;

/** More documents than anybody opens before the first of them has settled. */
const MOST_ARRIVALS = 200;
/** When the documents that show somebody began to; forgotten with the worker. */
const arrivals = new Map<string, Instant>();

/** A document shows somebody, or still does. */
export function arrived({ documentId }: Page): void {
  // Firefox tells no two documents of one address apart: there it goes by how long a page takes to settle.
  if (import.meta.env.FIREFOX) return;
  if (!arrivals.has(documentId)) arrivals.set(documentId, now());
  for (const old of [...arrivals.keys()].slice(0, -MOST_ARRIVALS)) arrivals.delete(old);
}

/** A document shows somebody no more. */
export function departed({ documentId }: Page): void {
  arrivals.delete(documentId);
}

/**
 * A profile has settled: what waited for it, for its person or for where they work comes up. "When I next see them" that was said since
 * it was opened is meant for another time. Answers whether anything did.
 */
export async function meetPerson(db: KithDatabase, page: Page, key: ProfileKey | undefined, organisation: string | undefined): Promise<boolean> {
  const opened = arrivals.get(page.documentId) ?? instantFromMilliseconds(millisecondsOf(now()) - SETTLING_MILLISECONDS);
  return meet(db, page.url, key ? [key] : [], organisation, opened);
}

/** A profile that had settled behind another tab is looked at, if the tab still shows it. Answers whether anything came up. */
export async function meetAtLast(db: KithDatabase, tabId: number, { key, organisation }: Unseen): Promise<boolean> {
  const { url } = await browser.tabs.get(tabId);
  return url !== undefined && keyAt(url) === key && meet(db, url, [key], organisation, now());
}

/**
 * A surface has read the page in front: its person is seen, also on sites that are not switched on. What was
 * said since the page was opened is meant for another time. Answers whether anything came up.
 */
export async function meetInFront(db: KithDatabase, { profile, openedAt }: PageRead): Promise<boolean> {
  const { key, aliases, url, fields } = profile;
  return meet(db, url, [key, ...aliases], fields.organisation, instantFromMilliseconds(openedAt));
}

async function meet(db: KithDatabase, url: string, keys: readonly ProfileKey[], organisation: string | undefined, opened: Instant): Promise<boolean> {
  const seen = await contactAtWork(db, keys, organisation);
  return encounter(context(db), encounterKeys({ url, ...seen }), opened);
}

/**
 * A tab shows the page at `url`: what waited for it comes up. It was opened just now where the tab showed another before, otherwise when
 * its document was, whatever part of it is in sight by now; what was said since is meant for another time. Answers whether anything did.
 */
export async function meetPage(db: KithDatabase, tabId: number, url: string | undefined): Promise<boolean> {
  if (!(await awaitsPage(db))) return false;
  const opened = (await turnedTo(tabId, url)) ? now() : await openedAt(tabId);
  return url !== undefined && opened !== undefined && encounter(context(db), encounterKeys({ url }), opened);
}

/**
 * Looks at every page that is opened or comes to the front where Kith is on; elsewhere the address is not told. Only while a follow-up waits
 * for a page: the events come with whatever any tab does, and would start the worker each time. Answers what is to be called after each change.
 */
export function watchPages(db: KithDatabase, afterChange: () => void): () => void {
  const lookAt = async (tabId: number, url: string | undefined) => {
    if (await meetPage(db, tabId, url)) afterChange();
  };
  const updated = (tabId: number, change: { status?: string; url?: string }, { url, active }: { url?: string | undefined; active: boolean }) => {
    if (active && (change.url !== undefined || change.status === 'complete')) run(lookAt(tabId, url));
  };
  const activated = ({ tabId }: { tabId: number }) => run(browser.tabs.get(tabId).then(({ url }) => lookAt(tabId, url)));
  const listen = () => {
    browser.tabs.onUpdated.addListener(updated);
    browser.tabs.onActivated.addListener(activated);
  };
  const followRecords = () =>
    run(
      awaitsPage(db).then(async (awaits) => {
        if (awaits) listen();
        else {
          browser.tabs.onUpdated.removeListener(updated);
          browser.tabs.onActivated.removeListener(activated);
        }
        await (awaits ? rememberPages() : forgetPages());
      }),
    );
  listen();
  followRecords();
  return followRecords;
}
