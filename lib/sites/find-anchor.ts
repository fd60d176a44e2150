import { attempt } from './attempt';
import { findSubject } from './find-subject';
import { element, hasText } from './elements';
import type { View } from './site';

/**
 * The element that holds the name of the person `url` is about, beside which the annotation stands. Undefined where the URL is no
 * person's, while the page still shows somebody else, and where the page has changed too much to tell.
 */
export function findAnchor(page: Document, url: URL): Element | undefined {
  const found = findSubject(page, url);
  if (!found) return undefined;
  const { site, view } = found;
  return attempt(() => (site.anchor ? site.anchor(view) : site.name ? element(site.name)(view) : heading(view))) ?? undefined;
}

/** The heading with the handle, else the only one: of most sites no more is known than that a person's page is headed by them. */
function heading({ subject, handle }: View): Element | undefined {
  const headings = [...subject.querySelectorAll('h1')].filter(hasText);
  return headings.find((one) => one.textContent.trim().toLowerCase() === handle) ?? (headings.length === 1 ? headings[0] : undefined);
}
