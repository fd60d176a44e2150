import { i18n } from '#i18n';
import { SiteList } from '../../../components/site/site-list';
import { switchOff, switchOn, useSites } from '../../person/site-access';

/** On which sites Kith is. */
export function Sites() {
  const sites = useSites();
  return (
    <section className="settings-section">
      <h2>{i18n.t('site.heading')}</h2>
      <p className="hint">{i18n.t('site.hint')}</p>
      {sites && <SiteList sites={sites} onSwitch={(site, turnOn) => void (turnOn ? switchOn(site.origin) : switchOff(site.origin))} />}
    </section>
  );
}
