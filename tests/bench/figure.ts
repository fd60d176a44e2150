/** One number of the benchmark: what was measured, what it is divided by, and what it is to reach. */
export type Figure = {
  name: string;
  /** What the ratio was divided by; taken in alternation with the numerator, in the same run. */
  dividedBy: string;
  /** The ratio to reach: at most, or at least. */
  target: { atMost: number } | { atLeast: number };
  numerators: readonly number[];
  denominators: readonly number[];
  unit: string;
};

/** A figure as it is printed and written. */
export type Row = {
  name: string;
  dividedBy: string;
  unit: string;
  numerator: number;
  denominator: number;
  ratio: number;
  /** Half the distance between the quartiles of the single ratios: how far one run may lie off by chance. */
  spread: number;
  target: string;
  reached: boolean;
};

/** The ratio of the medians, and how far single pairs scatter. */
export function rowOf({ name, dividedBy, unit, target, numerators, denominators }: Figure): Row {
  const [numerator, denominator] = [median(numerators), median(denominators)];
  const ratio = numerator / denominator;
  const single = numerators.map((value, index) => value / (denominators[index] ?? denominator)).toSorted((a, b) => a - b);
  const reached = 'atMost' in target ? ratio <= target.atMost : ratio >= target.atLeast;
  return {
    name,
    dividedBy,
    unit,
    numerator,
    denominator,
    ratio,
    spread: (at(single, 0.75) - at(single, 0.25)) / 2,
    target: 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`,
    reached,
  };
}

export function median(values: readonly number[]): number {
  return at(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
