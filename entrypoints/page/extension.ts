import { browser } from 'wxt/browser';

/** Sends a message to the background. */
export function send(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** The extension was updated or removed under the page: this script still runs, but has nobody to ask. */
export function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}
