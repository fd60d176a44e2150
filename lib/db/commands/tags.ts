import type { Cadence } from '../../model/cadence';
import { type Tag, tagName } from '../../model/tag';
import { carryOut, type Context, type Done } from '../journal';
import { parseRow, ROW_SCHEMAS } from '../rows';

/** Gives a tag a cadence for everybody who has it and none of their own, or takes it away (null). */
export function setTagCadence(context: Context, command: { commandId: string; label: string; cadence: Cadence | null }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'setTagCadence' }, async (changes) => {
    const name = tagName(command.label);
    const before = parseRow(ROW_SCHEMAS.tags, await context.db.tags.get(name));
    const { cadence: _, ...kept } = before ?? { name, label: command.label, createdAt: context.now };
    const after: Tag = { ...kept, ...(command.cadence && { cadence: command.cadence }), updatedAt: context.now };
    await changes.put('tags', name, before, after);
  });
}
