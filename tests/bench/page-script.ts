import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILT } from '../e2e/support/launch.ts';
import type { Benchmark } from './benchmark.ts';

const BUDGET_KILOBYTES = 15;

/** What every page of a site is given to load. */
export const PAGE_SCRIPT: readonly Benchmark[] = [
  {
    id: 'page-script',
    name: 'page script, gzipped',
    dividedBy: 'its budget',
    target: { atMost: 1 },
    unit: 'kB',
    contacts: 1000,
    runs: 0,
    short: true,
    compare: async () => {
      const kilobytes = gzipSync(await readFile(join(BUILT, 'page.js')), { level: 9 }).length / 1000;
      return { numerator: async () => kilobytes, denominator: async () => BUDGET_KILOBYTES };
    },
  },
];
