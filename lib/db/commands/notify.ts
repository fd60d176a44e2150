import { isDue, type Reminder } from '../../model/reminder';
import { addTo, localDateTime, type TimeZone } from '../../model/temporal';
import type { KithDatabase } from '../database';
import type { Context } from '../journal';
import { parseRows, ROW_SCHEMAS } from '../rows';

/**
 * Not the user's commands but the background's: they move reminders from open to notified and are not journaled.
 * Exactly once: `claimDue` decides and marks in one transaction; what it marked stays `unshownSince` until `confirmShown`
 * says that the browser has the notification. A worker stopped in between finds the mark and shows the same notification id.
 */

/** Marks all that has come due as notified, each under the notification id that `group` gives it. */
export async function claimDue({ db, now }: Context, zone: TimeZone, group: (due: readonly Reminder[]) => ReadonlyMap<string, string>): Promise<void> {
  await db.transaction('rw', db.reminders, async () => {
    // A day beyond the wall clock: an hour repeated or skipped by daylight saving is settled by isDue.
    const horizon = addTo(localDateTime(now, zone), { days: 1 });
    const rows = await db.reminders.where('[status+dueAt]').between(['open', ''], ['open', horizon]).toArray();
    const due = parseRows(ROW_SCHEMAS.reminders, rows).filter((reminder) => isDue(reminder, now, zone));
    const notificationIds = group(due);
    await db.reminders.bulkPut(
      due.map((reminder) => ({
        ...reminder,
        status: 'notified' as const,
        notifiedAt: now,
        unshownSince: now,
        notificationId: notificationIds.get(reminder.id) ?? reminder.id,
        updatedAt: now,
      })),
    );
  });
}

/** Reminders decided on but not yet confirmed as shown. */
export async function unshown(db: KithDatabase): Promise<Reminder[]> {
  return parseRows(ROW_SCHEMAS.reminders, await db.reminders.where('unshownSince').above('').toArray());
}

/** The browser has this notification. */
export async function confirmShown(db: KithDatabase, notificationId: string): Promise<void> {
  await db.transaction('rw', db.reminders, async () => {
    for (const { unshownSince: _, ...reminder } of await unshown(db)) if (reminder.notificationId === notificationId) await db.reminders.put(reminder);
  });
}

/** The reminders a notification speaks for that still wait for the user. */
export async function remindersOf(db: KithDatabase, notificationId: string): Promise<Reminder[]> {
  const rows = await db.reminders.where('[status+dueAt]').between(['notified', ''], ['notified', '\uffff']).toArray();
  return parseRows(ROW_SCHEMAS.reminders, rows).filter((reminder) => reminder.notificationId === notificationId);
}

/** How many have come due and wait, and when the next will. */
export async function reminderOutlook(db: KithDatabase): Promise<{ due: number; next?: Reminder }> {
  const due = await db.reminders.where('[status+dueAt]').between(['notified', ''], ['notified', '\uffff']).count();
  const [next] = parseRows(ROW_SCHEMAS.reminders, await db.reminders.where('[status+dueAt]').between(['open', ''], ['open', '\uffff']).limit(1).toArray());
  return { due, ...(next && { next }) };
}
