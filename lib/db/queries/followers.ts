import type { LocalDateTime } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { parseEntry, parseRow, ROW_SCHEMAS } from '../rows';

/** When the reminder comes that followed one that recurs, as the command with this entry closed it; undefined where none follows. */
export async function followerDueAt(db: KithDatabase, entryId: string): Promise<LocalDateTime | undefined> {
  const made = parseEntry(await db.journal.get(entryId))?.changes.find(({ table, before }) => table === 'reminders' && !before);
  return parseRow(ROW_SCHEMAS.reminders, made?.after)?.dueAt;
}
