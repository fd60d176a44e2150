import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Outcome } from '../../components/notice/outcome';
import { ask } from '../../lib/messaging/client';
import { PointedAt } from '../../lib/messaging/protocol';
import { readAgain } from './front-profile';
import { perform } from './perform';

/** Lets the user click the name in the page in front, and believes it from then on for this site. */
export async function pointAtName(siteId: string): Promise<Outcome> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { done: false, why: i18n.t('reading.notPointed') };
  const answer = await ask<unknown>((message) => browser.runtime.sendMessage(message), { type: 'pointAtName', tabId: tab.id });
  const pointed = answer.ok ? PointedAt.safeParse(answer.value).data : undefined;
  return pointed ? setPointed(siteId, pointed.selector) : { done: false, why: i18n.t('reading.notPointed') };
}

/** Keeps where the name stands, or forgets it; the page in front is read anew. */
export async function setPointed(siteId: string, selector: string | null): Promise<Outcome> {
  const outcome = await perform('setPointed', { siteId, selector });
  readAgain();
  return outcome;
}
