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
  /** Half the distance between the quartiles of the single pairs' ratios: how far one run may lie off by chance. */
  spread: number;
  target: string;
  reached: boolean;
  /** Whether not one single pair of the run reached the target: then it is missed by more than the noise in this run. */
  missedByAll: boolean;
  /** The ratio for each number of contacts it was measured with. */
  growth: Record<number, number>;
};

/** What a benchmark came to, from the samples for the number of contacts of its target; `growth` from those for each number. */
export function figureOf({ id, name, dividedBy, unit, target }: Benchmark, samples: Samples, growth: ReadonlyMap<number, Samples>): Figure {
  const single = singleRatios(samples).toSorted((a, b) => a - b);
  const ratio = ratioOf(samples);
  const reaches = (value: number) => ('atMost' in target ? value <= target.atMost : value >= target.atLeast);
  return {
    id,
    name,
    dividedBy,
    unit,
    numerator: median(samples.numerators),
    denominator: median(samples.denominators),
    ratio,
    spread: (at(single, 0.75) - at(single, 0.25)) / 2,
    target: 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`,
    reached: reaches(ratio),
    missedByAll: !reaches(ratio) && !single.some(reaches),
    growth: Object.fromEntries([...growth].map(([contacts, each]) => [contacts, ratioOf(each)])),
  };
}

export function median(values: readonly number[]): number {
  return at(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function ratioOf({ numerators, denominators }: Samples): number {
  return median(numerators) / median(denominators);
}

function singleRatios({ numerators, denominators }: Samples): number[] {
  return numerators.map((value, index) => value / (denominators[index] ?? Number.NaN));
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
