import { LETTER } from '../../lib/sites/person-links';

/** How far out of the name's own element a place is looked for. */
const MOST_STEPS = 4;

/**
 * The node of a link after which a badge takes no room: in running text, right after the name, outside what cuts long names off. As a
 * part of a flex or grid layout it would be given gaps. Undefined where there is no such place, or the link has no text that is seen.
 */
export function afterName(link: HTMLAnchorElement): ChildNode | undefined {
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
    const holder = text.parentElement;
    if (holder && LETTER.test(text.data) && isSeen(holder)) return placeFrom(lastOf(text, link));
  }
  return undefined;
}

/** The last of the pieces in which a name is written, one after the other in one line: `<em>Ada</em> Example`. */
function lastOf(piece: ChildNode, link: Element): ChildNode {
  let last = piece;
  for (let at = piece; ; ) {
    const next: ChildNode | null = at.nextSibling;
    const around: Element | null = at.parentElement;
    const through = next ?? around;
    if (!through || through === link || (through instanceof Element && getComputedStyle(through).display !== 'inline')) return last;
    if (next && LETTER.test(next.textContent ?? '')) last = next;
    at = through;
  }
}

function placeFrom(name: ChildNode): ChildNode | undefined {
  const outwards: Element[] = [];
  for (let at = name.parentElement; at && outwards.length < MOST_STEPS; at = at.parentElement) outwards.push(at);
  const styles = outwards.map((element) => getComputedStyle(element));
  const outermostCut = styles.findLastIndex(isCutOff);
  let nearest: ChildNode | undefined;
  let after: ChildNode = name;
  for (const [step, { display }] of styles.entries()) {
    if (!/flex|grid|contents/.test(display)) {
      if (step > outermostCut) return after;
      nearest ??= after;
    }
    // After a block the badge would stand on the next line.
    if (!/^(?:inline|contents)/.test(display)) break;
    after = outwards[step] ?? name;
  }
  return nearest;
}

function isCutOff({ overflowX, textOverflow, webkitLineClamp }: CSSStyleDeclaration): boolean {
  return overflowX !== 'visible' && (textOverflow === 'ellipsis' || /^\d/.test(webkitLineClamp));
}

/** Words for screen readers alone are cut down to a pixel, or not drawn. */
export function isSeen(holder: Element): boolean {
  const { display, visibility, position, overflowX, clip, clipPath } = getComputedStyle(holder);
  return display !== 'none' && visibility === 'visible' && !(position === 'absolute' && (overflowX !== 'visible' || clip !== 'auto' || clipPath !== 'none'));
}
