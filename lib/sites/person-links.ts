import type { ProfileKey } from '../model/profile';
import { profileKeyOf } from './profile-key';
import type { LinkHooks } from './site';
import { siteAt } from './site-at';

/** A link whose text is somebody's name, and the card, row, post or comment in which it stands for them. */
export type PersonLink = { anchor: HTMLAnchorElement; key: ProfileKey; card: Element };

/** Where no site's links to people are met: navigation, what is there for the eye alone, and drawings. */
const NEVER = 'nav, footer, [role="banner"], [role="navigation"], [role="contentinfo"], [aria-hidden="true"], svg';
const CARD = 'li, article, tr, [role="listitem"]';

/**
 * The links to people below `root` of the page at `here`, by their addresses alone: one for each card and person, which is the one that
 * reads as a name. Whom the page itself is about is left out: they have the annotation. Never changes the page.
 */
export function personLinks(root: ParentNode, here: URL): PersonLink[] {
  return personLinksAmong([...root.querySelectorAll<HTMLAnchorElement>('a[href]')], here);
}

/** The same among these links, in the order of the page; all links of a card must be among them. */
export function personLinksAmong(anchors: readonly HTMLAnchorElement[], here: URL): PersonLink[] {
  const hooks = siteAt(here)?.links ?? {};
  const keyOf = reader(here);
  const own = profileKeyOf(here)?.key;
  const best = new Map<Element, Map<ProfileKey, HTMLAnchorElement>>();
  for (const anchor of anchors) {
    const key = keyOf(anchor);
    if (key === undefined || key === own || !readsAsName(anchor, hooks)) continue;
    const card = cardOf(anchor, here);
    const people = best.get(card) ?? new Map<ProfileKey, HTMLAnchorElement>();
    best.set(card, people);
    const rival = people.get(key);
    if (!rival || isBetter(anchor, rival)) people.set(key, anchor);
  }
  const links = [...best].flatMap(([card, people]) => [...people].map(([key, anchor]) => ({ anchor, key, card })));
  const chosen = new Map(links.map(({ anchor, key }) => [anchor, key]));
  return links.filter(({ anchor, key }) => ![...anchor.querySelectorAll<HTMLAnchorElement>('a[href]')].some((inner) => chosen.get(inner) === key));
}

/** The card a link stands in; without one, what directly holds it. */
export function cardOf(anchor: Element, here: URL): Element {
  const { card } = siteAt(here)?.links ?? {};
  return anchor.closest(card ? `${card}, ${CARD}` : CARD) ?? anchor.parentElement ?? anchor;
}

/** Avatars and names link to the same address, so each is read once. */
function reader(here: URL): (anchor: HTMLAnchorElement) => ProfileKey | undefined {
  const read = new Map<string, ProfileKey | undefined>();
  return (anchor) => {
    const href = anchor.getAttribute('href') ?? '';
    if (!read.has(href)) {
      const url = URL.parse(href, here);
      read.set(href, url ? profileKeyOf(url)?.key : undefined);
    }
    return read.get(href);
  };
}

function readsAsName(anchor: HTMLAnchorElement, { name, ignore }: LinkHooks): boolean {
  if (name && !anchor.matches(name)) return false;
  return /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]/u.test(anchor.textContent ?? '') && !anchor.closest(ignore ? `${ignore}, ${NEVER}` : NEVER);
}

/** Inside a card that is a link as a whole the name is a link once more; a picture may have words for those who cannot see it. */
function isBetter(anchor: HTMLAnchorElement, rival: HTMLAnchorElement): boolean {
  return rival.contains(anchor) || (hasPicture(rival) && !hasPicture(anchor));
}

function hasPicture(anchor: HTMLAnchorElement): boolean {
  return anchor.querySelector('img, svg, picture, figure') !== null;
}
