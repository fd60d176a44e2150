import { ask } from '../../lib/messaging/client';
import type { SomebodyHere } from '../../lib/messaging/protocol';
import { siteAt } from '../../lib/sites/site-at';
import { isSeen } from './after-name';
import { attend } from './attend';
import { send } from './extension';

/** What a page says of its person may come after the page. */
const MOST_TIMES = 3;
const ASK_AGAIN_MILLISECONDS = 2000;

/**
 * On a site that Kith knows nothing of, but was switched on for: stands beside the person if the page shows one. Whether it does is
 * the page's own doing, so where the annotation appears says nothing of whom the user knows.
 */
export async function attendAnybody(signal: AbortSignal): Promise<void> {
  for (let times = 0; times < MOST_TIMES && !siteAt(location); times++) {
    const answer = await ask<SomebodyHere | null>(send, { type: 'whoIsThis' });
    if (signal.aborted) return;
    if (answer.ok && answer.value) {
      const { key, name } = answer.value;
      return attend(key, signal, () => (name === undefined ? undefined : headingWith(name)));
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLISECONDS));
  }
}

/** A name for machines, or for screen readers alone, has no place beside it. */
function headingWith(name: string): Element | undefined {
  return [...document.querySelectorAll('h1, h2, [itemprop=name], .p-name')].find(
    (heading) => folded(heading).startsWith(name) && heading.checkVisibility() && isSeen(heading),
  );
}

function folded(element: Element): string {
  return element.textContent.trim().replace(/\s+/g, ' ');
}
