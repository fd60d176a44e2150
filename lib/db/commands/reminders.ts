import type { Contact } from '../../model/contact';
import { type Encounter, encounterKey, PAGES } from '../../model/encounter';
import type { Recurrence } from '../../model/recurrence';
import type { RecordChange } from '../../model/journal';
import { Refused } from '../../model/refusal';
import type { Reminder } from '../../model/reminder';
import { type Instant, type LocalDateTime, localDateTime } from '../../model/temporal';
import { carryOut, type Changes, type Context, type Done, edits } from '../journal';
import { parseEntries, parseRow, parseRows, recordId, ROW_SCHEMAS } from '../rows';
import type { KithDatabase } from '../database';
import { getContact, keepSubject, type Subject } from './subject';

/** The first time after `after` at which something recurs; undefined when it has ended. */
export type NextOccurrence = (recurrence: Recurrence, after: LocalDateTime) => LocalDateTime | undefined;

/** What the user says of a follow-up. With an encounter it waits for that, and `dueAt` is when that was said. */
export type FollowUp = { text: string; dueAt: LocalDateTime; recurrence?: Recurrence | undefined; encounter?: Encounter | undefined };

/** Sets a follow-up for a person. */
export function setFollowUp(context: Context, command: FollowUp & { commandId: string; subject: Subject; reminderId: string }): Promise<Done> {
  const { commandId, subject, reminderId, text, dueAt, recurrence, encounter } = command;
  return carryOut(context, { id: commandId, name: 'setFollowUp' }, async (changes) => {
    const contact = await keepSubject(context, changes, subject);
    if (encounter) refuseUnseen(contact, encounter);
    const reminder: Reminder = {
      id: reminderId,
      contactId: contact.id,
      text,
      dueAt,
      status: encounter ? 'awaiting' : 'open',
      ...(recurrence && { recurrence }),
      ...(encounter && { encounter }),
      createdAt: context.now,
      updatedAt: context.now,
    };
    await changes.put('reminders', reminder.id, undefined, reminder);
  });
}

/** What is changed of a follow-up; what is absent stays as it is, null takes it away. */
export type FollowUpChanges = { text: string; dueAt: LocalDateTime; recurrence?: Recurrence | null | undefined; encounter?: Encounter | null | undefined };

/**
 * Changes what a follow-up says, when or on what it comes, and how it comes again. One with a new time is open again; one that is to
 * wait for an encounter does so from now on.
 */
export function editFollowUp(context: Context, command: FollowUpChanges & { commandId: string; reminderId: string }): Promise<Done> {
  const { text, dueAt, recurrence, encounter } = command;
  return change(
    context,
    command,
    'editFollowUp',
    (before) => {
      const isAwaited = encounter && before.status === 'awaiting' && encounterKey(encounter, '') === encounterKey(before.encounter ?? encounter, '');
      const isKept = isAwaited || (encounter === undefined && before.dueAt === dueAt);
      const { recurrence: previous, ...once } = isKept ? before : encounter ? awaiting(before, encounter, context) : reopened(before, dueAt);
      const next = recurrence === undefined ? previous : (recurrence ?? undefined);
      return { ...once, text, ...(next && { recurrence: next }) };
    },
    async (_, { contactId }) => {
      if (encounter) refuseUnseen(await getContact(context.db, contactId), encounter);
    },
  );
}

/** Done with; one that recurs is followed by the next. */
export function completeReminder(context: Context, command: { commandId: string; reminderId: string }, next: NextOccurrence): Promise<Done> {
  return close(context, command, 'completeReminder', 'done', next);
}

/** Not to be done; one that recurs is followed by the next, unless it is to be the last. */
export function dismissReminder(
  context: Context,
  command: { commandId: string; reminderId: string; last?: boolean | undefined },
  next: NextOccurrence,
): Promise<Done> {
  return close(context, command, 'dismissReminder', 'dismissed', command.last ? () => undefined : next);
}

/** Puts a follow-up off until `until`, when it will be notified again. */
export function snoozeReminder(context: Context, command: { commandId: string; reminderId: string; until: LocalDateTime }): Promise<Done> {
  return change(context, command, 'snoozeReminder', (before) => reopened(before, command.until));
}

/** Puts a follow-up off until somebody or something is seen again. */
export function awaitEncounter(context: Context, command: { commandId: string; reminderId: string; encounter: Encounter }): Promise<Done> {
  const { encounter } = command;
  return change(
    context,
    command,
    'awaitEncounter',
    (before) => awaiting(before, encounter, context),
    async (_, { contactId }) => refuseUnseen(await getContact(context.db, contactId), encounter),
  );
}

/**
 * Opens the follow-ups that waited for any of these encounters, at `since` already if that is said, due at this moment. Not the user's command:
 * it is not journaled. Answers whether there were any.
 */
