import type { LinkBadge } from '../../lib/model/link-badge';
import { cardPlace } from './card-place';
import { createCard, lines, sheet } from './drawn';
import { isDark } from './is-dark';
import { CARD_HEIGHT, CARD_WIDTH, INSIDE } from './style-sheets';

/**
 * As beside a name, a page is told how large the largest text is that was painted. So the largest is always this, from before anybody
 * is looked up: letters that nobody sees, in a corner, larger than those of badges and card.
 */
const CORNER = `:host{all:initial!important;display:block!important;position:fixed!important;inset:auto auto 0 0!important;width:${CARD_WIDTH}px!important;height:${CARD_HEIGHT}px!important;
contain:strict!important;pointer-events:none!important;user-select:none!important!important}i::before{content:"MMMM"/"";font:100px/200px sans-serif}`;

/** One card for all badges of a page, in the top layer while it is open. */
export function createBadgeCard() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: false });
  const card = createCard();
  root.append(document.createElement('i'), card);

  return {
    mount() {
      if (host.isConnected) return;
      document.documentElement.append(host);
      root.adoptedStyleSheets = [INSIDE, CORNER].map(sheet);
    },
    show({ card: words }: LinkBadge, beside: Element) {
      if (words.title === '' || !host.isConnected) return this.hide();
      card.dataset.scheme = isDark(beside) ? 'dark' : 'light';
      card.replaceChildren(...lines(words));
      card.showPopover();
      const { left, top } = cardPlace(beside.getBoundingClientRect(), false, innerWidth, innerHeight);
      card.style.left = `${left}px`;
      card.style.top = `${top}px`;
    },
    hide() {
      card.hidePopover();
      card.replaceChildren();
    },
    remove: () => host.remove(),
  };
}
