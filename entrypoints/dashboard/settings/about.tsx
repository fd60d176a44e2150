import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** What Kith is and promises. */
export function About() {
  return (
    <section className="settings-section">
      <h2>{i18n.t('settings.about')}</h2>
      <p>{i18n.t('settings.aboutText')}</p>
      <p>{i18n.t('settings.aboutPages')}</p>
      <p className="hint">{i18n.t('settings.version', [browser.runtime.getManifest().version])}</p>
    </section>
  );
}
