import { ask } from '../../lib/messaging/client';
import type { SomebodyHere } from '../../lib/messaging/protocol';
import { siteAt } from '../../lib/sites/site-at';
import { attend } from './attend';
import { send } from './extension';

/**
 * On a site that Kith knows nothing of, but was switched on for: stands beside the person if the page shows one. Whether it does is
 * the page's own doing, so where the annotation appears says nothing of whom the user knows.
 */
export async function attendAnybody(signal: AbortSignal): Promise<void> {
  if (siteAt(location)) return;
  const answer = await ask<SomebodyHere | null>(send, { type: 'whoIsThis' });
  if (!answer.ok || answer.value === null || signal.aborted) return;
  const { key, name } = answer.value;
  attend(key, signal, () => (name === undefined ? undefined : headingWith(name)));
}

function headingWith(name: string): Element | undefined {
  return [...document.querySelectorAll('h1, h2, [itemprop=name], .p-name')].find((heading) => folded(heading).startsWith(name));
}

function folded(element: Element): string {
  return element.textContent.trim().replace(/\s+/g, ' ');
}
