import { i18n } from '#i18n';
import { choiceOf } from '../../lib/model/recurrence';
import type { Reminder } from '../../lib/model/reminder';
import { exactDate, spokenDateTime } from '../../lib/model/spoken';
import type { CalendarDate, LocalDateTime } from '../../lib/model/temporal';
import { encounterWords } from './encounter-words';
import type { FollowUp } from './follow-up';
import { choiceWords } from './recurrence-words';

/** When a follow-up comes: "in 2 weeks", "tomorrow, 9:00, then every Tuesday", "when you next see their profile". */
export function followUpWords({ dueAt, recurrence, encounter }: FollowUp, isNoticed: boolean, today: CalendarDate, locale: string): string {
  if (encounter) return encounterWords(encounter, isNoticed);
  const first = spokenDateTime(dueAt, today, locale);
  return recurrence ? `${first}, ${i18n.t('repeat.then', [choiceWords(choiceOf(recurrence), locale)])}` : first;
}

/** That one was done or dismissed, and when the next comes of one that recurs. */
export function closedWords(
  what: 'wasDone' | 'wasDismissed',
  { recurrence }: Reminder,
  { next }: { next?: LocalDateTime | undefined },
  locale: string,
): string {
  if (!recurrence) return i18n.t(`reminder.${what}`);
  const isSkipped = what === 'wasDismissed' && next !== undefined;
  return `${i18n.t(isSkipped ? 'reminder.wasSkipped' : `reminder.${what}`)} ${nextWords(next, locale)}`;
}

/** When the next comes of one that recurs, or that there is none. */
export function nextWords(next: LocalDateTime | undefined, locale: string): string {
  return next === undefined ? i18n.t('reminder.wasLast') : i18n.t('reminder.nextOn', [exactDate(next.slice(0, 10), locale)]);
}
