import { i18n } from '#i18n';
import type { FieldChange } from '../../lib/model/change';

/** What a profile said and what it says now: "Acme → Globex". */
export function FieldChanges({ fields }: { fields: readonly FieldChange[] }) {
  return fields.map(({ field, from, to }) => (
    <span key={field} className="field-change">
      <bdi>{from}</bdi> <span aria-hidden="true">→</span>
      <span className="for-screen-readers">{i18n.t('news.becomes')}</span> <bdi>{to}</bdi>
    </span>
  ));
}
