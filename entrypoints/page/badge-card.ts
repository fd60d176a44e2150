import type { LinkBadge } from '../../lib/model/link-badge';
import { cardPlace } from './card-place';
import { isDark } from './is-dark';
import { CARD_HEIGHT, CARD_WIDTH, INSIDE } from './style-sheets';

/**
 * As beside a name, a page is told how large the largest text is that was painted. So the largest is always this, from before anybody
 * is looked up: letters that nobody sees, in a corner, larger than those of badges and card.
 */
const CORNER = `:host{all:initial!important;display:block!important;position:fixed!important;inset:auto auto 0 0!important;width:${CARD_WIDTH}px!important;height:${CARD_HEIGHT}px!important;
contain:strict!important;pointer-events:none!important;direction:ltr!important}
:host::before{content:"MMMM"/""!important;position:absolute;inset:0;z-index:auto!important;font:100px/200px sans-serif!important;white-space:pre;overflow:hidden;color:rgb(255 255 255/.004)!important}`;

/** One card for all badges of a page, in the top layer while it is open. */
export function createBadgeCard() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: false });
  const card = document.createElement('div');
  card.popover = 'manual';
  card.ariaHidden = 'true';
  root.append(card);

  return {
    mount() {
      if (host.isConnected) return;
      document.documentElement.append(host);
      root.adoptedStyleSheets = [INSIDE, CORNER].map(sheet);
    },
    show({ card: { title, rows } }: LinkBadge, beside: Element) {
      if (title === '' || !host.isConnected) return this.hide();
      card.dataset.scheme = isDark(beside) ? 'dark' : 'light';
      card.replaceChildren(line('title', title), ...rows.map((row) => line('row', row.text, row.label)));
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

function line(className: string, text: string, label?: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.dataset.text = text;
  if (label !== undefined) element.dataset.label = label;
  return element;
}

function sheet(css: string): CSSStyleSheet {
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  return styles;
}
