import { v7 } from 'uuid';
import { type Outcome, together } from '../../components/notice/outcome';
import type { Closed } from '../../components/person/person-actions';
import type { Channel } from '../../lib/model/interaction';
import type { PendingAction, PendingReminder } from '../../lib/model/pending-action';
import type { CalendarDate, LocalDateTime } from '../../lib/model/temporal';
import { closeReminder } from './close-reminder';
import { perform } from './perform';

/**
 * What is done about what waits, as messages to the background, with one way back for all of it. Everything is asked for at once: a
 * popup may be gone before the first answer comes.
 */

/**
 * Done with: a follow-up is completed, a day settled, news dismissed; with somebody one is drifting from one was in touch, by `channel`.
 * Of a single follow-up that recurs it is told when the next comes.
 */
export async function finish(actions: readonly PendingAction[], channel: Channel | undefined, today: CalendarDate): Promise<Closed> {
  const [only, ...others] = actions;
  if (only && others.length === 0 && recurs(only)) return closeReminder('completeReminder', { reminderId: only.id });
  const drifting = actions.filter(({ kind }) => kind === 'cadence');
  return together(await Promise.all([...(channel ? contacted(drifting, channel, today) : []), ...actions.flatMap(settled)]));
}

/** Whether it is a follow-up that comes again. */
export function recurs(action: PendingAction): boolean {
  return action.kind === 'reminder' && action.recurrence !== undefined;
}

/** Logs a contact today with each of the people, and is done with what waited. */
export async function logContact(actions: readonly PendingAction[], channel: Channel, today: CalendarDate): Promise<Outcome> {
  return together(await Promise.all([...contacted(actions, channel, today), ...actions.flatMap(settled)]));
}

/** Puts follow-ups off to a time, everything else to its day. */
export async function putOff(actions: readonly PendingAction[], until: LocalDateTime): Promise<Outcome> {
  return together(
    await Promise.all(
      actions.map(({ kind, id, contactId }) =>
        kind === 'reminder'
          ? perform('snoozeReminder', { reminderId: id, until })
          : perform('deferAction', { actionId: id, contactId, until: until.slice(0, 10) }),
      ),
    ),
  );
}

/** Puts follow-ups off until their people are seen again. */
export async function untilSeen(reminders: readonly PendingReminder[]): Promise<Outcome> {
  return together(await Promise.all(reminders.map(({ id }) => perform('awaitEncounter', { reminderId: id, encounter: { kind: 'person' } }))));
}

/** Not to be done; those that recur come again, unless these were to be the `last`. */
export async function dismiss(reminders: readonly PendingReminder[], last: boolean): Promise<Outcome> {
  return together(await Promise.all(reminders.map(({ id }) => perform('dismissReminder', { reminderId: id, last }))));
}

/** One contact for each person, however much waits about them. */
function contacted(actions: readonly PendingAction[], channel: Channel, on: CalendarDate): Promise<Outcome>[] {
  const people = new Set(actions.map(({ contactId }) => contactId));
  const content = { on, channel, given: [], received: [] };
  return [...people].map((contactId) => perform('logInteraction', { subject: { contactId }, interactionId: v7(), content }));
}

/** Somebody one is drifting from is settled by a contact alone. */
function settled({ kind, id, contactId }: PendingAction): Promise<Outcome> | [] {
  if (kind === 'cadence') return [];
  if (kind === 'reminder') return perform('completeReminder', { reminderId: id });
  if (kind === 'change') return perform('dismissChange', { sightingId: id });
  return perform('deferAction', { actionId: id, contactId, until: null });
}
