import type { Benchmark, Samples } from './benchmark.ts';

/** A figure as it is printed and written. */
export type Figure = {
  id: string;
  name: string;
  dividedBy: string;
  unit: string;
  numerator: number;
  denominator: number;
  /** Of the medians. */
  ratio: number;
  /** How many pairs were measured. */
  pairs: number;
  /** Half the distance between the quartiles of the single pairs' ratios: how far one run may lie off by chance. None of a single pair. */
  spread: number | undefined;
  target: string;
  reached: boolean;
  /** Whether every single pair of the run is worse than what is held: then it is missed by more than the noise in this run. */
  missedByAll: boolean;
  /** The ratio for each number of contacts it was measured with. */
  growth: Record<number, number>;
};

/** What a benchmark came to, from the samples for the number of contacts of its target; `growth` from those for each number. */
export function figureOf({ id, name, dividedBy, unit, target, held = target }: Benchmark, samples: Samples, growth: ReadonlyMap<number, Samples>): Figure {
  const single = singleRatios(samples);
  const ratio = ratioOf(samples);
  return {
    id,
    name,
    dividedBy,
    unit,
    numerator: median(samples.numerators),
    denominator: median(samples.denominators),
    ratio,
    pairs: single.length,
    spread: single.length > 1 ? (quantile(single, 0.75) - quantile(single, 0.25)) / 2 : undefined,
    target: 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`,
    reached: reaches(target, ratio),
    missedByAll: !single.some((one) => reaches(held, one)),
    growth: Object.fromEntries([...growth].map(([contacts, each]) => [contacts, ratioOf(each)])),
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function reaches(target: Benchmark['target'], ratio: number): boolean {
  return 'atMost' in target ? ratio <= target.atMost : ratio >= target.atLeast;
}

function ratioOf({ numerators, denominators }: Samples): number {
  return divided(median(numerators), median(denominators));
}

function singleRatios({ numerators, denominators }: Samples): number[] {
  return numerators.map((value, index) => divided(value, denominators[index] ?? Number.NaN));
}

/** Nothing on either side, as with tasks that are too long, is the same on both. */
function divided(numerator: number, denominator: number): number {
  return numerator === denominator ? 1 : numerator / denominator;
}

/** The value below which this part of them lies, between two of them in proportion. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [below = Number.NaN, above = below] = sorted.slice(Math.floor(at), Math.floor(at) + 2);
  return below + (above - below) * (at % 1);
}
