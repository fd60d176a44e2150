import { Notifying, type NotifyingChanges } from '../../model/notifying';
import { type AnnotationMode, DEFAULT_SETTINGS, type Settings } from '../../model/settings';
import { carryOut, type Context, type Done } from '../journal';
import { parseRow, ROW_SCHEMAS } from '../rows';

/** How much of what is known stands in the pages of a site from now on. */
export function setAnnotationMode(context: Context, command: { commandId: string; siteId: string; mode: AnnotationMode }): Promise<Done> {
  return change(context, command.commandId, 'setAnnotationMode', (before) => ({
    ...before,
    annotation: { ...before.annotation, [command.siteId]: command.mode },
  }));
}

/** Keeps where the name stands on a site's pages, or forgets it. */
export function setPointed(context: Context, command: { commandId: string; siteId: string; selector: string | null }): Promise<Done> {
  return change(context, command.commandId, 'setPointed', (before) => {
    const { [command.siteId]: _, ...others } = before.pointed;
    return { ...before, pointed: command.selector === null ? others : { ...others, [command.siteId]: command.selector } };
  });
}

/** At what time of the day, HH:MM, follow-ups are due that were given a day alone. */
export function setFollowUpTime(context: Context, command: { commandId: string; time: string }): Promise<Done> {
  return change(context, command.commandId, 'setFollowUpTime', (before) => ({ ...before, followUpTime: command.time }));
}

/** Changes how and when Kith notifies. */
export function setNotifying(context: Context, command: { commandId: string; changes: NotifyingChanges }): Promise<Done> {
  return change(context, command.commandId, 'setNotifying', (before) => ({
    ...before,
    notifying: Notifying.parse({ ...before.notifying, ...command.changes }),
  }));
}

function change(context: Context, commandId: string, name: string, to: (before: Settings) => Settings): Promise<Done> {
  return carryOut(context, { id: commandId, name }, async (changes) => {
    const before = parseRow(ROW_SCHEMAS.settings, await context.db.settings.get('settings'));
    await changes.put('settings', 'settings', before ?? DEFAULT_SETTINGS, to(before ?? DEFAULT_SETTINGS));
  });
}
