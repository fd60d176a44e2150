import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Benchmark, measure, type Samples, SIZES } from '../tests/bench/benchmark.ts';
import { Browsers } from '../tests/bench/browsers.ts';
import { type Figure, figureOf } from '../tests/bench/figure.ts';
import { IMPORT } from '../tests/bench/import.ts';
import { LIST_PAGES } from '../tests/bench/list-pages.ts';
import { PAGE_SCRIPT } from '../tests/bench/page-script.ts';
import { PROFILE_PAGE } from '../tests/bench/profile-page.ts';
import { RECORDS } from '../tests/bench/records.ts';
import { SEARCH } from '../tests/bench/search.ts';
import { SURFACES } from '../tests/bench/surfaces.ts';
import { benchTable, withBenchTable } from './bench-table.ts';

/**
 * `npm run bench`: how much Kith costs, each figure a ratio against a reference that was measured in alternation in the same run.
 * Prints a table and writes `.output/bench.json`.
 *
 * `--only <figure>` measures the one with this id, or those that have it in their id or name. `--runs 5` measures each side that often.
 * `--readme` writes the table of all figures into the README. `--short` measures what does not take long, and fails where a target, or what
 * was reached of it so far, is missed by more than the noise: where not one of the pairs that were measured reached it.
 */
process.chdir(resolve(import.meta.dirname, '..'));
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string' },
    short: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});

/** Figures of one group share browsers. */
const GROUPS: readonly (readonly Benchmark[])[] = [PAGE_SCRIPT, LIST_PAGES, PROFILE_PAGE, SURFACES, SEARCH, RECORDS, IMPORT];

const chosen = GROUPS.map((group) => group.filter((benchmark) => isChosen(benchmark)));
if (chosen.every((group) => group.length === 0)) {
  process.stderr.write(`No figure is called ${values.only}. There are:\n`);
  for (const { id, name } of GROUPS.flat()) process.stderr.write(`  ${id.padEnd(20)} ${name}\n`);
  process.exit(1);
}
if (values.readme && (values.short || values.only !== undefined)) throw new Error('--readme writes all figures: it goes with neither --only nor --short.');
const runs = Number(values.runs ?? (values.short ? 3 : 4));
if (!(runs >= 1)) throw new Error(`--runs says how often each side is measured, at least once; ${values.runs} is not.`);

const built = spawnSync('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
if (built.status !== 0) process.exit(1);

const figures = await measureAll(chosen);
const machine = { cores: availableParallelism(), memoryGiB: Math.round(totalmem() / 2 ** 30) };
const date = Temporal.Now.plainDateISO().toString();
print(figures);
mkdirSync('.output', { recursive: true });
writeFileSync('.output/bench.json', `${JSON.stringify({ date, machine, runs, figures }, null, 2)}\n`);
if (values.readme) writeFileSync('README.md', withBenchTable(readFileSync('README.md', 'utf8'), benchTable(figures, date, machine)));

const missed = figures.filter((figure) => figure.missedByAll);
for (const { name } of missed) process.stdout.write(`${name}: not one pair reached what is held.\n`);
if (values.short && missed.length > 0) process.exitCode = 1;

function isChosen({ id, name, short }: Benchmark): boolean {
  if (values.short && !short) return false;
  if (values.only === undefined || id === values.only) return true;
  return !isAnId(values.only) && `${id} ${name}`.toLowerCase().includes(values.only.toLowerCase());
}

function isAnId(text: string): boolean {
  return GROUPS.flat().some(({ id }) => id === text);
}

/** Group by group, and within it by the number of people, so that the browsers are opened as seldom as can be. */
async function measureAll(groups: readonly (readonly Benchmark[])[]): Promise<Figure[]> {
  const browsers = new Browsers();
  const samples = new Map<Benchmark, Map<number, Samples>>(groups.flat().map((benchmark) => [benchmark, new Map()]));
  try {
    for (const group of groups) {
      for (const contacts of SIZES) {
        for (const benchmark of group) {
          const isTarget = benchmark.contacts === contacts;
          if (!isTarget && (!benchmark.grows || values.short)) continue;
          const start = performance.now();
          const times = Math.max(1, Math.ceil(runs * (benchmark.runs ?? 1) * (isTarget ? 1 : 0.5)));
          samples.get(benchmark)?.set(contacts, await measure(await benchmark.compare(browsers, contacts), times, benchmark.cold));
          process.stderr.write(`${benchmark.name}, ${contacts} contacts: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
        }
      }
    }
  } finally {
    await browsers.close();
  }
  return [...samples].flatMap(([benchmark, bySize]) => {
    const measured = bySize.get(benchmark.contacts);
    return measured ? [figureOf(benchmark, measured, bySize)] : [];
  });
}

function print(figures: readonly Figure[]): void {
  console.table(
    figures.map(({ name, numerator, dividedBy, denominator, unit, ratio, spread, target, reached, growth }) => ({
      figure: name,
      'with Kith': `${numerator.toFixed(2)} ${unit}`,
      'divided by': `${denominator.toFixed(2)} ${unit}, ${dividedBy}`,
      ratio: ratio.toFixed(2),
      spread: spread === undefined ? '' : `± ${spread.toFixed(2)}`,
      target,
      '': reached ? '' : 'SHORT',
      '1,000 → 10,000 → 100,000': SIZES.every((size) => growth[size] !== undefined) ? SIZES.map((size) => growth[size]?.toFixed(2)).join(' → ') : '',
    })),
  );
}
