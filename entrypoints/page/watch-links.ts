import { cardOf } from '../../lib/sites/person-links';

/**
 * Changes are looked at right before the frame that shows them is laid out, so that it is laid out once; at most so often, and what does
 * not fit into a slice waits for the page to be idle.
 */
const COLLECT_MILLISECONDS = 100;
const PATIENCE_MILLISECONDS = 400;
/** How much is done at once; the rest waits for the next idle moment. */
const SLICE_MILLISECONDS = 12;
const LINKS_AT_ONCE = 60;
/** A link is attended to when it comes so near to what is seen, in pixels: a page may hold thousands that nobody scrolls to. */
const NEAR = '600px';

type Observer = {
  /** Whether a link that came near is one to a person. */
  concerns: (link: HTMLAnchorElement) => boolean;
  /** Links that came near and are new, have new text or a new address, with all others of a card that came with them. */
  appeared: (links: readonly HTMLAnchorElement[]) => void;
  /** All that appeared was told of: what is to be done about it, as much as fits until then; whether that was all. */
  settled: (until: number) => boolean;
  /** At once, before the page is drawn: this link leads elsewhere now. */
  readdressed: (link: Element) => void;
  /** Something was removed. */
  thinned: () => void;
};

/** Follows the links of the page until the signal ends. `lookAgain` has what is below an element looked at once more; `ignore` forgets what was just changed. */
export function watchLinks({ concerns, appeared, settled, readdressed, thinned }: Observer, signal: AbortSignal) {
  const added = new Set<Element>();
  /** The next to be looked at are the last. */
  let unsorted: HTMLAnchorElement[] = [];
  const waiting = new Set<HTMLAnchorElement>();
  let isThinner = false;
  let isScheduled = false;
  let last = 0;

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'attributes' && target instanceof Element) {
        readdressed(target);
        added.add(target);
      }
      isThinner ||= removedNodes.length > 0;
      for (const node of addedNodes) {
        const element = node instanceof Element ? node : node.parentElement;
        if (element) added.add(element);
      }
    }
    schedule();
  });
  const nearby = new IntersectionObserver(
    (entries) => {
      const here = new URL(location.href);
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        // What has no box of its own, as with display: contents, is never near anything.
        if (!isIntersecting && boundingClientRect.width > 0) continue;
        nearby.unobserve(target);
        if (!(target instanceof HTMLAnchorElement) || waiting.has(target) || !concerns(target)) continue;
        // With all others of its card: which of them reads as the name is told by comparing them.
        for (const link of linksAround(cardOf(target, here))) {
          nearby.unobserve(link);
          waiting.add(link);
        }
      }
      schedule();
    },
    { rootMargin: NEAR },
  );
  const schedule = () => {
    if (isScheduled || !(isThinner || added.size + waiting.size > 0)) return;
    isScheduled = true;
    const wait = last + COLLECT_MILLISECONDS - performance.now();
    if (wait > 0) setTimeout(requestAnimationFrame, wait, look);
    else requestAnimationFrame(look);
  };
  const look = () => {
    isScheduled = false;
    last = performance.now();
    if (signal.aborted) return;
    if (isThinner) thinned();
    isThinner = false;
    for (const element of added) if (element.isConnected) unsorted = linksAround(element).reverse().concat(unsorted);
    added.clear();
    const end = last + SLICE_MILLISECONDS;
    while (unsorted.length > 0 && performance.now() < end)
      for (const link of unsorted.splice(-LINKS_AT_ONCE)) if (link.textContent !== '') nearby.observe(link);
    while (waiting.size > 0 && performance.now() < end) appeared(nextCards(waiting));
    if (waiting.size === 0 && settled(end) && unsorted.length === 0) return;
    isScheduled = true;
    requestIdleCallback(look, { timeout: PATIENCE_MILLISECONDS });
  };

  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    nearby.disconnect();
  });
  added.add(document.documentElement);
  queueMicrotask(look);
  return {
    lookAgain(element: Element) {
      added.add(element);
      schedule();
    },
    ignore: () => void observer.takeRecords(),
  };
}

/** The next links, and as many more as their last card has. */
function nextCards(waiting: Set<HTMLAnchorElement>): HTMLAnchorElement[] {
  const here = new URL(location.href);
  const links: HTMLAnchorElement[] = [];
  let last: Element | undefined;
  for (const link of waiting) {
    if (links.length >= LINKS_AT_ONCE) {
      const card = cardOf(link, here);
      if (last && card !== last) break;
      last = card;
    }
    links.push(link);
    waiting.delete(link);
  }
  return links;
}

/** The links in an element, and the one it is in. By the prototype: a form's own methods are whatever fields of it have these names. */
function linksAround(element: Element): HTMLAnchorElement[] {
  const around = Element.prototype.closest.call(element, 'a[href]');
  const inside = Element.prototype.querySelectorAll.call(element, 'a[href]');
  return [around, ...inside].filter((link) => link instanceof HTMLAnchorElement);
}
