import { i18n } from '#i18n';
import { NoticeHere, useNotices } from '../../../components/notice/notices';
import { KeyShortcuts } from '../../../components/settings/key-shortcuts';
import { openKeySettings, useKeyShortcuts } from '../key-commands';

/** Every key there is, and the way to change those the browser gives out. */
export function Keyboard() {
  const { say } = useNotices();
  const shortcuts = useKeyShortcuts();
  return (
    <section className="settings-section">
      <h2>{i18n.t('settings.shortcuts')}</h2>
      {shortcuts && (
        <KeyShortcuts
          shortcuts={shortcuts}
          onChange={() =>
            void openKeySettings().catch((failure: unknown) => say('shortcuts', '', { done: false, why: i18n.t('settings.keysNotOpened', [String(failure)]) }))
          }
        />
      )}
      <NoticeHere place="shortcuts" />
    </section>
  );
}
