import { findSubject } from './find-subject';
import { profileKeyOf } from './profile-key';

/** Whether a page evidently shows another person of its site than its address says, as in-app sites do for a while after that changed. */
export function showsAnother(page: Document, url: URL): boolean {
  const here = profileKeyOf(url);
  if (!here || findSubject(page, url)) return false;
  const others = new Map<string, URL>();
  for (const element of page.querySelectorAll('link[rel="canonical"], meta[property="og:url"], a[href]')) {
    const address = URL.parse(element.getAttribute('href') ?? element.getAttribute('content') ?? '', url.href);
    const person = address && profileKeyOf(address);
    if (person && person.site === here.site && person.key !== here.key) others.set(person.key, address);
  }
  return others.values().some((address) => findSubject(page, address) !== undefined);
}
