import { browser } from 'wxt/browser';
import type { ProfileKey } from '../../lib/model/profile';
import { SESSION_NAMES } from '../../lib/model/session-names';

/**
 * Opens the surface on which people write: the side panel, in Firefox the popup, which a click in a page may open there.
 * Must run in the same task as the click's message: a gesture does not survive an await.
 */
export function openSurface(tabId: number): Promise<void> {
  return import.meta.env.FIREFOX ? browser.action.openPopup() : browser.sidePanel.open({ tabId });
}

/** Opens an address in a tab, in front of whatever else is on the screen: a click on a notification comes from outside the browser, which may have no window. */
export async function openInFront(url: string): Promise<void> {
  const [anyWindow] = await browser.windows.getAll({ windowTypes: ['normal'] });
  if (!anyWindow) {
    await browser.windows.create({ url, focused: true });
    return;
  }
  const { windowId } = await browser.tabs.create({ url });
  await browser.windows.update(windowId, { focused: true });
}

/** What a surface is to show: a contact, by one of their keys, else the page in front; what was just done about them, and what went wrong. */
export type Asked = { key?: ProfileKey; kept?: string; problem?: string };

/** The same after a click in the context menu, which may open Firefox's sidebar as well: one that is open already is not covered by the popup. */
export function openFromMenu(tabId: number): Promise<void> {
  if (!import.meta.env.FIREFOX) return openSurface(tabId);
  const { open }: { open: () => Promise<void> } = Reflect.get(browser, 'sidebarAction');
  return open();
}

/**
 * Leaves what is asked for in that tab to the surface that `opening` opens, which takes it and forgets it, whether it was open already
 * or opens now.
 */
export async function showIn(tabId: number, opening: Promise<void>, asked: Promise<Asked>): Promise<void> {
  await browser.storage.session.set({ [SESSION_NAMES.asked]: { tabId, ...(await asked) } });
  await opening;
}

/** The same from the keyboard shortcut (Firefox opens its sidebar by itself). */
export function openPanel(windowId: number): Promise<void> {
  return browser.sidePanel.open({ windowId });
}
