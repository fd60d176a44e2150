import type { Annotation } from '../../lib/model/annotation';
import { isDark } from './is-dark';
import { createCard, lines, sheet } from './drawn';
import { onDismissed, openCard } from './open-card';
import { BESIDE_NAME, CORNER, INSIDE } from './style-sheets';

/** The annotation's element in the page. */
export type Painting = ReturnType<typeof createPainting>;

/**
 * One anonymous element with a closed root, of one size for everyone. No text node in it: words are attributes that the style
 * sheet draws as generated content, which `window.find`, selection and the page's fonts do not reach, and screen readers do.
 * What is larger than the element is drawn in the top layer, where it moves and catches nothing of the page.
 */
export function createPainting(onPress: () => void, signal: AbortSignal) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
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
  for (const type of ['pointerenter', 'focus']) button.addEventListener(type, attend);
  for (const type of ['pointerleave', 'blur']) button.addEventListener(type, leave);
  onDismissed([], leave, signal);
  button.addEventListener('click', press);
  // A name is often a link: nothing that is done to the badge is done to it.
  button.addEventListener('auxclick', (event) => event.preventDefault());
  for (const type of ['auxclick', 'mousedown', 'pointerdown', 'keydown', 'keyup']) button.addEventListener(type, (event) => event.stopPropagation());

  const mount = (placement: string, into: Element) => {
    // Pages can put the very name they want it beside into it.
    if (host.contains(into)) return;
    into.append(host);
    root.adoptedStyleSheets = [placement, INSIDE].map(sheet);
    mounted = true;
    drawInFrame();
  };
  /** Right before the page is laid out for what is shown next: asking for its colours at any other moment has it styled once more. */
  const drawInFrame = () => {
    if (annotation && mounted) requestAnimationFrame(draw);
  };
  const draw = () => {
    if (!annotation) return;
    painting.followPage();
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
    mountIn: (anchor: Element) => mount(BESIDE_NAME, anchor),
    mountInCorner: () => mount(CORNER, document.documentElement),
    isMounted,
    wasMounted: () => mounted,
    isBesideName: () => isMounted() && host.parentElement !== document.documentElement,
    paint(next: Annotation) {
      annotation = next;
      drawInFrame();
    },
    /** Says that only a reload brings Kith back to this page. */
    orphan() {
      orphaned = true;
      drawInFrame();
    },
    /** Takes over the page's light or dark. */
    followPage() {
      button.dataset.scheme = card.dataset.scheme = isDark(host) ? 'dark' : 'light';
    },
  };
  signal.addEventListener('abort', () => host.remove());
  return painting;
}
