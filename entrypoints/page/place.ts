import type { Painting } from './painting';

/** How often the place is looked after. */
const LOOK_AFTER_MILLISECONDS = 500;
/** … and after how many of these times at whatever else may have changed. */
const LOOKS_BETWEEN = 4;
/** While the page is still being built, at most this often. */
const LOOK_OUT_MILLISECONDS = 50;
/** A page without a place for the annotation gets it in the corner of the window. */
const CORNER_AFTER_MILLISECONDS = 3000;
/** A page that keeps removing it is left alone after this many times, each waited for twice as long. */
const MOST_REMOUNTS = 5;
/** … unless it has let it stand for so long. */
const LEFT_ALONE_MILLISECONDS = 10_000;

/**
 * Puts the painting beside the name as soon as there is one, puts it back when the page redraws itself, and lets go at the end
 * of the signal; in the corner where there is no name, unless the page is `nobodys`. `lookAfter` is called now and then as well. When and
 * where depend on the page and the clock alone, never on what is known of the person.
 */
export function keepPlaced(painting: Painting, locate: () => Element | undefined, nobodys: () => boolean, lookAfter: () => void, signal: AbortSignal): void {
  const start = performance.now();
  let remounts = 0;
  let notBefore = 0;
  let inCorner = false;

  const place = () => {
    const now = performance.now();
    if (painting.isBesideName()) {
      if (now > notBefore + LEFT_ALONE_MILLISECONDS) remounts = 0;
      return;
    }
    const anchor = locate();
    const isNowhere = !painting.isMounted();
    if (!anchor && (!isNowhere || now - start < CORNER_AFTER_MILLISECONDS || nobodys())) return;
    // Out of the corner, where it was put for want of a name, it goes as soon as there is one; where else it is, the page has moved it.
    if (isNowhere ? painting.wasMounted() : !inCorner) {
      if (now < notBefore || remounts === MOST_REMOUNTS) return;
      notBefore = now + LOOK_AFTER_MILLISECONDS * 2 ** ++remounts;
    }
    if (anchor) painting.mountIn(anchor);
    else painting.mountInCorner();
    inCorner = !anchor;
    if (anchor) builder.disconnect();
  };

  let looks = 0;
  let scheduled = false;
  const builder = new MutationObserver(() => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      if (!signal.aborted) place();
    }, LOOK_OUT_MILLISECONDS);
  });
  builder.observe(document, { childList: true, subtree: true });
  const timer = setInterval(() => {
    if (document.hidden) return;
    place();
    if (looks++ % LOOKS_BETWEEN === 0) lookAfter();
    if (performance.now() - start > 10 * CORNER_AFTER_MILLISECONDS) builder.disconnect();
  }, LOOK_AFTER_MILLISECONDS);
  signal.addEventListener('abort', () => {
    builder.disconnect();
    clearInterval(timer);
  });
  place();
}
