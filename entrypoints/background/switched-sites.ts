import { browser } from 'wxt/browser';
import { ALL_SITES } from '../../lib/sites/all';
import { listingOf } from '../../lib/sites/listings';
import { run } from './run';

const INSTALLED = new Set(ALL_SITES.map(listingOf).flatMap(({ installed, matches }) => (installed ? matches : [])));
/**
 * Many sites build what their server sent once more by their scripts, and compare (hydration): what is put in before is an error to them, and has
 * all of it drawn anew. Chromium runs what is to run when idle 0.2 s after the page was parsed or once it has loaded, whichever comes first.
 */
const SCRIPT = { id: 'switched-on', js: ['/page.js'], runAt: 'document_idle', persistAcrossSessions: true } as const;

/** The origins where Kith is: those it has from the start and those the user switched on. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Whether Kith may be on the page at `url`; a page that was open when its site was switched off still runs its script. */
export function isOn(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
}

/** Makes the script run on just the sites that are switched on. Doing it twice changes nothing. */
export async function syncScripts(): Promise<void> {
  const wanted = (await grantedOrigins()).filter((origin) => !INSTALLED.has(origin)).sort();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT.id] });
  if (wanted.join() === (registered?.matches ?? []).toSorted().join()) return;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT.id] });
  if (wanted.length > 0) await browser.scripting.registerContentScripts([{ ...SCRIPT, js: [...SCRIPT.js], matches: wanted }]);
}

/** Kith was installed, or a site switched on: pages that are open there need no reload. */
export async function runOnOpenPages(origins: readonly string[]): Promise<void> {
  await syncScripts();
  for (const { id: tabId } of await browser.tabs.query({ url: [...origins] })) {
    if (tabId !== undefined) run(browser.scripting.executeScript({ target: { tabId }, files: [...SCRIPT.js] }));
  }
}
