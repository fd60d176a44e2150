import { i18n } from '#i18n';
import { SiteList } from '../../components/site/site-list';
import { FirstNote } from './first-note';
import { switchOff, switchOn, useSites } from '../person/site-access';

/** What somebody sees who has just installed Kith: their first note, written at once, and which sites to be on. */
export function WelcomeScreen() {
  const sites = useSites();
  return (
    <section className="dashboard-column">
      <h1>{i18n.t('welcome.heading')}</h1>
      <p>{i18n.t('welcome.text')}</p>
      <FirstNote />
      <section className="settings-section">
        <h2>{i18n.t('site.heading')}</h2>
        <p className="hint">{i18n.t('site.hint')}</p>
        {sites && <SiteList sites={sites} onSwitch={(site, on) => void (on ? switchOn(site.origin) : switchOff(site.origin))} />}
      </section>
    </section>
  );
}
