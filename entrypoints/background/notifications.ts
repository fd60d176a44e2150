import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { completeReminder, snoozeReminder } from '../../lib/db/commands/reminders';
import { confirmShown, remindersOf, unshown } from '../../lib/db/commands/notify';
import type { KithDatabase } from '../../lib/db/database';
import { contactsById, readSettings } from '../../lib/db/queries';
import type { Reminder } from '../../lib/model/reminder';
import { snoozePresets } from '../../lib/reminders/snooze';
import { v7 } from 'uuid';
import { context, now, zone } from './clock';
import { dashboardAddress, personAddress } from './person-address';

/** How many people a digest names. */
const DIGEST_LINES = 5;

/**
 * Shows every notification that was decided on and not yet confirmed. One that the browser already has, because the worker was
 * stopped right after handing it over, is only confirmed.
 */
export async function showDecided(db: KithDatabase): Promise<void> {
  const byNotification = Map.groupBy(await unshown(db), (reminder) => reminder.notificationId ?? reminder.id);
  if (byNotification.size === 0) return;
  const present = await browser.notifications.getAll();
  for (const [id, reminders] of byNotification) {
    if (!(id in present)) await browser.notifications.create(id, await content(db, reminders));
    await confirmShown(db, id);
  }
}

/** Done and Snooze on a notification; on a digest they hold for all it names. */
export async function pressed(db: KithDatabase, notificationId: string, button: number): Promise<void> {
  const settings = await readSettings(db);
  const [soonest] = snoozePresets(now(), zone(), settings.followUpTime);
  for (const { id: reminderId } of await remindersOf(db, notificationId)) {
    if (button === 0) await completeReminder(context(db), { commandId: v7(), reminderId });
    else if (soonest) await snoozeReminder(context(db), { commandId: v7(), reminderId, until: soonest.until });
  }
  await browser.notifications.clear(notificationId);
}

/** Opens whom a notification is about: their profile, or the list of what is pending for a digest. */
export async function opened(db: KithDatabase, notificationId: string): Promise<void> {
  const reminders = await remindersOf(db, notificationId);
  const [first, ...others] = reminders;
  const person = first && others.length === 0 ? (await contactsById(db, [first.contactId])).get(first.contactId) : undefined;
  await browser.tabs.create({ url: person ? personAddress(person) : dashboardAddress('pending') });
  await browser.notifications.clear(notificationId);
}

async function content(db: KithDatabase, reminders: readonly Reminder[]) {
  const people = await contactsById(
    db,
    reminders.map((reminder) => reminder.contactId),
  );
  const lines = reminders.map((reminder) => ({
    title: people.get(reminder.contactId)?.name ?? '',
    message: reminder.text || i18n.t('notification.getInTouch'),
  }));
  const [only] = lines;
  const digest = lines.length > 1 || !only;
  return {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icons/icon-128.png'),
    title: digest ? i18n.t('notification.digestTitle', lines.length) : only.title,
    message: digest ? digestText([...new Set(lines.map((line) => line.title))]) : only.message,
    // Firefox refuses notifications with buttons.
    ...(!import.meta.env.FIREFOX && {
      buttons: [{ title: i18n.t(digest ? 'notification.allDone' : 'notification.done') }, { title: i18n.t('notification.snooze') }],
      requireInteraction: true,
    }),
  };
}

function digestText(names: readonly string[]): string {
  const named = names.slice(0, DIGEST_LINES).join(', ');
  return names.length > DIGEST_LINES ? i18n.t('notification.digestMore', [named, String(names.length - DIGEST_LINES)]) : named;
}
