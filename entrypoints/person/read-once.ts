import { browser } from 'wxt/browser';
import { ask } from '../../lib/messaging/client';
import { PageRead, PeopleLinked, type QuestionName } from '../../lib/messaging/protocol';
import type { ProfileKey } from '../../lib/model/profile';

/**
 * Reads the page of a tab: where Kith is on, or by the right that a click on the toolbar button gives for that page alone.
 * Undefined where there is no such right, or nothing to read.
 */
export async function readOnce(tabId: number): Promise<PageRead | undefined> {
  return PageRead.safeParse(await askOf(tabId, 'readPage')).data;
}

/** Whom the page of a tab links, by the same rights; nobody where there are none. */
export async function linkedOnce(tabId: number): Promise<readonly ProfileKey[]> {
  return PeopleLinked.safeParse(await askOf(tabId, 'peopleLinked')).data ?? [];
}

async function askOf(tabId: number, type: QuestionName): Promise<unknown> {
  const answer = await ask<unknown>((message) => browser.runtime.sendMessage(message), { type, tabId });
  return answer.ok ? answer.value : undefined;
}
