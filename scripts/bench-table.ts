import { SIZES } from '../tests/bench/benchmark.ts';
import type { Figure } from '../tests/bench/figure.ts';

const START = '<!-- bench: written by npm run bench -- --readme -->';
const END = '<!-- /bench -->';

/** The README's table of what Kith costs, a line for each figure, with when and where it was measured. */
export function benchTable(figures: readonly Figure[], date: string, machine: { cores: number; memoryGiB: number }): string {
  const lines = figures.map(
    ({ name, numerator, denominator, dividedBy, unit, ratio, spread, pairs, target, reached, growth }) =>
      `| ${name} | ${said(numerator)} ${unit} | ${said(denominator)} ${unit} | ${dividedBy} | ${ratio.toFixed(2)}${spread === undefined ? '' : ` ± ${spread.toFixed(2)}`} | ${pairs} | ${target}${
        reached ? '' : ', **short**'
      } | ${grown(growth)} |`,
  );
  return [
    `Measured on ${date}, on ${machine.cores} cores with ${machine.memoryGiB} GiB; medians, each pair in alternation.`,
    '',
    '| figure | with Kith | reference | which is | ratio | pairs | target | 1,000 → 10,000 → 100,000 contacts |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** The README with `table` between its marks. */
export function withBenchTable(readme: string, table: string): string {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md lacks the marks ${START} and ${END}.`);
  return `${before}${START}\n${table}\n${END}${after}`;
}

function said(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

function grown(growth: Figure['growth']): string {
  return SIZES.every((size) => growth[size] !== undefined) ? SIZES.map((size) => growth[size]?.toFixed(2)).join(' → ') : '';
}
