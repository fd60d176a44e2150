import { browser } from 'wxt/browser';

/**
 * Opens the surface on which people write: the side panel, in Firefox the popup, which a click in a page may open there.
 * Must run in the same task as the click's message: a gesture does not survive an await.
 */
export function openSurface(tabId: number): Promise<void> {
  return import.meta.env.FIREFOX ? browser.action.openPopup() : browser.sidePanel.open({ tabId });
}

/** The same from the keyboard shortcut (Firefox opens its sidebar by itself). */
export function openPanel(windowId: number): Promise<void> {
  return browser.sidePanel.open({ windowId });
}
