import type { Annotation } from '../../lib/model/annotation';
import type { Badge } from './badge';
import type { createBadgeCard } from './badge-card';
import { isOrphaned } from './extension';
import { onDismissed } from './open-card';

/** The card is for whoever stays, not for whoever passes. */
const STAY_MILLISECONDS = 50;

/** What people press. */
const PRESSED = 'a, button, input, select, label, summary, [role=button], [tabindex]';

type Badges = {
  /** By the links they stand beside. */
  all: ReadonlyMap<Element, Badge>;
  card: ReturnType<typeof createBadgeCard>;
  /** What the card says of somebody who is known. */
  wordsAbout: (badge: Badge) => Promise<Annotation['card'] | undefined>;
  open: (badge: Badge) => void;
};

/**
 * Hover, focus and click. A badge lets the pointer through, so that a page cannot feel for it; where the pointer is, is compared with
 * where badges are, before anything of the page hears of it. What is done to a badge is not done to the link.
 * To be told by `redrawn` when badges changed under the pointer.
 */
export function attendBadges({ all, card, wordsAbout, open }: Badges, signal: AbortSignal) {
  let over: Badge | undefined;
  let pointer: MouseEvent | undefined;

  const turnTo = (badge: Badge | undefined) => {
    if (badge === over) return;
    over = badge;
    if (!badge) return card.hide();
    card.open(badge.box);
    void tell(badge);
  };
  const tell = async (badge: Badge) => {
    const words = badge.shown && (await wordsAbout(badge));
    if (badge === over) card.say(words);
  };
  const moved = (event: PointerEvent) => {
    if (!event.isTrusted || all.size === 0) return;
    if (!pointer) setTimeout(requestAnimationFrame, STAY_MILLISECONDS, look);
    pointer = event;
  };
  const look = () => {
    if (pointer && !signal.aborted) turnTo(hit(pointer, ({ box }) => box));
    pointer = undefined;
  };
  const hit = ({ clientX: x, clientY: y, target }: MouseEvent, part: (badge: Badge) => Element | undefined) => {
    for (const badge of all.values()) {
      const { left, right, top, bottom } = part(badge)?.getBoundingClientRect() ?? new DOMRect();
      if (x >= left && x < right && y >= top && y < bottom && !isCovered(badge, target)) return badge;
    }
    return undefined;
  };
  const caught = (event: MouseEvent) => {
    // Without a count it is a click that a key made, on the link.
    if (!event.isTrusted || (event.type === 'click' && event.detail === 0)) return;
    const badge = hit(event, ({ shown }) => shown?.mark);
    if (!badge) return;
    event.stopImmediatePropagation();
    if (!event.type.startsWith('pointer')) event.preventDefault();
    if (event.type !== 'click' || event.button !== 0) return;
    if (isOrphaned()) location.reload();
    else open(badge);
  };
  const focused = ({ isTrusted, target }: Event) => {
    if (isTrusted && target instanceof Element && target.matches(':focus-visible')) turnTo(all.get(target));
  };
  const away = () => turnTo(undefined);

  const listening = { capture: true, signal };
  addEventListener('pointermove', moved, listening);
  addEventListener('focusin', focused, listening);
  onDismissed(['pointerleave', 'focusout'], away, signal);
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dragstart'] as const) addEventListener(type, caught, listening);
  return {
    redrawn() {
      if (over && all.has(over.anchor)) void tell(over);
      else away();
    },
  };
}

/**
 * Whether the pointer is on something else of the page: the name's end, beside which the badge stands, is not to be seen there, being cut
 * off, scrolled out of sight or behind something, or what can be pressed is nearer than the badge. A link over the whole card is over both.
 */
function isCovered({ anchor, card, host, box }: Badge, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  const { left, top } = host.getBoundingClientRect();
  const back = box.getBoundingClientRect().left < left ? 2 : -2;
  const seen = document.elementFromPoint(left + back, top - 3);
  if (anchor.contains(seen)) return Element.prototype.closest.call(target, PRESSED)?.contains(anchor) === false;
  const [first = new DOMRect()] = anchor.getClientRects();
  return seen !== target || !card.contains(seen) || document.elementFromPoint(first.left + 2, first.top + first.height / 2) !== seen;
}
