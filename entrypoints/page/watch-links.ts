import { cardOf } from '../../lib/sites/person-links';

/**
 * Changes are looked at right before the frame that shows them is laid out, so that it is laid out once; at most so often, and what does
 * not fit into a slice waits for the page to be idle.
 */
const COLLECT_MILLISECONDS = 100;
const PATIENCE_MILLISECONDS = 400;
/** How long is worked at once; the rest waits for the next idle moment. */
const SLICE_MILLISECONDS = 12;
/** A link is attended to when it comes so near to what is seen, in pixels: a page may hold thousands that nobody scrolls to. */
const NEAR = 600;
/**
 * The browser follows each watched element whenever the page is laid out. Of the links in the cards of one list, so many that stand under each
 * other no farther apart than what is near is high, the first and the last are watched for those between them until one of the two is near.
 */
const RUN = 16;
const RUN_HEIGHT = 2 * NEAR;
const RUN_WIDTH = 100;
/**
 * So few new links are looked at where they are found, before the page is laid out with them: to be told which of them are near takes the browser
 * a frame more, and with it another layout and painting for their badges.
 */
const FEW = 40;
/** How often it is looked whether they still stand in the page. */
const LOOK_AFTER_MILLISECONDS = 1000;

type Run = { links: HTMLAnchorElement[]; box?: DOMRectReadOnly };

type Observer = {
  /** Whether a link that came near is one to a person. */
  concerns: (link: HTMLAnchorElement) => boolean;
  /** All links of a card, of which some came near and are new, have new text or a new address. */
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
  /** Cards with a link that came near. */
  const waiting = new Set<Element>();
  const runs = new Map<Element, Run>();
  let isThinner = false;
  let isScheduled = false;
  let last = Number.NEGATIVE_INFINITY;

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
  const cameNear = (link: Element, here: URL) => {
    if (link instanceof HTMLAnchorElement && concerns(link)) waiting.add(cardOf(link, here));
  };
  const nearby = new IntersectionObserver(
    (entries) => {
      const here = new URL(location.href);
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const run = runs.get(target);
        if (run) {
          const { top, left } = (run.box ??= box);
          if (isIntersecting || Math.abs(top - box.top) > RUN_HEIGHT || Math.abs(left - box.left) > RUN_WIDTH) watch(run.links);
          continue;
        }
        // What has no box of its own, as with display: contents, is never near anything.
        if (!isIntersecting && box.width > 0) continue;
        nearby.unobserve(target);
        cameNear(target, here);
      }
      schedule();
    },
    { rootMargin: `${NEAR}px` },
  );
  /** Watches each of them, or where these are the ends of a run for all in it. */
  const watch = (links: readonly HTMLAnchorElement[], run?: Run) => {
    for (const link of links) {
      if (run) runs.set(link, run);
      else runs.delete(link);
      // To be told of it anew.
      nearby.unobserve(link);
      nearby.observe(link);
    }
  };
  const breakUp = (isBroken: (end: Element) => boolean) => {
    for (const [end, { links }] of runs) if (isBroken(end)) watch(links);
  };
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
    const here = new URL(location.href);
    const areFew = unsorted.length <= FEW;
    while (unsorted.length > 0 && performance.now() < end) {
      const links = unsorted.splice(-RUN).filter(({ textContent }) => textContent !== '');
      // What stands between two cards of one list stands in that list.
      const ends = [...links.slice(0, 1), ...links.slice(-1)];
      const [list, another] = ends.map((link) => cardOf(link, here).parentElement);
      if (areFew) {
        for (const link of links) {
          // What is not shown yet is watched until it is.
          if (link.checkVisibility()) cameNear(link, here);
          else watch([link]);
        }
      } else if (list !== another) watch(links);
      else watch(ends, { links });
    }
    for (const card of waiting) {
      if (performance.now() > end) break;
      waiting.delete(card);
      // All links of the card: which of them reads as the name is told by comparing them.
      const links = linksAround(card);
      for (const link of links) nearby.unobserve(link);
      appeared(links);
    }
    if (waiting.size === 0 && settled(end) && unsorted.length === 0) return;
    isScheduled = true;
    requestIdleCallback(look, { timeout: PATIENCE_MILLISECONDS });
  };

  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
  // What is scrolled by itself may be lower than a run of links in it.
  const scrolled = ({ target }: Event) => breakUp((end) => target instanceof Element && target.contains(end));
  addEventListener('scroll', scrolled, { capture: true, signal });
  const timer = setInterval(breakUp, LOOK_AFTER_MILLISECONDS, (end: Element) => !end.checkVisibility());
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
    nearby.disconnect();
  });
  added.add(document.documentElement);
  schedule();
  return {
    lookAgain(element: Element) {
      added.add(element);
      schedule();
    },
    ignore: () => void observer.takeRecords(),
  };
}

/** The links in an element, and the one it is in. By the prototype: a form's own methods are whatever fields of it have these names. */
function linksAround(element: Element): HTMLAnchorElement[] {
  const around = Element.prototype.closest.call(element, 'a[href]');
  const inside = Element.prototype.querySelectorAll.call(element, 'a[href]');
  return [around, ...inside].filter((link) => link instanceof HTMLAnchorElement);
}
