import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Icon } from '../../components/icon';

/** Opens the side panel. The window must be known before the click: its gesture does not survive an await. */
export function OpenPanel() {
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id)), []);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={i18n.t('popup.openPanel')}
      title={i18n.t('popup.openPanel')}
      disabled={windowId === undefined}
      onClick={() => {
        if (windowId !== undefined) void browser.sidePanel.open({ windowId }).then(() => window.close());
      }}
    >
      <Icon name="panel" />
    </button>
  );
}
