import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import type { KithDatabase } from '../../lib/db/database';
import { contactIdOf } from '../../lib/db/queries/people';
import { keyAt } from '../../lib/sites/profile-key';
import { isHidden } from './hidden';
import { run } from './run';

/** In pixels: what toolbars show of it, on fine screens too. */
const SIZES = [16, 32, 48];
/** By then a page has been laid out and drawn. */
const AFTER_MILLISECONDS = 300;

/** Shows how many follow-ups wait. */
export async function showDueCount(due: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#b3261e' });
  await browser.action.setBadgeText({ text: due === 0 ? '' : due > 999 ? '999+' : String(due) });
  await browser.action.setTitle({ title: due === 0 ? i18n.t('extensionName') : i18n.t('annotation.toolbarTitle', due) });
}

/** Tabs whose icon is about to be drawn. */
const waiting = new Set<number>();

/**
 * Marks the toolbar icon while a tab shows the page of someone known, unless all is hidden; a little later, by what it shows then. To read
 * the pictures takes the browser as long as answering the page does, which is laid out and drawn meanwhile.
 */
export function markToolbar(db: KithDatabase, tabId: number): void {
  if (waiting.has(tabId)) return;
  waiting.add(tabId);
  setTimeout(() => {
    waiting.delete(tabId);
    run(mark(db, tabId).catch(ignoreMissingTab));
  }, AFTER_MILLISECONDS);
}

async function mark(db: KithDatabase, tabId: number): Promise<void> {
  const [{ url = '' }, hidden] = await Promise.all([browser.tabs.get(tabId), isHidden()]);
  const key = keyAt(url);
  const known = !hidden && key !== undefined && (await contactIdOf(db, [key])) !== undefined;
  const path = Object.fromEntries(SIZES.map((size) => [String(size), `/icons/${known ? 'known' : 'icon'}-${size}.png`]));
  await browser.action.setIcon({ tabId, path });
}

function ignoreMissingTab(failure: unknown): void {
  if (!String(failure).includes('No tab with id') && !String(failure).includes('Invalid tab ID')) throw failure;
}
