import type { ProfileKey } from '../model/profile';
import { attempt } from './attempt';
import { isTheirPage } from './elements';
import { profileKeyOf } from './profile-key';

import type { Site, View } from './site';

/** A person in front of a reader. */
export type Subject = { site: Site; key: ProfileKey; view: View };

/** Whether a page of `site` is evidently an organisation's. Never throws. */
export function showsOrganisation(page: Document, site: Site | undefined): boolean {
  const css = site?.organisation;
  return css !== undefined && attempt(() => page.querySelector(css) !== null) === true;
}

/** The person of an address as a page shows them. Undefined where the address is no person's, and while the page shows somebody else, or nobody. */
export function findSubject(page: Document, url: URL): Subject | undefined {
  const found = profileKeyOf(url);
  if (!found) return undefined;
  const { site, key, handle } = found;
  const isTheirs = (href: string) => {
    const linked = URL.parse(href, url.href);
    return linked !== null && profileKeyOf(linked)?.key === key;
  };
  const subject = attempt(() => (site.subject ? site.subject({ page, handle, isTheirs }) : isTheirPage(page, isTheirs) ? page : undefined));
  return subject && { site, key, view: { page, subject, handle, isTheirs } };
}
