import { browser } from 'wxt/browser';
import type { KithDatabase } from '../../lib/db/database';
import { readSettings } from '../../lib/db/queries/people';
import { PageRead, PeopleLinked, PointedAt } from '../../lib/messaging/protocol';
import type { ProfileKey } from '../../lib/model/profile';
import { type Instant, instantFromMilliseconds } from '../../lib/model/temporal';
import { siteIdAt } from '../../lib/sites/site-at';

/**
 * What the page in a tab says about its person: where Kith is on, or by the right that a click on the toolbar button gives. Where
 * the user has pointed at the name on this site, that is believed first. Undefined where there is nothing to read or no right to.
 */
export async function readPage(db: KithDatabase, tabId: number): Promise<PageRead | undefined> {
  const selector = await pointedIn(db, tabId);
  const left = run(tabId, { func: leave, args: [selector] });
  // Only what is to be taken up has to be there before.
  if (selector !== null) await left;
  return PageRead.safeParse(await run(tabId, { files: ['/read-page.js'] })).data;
}

/** Whom the page in a tab links, by the same rights; nobody where there are none. */
export async function peopleLinked(tabId: number): Promise<ProfileKey[]> {
  return PeopleLinked.safeParse(await run(tabId, { files: ['/people-linked.js'] })).data ?? [];
}

/** Lets the user point at the name in a tab's page. Undefined when they thought better of it. */
export async function pointAtName(tabId: number): Promise<PointedAt | undefined> {
  return PointedAt.safeParse(await run(tabId, { files: ['/point-at-name.js'] })).data;
}

/** When the document in a tab was opened; undefined where Kith has no right to ask. */
export async function openedAt(tabId: number): Promise<Instant | undefined> {
  const began = OpenedAt.safeParse(await run(tabId, { func: timeOrigin }));
  return began.success ? instantFromMilliseconds(began.data) : undefined;
}

/** Where the user has shown the name to stand on the site of a tab. */
async function pointedIn(db: KithDatabase, tabId: number): Promise<string | null> {
  const [{ url }, { pointed }] = await Promise.all([browser.tabs.get(tabId), readSettings(db)]);
  return (url !== undefined && pointed[siteIdAt(new URL(url))]) || null;
}

/** Runs in the world that Kith's scripts have in the page to themselves: leaves there what read-page.js takes up, or that there is nothing. */
function leave(selector: string | null): void {
  Reflect.set(globalThis, 'kithPointed', selector);
}

const OpenedAt = PageRead.shape.openedAt;

/** Runs there too: answers when the document was opened. */
function timeOrigin(): number {
  return Math.ceil(performance.timeOrigin);
}

type Injected =
  | { files: ['/read-page.js' | '/people-linked.js' | '/point-at-name.js'] }
  | { func: typeof leave; args: [string | null] }
  | { func: typeof timeOrigin };

/** A tab that has gone, or that Kith has no right to, has nothing to say. */
async function run(tabId: number, injected: Injected): Promise<unknown> {
  try {
    const [injection] = await browser.scripting.executeScript({ target: { tabId }, ...injected });
    return injection?.result;
  } catch {
    return undefined;
  }
}
