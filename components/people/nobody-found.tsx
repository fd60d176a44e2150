import { i18n } from '#i18n';
import type { FoundPeople } from '../../lib/model/person-view';
import { useMoment } from '../moment';
import { isolated } from '../name';

/** What was tried, where a search found nobody. */
export function NobodyFound({ found: { text, indexed }, className }: { found: FoundPeople; className: string }) {
  const { locale } = useMoment();
  const part = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(indexed);
  return (
    <p className={className} role="status">
      {indexed === 1 ? i18n.t('people.nobody', [isolated(text.trim())]) : i18n.t('people.nobodyYet', [isolated(text.trim()), part])}
    </p>
  );
}
