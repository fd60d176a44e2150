import type { ProfileKey } from '../model/profile';
import { profileKeyOf, siteAtHome } from './profile-key';

/** A link whose text is somebody's name, and the card, row, post or comment in which it stands for them. */
export type PersonLink = { anchor: HTMLAnchorElement; key: ProfileKey; card: Element };

/**
 * Where no site's links to people are met: navigation, the page's own foot, what is there for the eye alone, drawings, and text that is being
 * written, with which a badge would be sent. At the foot of an article stands who wrote it.
 */
const NEVER =
  'nav, footer:not(article footer), [role=banner], [role=navigation], [role=contentinfo], [aria-hidden=true], svg, [contenteditable]:not([contenteditable=false])';
const CARD = 'li, article, tr, [role=listitem]';

/**
 * The links to people among these, in the order of the page at `here`, by their addresses alone: one for each card and person, which is
 * the one that reads as a name; all links of a card must be among them. Whom the page itself is about is left out: they have the
 * annotation. Never changes the page.
 */
export function personLinksAmong(anchors: readonly HTMLAnchorElement[], here: URL): PersonLink[] {
  const keyOf = reader(here);
  const best = new Map<Element, Map<ProfileKey, HTMLAnchorElement>>();
  for (const anchor of anchors) {
    const key = keyOf(anchor);
    if (key === undefined || !readsAsName(anchor)) continue;
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

/** Everybody linked below `root`, by a name or by a picture alone, each once. */
export function keysLinked(root: ParentNode, here: URL): ProfileKey[] {
  const anchors = [...root.querySelectorAll<HTMLAnchorElement>('a[href]')];
  return [...new Set(anchors.map(reader(here)))].filter((key) => key !== undefined);
}

/** The card a link stands in; without one, what directly holds it. */
export function cardOf(anchor: Element, here: Pick<URL, 'hostname'>): Element {
  const card = siteAtHome(here)?.links?.card;
  return anchor.closest(card ? `${card}, ${CARD}` : CARD) ?? anchor.parentElement ?? anchor;
}

/** Reads whom a link is to, passing over what is not about people and what is about a part of them. Avatars and names link to the same address, so each is read once. */
function reader(here: URL): (anchor: HTMLAnchorElement) => ProfileKey | undefined {
  const own = profileKeyOf(here)?.key;
  const ignore = siteAtHome(here)?.links?.ignore;
  const ignored = ignore ? `${ignore}, ${NEVER}` : NEVER;
  const read = new Map<string, ProfileKey | undefined>();
  return (anchor) => {
    const href = anchor.getAttribute('href') ?? '';
    if (!read.has(href)) {
      const url = URL.parse(href, anchor.baseURI ?? here);
      const key = url ? profileKeyOf(url)?.key : undefined;
      read.set(href, url && key !== undefined && isPart(url, key) ? undefined : key);
    }
    const key = read.get(href);
    return key === undefined || key === own || anchor.closest(ignored) ? undefined : key;
  };
}

/**
 * Whether an address is of a part of somebody's profile, whose links read as "412 followers": the address above it is theirs, too. What
 * stands after a number is a name, and two letters are a language.
 */
function isPart(url: URL, key: ProfileKey): boolean {
  const above = url.pathname.replace(/(?<!\/\d+)\/[^/]{3,}\/?$/, '/');
  return above !== url.pathname && profileKeyOf(URL.parse(above, url) ?? '')?.key === key;
}

/** What a name is made of. The one expression for all: for the browser to take it in is what takes long about it. */
export const LETTER = /[\p{L}\p{N}]/u;

function readsAsName({ textContent }: HTMLAnchorElement): boolean {
  const first = textContent.search(LETTER);
  return first >= 0 && LETTER.test(textContent.slice(first + 1));
}

/** Inside a card that is a link as a whole the name is a link once more; a picture may have words for those who cannot see it. */
function isBetter(anchor: HTMLAnchorElement, rival: HTMLAnchorElement): boolean {
  return rival.contains(anchor) || (hasPicture(rival) && !hasPicture(anchor));
}

/** LinkedIn draws a ghost for who has no picture (seen 2024-07). Drawings by themselves are icons, which names may have, too. */
function hasPicture(anchor: HTMLAnchorElement): boolean {
  return anchor.querySelector('img, figure, [class*=ghost]') !== null;
}
