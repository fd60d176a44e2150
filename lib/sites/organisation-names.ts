import { attempt } from './attempt';
import { showsOrganisation } from './find-subject';
import { addresses, at, isOrganisation, jsonLdNodes, strings } from './json-ld';
import { webKey } from './profile-key';
import { line } from './readers';
import { READINGS } from './readings';
import { siteAt } from './site-at';

const MOST_NAMES = 5;

/**
 * What the organisation is called whose page this is: as its site shows and writes it, or as the page's structured data name it. None where
 * it is no organisation's page. Never throws.
 */
export function organisationNames(page: Document, url: URL): string[] {
  const site = siteAt(url);
  const isShown = site && (site.organisation === undefined || showsOrganisation(page, site));
  const shown = (isShown && attempt(() => READINGS[site.id]?.organisationNames?.(page, url))) || [];
  const described = attempt(() => describedNames(page, url)) ?? [];
  const names = [...shown, ...described].flatMap((name) => attempt(() => line(name)) ?? []);
  return [...new Set(names)].slice(0, MOST_NAMES);
}

/** Of what a page describes, the organisation whose own page it is: an article names its publisher, too. */
function describedNames(page: Document, url: URL): string[] {
  const own = webKey(url);
  const isOwn = (href: string) => own !== undefined && webKey(URL.parse(href, url.href) ?? '') === own;
  return jsonLdNodes(page)
    .filter((node) => isOrganisation(node) && addresses(node).some(isOwn))
    .flatMap((node) => strings(at(node, 'name')));
}
