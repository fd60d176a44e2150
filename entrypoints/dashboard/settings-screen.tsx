import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { NoticeHere, NoticesProvider, useNotices } from '../../components/notice/notices';
import { AnnotationSetting } from '../../components/settings/annotation-setting';
import { FollowUpTimeSetting } from '../../components/settings/follow-up-time-setting';
import { KeyShortcuts } from '../../components/settings/key-shortcuts';
import { type StorageAnswer, StorageReport } from '../../components/settings/storage-report';
import { countContacts, readSettings } from '../../lib/db/queries/people';
import { ALL_SITES } from '../../lib/sites/all';
import { SiteList } from '../../components/site/site-list';
import { switchOff, switchOn, useSites } from '../person/site-access';
import { perform } from '../person/perform';
import { records } from '../person/records';
import { openKeySettings, useKeyShortcuts } from './key-commands';

/** What the user may choose, and what is to be known. */
export function SettingsScreen() {
  return (
    <NoticesProvider>
      <section className="dashboard-column">
        <h1>{i18n.t('settings.heading')}</h1>
        <Chosen />
        <Storage />
        <Keyboard />
        <About />
      </section>
    </NoticesProvider>
  );
}

function Chosen() {
  const { say } = useNotices();
  const settings = useLiveQuery(() => readSettings(records), []);
  const sites = useSites();
  const on = new Set(sites?.flatMap((site) => (site.on ? [site.id] : [])));
  if (!settings) return <div className="state" aria-busy="true" />;
  return (
    <>
      <section className="settings-section">
        <h2>{i18n.t('settings.inPages')}</h2>
        <AnnotationSetting
          sites={ALL_SITES.filter(({ id, installed }) => installed || on.has(id)).map(({ id, label }) => ({
            id,
            label,
            mode: settings.annotation[id] ?? 'hover',
          }))}
          onChange={async (siteId, mode) => say('inPages', i18n.t('settings.annotationChanged'), await perform('setAnnotationMode', { siteId, mode }))}
        />
        <NoticeHere place="inPages" />
      </section>
      <section className="settings-section">
        <h2>{i18n.t('site.heading')}</h2>
        <p className="hint">{i18n.t('site.hint')}</p>
        {sites && <SiteList sites={sites} onSwitch={(site, turnOn) => void (turnOn ? switchOn(site.origins) : switchOff(site.origins))} />}
      </section>
      <section className="settings-section">
        <h2>{i18n.t('settings.followUps')}</h2>
        <FollowUpTimeSetting
          time={settings.followUpTime}
          onChange={async (time) => say('followUps', i18n.t('settings.followUpTimeChanged'), await perform('setFollowUpTime', { time }))}
        />
        <NoticeHere place="followUps" />
      </section>
    </>
  );
}

function Storage() {
  const people = useLiveQuery(() => countContacts(records), []);
  const [answer, setAnswer] = useState<StorageAnswer>();
  useEffect(() => void askStorage().then(setAnswer), []);
  return (
    <section className="settings-section">
      <h2>{i18n.t('settings.storage')}</h2>
      <StorageReport answer={answer} people={people} />
    </section>
  );
}

/** Asks for the promise as well: with Kith's permissions no browser puts that to the user. */
async function askStorage(): Promise<StorageAnswer> {
  const [persisted, estimate] = await Promise.all([navigator.storage.persist(), navigator.storage.estimate()]);
  return { persisted, usedBytes: estimate.usage, quotaBytes: estimate.quota };
}

function Keyboard() {
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

function About() {
  return (
    <section className="settings-section">
      <h2>{i18n.t('settings.about')}</h2>
      <p>{i18n.t('settings.aboutText')}</p>
      <p>{i18n.t('settings.aboutPages')}</p>
      <p className="hint">{i18n.t('settings.version', [browser.runtime.getManifest().version])}</p>
    </section>
  );
}
