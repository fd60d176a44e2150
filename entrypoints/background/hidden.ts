import { browser } from 'wxt/browser';
import { SESSION_NAMES } from '../../lib/model/session-names';

const KEY = SESSION_NAMES.hidden;

/** Whether nothing of Kith is to be seen in any page, as while one shares the screen. */
export async function isHidden(): Promise<boolean> {
  return (await browser.storage.session.get(KEY))[KEY] === true;
}

/** Hides everything Kith paints in pages, or shows it again, until the browser is closed. */
export async function toggleHidden(): Promise<void> {
  await browser.storage.session.set({ [KEY]: !(await isHidden()) });
}

/** Calls `changed` when somebody, here or in the popup, hides or shows it. */
export function watchHidden(changed: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    if (KEY in changes) changed();
  });
}
