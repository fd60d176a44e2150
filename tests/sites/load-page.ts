import { parseHTML } from 'linkedom';

/**
 * A document to read, made without a browser. linkedom leaves nested links nested, as they are in the live pages; an HTML5 parser
 * would tear them apart.
 */
export function loadPage(html: string): Document {
  return parseHTML(html).document;
}
