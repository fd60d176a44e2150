import type { Browsers } from './browsers.ts';

/** How many people a figure is measured with, where it is measured with more than one number of them. */
export const SIZES = [1000, 10_000, 100_000] as const;
export type Contacts = (typeof SIZES)[number];

type Target = { atMost: number } | { atLeast: number };

/** One figure of the benchmark: what is measured, what it is divided by, and what it is to reach. */
export type Benchmark = {
  /** What `--only` finds it by. */
  id: string;
  name: string;
  dividedBy: string;
  /** The ratio to reach: at most, or at least. */
  target: Target;
  /** What the short form holds it to where the target is not reached yet: what was reached, with the noise that was measured. */
  held?: Target;
  unit: 'ms' | 'kB' | 'frames' | 'tasks';
  /** How many people the target is for. */
  contacts: Contacts;
  /** Whether it is measured with the other numbers of people too. */
  grows?: true;
  /** Whether the short form measures it: what does not take long, and needs few people. */
  short?: true;
  /** Of the usual number of runs, for what takes long. */
  runs?: number;
  /** Measured without being warmed up: where it takes minutes, or begins cold anyway. */
  cold?: true;
  compare: (browsers: Browsers, contacts: number) => Promise<Comparison>;
};

/** Both sides of a figure; each call measures once. */
export type Comparison = { numerator: () => Promise<number>; denominator: () => Promise<number> };

/** What was measured, pair by pair. */
export type Samples = { numerators: number[]; denominators: number[] };

/** Measures both sides in turns; unless `cold`, a first turn of each only warms them up. */
export async function measure({ numerator, denominator }: Comparison, runs: number, cold = false): Promise<Samples> {
  const samples: Samples = { numerators: [], denominators: [] };
  for (let run = cold ? 1 : 0; run <= runs; run++) {
    // Now the one, now the other goes first: what the first leaves behind is no advantage of one side.
    const first = run % 2 === 0 ? await numerator() : undefined;
    const denominated = await denominator();
    const numerated = first ?? (await numerator());
    if (run === 0) continue;
    samples.numerators.push(numerated);
    samples.denominators.push(denominated);
  }
  return samples;
}
