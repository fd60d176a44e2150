import { i18n } from '#i18n';
import { NoticeHere, useNotices } from '../../../components/notice/notices';
import { AnnotationSetting } from '../../../components/settings/annotation-setting';
import { readSettings } from '../../../lib/db/queries/people';
import { annotationMode } from '../../../lib/model/settings';
import { ALL_SITES } from '../../../lib/sites/all';
import { listingOf } from '../../../lib/sites/listings';
import { siteAt, siteIdAt } from '../../../lib/sites/site-at';
import { topOf } from '../../../lib/sites/switches';
import { perform } from '../../person/perform';
import { useRecords } from '../../person/use-records';
import { useSites } from '../../person/site-access';

/** What is shown in the pages of each site Kith is on. */
export function InPages() {
  const { say } = useNotices();
  const settings = useRecords((records) => readSettings(records), []);
  const switched = useSites()?.filter(({ on }) => on) ?? [];
  const places = [
    ...ALL_SITES.map(listingOf).flatMap(({ installed, matches: [origin] }) => (installed && origin ? [origin] : [])),
    ...switched.map(({ origin }) => origin),
  ];
  const sites = new Map(places.map(topOf).map((page) => [siteIdAt(page), labelAt(page)]));
  return (
    <section className="settings-section">
      <h2>{i18n.t('settings.inPages')}</h2>
      {settings && (
        <AnnotationSetting
          sites={[...sites].map(([id, label]) => ({ id, label, mode: annotationMode(settings, id) }))}
          onChange={async (siteId, mode) => say('inPages', i18n.t('settings.annotationChanged'), await perform('setAnnotationMode', { siteId, mode }))}
        />
      )}
      <NoticeHere place="inPages" />
    </section>
  );
}

function labelAt(page: URL): string {
  const site = siteAt(page);
  return site ? listingOf(site).label : page.hostname;
}
