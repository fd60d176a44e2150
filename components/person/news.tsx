import { i18n } from '#i18n';
import type { Change } from '../../lib/model/change';
import { localDateTime } from '../../lib/model/temporal';
import { SpokenDate } from '../date/spoken-date';
import { Icon } from '../icon';
import { useMoment } from '../moment';
import { FieldChanges } from './field-changes';

type Props = { changes: readonly Change[]; onDismiss: (change: Change) => void };

/** What changed on somebody's profile since it was last looked at: a reason to write. */
export function News({ changes, onDismiss }: Props) {
  const { zone } = useMoment();
  return (
    <ul className="news" aria-label={i18n.t('news.heading')}>
      {changes.map((change) => (
        <li key={change.sightingId} className="news-item">
          <span className="hint">
            {i18n.t('news.since')} <SpokenDate date={localDateTime(change.seenAt, zone).slice(0, 10)} />
          </span>
          <FieldChanges fields={change.fields} />
          <button type="button" className="icon-button" aria-label={i18n.t('news.dismiss')} title={i18n.t('news.dismiss')} onClick={() => onDismiss(change)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
