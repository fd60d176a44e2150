import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { isHidden } from './hidden';

const SIZES = [16, 32, 48, 128];

/** Shows how many follow-ups wait. */
export async function showDueCount(due: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#b3261e' });
  await browser.action.setBadgeText({ text: due === 0 ? '' : due > 999 ? '999+' : String(due) });
  await browser.action.setTitle({ title: due === 0 ? i18n.t('extensionName') : i18n.t('annotation.toolbarTitle', due) });
}

/** Marks the toolbar icon while the page in front is of someone known, unless all is hidden. A tab that is gone needs no mark. */
export async function markToolbar(tabId: number, known: boolean): Promise<void> {
  const name = known && !(await isHidden()) ? 'known' : 'icon';
  const path = Object.fromEntries(SIZES.map((size) => [String(size), `/icons/${name}-${size}.png`]));
  await browser.action.setIcon({ tabId, path }).catch(ignoreMissingTab);
}

function ignoreMissingTab(failure: unknown): void {
  if (!String(failure).includes('No tab with id') && !String(failure).includes('Invalid tab ID')) throw failure;
}
