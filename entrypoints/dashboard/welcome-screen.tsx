import { i18n } from '#i18n';
import { SiteList } from '../../components/site/site-list';
import { switchOff, switchOn, useSites } from '../person/site-access';

/** What somebody sees who has just installed Kith: what to do first, and which sites to be on. */
export function WelcomeScreen() {
  const sites = useSites();
  return (
    <section className="dashboard-column">
      <h1>{i18n.t('welcome.heading')}</h1>
      <p>{i18n.t('welcome.text')}</p>
      <ol className="welcome-steps">
        <li>{i18n.t('welcome.open')}</li>
        <li>{i18n.t('welcome.write')}</li>
        <li>{i18n.t('welcome.followUp')}</li>
      </ol>
      <section className="settings-section">
        <h2>{i18n.t('site.heading')}</h2>
        <p className="hint">{i18n.t('site.hint')}</p>
        {sites && <SiteList sites={sites} onSwitch={(site, on) => void (on ? switchOn(site.origins) : switchOff(site.origins))} />}
      </section>
    </section>
  );
}
