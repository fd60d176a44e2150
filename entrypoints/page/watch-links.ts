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
const LOOK_AFTER_MILLISECONDS = 3000;

/** Links of the page, in its order: what was found, from here to there. To touch each of thousands takes longer than to find them. */
type Run = { found: ArrayLike<Element>; from: number; to: number; box?: DOMRectReadOnly };

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
  const unsorted: { found: ArrayLike<Element>; from: number }[] = [];
  /** Cards with a link that came near. */
  const waiting = new Set<Element>();
  const runs = new Map<Element, Run>();
  const root = document.documentElement;
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
  const cameNear = (link: Element) => {
    nearby.unobserve(link);
    runs.delete(link);
    if (link instanceof HTMLAnchorElement && concerns(link)) waiting.add(cardOf(link, location));
  };
  const nearby = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const run = runs.get(target);
        if (run) {
          const { top, left } = (run.box ??= box);
          if (isIntersecting || Math.abs(top - box.top) > RUN_HEIGHT || Math.abs(left - box.left) > RUN_WIDTH) {
            // Where the few of them stand is known right now; the browser would say it a frame later.
            for (const link of linksOf(run)) {
              const { top, bottom } = link.getBoundingClientRect();
              if (top < innerHeight + NEAR && bottom > -NEAR) cameNear(link);
              else watch([link]);
            }
          }
          // What has no box of its own, as with display: contents, is never near anything.
        } else if (isIntersecting || box.width === 0) cameNear(target);
      }
      schedule();
    },
    { rootMargin: `${NEAR}px` },
  );
  /** Watches each of them that has words, or where these are the ends of a run both for all in it. */
  const watch = (links: readonly Element[], run?: Run) => {
    for (const link of links) {
      if (run) runs.set(link, run);
      else runs.delete(link);
      // To be told of it anew.
      nearby.unobserve(link);
      if (run || link.textContent) nearby.observe(link);
    }
  };
  const breakUp = (isBroken: (end: Element) => boolean) => {
    for (const [end, run] of runs) if (isBroken(end)) watch(linksOf(run));
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
    // All that is there at first is in it.
    const found = added.delete(root) ? linksBelow(root) : [...added].filter(({ isConnected }) => isConnected).flatMap(linksAround);
    added.clear();
    const end = last + SLICE_MILLISECONDS;
    if (found.length > FEW) unsorted.unshift({ found, from: 0 });
    else {
      for (const link of found) {
        // What is not shown yet is watched until it is.
        if (link.checkVisibility()) cameNear(link);
        else watch([link]);
      }
    }
    for (let next = unsorted.at(-1); next && performance.now() < end; next = unsorted.at(-1)) {
      const { found: all, from } = next;
      const to = (next.from = Math.min(from + RUN, all.length));
      if (to === all.length) unsorted.pop();
      const run = { found: all, from, to };
      const ends = [from, to - 1].flatMap((at) => all[at] ?? []);
      // What stands between two cards of one list stands in that list.
      const [list, another] = ends.map((link) => cardOf(link, location).parentElement);
      if (list === another) watch(ends, run);
      else watch(linksOf(run));
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

  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['href'] });
  // What is scrolled by itself may be lower than a run of links in it.
  const scrolled = ({ target }: Event) => breakUp((end) => target instanceof Element && target.contains(end));
  addEventListener('scroll', scrolled, { capture: true, signal });
  const timer = setInterval(breakUp, LOOK_AFTER_MILLISECONDS, (end: Element) => !end.checkVisibility());
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
    nearby.disconnect();
  });
  added.add(root);
  schedule();
  return {
    lookAgain(element: Element) {
      added.add(element);
      schedule();
    },
    ignore: () => void observer.takeRecords(),
  };
}

function linksOf({ found, from, to }: Run): Element[] {
  return Array.prototype.slice.call(found, from, to);
}

/** The links in an element, and the one it is in. */
function linksAround(element: Element): HTMLAnchorElement[] {
  const around = Element.prototype.closest.call(element, 'a[href]');
  return [around, ...linksBelow(element)].filter((link) => link instanceof HTMLAnchorElement);
}

/** The links in an element. By the prototype: a form's own methods are whatever fields of it have these names. */
function linksBelow(element: Element): NodeListOf<Element> {
  return Element.prototype.querySelectorAll.call(element, 'a[href]');
}
