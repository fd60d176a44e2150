import { ALL_SITES } from '../../lib/sites/all';
import type { Examples } from '../../lib/sites/site';

/** The evidence for each record, by the site's id: every file of a site has it beside the record. */
export const EXAMPLES: Readonly<Record<string, Examples>> = Object.fromEntries(
  Object.values(import.meta.glob<Record<string, unknown>>('../../lib/sites/*.ts', { eager: true })).flatMap((file) => {
    const site = ALL_SITES.find((one) => Object.values(file).includes(one) && 'examples' in file);
    return site ? [[site.id, file.examples as Examples]] : [];
  }),
);

export { ALL_SITES as SITES } from '../../lib/sites/all';
