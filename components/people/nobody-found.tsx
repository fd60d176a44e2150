import { i18n } from '#i18n';
import type { FoundPeople } from '../../lib/model/person-view';
import { isolated } from '../name';

/** What was tried, where a search found nobody. */
export function NobodyFound({ found: { text, whole }, className }: { found: FoundPeople; className: string }) {
  return (
    <p className={className} role="status">
      {i18n.t(whole ? 'people.nobody' : 'people.nobodyYet', [isolated(text.trim())])}
    </p>
  );
}
