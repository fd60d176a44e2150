import { i18n } from '#i18n';
import { daysOver } from '../../lib/model/cadence';
import type { Because, PendingAction, PendingCadence, PendingDate, PendingReminder } from '../../lib/model/pending-action';
import type { Encounter } from '../../lib/model/encounter';
import { spokenDate } from '../../lib/model/spoken';
import type { LastContact } from '../../lib/model/staleness';
import { localDateTime } from '../../lib/model/temporal';
import { cadenceWords } from '../details/cadence-words';
import { encounterWords, metWords } from '../follow-up/encounter-words';
import { recurrenceWords } from '../follow-up/recurrence-words';
import { channelLabel } from '../labels';
import type { Moment } from '../moment';

/** What waits, in words: "Send the paper", "every 6 weeks, 9 days over", "Birthday, turns 40", "Acme → Globex". */
export function whatWords(action: PendingAction, moment: Moment): string {
  switch (action.kind) {
    case 'reminder':
      return action.text || i18n.t('reminder.getInTouch');
    case 'cadence':
      return rhythmWords(action, moment);
    case 'date':
      return dayWords(action, moment);
    case 'change':
      return action.fields.map(({ from, to }) => `${from} → ${to}`).join(', ');
  }
}

/**
 * Why it is worth doing, the most telling first. Until `because` has been read only what the action itself knows is said; of what is further
 * ahead nothing else is read.
 */
export function reasonWords(action: PendingAction, because: Because | undefined, moment: Moment): string[] {
  const last = because?.lastContact ?? (action.kind === 'cadence' ? action.lastContact : undefined);
  const isNever = !last && (because !== undefined || action.kind === 'cadence');
  return [
    ...(action.kind === 'reminder' && action.encounter ? [meetingWords(action, action.encounter)] : []),
    ...(last ? [lastContactWords(last, moment)] : []),
    ...(because?.note ? [i18n.t('pending.note', [because.note])] : []),
    ...(because?.howWeMet ? [i18n.t('pending.howWeMet', [because.howWeMet])] : []),
    ...(isNever ? [i18n.t('person.neverInTouch')] : []),
    ...((because || action.urgency === 'later') && action.kind === 'reminder' && action.recurrence
      ? [recurrenceWords(action.recurrence, action.dueAt, localDateTime(moment.now, moment.zone), moment.locale)]
      : []),
  ];
}

function meetingWords({ waits, profileKey }: PendingReminder, encounter: Encounter): string {
  if (!waits) return metWords(encounter, profileKey !== undefined);
  // True whether or not Kith is switched on there, which no list asks the browser of everybody in it.
  return encounter.kind === 'person' ? i18n.t('pending.untilAtProfile') : encounterWords(encounter, true);
}

function lastContactWords({ on, channel, text }: LastContact & { text?: string }, { today, locale }: Moment): string {
  const [how, when] = [channelLabel(channel), spokenDate(on, today, locale)];
  return text ? i18n.t('pending.lastContactText', [how, when, text]) : i18n.t('pending.lastContact', [how, when]);
}

function rhythmWords({ cadence, tag, lapsedOn }: PendingCadence, { today, locale }: Moment): string {
  const over = daysOver(lapsedOn, today);
  const words = i18n.t('pending.rhythm', [cadenceWords(cadence, locale), over > 0 ? i18n.t('cadence.over', over) : i18n.t('pending.dueToday')]);
  return tag === undefined ? words : i18n.t('cadence.byTag', [words, tag]);
}

function dayWords({ label, on, years }: PendingDate, { today }: Moment): string {
  if (years === undefined) return label ?? i18n.t('pending.birthday');
  if (label !== undefined) return i18n.t('pending.years', years, [String(years), label]);
  return i18n.t(on < today ? 'pending.turned' : 'pending.turns', [i18n.t('pending.birthday'), String(years)]);
}