export async function encounter({ db, now, zone }: Context, keys: readonly string[], since?: Instant): Promise<boolean> {
  return db.transaction('rw', db.reminders, async () => {
    const rows = await db.reminders.where('encounterKey').anyOf(keys).toArray();
    const met = rows.flatMap((row) => parseRow(ROW_SCHEMAS.reminders, row) ?? []).filter(({ updatedAt }) => since === undefined || updatedAt <= since);
    const opened = met.map((reminder) => ({ ...reminder, status: 'open' as const, dueAt: localDateTime(now, zone), updatedAt: now }));
    if (opened.length > 0) await db.reminders.bulkPut(opened);
    return opened.length > 0;
  });
}

/** What waited to see somebody who can be seen nowhere any more is due at once: listed, not notified, for the user is told where that was done. */
export async function dueUnseen({ db, now, zone }: Context, contactId: string): Promise<RecordChange[]> {
  const rows = await db.reminders
    .where('encounterKey')
    .equals(encounterKey({ kind: 'person' }, contactId))
    .toArray();
  return edits('reminders', parseRows(ROW_SCHEMAS.reminders, rows), (reminder) => ({
    ...reminder,
    status: 'notified' as const,
    dueAt: localDateTime(now, zone),
    notifiedAt: now,
    updatedAt: now,
  }));
}

/** Whether a follow-up waits for some page to be opened. */
export async function awaitsPage(db: KithDatabase): Promise<boolean> {
  return (await db.reminders.where('encounterKey').startsWith(PAGES).limit(1).primaryKeys()).length > 0;
}

function close(
  context: Context,
  command: { commandId: string; reminderId: string },
  name: string,
  status: 'done' | 'dismissed',
  next: NextOccurrence,
): Promise<Done> {
  const { now, zone, newId } = context;
  const closed = (before: Reminder): Reminder => ({ ...before, status, closedAt: now });
  return change(context, command, name, closed, async (changes, before) => {
    if (!before.recurrence || before.status === 'done' || before.status === 'dismissed') return;
    const [clock, occurrence] = [localDateTime(now, zone), await occurrenceOf(context.db, before)];
    const dueAt = next(before.recurrence, occurrence > clock ? occurrence : clock);
    if (dueAt === undefined) return;
    const { id: _, ...again } = reopened(before, dueAt);
    const follower: Reminder = { ...again, id: newId(), createdAt: now, updatedAt: now };
    await changes.put('reminders', follower.id, undefined, follower);
  });
}

/** The time of its series that a follow-up stands for: the one it had before it was put off, as the journal knows. */
async function occurrenceOf(db: KithDatabase, { id, dueAt, recurrence }: Reminder): Promise<LocalDateTime> {
  // By the ids of commands, in which the time is: the newest first.
  const rows = await db.journal.where('recordIds').equals(recordId('reminders', id)).reverse().toArray();
  let occurrence = dueAt;
  for (const { command, changes, undoneBy } of parseEntries(rows)) {
    if (!PUTS_OFF.has(command) || undoneBy !== undefined) continue;
    const [before, after] = changes.flatMap((made) => (made.id === id ? parseRows(ROW_SCHEMAS.reminders, [made.before, made.after]) : []));
    // It has come again since, or was given another time or series.
    if (after?.dueAt !== occurrence || after.recurrence?.from !== recurrence?.from) break;
    occurrence = before?.dueAt ?? occurrence;
  }
  return occurrence;
}

const PUTS_OFF = new Set(['snoozeReminder', 'awaitEncounter']);

function change(
  context: Context,
  command: { commandId: string; reminderId: string },
  name: string,
  to: (before: Reminder) => Reminder,
  further?: (changes: Changes, before: Reminder) => Promise<void>,
): Promise<Done> {
  return carryOut(context, { id: command.commandId, name }, async (changes) => {
    const before = parseRow(ROW_SCHEMAS.reminders, await context.db.reminders.get(command.reminderId));
    if (!before) throw new Refused('reminderMissing');
    changes.contactIds.add(before.contactId);
    await changes.put('reminders', before.id, before, { ...to(before), updatedAt: context.now });
    await further?.(changes, before);
  });
}

/** Somebody without a profile is never seen: what waited for that would never come up. */
function refuseUnseen({ profileKeys }: Contact, encounter: Encounter): void {
  if (encounter.kind === 'person' && profileKeys.length === 0) throw new Refused('profileMissing');
}

function awaiting(before: Reminder, encounter: Encounter, { now, zone }: Context): Reminder {
  return { ...reopened(before, localDateTime(now, zone)), status: 'awaiting', encounter };
}

function reopened(before: Reminder, dueAt: LocalDateTime): Reminder {
  const { notificationId: _n, notifiedAt: _a, closedAt: _c, encounter: _e, ...reminder } = before;
  return { ...reminder, dueAt, status: 'open' };
}
