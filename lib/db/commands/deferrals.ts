import type { Deferral } from '../../model/deferral';
import { type CalendarDate, today } from '../../model/temporal';
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
    const { now, zone } = context;
    const after: Deferral = {
      id,
      contactId,
      ...(until !== null && { until }),
      saidOn: today(now, zone),
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
    };
    await changes.put('deferrals', id, before, after);
  });
}
