import type { Answer } from './protocol';

/** `browser.runtime.sendMessage` or a tab's; an argument, so that this file knows no browser. */
export type Send = (message: unknown) => Promise<unknown>;

const ATTEMPTS = 5;

/**
 * Asks and waits for the answer. When the worker is stopped between question and answer the question is put again: every
 * command carries an id that makes that harmless. Never throws; what cannot be delivered is an answer too.
 */
export async function ask<T>(send: Send, message: { type: string; [field: string]: unknown }): Promise<Answer<T>> {
  let reason = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const answer = await send(message);
      if (isAnswer<T>(answer)) return answer;
      reason = 'no answer';
    } catch (error) {
      reason = String(error);
    }
  }
  return { ok: false, error: { code: 'unknown', message: reason } };
}

/** An answer that brings nothing has no value: what is undefined is not sent. */
function isAnswer<T>(value: unknown): value is Answer<T> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
