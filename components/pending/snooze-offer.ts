import type { PendingAction } from '../../lib/model/pending-action';
import { at, type CalendarDate, type LocalDateTime } from '../../lib/model/temporal';
import type { SnoozeChoice } from '../follow-up/snooze-choices';

/** The usual ways to put something off: to a time, for follow-ups, and to a day, for what has no hour. */
export type SnoozeWays = { times: readonly SnoozeChoice[]; days: readonly SnoozeChoice[] };

/**
 * What to offer for putting all of these off; `byDayAt` is the time of day a day stands for, where not all of them have an hour, and
 * `dueAt` when the last of the follow-ups among them comes. Somebody without a profile is never seen, and what waits already is not put off to that.
 */
export type SnoozeOffer = { choices: readonly SnoozeChoice[]; byDayAt?: string; dueAt?: LocalDateTime | undefined; untilSeen: boolean };

export function snoozeOffer(actions: readonly PendingAction[], { times, days }: SnoozeWays): SnoozeOffer {
  const reminders = actions.filter((action) => action.kind === 'reminder');
  const dueAt = reminders
    .map((reminder) => reminder.dueAt)
    .sort()
    .at(-1);
  if (reminders.length === actions.length)
    return { choices: times, dueAt, untilSeen: reminders.every(({ profileKey, waits }) => profileKey !== undefined && !waits) };
  const [tomorrow] = days;
  const byDayAt = tomorrow?.until.slice(11) ?? '00:00';
  // A birthday is to be met: it may be put off to the next day, or to the day itself.
  const soonest = actions.every((action) => action.kind === 'date') ? soonestDay(actions) : undefined;
  if (soonest === undefined || !tomorrow) return { choices: days, byDayAt, dueAt, untilSeen: false };
  const onTheDay: SnoozeChoice = { id: 'onTheDay', until: at(soonest, byDayAt) };
  return { choices: onTheDay.until > tomorrow.until ? [tomorrow, onTheDay] : [tomorrow], byDayAt, untilSeen: false };
}

function soonestDay(actions: readonly PendingAction[]): CalendarDate | undefined {
  return actions.flatMap((action) => (action.kind === 'date' ? action.on : [])).sort()[0];
}
