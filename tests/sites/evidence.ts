import { ALL_SITES } from '../../lib/sites/all';
import type { Examples } from '../../lib/sites/site';

/** What every file of a site exports. */
export const SITE_FILES: readonly Record<string, unknown>[] = Object.values(
  import.meta.glob<Record<string, unknown>>('../../lib/sites/*.ts', { eager: true }),
).filter((file) => 'examples' in file);

/** The evidence for each record, by the site's id: every file of a site has it beside the record. */
export const EXAMPLES: Readonly<Record<string, Examples>> = Object.fromEntries(
  SITE_FILES.flatMap((file) => {
    const site = ALL_SITES.find((one) => Object.values(file).includes(one));
    return site ? [[site.id, file.examples as Examples]] : [];
  }),
);

export { ALL_SITES as SITES } from '../../lib/sites/all';
