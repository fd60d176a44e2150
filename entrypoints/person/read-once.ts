import { browser } from 'wxt/browser';
import { ask } from '../../lib/messaging/client';
import { PageRead } from '../../lib/messaging/protocol';

/**
 * Reads the page of a tab: where Kith is on, or by the right that a click on the toolbar button gives for that page alone.
 * Undefined where there is no such right, or nothing to read.
 */
export async function readOnce(tabId: number): Promise<PageRead | undefined> {
  const answer = await ask<unknown>((message) => browser.runtime.sendMessage(message), { type: 'readPage', tabId });
  return answer.ok ? PageRead.safeParse(answer.value).data : undefined;
}
