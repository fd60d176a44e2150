import { CARD_HEIGHT, CARD_WIDTH } from './style-sheets';

const GAP = 6;

/**
 * Where the card goes, in pixels of the window: under the badge, above it where there is no room below, never beyond the edge.
 * A card that is always there stays in the lower left corner instead of covering what stands beside the name.
 */
export function cardPlace(badge: DOMRectReadOnly, always: boolean, width: number, height: number): { left: number; top: number } {
  if (always) return { left: 2 * GAP, top: height - CARD_HEIGHT - 2 * GAP };
  const below = badge.bottom + GAP;
  const top = below + CARD_HEIGHT <= height ? below : Math.max(GAP, badge.top - GAP - CARD_HEIGHT);
  return { left: Math.max(GAP, Math.min(badge.left, width - CARD_WIDTH - GAP)), top };
}
