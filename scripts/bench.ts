import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Figure, rowOf } from '../tests/bench/figure.ts';
import { listPages } from '../tests/bench/list-pages.ts';

/**
 * `npm run bench`: how much Kith costs, each figure a ratio against a reference that was measured in alternation in the same run.
 * Prints a table and writes `.output/bench.json`. `--runs 5` measures each side that often.
 */
process.chdir(resolve(import.meta.dirname, '..'));
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });

const built = spawnSync('npx', ['wxt', 'build'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const rows = [pageScript(), ...(await listPages(Number(values.runs)))].map(rowOf);
console.table(
  rows.map(({ name, numerator, denominator, unit, ratio, spread, target, reached }) => ({
    figure: name,
    'with Kith': `${numerator.toFixed(2)} ${unit}`,
    beside: `${denominator.toFixed(2)} ${unit}`,
    ratio: ratio.toFixed(2),
    spread: `± ${spread.toFixed(2)}`,
    target,
    '': reached ? '' : 'SHORT',
  })),
);
mkdirSync('.output', { recursive: true });
const machine = { cores: availableParallelism(), memoryGiB: Math.round(totalmem() / 2 ** 30) };
writeFileSync('.output/bench.json', `${JSON.stringify({ date: Temporal.Now.plainDateISO().toString(), machine, figures: rows }, null, 2)}\n`);

function pageScript(): Figure {
  const kilobytes = gzipSync(readFileSync('.output/chrome-mv3/page.js'), { level: 9 }).length / 1000;
  return { name: 'page script, gzipped', dividedBy: 'its budget', target: { atMost: 1 }, numerators: [kilobytes], denominators: [15], unit: 'kB' };
}
