import { type AnnotationMode, DEFAULT_SETTINGS, type Settings } from '../../model/settings';
import { carryOut, type Context, type Done } from '../journal';
import { parseRow, ROW_SCHEMAS } from '../rows';

export function setAnnotationMode(context: Context, command: { commandId: string; siteId: string; mode: AnnotationMode }): Promise<Done> {
  return change(context, command.commandId, 'setAnnotationMode', (before) => ({
    ...before,
    annotation: { ...before.annotation, [command.siteId]: command.mode },
  }));
}

export function setFollowUpTime(context: Context, command: { commandId: string; time: string }): Promise<Done> {
  return change(context, command.commandId, 'setFollowUpTime', (before) => ({ ...before, followUpTime: command.time }));
}

function change(context: Context, commandId: string, name: string, to: (before: Settings) => Settings): Promise<Done> {
  return carryOut(context, { id: commandId, name }, async (changes) => {
    const before = parseRow(ROW_SCHEMAS.settings, await context.db.settings.get('settings'));
    await changes.put('settings', 'settings', before ?? DEFAULT_SETTINGS, to(before ?? DEFAULT_SETTINGS));
  });
}
