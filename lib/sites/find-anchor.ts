import { attempt } from './attempt';
import { profileKeyOf } from './profile-key';

/**
 * The element that holds the name of the person `url` is about, beside which the annotation stands. Undefined where the URL is no
 * person's, while the page still shows somebody else, and where the page has changed too much to tell.
 */
export function findAnchor(page: Document, url: URL): Element | undefined {
  const found = profileKeyOf(url);
  if (!found) return undefined;
  const { site, handle } = found;
  return (
    attempt(() => {
      const subject = site.subject(page, handle);
      return subject && site.anchor({ page, subject, handle });
    }) ?? undefined
  );
}
