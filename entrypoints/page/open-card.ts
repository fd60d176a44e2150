import { CARD_HEIGHT, CARD_WIDTH } from './style-sheets';

const GAP = 6;

/**
 * Opens a card in the window: under the badge, above it where there is no room below, never beyond the edge.
 * A card that is always there stays in the lower left corner instead of covering what stands beside the name.
 */
export function openCard(card: HTMLElement, badge: Element, always = false): void {
  const { bottom, left, top } = badge.getBoundingClientRect();
  const below = always ? innerHeight - CARD_HEIGHT - 2 * GAP : bottom + GAP;
  const above = Math.max(GAP, top - GAP - CARD_HEIGHT);
  card.style.left = `${always ? 2 * GAP : Math.max(GAP, Math.min(left, innerWidth - CARD_WIDTH - GAP))}px`;
  card.style.top = `${below + CARD_HEIGHT <= innerHeight ? below : above}px`;
  card.showPopover();
}

/** Calls `then` when a card is to close: at Escape, when anything is scrolled, for a card moves with nothing of the page, and at these events of the window. */
export function onDismissed(types: readonly string[], then: () => void, signal: AbortSignal): void {
  // What is no key is as good as one.
  const look = ({ key = 'Escape' }: Event & { key?: string }) => {
    if (key === 'Escape') then();
  };
  for (const type of ['keydown', 'scroll', ...types]) addEventListener(type, look, { capture: true, signal });
}
