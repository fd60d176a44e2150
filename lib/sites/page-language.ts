import { attempt } from './attempt';
import { READINGS } from './readings';
import { siteAt } from './site-at';

/** In which language a page has what it says of somebody, without its region: as its address says, else its markup. Never throws. */
export function pageLanguage(page: Document, url: URL): string | undefined {
  const site = siteAt(url);
  const said = attempt(() => (site && READINGS[site.id]?.language?.(url)) ?? page.documentElement.getAttribute('lang'));
  return /^[a-z]{2,3}(?![^_-])/.exec(said?.trim().toLowerCase() ?? '')?.[0];
}
