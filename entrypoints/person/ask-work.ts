import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { ask } from '../../lib/messaging/client';
import type { WorkName, WorkPayload } from '../../lib/messaging/protocol';

/** Thrown where the background did not take what it was given; says why, for a person to read. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/** Asks the background to do something about long work. @throws NotTaken where it does not. */
export async function askWork<N extends WorkName>(type: N, payload: WorkPayload<N>): Promise<void> {
  const answer = await ask<void>((message) => browser.runtime.sendMessage(message), { type, ...payload });
  if (!answer.ok) throw new NotTaken(answer.error.code === 'unknown' ? i18n.t('failure.unreachable') : answer.error.message);
}
