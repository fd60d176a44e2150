import type { Deferral } from '../../model/deferral';
import type { CalendarDate } from '../../model/temporal';
import { carryOut, type Context, type Done } from '../journal';
import { parseRow, ROW_SCHEMAS } from '../rows';
import { getContact } from './subject';

/** Puts a derived pending action off to a day, or settles it (null). */
export function deferAction(context: Context, command: { commandId: string; actionId: string; contactId: string; until: CalendarDate | null }): Promise<Done> {
  const { actionId: id, contactId, until } = command;
  return carryOut(context, { id: command.commandId, name: until === null ? 'settleAction' : 'deferAction' }, async (changes) => {
    await getContact(context.db, contactId);
    changes.contactIds.add(contactId);
    const before = parseRow(ROW_SCHEMAS.deferrals, await context.db.deferrals.get(id));
    const after: Deferral = { id, contactId, ...(until !== null && { until }), createdAt: before?.createdAt ?? context.now, updatedAt: context.now };
    await changes.put('deferrals', id, before, after);
  });
}
