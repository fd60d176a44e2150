import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { KeyShortcut } from '../../components/settings/key-shortcuts';

/** The browser's commands with their keys, asked again whenever this page is come back to, as from the page that changes them. */
export function useKeyShortcuts(): readonly KeyShortcut[] | undefined {
  const [shortcuts, setShortcuts] = useState<readonly KeyShortcut[]>();
  useEffect(() => {
    const gone = new AbortController();
    const look = () => void readShortcuts().then((read) => !gone.signal.aborted && setShortcuts(read));
    addEventListener('focus', look, gone);
    document.addEventListener('visibilitychange', look, gone);
    look();
    return () => gone.abort();
  }, []);
  return shortcuts;
}

/**
 * Opens the browser's own page for the keys of extensions: Chromium lets nobody else change them, and Firefox says there which are
 * taken. @throws what the browser says when it does not open it.
 */
export async function openKeySettings(): Promise<void> {
  const { commands } = browser;
  // Firefox has a word for it, since 137, and opens no such page by its address.
  if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function') await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** The browser's word for opening the popup is its own; the other commands bring their descriptions. */
async function readShortcuts(): Promise<KeyShortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description, shortcut }) => ({
    name,
    description: name === '_execute_action' ? i18n.t('settings.openPopup') : description || name,
    keys: shortcut || undefined,
  }));
}
