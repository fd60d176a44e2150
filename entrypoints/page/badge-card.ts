import type { Annotation } from '../../lib/model/annotation';
import { createCard, lines, sheet } from './drawn';
import { isDark } from './is-dark';
import { openCard } from './open-card';
import { CARD_HEIGHT, CARD_WIDTH, INSIDE } from './style-sheets';

/**
 * As beside a name, a page is told how large the largest text is that was painted. So the largest is always this, from before anybody
 * is looked up: letters that nobody sees, in a corner, larger than those of badges and card.
 */
const CORNER = `:host{all:initial!important;display:block!important;position:fixed!important;inset:auto auto 0 0!important;width:${CARD_WIDTH}px!important;height:${CARD_HEIGHT}px!important;\
contain:strict!important;pointer-events:none!important;user-select:none!important}i::before{content:"MMMM"/"";font:100px/200px sans-serif}`;

/**
 * One card for all badges of a page, in the top layer while it is open. It opens for strangers as well, without words and not to be
 * seen: a page can tell that something is over its elements, but not what. Wholly transparent it would not count.
 */
export function createBadgeCard() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const card = createCard();
  root.append(document.createElement('i'), card);
  const say = (words?: Annotation['card']) => {
    card.replaceChildren(...(words ? lines(words) : []));
    card.style.opacity = words ? '1' : '.001';
  };

  return {
    mount() {
      if (host.isConnected) return;
      document.documentElement.append(host);
      root.adoptedStyleSheets = [INSIDE, CORNER].map(sheet);
    },
    open(beside: Element) {
      if (!host.isConnected) return;
      say();
      card.dataset.scheme = isDark(beside) ? 'dark' : 'light';
      openCard(card, beside);
    },
    say,
    hide() {
      card.hidePopover();
      card.replaceChildren();
    },
    remove: () => host.remove(),
  };
}
