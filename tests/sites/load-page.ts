import { parseHTML } from 'linkedom';
import { type PersonLink, personLinksAmong } from '../../lib/sites/person-links';

/**
 * A document to read, made without a browser. linkedom leaves nested links nested, as they are in the live pages; an HTML5 parser
 * would tear them apart.
 */
export function loadPage(html: string): Document {
  return parseHTML(html).document;
}

/** All links to people of a page, as they are found once somebody has scrolled through it. */
export function personLinks(page: Document, here: URL): PersonLink[] {
  return personLinksAmong([...page.querySelectorAll<HTMLAnchorElement>('a[href]')], here);
}
