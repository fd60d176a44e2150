import type { LinkBadge } from '../../lib/model/link-badge';
import type { PersonLink } from '../../lib/sites/person-links';
import { BADGE } from './badge-style';
import { sheet } from './drawn';

/** What stands beside one link: an element of no size, and a box of one size on it, for strangers as for people one knows. */
export type Badge = PersonLink & {
  /** The address the link had. */
  readonly href: string | null;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** In which it is drawn, if anything is. */
  readonly box: HTMLElement;
  /** What is drawn, and what of it a click may hit. */
  shown?: { badge: LinkBadge; mark: HTMLElement } | undefined;
};

/** Puts a badge after `place`, empty. */
export function mountBadge(link: PersonLink, href: string | null, place: ChildNode): Badge {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const point = document.createElement('div');
  const box = document.createElement('p');
  root.adoptedStyleSheets = [sheet(BADGE)];
  // Without its style sheets, which a document that adopts a host takes away, nothing is there.
  point.style.display = 'none';
  point.append(box);
  root.append(point);
  place.after(host);
  return { ...link, href, host, root, box };
}

/** Draws a badge, or nothing. */
export function drawBadge(badge: Badge, says: LinkBadge | undefined, dark: boolean): void {
  badge.box.replaceChildren();
  badge.shown = undefined;
  if (!says) return;
  const mark = document.createElement('b');
  mark.style.userSelect = 'none';
  mark.className = says.state;
  mark.dataset.label = says.label;
  mark.dataset.scheme = dark ? 'dark' : 'light';
  mark.role = 'img';
  mark.ariaLabel = says.spoken;
  badge.box.append(mark);
  badge.shown = { badge: says, mark };
}

/** Whether it still stands where it was put, beside the link it was put beside. */
export function isStanding({ anchor, host, root, href }: Badge): boolean {
  return host.isConnected && root.adoptedStyleSheets.length > 0 && anchor.isConnected && anchor.getAttribute('href') === href;
}
