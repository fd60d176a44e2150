import { attempt } from './attempt';
import { readSubject } from './read-profile';
import { line } from './readers';

/**
 * The element that holds the name of the person `url` is about, beside which the annotation stands. Undefined where the URL is no
 * person's, while the page still shows somebody else, and where the page has changed too much to tell.
 */
export function findAnchor(page: Document, url: URL): Element | undefined {
  const found = readSubject(page, url);
  if (!found) return undefined;
  const { site, view } = found;
  const { anchor } = site;
  return attempt(() => (anchor ? anchor(view) : headingWith(view.subject, found.read('name')?.text ?? view.handle))) ?? undefined;
}

function headingWith(subject: ParentNode, name: string): Element | undefined {
  return [...subject.querySelectorAll('h1, h2, [itemprop="name"], .p-name')].find((heading) => line(heading.textContent)?.startsWith(name));
}
