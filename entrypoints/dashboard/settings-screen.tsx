import { i18n } from '#i18n';
import { NoticesProvider } from '../../components/notice/notices';
import { About } from './settings/about';
import { InPages } from './settings/in-pages';
import { Keyboard } from './settings/keyboard';
import { Notifying } from './settings/notifying';
import { Sites } from './settings/sites';
import { Storage } from './settings/storage';
import { Tags } from './settings/tags';

/** What the user may choose, and what is to be known. */
export function SettingsScreen() {
  return (
    <NoticesProvider>
      <section className="dashboard-column">
        <h1>{i18n.t('settings.heading')}</h1>
        <InPages />
        <Notifying />
        <Tags />
        <Sites />
        <Storage />
        <Keyboard />
        <About />
      </section>
    </NoticesProvider>
  );
}
