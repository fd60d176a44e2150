import { DAYS_AHEAD, type LaterFollowUps } from '../../model/pending-action';
import { addTo, type Instant, localDateTime, type TimeZone, today } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { parseRows, ROW_SCHEMAS } from '../rows';
import { pendingReminder } from './pending-actions';
import { contactsById, readSettings } from './people';

/**
 * The follow-ups that `pendingActions` has not: first those that wait for an encounter, the longest first, then those that come after the
 * week ahead, soonest first. Reads at most `limit` of each, and one more.
 */
export function laterFollowUps(db: KithDatabase, now: Instant, zone: TimeZone, limit: number): Promise<LaterFollowUps> {
  return db.transaction('r', [db.reminders, db.contacts, db.settings], async () => {
    const horizon = addTo(localDateTime(now, zone), { days: DAYS_AHEAD });
    const first = (status: 'awaiting' | 'open', from: string) =>
      db.reminders
        .where('[status+dueAt]')
        .between([status, from], [status, '\uffff'])
        .limit(limit + 1)
        .toArray();
    const [waiting, dated, { followUpTime }] = await Promise.all([first('awaiting', ''), first('open', horizon), readSettings(db)]);
    const reminders = parseRows(ROW_SCHEMAS.reminders, [...waiting.slice(0, limit), ...dated.slice(0, limit)]);
    const contacts = await contactsById(
      db,
      reminders.map(({ contactId }) => contactId),
    );
    const date = today(now, zone);
    const actions = reminders.flatMap((reminder) => {
      const contact = contacts.get(reminder.contactId);
      return contact ? [{ ...pendingReminder(reminder, contact, date), urgency: 'later' as const }] : [];
    });
    return { actions, isMore: { waiting: waiting.length > limit, dated: dated.length > limit }, followUpTime };
  });
}
