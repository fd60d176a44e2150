import { browser } from 'wxt/browser';
import type { ToPage } from '../../lib/messaging/protocol';
import { grantedOrigins } from './switched-sites';

const RECORDS_CHANGED: ToPage = { type: 'recordsChanged' };

/**
 * Tells the page script of every open tab to ask again; says nothing of what changed. `everywhere` reaches also those of a site
 * that was just switched off.
 */
export async function announceChange({ everywhere = false } = {}): Promise<void> {
  const tabs = await browser.tabs.query(everywhere ? {} : { url: await grantedOrigins() });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, RECORDS_CHANGED).catch(nobodyThere)])));
}

/** A tab opened before Kith was installed has no page script. */
function nobodyThere(): void {}
