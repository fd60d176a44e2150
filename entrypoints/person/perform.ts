import { v7 } from 'uuid';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Outcome, Undo } from '../../components/notice/outcome';
import { ask } from '../../lib/messaging/client';
import type { Answer, CommandName, CommandPayload, Done } from '../../lib/messaging/protocol';
import { forget, type Message, remember } from './in-flight';

export type Payload<N extends CommandName> = Omit<CommandPayload<N>, 'commandId'>;

/** What came of it, with the journal's entry of what was done. */
type Performed = Extract<Outcome, { done: false }> | (Extract<Outcome, { done: true }> & { entryId: string });

/** Asks the background to do one thing the user did here. */
export async function perform<N extends CommandName>(name: N, payload: Payload<N>): Promise<Performed> {
  const answer = await askAndRemember({ type: name, commandId: v7(), ...payload });
  return answer.ok ? { done: true, undo: undoOf(answer.value), entryId: answer.value.entryId } : { done: false, why: answer.error.message };
}

/**
 * Asks the background, and writes down what is asked until it is answered. The words of a note that was refused stay written
 * down; whatever else was refused, whoever did it has read why.
 */
export async function askAndRemember(message: Message): Promise<Answer<Done>> {
  remember(message);
  let reached = false;
  const send = async (question: unknown) => {
    const answer: unknown = await browser.runtime.sendMessage(question);
    reached = true;
    return answer;
  };
  const answer = await ask<Done>(send, message);
  if (answer.ok || (reached && message.type !== 'writeNote')) forget(message);
  return answer.ok || reached ? answer : { ok: false, error: { code: 'unknown', message: i18n.t('failure.unreachable') } };
}

/** The way back from what was done. */
export function undoOf({ entryId }: Done): Undo {
  return () => perform('undo', { entryId });
}
