import { createContext, type ReactNode, use } from 'react';
import type { CalendarDate, Instant, TimeZone } from '../lib/model/temporal';

/** The here and now of a surface: what dates are spoken against. `locale` is the language the interface texts are in. */
export type Moment = { now: Instant; zone: TimeZone; today: CalendarDate; locale: string };

const MomentContext = createContext<Moment | undefined>(undefined);

export function MomentProvider({ moment, children }: { moment: Moment; children: ReactNode }) {
  return <MomentContext value={moment}>{children}</MomentContext>;
}

/** The surface's here and now; throws outside a MomentProvider. */
export function useMoment(): Moment {
  const moment = use(MomentContext);
  if (!moment) throw new Error('useMoment: no MomentProvider around this component');
  return moment;
}
