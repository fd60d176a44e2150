import type { ProfileKey } from '../model/profile';
import { attempt } from './attempt';
import { isTheirPage } from './elements';
import { findSubject } from './find-subject';
import { profileKeyOf, webKey } from './profile-key';
import { sameAsOf } from './read-profile';
import { READINGS } from './readings';
import { siteAt } from './site-at';

/** Links to oneself, in the head of a page or below. */
const ME = '[rel~="me"][href]';

/** Another profile that a page says is the same person's, and how it says so. */
export type LinkedProfile = { key: ProfileKey; url: string; evidence: 'rel=me' | 'sameAs' | 'link' };

/**
 * Other profiles of the person whose page on a known site this is, as it says itself: by `rel=me`, by `sameAs` in its structured data, or
 * by a link to another site in what they write of themselves. None while the page shows somebody else; of its head only where that names this
 * address: in-app sites leave it as it was for whoever was shown first. Never throws.
 */
export function linkedFromProfile(page: Document, url: URL): LinkedProfile[] {
  const subject = findSubject(page, url);
  if (!subject) return [];
  const bio = READINGS[subject.site.id]?.bio;
  const me = isTheirPage(page, subject.view.isTheirs) ? ME : `a${ME}`;
  return linkedFrom(page, url, sameAsOf(subject), bio ? [...page.querySelectorAll(bio)] : [], me);
}

/** The same with `sameAs` and the elements about the person already found. Web pages count only where `rel` or `sameAs` says so. */
export function linkedFrom(page: Document, url: URL, sameAs: readonly string[], about: readonly Element[], me = ME): LinkedProfile[] {
  const here = profileKeyOf(url);
  const own = new Set([here?.key, webKey(url)]);
  const found = new Map<ProfileKey, LinkedProfile>();
  const add = (href: string | null, evidence: LinkedProfile['evidence']) => {
    const target = URL.parse(href ?? '', url.href);
    if (!target) return;
    const profile = profileKeyOf(target);
    const key = profile?.key ?? (evidence === 'link' || siteAt(target) || target.host === url.host ? undefined : webKey(target));
    // Within a site people link others: colleagues, employers.
    const isOther = evidence === 'link' && profile?.site === here?.site;
    if (key && !isOther && !own.has(key) && !found.has(key)) found.set(key, { key, url: target.href, evidence });
  };
  attempt(() => {
    for (const link of page.querySelectorAll(me)) add(link.getAttribute('href'), 'rel=me');
    for (const href of sameAs) add(href, 'sameAs');
    for (const element of about) for (const link of element.querySelectorAll('a[href]')) add(link.getAttribute('href'), 'link');
  });
  return [...found.values()];
}
