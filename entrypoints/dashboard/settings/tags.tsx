import { i18n } from '#i18n';
import { isolated } from '../../../components/name';
import { useNotices } from '../../../components/notice/notices';
import { tagPlace, TagRhythms } from '../../../components/settings/tag-rhythms';
import { allTagFacts } from '../../../lib/db/queries/tags';
import { perform } from '../../person/perform';
import { useRecords } from '../../person/use-records';

/** How often to be in touch with everybody who has a tag. */
export function Tags() {
  const { say } = useNotices();
  const tags = useRecords((records) => allTagFacts(records), []);
  return (
    <section className="settings-section">
      <h2>{i18n.t('settings.tagRhythms')}</h2>
      <p className="hint">{i18n.t('settings.tagRhythmsHint')}</p>
      {tags && (
        <TagRhythms
          tags={tags}
          onChange={async (tag, cadence) =>
            say(tagPlace(tag), i18n.t('settings.tagRhythmChanged', [isolated(tag)]), await perform('setTagCadence', { label: tag, cadence }))
          }
        />
      )}
    </section>
  );
}
