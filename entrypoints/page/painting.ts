import type { Annotation } from '../../lib/model/annotation';
import { isDark } from './is-dark';
import { createCard, lines, sheet } from './drawn';
import { openCard } from './open-card';
import { BESIDE_NAME, CORNER, INSIDE } from './style-sheets';

/** The annotation's element in the page. */
export type Painting = ReturnType<typeof createPainting>;

/**
 * One anonymous element with a closed root, of one size for everyone. No text node in it: words are attributes that the style
 * sheet draws as generated content, which `window.find`, selection and the page's fonts do not reach, and screen readers do.
 * What is larger than the element is drawn in the top layer, where it moves and catches nothing of the page.
 */
export function createPainting(onPress: () => void) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: false });
  const inside = sheet(INSIDE);
  const besideName = sheet(BESIDE_NAME);
  const corner = sheet(CORNER);
  const button = document.createElement('button');
  const card = createCard();
  button.style.userSelect = 'none';
  root.append(document.createElement('i'), button, card);

  let mounted = false;
  let orphaned = false;
  let annotation: Annotation | undefined;

  // A document that adopts a host takes its style sheets away, and with them the one size for everyone.
  const isMounted = () => host.isConnected && root.adoptedStyleSheets.length > 0;
  const attend = () => {
    if (annotation?.mode === 'hover') showCard();
  };
  const leave = () => {
    if (annotation?.mode !== 'always') card.hidePopover();
  };
  const press = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    // A click that a script made opens nothing.
    if (event.isTrusted && annotation) onPress();
  };
  const showCard = () => {
    if (isMounted()) openCard(card, host, annotation?.mode === 'always');
  };
  button.addEventListener('pointerenter', attend);
  button.addEventListener('focus', attend);
  button.addEventListener('pointerleave', leave);
  button.addEventListener('blur', leave);
  button.addEventListener('click', press);
  // A name is often a link: nothing that is done to the badge is done to it.
  button.addEventListener('auxclick', (event) => event.preventDefault());
  for (const type of ['auxclick', 'mousedown', 'pointerdown', 'keydown', 'keyup']) button.addEventListener(type, (event) => event.stopPropagation());

  const mount = (placement: CSSStyleSheet, into: Element) => {
    // Pages can put the very name they want it beside into it.
    if (host.contains(into)) return;
    into.append(host);
    root.adoptedStyleSheets = [placement, inside];
    mounted = true;
    painting.followPage();
    if (annotation) draw();
  };
  const draw = () => {
    if (!annotation) return;
    const off = annotation.mode === 'off';
    button.className = orphaned ? 'orphaned' : off ? 'off' : annotation.state;
    button.disabled = off;
    button.dataset.label = orphaned ? annotation.reloadLabel : annotation.label;
    button.ariaLabel = orphaned ? annotation.reloadLabel : annotation.spoken;
    button.ariaDescription = annotation.card.rows.map(({ label, text }) => `${label}: ${text}`).join('. ');
    card.replaceChildren(document.createElement('i'), ...lines(annotation.card));
    if (annotation.mode === 'always' && !orphaned) showCard();
    else if (card.matches(':popover-open') && (annotation.mode !== 'hover' || orphaned)) card.hidePopover();
  };

  const painting = {
    mountIn: (anchor: Element) => mount(besideName, anchor),
    mountInCorner: () => mount(corner, document.documentElement),
    isMounted,
    wasMounted: () => mounted,
    isBesideName: () => isMounted() && host.parentElement !== document.documentElement,
    paint(next: Annotation) {
      annotation = next;
      draw();
    },
    /** Says that only a reload brings Kith back to this page. */
    orphan() {
      orphaned = true;
      draw();
    },
    /** Takes over the page's light or dark. */
    followPage() {
      button.dataset.scheme = card.dataset.scheme = isDark(host) ? 'dark' : 'light';
    },
    remove: () => host.remove(),
  };
  return painting;
}
