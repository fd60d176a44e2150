import { Refused } from '../../model/refusal';
import type { Reminder } from '../../model/reminder';
import type { LocalDateTime } from '../../model/temporal';
import { carryOut, type Context, type Done } from '../journal';
import { parseRow, ROW_SCHEMAS } from '../rows';
import { keepSubject, type Subject } from './subject';

/** Sets a follow-up for a person. */
export function setFollowUp(
  context: Context,
  command: { commandId: string; subject: Subject; reminderId: string; text: string; dueAt: LocalDateTime },
): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'setFollowUp' }, async (changes) => {
    const contact = await keepSubject(context, changes, command.subject);
    const reminder: Reminder = {
      id: command.reminderId,
      contactId: contact.id,
      text: command.text,
      dueAt: command.dueAt,
      status: 'open',
      createdAt: context.now,
      updatedAt: context.now,
    };
    await changes.put('reminders', reminder.id, undefined, reminder);
  });
}

/** Changes what a follow-up says and when; one with a new time is open again. */
export function editFollowUp(context: Context, command: { commandId: string; reminderId: string; text: string; dueAt: LocalDateTime }): Promise<Done> {
  return change(context, command, 'editFollowUp', (before) =>
    before.dueAt === command.dueAt ? { ...before, text: command.text } : { ...reopened(before, command.dueAt), text: command.text },
  );
}

export function completeReminder(context: Context, command: { commandId: string; reminderId: string }): Promise<Done> {
  return change(context, command, 'completeReminder', (before) => ({ ...shown(before), status: 'done', closedAt: context.now }));
}

export function dismissReminder(context: Context, command: { commandId: string; reminderId: string }): Promise<Done> {
  return change(context, command, 'dismissReminder', (before) => ({ ...shown(before), status: 'dismissed', closedAt: context.now }));
}

/** Puts a follow-up off until `until`, when it will be notified again. */
export function snoozeReminder(context: Context, command: { commandId: string; reminderId: string; until: LocalDateTime }): Promise<Done> {
  return change(context, command, 'snoozeReminder', (before) => reopened(before, command.until));
}

function change(context: Context, command: { commandId: string; reminderId: string }, name: string, to: (before: Reminder) => Reminder): Promise<Done> {
  return carryOut(context, { id: command.commandId, name }, async (changes) => {
    const before = parseRow(ROW_SCHEMAS.reminders, await context.db.reminders.get(command.reminderId));
    if (!before) throw new Refused('reminderMissing');
    changes.contactIds.add(before.contactId);
    await changes.put('reminders', before.id, before, { ...to(before), updatedAt: context.now });
  });
}

function shown({ unshownSince: _, ...reminder }: Reminder): Reminder {
  return reminder;
}

function reopened(before: Reminder, dueAt: LocalDateTime): Reminder {
  const { notificationId: _n, notifiedAt: _a, closedAt: _c, ...reminder } = shown(before);
  return { ...reminder, dueAt, status: 'open' };
}
