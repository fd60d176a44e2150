import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { SESSION_NAMES } from '../../lib/model/session-names';
import { HiddenSwitch } from '../../components/settings/hidden-switch';

const KEY = SESSION_NAMES.hidden;

/** Hides all that is drawn in pages, and shows it again; the same as its key. What is set lasts until the browser is closed. */
export function HiddenInPages() {
  const [hidden, setHidden] = useState<boolean>();
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => {
    const look = async () => setHidden((await browser.storage.session.get(KEY))[KEY] === true);
    const changed = () => void look();
    browser.storage.session.onChanged.addListener(changed);
    changed();
    void browser.commands.getAll().then((all) => setShortcut(all.find(({ name }) => name === 'hide-badges')?.shortcut));
    return () => browser.storage.session.onChanged.removeListener(changed);
  }, []);
  if (hidden === undefined) return null;
  return (
    <p className="popup-hidden">
      {hidden && <strong>{i18n.t('peopleHere.hidden')}</strong>}{' '}
      <HiddenSwitch hidden={hidden} shortcut={shortcut} onToggle={() => void browser.storage.session.set({ [KEY]: !hidden })} />
    </p>
  );
}
