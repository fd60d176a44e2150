import type { Web } from '../e2e/support/web.ts';

const SIZES = [1000, 10_000];

/** Puts the lists of links where `listAddress` and `strangersAddress` say. */
export function serveLists(web: Web): void {
  for (const links of SIZES) web.serve(listAddress(links), listPage(links, 'person'));
  web.serve(strangersAddress(1000), listPage(1000, 'stranger'));
  web.serve(denseListAddress(1000), listPage(1000, 'person', 'li{height:1px;padding:0!important}'));
}

/** A list with so many links, of which every tenth is to somebody kept. */
export function listAddress(links: number): string {
  return `https://www.linkedin.com/mynetwork/list-of-${links}/`;
}

/** A list with so many links to nobody who is kept. */
export function strangersAddress(links: number): string {
  return `https://www.linkedin.com/mynetwork/strangers-${links}/`;
}

/** A list as `listAddress` has it, so low that it is within the window as a whole: each link has its badge. */
export function denseListAddress(links: number): string {
  return `https://www.linkedin.com/mynetwork/dense-list-of-${links}/`;
}

/** Rows as a site writes them: picture and name link to the same person, and there is more beside them. */
export function rows(count: number, from = 0, who = 'person'): string {
  return Array.from({ length: count }, (_, index) => from + index)
    .map(
      (number) => `<li><a href="/in/${who}-${number}/" tabindex="-1"><svg width="20" height="20"></svg></a><div><p>
      <a href="/in/${who}-${number}/"><strong>Person ${number}</strong></a> <span>· 2nd</span></p><p>Weaver of things at Loom ${number}</p></div></li>`,
    )
    .join('');
}

function listPage(links: number, who: string, style = ''): string {
  return `<!doctype html><html lang="en"><title>List</title><link rel="icon" href="data:,">
    <style>li{display:flex;gap:8px;padding:8px}${style}</style><main><ul>${rows(links, 0, who)}</ul></main></html>`;
}
