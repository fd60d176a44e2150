import './staleness.css';
import type { Staleness } from '../../lib/model/staleness';
import { stalenessLabel } from '../labels';

/** How warm the relationship is, by shape as well as by colour: full disc, half disc, ring, dashed ring. */
export function StalenessMark({ staleness }: { staleness: Staleness }) {
  const label = stalenessLabel(staleness);
  return (
    <svg className="staleness" data-staleness={staleness} viewBox="0 0 12 12" role="img" aria-label={label}>
      <title>{label}</title>
      {SHAPES[staleness]}
    </svg>
  );
}

const ring = { cx: 6, cy: 6, r: 4.5, fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 };

const SHAPES = {
  fresh: <circle cx={6} cy={6} r={5.3} fill="currentColor" />,
  fading: (
    <>
      <circle {...ring} />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
    </>
  ),
  cold: <circle {...ring} />,
  never: <circle {...ring} strokeDasharray="2.3 2.41" />,
} as const;
