import { browser } from 'wxt/browser';
import type { ProfileKey } from '../../lib/model/profile';

/**
 * Opens the surface on which people write: the side panel, in Firefox the popup, which a click in a page may open there.
 * Must run in the same task as the click's message: a gesture does not survive an await.
 */
export function openSurface(tabId: number): Promise<void> {
  return import.meta.env.FIREFOX ? browser.action.openPopup() : browser.sidePanel.open({ tabId });
}

/** What a surface is to show: a contact, by one of their keys, else the page in front; what was just done about them, and what went wrong. */
export type Asked = { key?: ProfileKey; kept?: string; problem?: string };

/**
 * The same at what is asked for in that tab. It lies ready for the surface, which takes it and forgets it, whether it was open already
 * or opens now.
 */
export async function openAt(tabId: number, asked: Promise<Asked>): Promise<void> {
  const opening = openSurface(tabId);
  await browser.storage.session.set({ asked: { tabId, ...(await asked) } });
  await opening;
}

/** The same from the keyboard shortcut (Firefox opens its sidebar by itself). */
export function openPanel(windowId: number): Promise<void> {
  return browser.sidePanel.open({ windowId });
}
