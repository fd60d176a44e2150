import { i18n } from '#i18n';
import { NoticeHere, useNotices } from '../../../components/notice/notices';
import { FollowUpTimeSetting } from '../../../components/settings/follow-up-time-setting';
import { notifyingPlace, NotifyingSettings } from '../../../components/settings/notifying-settings';
import { readSettings } from '../../../lib/db/queries/people';
import { perform } from '../../person/perform';
import { useRecords } from '../../person/use-records';
import { Trying } from './trying';

/** When follow-ups are, and how and when Kith notifies of them. */
export function Notifying() {
  const { say } = useNotices();
  const settings = useRecords((records) => readSettings(records), []);
  return (
    <section className="settings-section">
      <h2>{i18n.t('settings.notifying')}</h2>
      {settings && (
        <>
          <FollowUpTimeSetting
            time={settings.followUpTime}
            onChange={async (time) => say('followUpTime', i18n.t('settings.followUpTimeChanged'), await perform('setFollowUpTime', { time }))}
          />
          <NoticeHere place="followUpTime" />
          <NotifyingSettings
            notifying={settings.notifying}
            onChange={async (choice, changes) => say(notifyingPlace(choice), i18n.t('settings.notifyingChanged'), await perform('setNotifying', { changes }))}
          />
        </>
      )}
      <Trying />
      <p className="hint">
        {i18n.t('settings.ledgerHint')} <a href="#/ledger">{i18n.t('ledger.heading')}</a>.
      </p>
    </section>
  );
}
