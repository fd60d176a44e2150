import './dashboard.css';
import { useEffect } from 'react';
import { i18n } from '#i18n';
import { LeftTexts } from '../../components/note/left-texts';
import { desk } from '../person/desk';
import { PendingWork } from '../person/pending-work';
import { contactsById } from '../../lib/db/queries/people';
import { useRecords } from '../person/use-records';
import { ChangesScreen } from './changes-screen';
import { DataScreen } from './data-screen';
import { ImportElsewhere } from './data/import';
import { WorkElsewhere } from './data/work';
import { LaterWork } from './later-work';
import { LedgerScreen } from './ledger-screen';
import { PeopleScreen } from './people-screen';
import { PARENTS, type Screen, SCREENS, useRoute } from './route';
import { SettingsScreen } from './settings-screen';
import { WelcomeScreen } from './welcome-screen';
import { Shortcuts } from '../../components/pending/shortcuts';

/** Everything, with room: people, what waits, what was changed, and the settings. */
export function Dashboard() {
  const { screen, contactId, find } = useRoute();
  const name = useNameOf(contactId);
  const title = name ?? headingOf(screen);
  useEffect(() => {
    document.title = `${title} · ${i18n.t('extensionName')}`;
  }, [title]);
  return (
    <div className="dashboard">
      <nav className="dashboard-nav" aria-label={i18n.t('extensionName')}>
        <span className="dashboard-mark">
          <img src="/icons/icon-48.png" alt="" width={24} height={24} />
          {i18n.t('extensionName')}
        </span>
        <ul>
          {SCREENS.map((each) => (
            <li key={each}>
              <a href={`#/${each}`} aria-current={each === screen ? 'page' : each === PARENTS[screen] ? 'true' : undefined}>
                {headingOf(each)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="dashboard-notices">
        <LeftTexts desk={desk} />
        {screen !== 'data' && (
          <>
            <ImportElsewhere />
            <WorkElsewhere contactId={contactId} />
          </>
        )}
      </div>
      <main className="dashboard-main" data-screen={screen}>
        {screen === 'people' && <PeopleScreen contactId={contactId} name={name} find={find} />}
        {screen === 'pending' && <PendingScreen />}
        {screen === 'changes' && <ChangesScreen />}
        {screen === 'data' && <DataScreen />}
        {screen === 'ledger' && <LedgerScreen />}
        {screen === 'settings' && <SettingsScreen />}
        {screen === 'welcome' && <WelcomeScreen />}
      </main>
    </div>
  );
}

/** What a contact is called; undefined until that is known, and of nobody. */
function useNameOf(contactId: string | undefined): string | undefined {
  return useRecords(async (records) => (contactId === undefined ? undefined : (await contactsById(records, [contactId])).get(contactId)?.name), [contactId]);
}

function PendingScreen() {
  return (
    <section className="dashboard-column">
      <h1>{i18n.t('pending.heading')}</h1>
      <PendingWork focused further={<LaterWork />}>
        <Shortcuts />
      </PendingWork>
      <p className="hint dashboard-apart">
        <a href="#/ledger">{i18n.t('ledger.heading')}</a>
      </p>
    </section>
  );
}

function headingOf(screen: Screen): string {
  return i18n.t(`${screen}.heading`);
}
