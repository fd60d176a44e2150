import { type Cadence, cadenceDays } from '../model/cadence';
import { type CalendarDate, daysBetween } from '../model/temporal';

/** Fewer gaps between contacts than this are no rhythm. */
const LEAST_GAPS = 3;

/** The rhythm somebody has kept without meaning to: half of the gaps between contacts were shorter than `medianDays`. */
export type SuggestedCadence = { cadence: Cadence; medianDays: number; gaps: number };

/** The rhythms that people have, from the shortest on: an interval is rounded to the nearest. */
const NATURAL: readonly Cadence[] = [
  ...counted(1, 6, 'day'),
  ...counted(1, 10, 'week'),
  ...counted(1, 11, 'month'),
  { every: 1, unit: 'year' },
  ...counted(13, 18, 'month'),
  ...counted(2, 50, 'year'),
];

/**
 * The cadence that contact on these days amounts to. Days count once each, and none after `today`, which would be a plan.
 * Undefined where there were too few to speak of a rhythm.
 */
export function suggestedCadence(interactionDates: readonly CalendarDate[], today: CalendarDate): SuggestedCadence | undefined {
  const days = [...new Set(interactionDates)].filter((date) => date <= today).sort();
  const gaps = days.slice(1).map((date, index) => daysBetween(days[index] ?? date, date));
  if (gaps.length < LEAST_GAPS) return undefined;
  const medianDays = median(gaps);
  return { cadence: nearest(medianDays), medianDays, gaps: gaps.length };
}

function counted(from: number, to: number, unit: Cadence['unit']): Cadence[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ every: from + index, unit }));
}

/** Of two that are as near, the later in the list: the longer unit. */
function nearest(days: number): Cadence {
  const distance = (cadence: Cadence) => Math.abs(cadenceDays(cadence) - days);
  return NATURAL.reduce((best, each) => (distance(each) <= distance(best) ? each : best));
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = 0, high = low] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}
