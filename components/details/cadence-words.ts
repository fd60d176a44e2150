import { i18n } from '#i18n';
import { type Cadence, daysOver } from '../../lib/model/cadence';
import type { PersonView } from '../../lib/model/person-view';
import { spokenCadence, spokenDate } from '../../lib/model/spoken';
import type { CalendarDate } from '../../lib/model/temporal';

/** "every 6 weeks" */
export function cadenceWords(cadence: Cadence, locale: string): string {
  return i18n.t('cadence.every', [spokenCadence(cadence, locale)]);
}

/** Somebody's rhythm and how it stands: "every 6 weeks, by the tag “mentors” · 9 days over". */
export function rhythmWords({ cadence, tag, lapsesOn }: NonNullable<PersonView['rhythm']>, today: CalendarDate, locale: string): string {
  const every = cadenceWords(cadence, locale);
  const over = daysOver(lapsesOn, today);
  const standing = over > 0 ? i18n.t('cadence.over', over) : i18n.t('cadence.due', [spokenDate(lapsesOn, today, locale)]);
  return `${tag ? i18n.t('cadence.byTag', [every, tag.label]) : every} · ${standing}`;
}
