import type { LinkBadge } from '../../lib/model/link-badge';
import type { Badge } from './badge';
import { isOrphaned } from './extension';

type Badges = {
  /** Those that say something. */
  shown: ReadonlySet<Badge>;
  badgeOf: (link: Element) => Badge | undefined;
  card: { show(badge: LinkBadge, beside: Element): void; hide(): void };
  open: (badge: Badge) => void;
};

/**
 * Hover, focus and click. A badge lets the pointer through, so that a page cannot feel for it; where the pointer is, is compared with
 * where badges are drawn, before anything of the page hears of it. What is done to a badge is not done to the link.
 * To be told by `redrawn` when badges changed under the pointer.
 */
export function attendBadges({ shown, badgeOf, card, open }: Badges, signal: AbortSignal) {
  let over: Badge | undefined;
  let pointer: MouseEvent | undefined;

  const turnTo = (badge: Badge | undefined) => {
    if (badge === over) return;
    over = badge;
    if (badge?.shown) card.show(badge.shown.badge, badge.shown.mark);
    else card.hide();
  };
  const moved = (event: PointerEvent) => {
    if (!event.isTrusted || (shown.size === 0 && !over)) return;
    if (!pointer) requestAnimationFrame(look);
    pointer = event;
  };
  const look = () => {
    if (pointer && !signal.aborted) turnTo(hit(pointer));
    pointer = undefined;
  };
  const hit = ({ clientX: x, clientY: y, target }: MouseEvent) => {
    for (const badge of shown) {
      const { left, right, top, bottom } = badge.shown?.mark.getBoundingClientRect() ?? new DOMRect();
      if (x >= left && x < right && y >= top && y < bottom && !isCovered(badge, target)) return badge;
    }
    return undefined;
  };
  const caught = (event: MouseEvent) => {
    // Without a count it is a click that a key made, on the link.
    if (!event.isTrusted || shown.size === 0 || (event.type === 'click' && event.detail === 0)) return;
    const badge = hit(event);
    if (!badge) return;
    event.stopImmediatePropagation();
    if (!event.type.startsWith('pointer')) event.preventDefault();
    if (event.type !== 'click' || event.button !== 0) return;
    if (isOrphaned()) location.reload();
    else open(badge);
  };
  const focused = ({ isTrusted, target }: Event) => {
    if (isTrusted && target instanceof Element && target.matches(':focus-visible')) turnTo(badgeOf(target));
  };
  const away = () => turnTo(undefined);
  const left = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') away();
  };

  const listening = { capture: true, signal };
  addEventListener('pointermove', moved, { ...listening, passive: true });
  addEventListener('pointerleave', away, listening);
  addEventListener('scroll', away, { ...listening, passive: true });
  addEventListener('focusin', focused, listening);
  addEventListener('focusout', away, listening);
  addEventListener('keydown', left, listening);
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dragstart'] as const) addEventListener(type, caught, listening);
  return {
    redrawn() {
      if (over?.shown && shown.has(over)) card.show(over.shown.badge, over.shown.mark);
      else away();
    },
  };
}

/** What the pointer is on stands beside the link; a dialog or a menu in front of it does not. */
function isCovered({ anchor }: Badge, target: EventTarget | null): boolean {
  if (!(target instanceof Node) || target.getRootNode() !== anchor.getRootNode()) return true;
  const both = document.createRange();
  both.selectNode(anchor);
  if (both.comparePoint(target, 0) < 0) both.setStart(target, 0);
  else if (both.comparePoint(target, 0) > 0) both.setEnd(target, 0);
  const common = both.commonAncestorContainer;
  return target !== common && (common === document.body || common === document.documentElement);
}
