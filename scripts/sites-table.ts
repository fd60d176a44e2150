import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { listingOf } from '../lib/sites/listings.ts';
import type { Examples, Site } from '../lib/sites/site.ts';

/** `node scripts/sites-table.ts`: writes the README's table of sites anew from the records. */

const START = '<!-- sites: written by scripts/sites-table.ts -->';
const END = '<!-- /sites -->';

const MEASURED: Readonly<Record<Examples['measured'], string>> = {
  page: 'measured on a real page',
  template: 'after the site’s own source or other programs; never measured',
  address: 'never measured: the address alone',
};

/** The table, a line for each site. */
export function sitesTable(sites: readonly Site[], examples: Readonly<Record<string, Examples>>): string {
  const rows = sites.map((site) => {
    const evidence = examples[site.id];
    const { label, url, installed } = listingOf(site);
    const [handle = ''] = Object.values(evidence?.profiles ?? {});
    return `| ${label} | \`${url(handle).replace('https://', '')}\` | ${evidence ? MEASURED[evidence.measured] : ''} | ${
      site.links ? (evidence?.linksMeasured ? 'measured on a real page' : 'yes, never measured') : 'by address alone'
    } | ${evidence?.seen ?? ''} | ${installed ? 'from the start' : 'when switched on'} |`;
  });
  return ['| site | for example | name and headline | people in its lists | facts of | there |', '|---|---|---|---|---|---|', ...rows].join('\n');
}

/** The README with `table` between its marks. */
export function withTable(readme: string, table: string): string {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md lacks the marks ${START} and ${END}.`);
  return `${before}${START}\n${table}\n${END}${after}`;
}

if (import.meta.main) {
  process.chdir(resolve(import.meta.dirname, '..'));
  const { module } = await runnerImport<{ SITES: readonly Site[]; EXAMPLES: Readonly<Record<string, Examples>> }>('./tests/sites/evidence.ts');
  writeFileSync('README.md', withTable(readFileSync('README.md', 'utf8'), sitesTable(module.SITES, module.EXAMPLES)));
}
