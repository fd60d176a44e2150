import { v7 } from 'uuid';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Outcome, Undo } from '../../components/notice/outcome';
import { ask } from '../../lib/messaging/client';
import type { Answer, CommandName, CommandPayload, Done } from '../../lib/messaging/protocol';

type Payload<N extends CommandName> = Omit<CommandPayload<N>, 'commandId'>;

/** Asks the background to do one thing the user did here. */
export async function perform<N extends CommandName>(name: N, payload: Payload<N>): Promise<Outcome> {
  const answer = await command(name, v7(), payload);
  return answer.ok ? { done: true, undo: undoOf(answer.value) } : { done: false, why: answer.error.message };
}

/** The same with a command id of one's own, for what is asked again and again as one change. */
export async function command<N extends CommandName>(name: N, commandId: string, payload: Payload<N>): Promise<Answer<Done>> {
  let reached = false;
  const send = async (message: unknown) => {
    const answer: unknown = await browser.runtime.sendMessage(message);
    reached = true;
    return answer;
  };
  const answer = await ask<Done>(send, { type: name, commandId, ...payload });
  return answer.ok || reached ? answer : { ok: false, error: { code: 'unknown', message: i18n.t('failure.unreachable') } };
}

/** The way back from what was done. */
export function undoOf({ entryId }: Done): Undo {
  return () => perform('undo', { entryId });
}
