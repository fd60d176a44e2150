import { i18n } from '#i18n';
import { NoticeHere, useNotices } from '../../../components/notice/notices';
import { AnnotationSetting } from '../../../components/settings/annotation-setting';
import { readSettings } from '../../../lib/db/queries/people';
import { ALL_SITES } from '../../../lib/sites/all';
import { perform } from '../../person/perform';
import { useRecords } from '../../person/use-records';
import { useSites } from '../../person/site-access';

/** What is shown in the pages of each site Kith is on. */
export function InPages() {
  const { say } = useNotices();
  const settings = useRecords((records) => readSettings(records), []);
  const on = new Set(useSites()?.flatMap((site) => (site.on ? [site.id] : [])));
  const sites = ALL_SITES.filter(({ id, installed }) => installed || on.has(id));
  return (
    <section className="settings-section">
      <h2>{i18n.t('settings.inPages')}</h2>
      {settings && (
        <AnnotationSetting
          sites={sites.map(({ id, label }) => ({ id, label, mode: settings.annotation[id] ?? 'hover' }))}
          onChange={async (siteId, mode) => say('inPages', i18n.t('settings.annotationChanged'), await perform('setAnnotationMode', { siteId, mode }))}
        />
      )}
      <NoticeHere place="inPages" />
    </section>
  );
}
