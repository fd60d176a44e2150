import type { Interaction, InteractionContent } from '../../model/interaction';
import { Refused } from '../../model/refusal';
import { carryOut, type Context, type Done } from '../journal';
import { parseRow, ROW_SCHEMAS } from '../rows';
import { keepSubject, type Subject } from './subject';

/** Records a contact that took place. */
export function logInteraction(
  context: Context,
  command: { commandId: string; subject: Subject; interactionId: string; content: InteractionContent },
): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'logInteraction' }, async (changes) => {
    const contact = await keepSubject(context, changes, command.subject);
    const interaction: Interaction = {
      ...command.content,
      id: command.interactionId,
      contactIds: [contact.id],
      createdAt: context.now,
      updatedAt: context.now,
    };
    await changes.put('interactions', interaction.id, undefined, interaction);
  });
}

/** Puts other content in place of an interaction’s; what is absent is gone. @throws Refused where there is none. */
export function editInteraction(context: Context, command: { commandId: string; interactionId: string; content: InteractionContent }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'editInteraction' }, async (changes) => {
    const before = await getInteraction(context, command.interactionId);
    for (const id of before.contactIds) changes.contactIds.add(id);
    const { id, contactIds, circleId, createdAt } = before;
    const after = { ...command.content, id, contactIds, ...(circleId && { circleId }), createdAt, updatedAt: context.now };
    await changes.put('interactions', before.id, before, after);
  });
}

/** Deletes an interaction for everybody who took part. @throws Refused where there is none. */
export function deleteInteraction(context: Context, command: { commandId: string; interactionId: string }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'deleteInteraction' }, async (changes) => {
    const before = await getInteraction(context, command.interactionId);
    for (const id of before.contactIds) changes.contactIds.add(id);
    await changes.remove('interactions', before.id, before);
  });
}

async function getInteraction({ db }: Context, id: string): Promise<Interaction> {
  const interaction = parseRow(ROW_SCHEMAS.interactions, await db.interactions.get(id));
  if (!interaction) throw new Refused('interactionMissing');
  return interaction;
}
