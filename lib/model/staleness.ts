import { type Cadence, lapsesOn } from './cadence';
import { Id } from './id';
import { Channel, type Interaction } from './interaction';
import { addDays, CalendarDate } from './temporal';
import { z } from './zod';

/** How warm a relationship is: within its rhythm, running over it, long over it, or nothing ever recorded. */
export const STALENESSES = ['fresh', 'fading', 'cold', 'never'] as const;
export type Staleness = (typeof STALENESSES)[number];

/** The newest interaction, and what kind of contact it was. */
export const LastContact = z.strictObject({ on: CalendarDate, channel: Channel, interactionId: Id });
export type LastContact = z.infer<typeof LastContact>;

/** The last contact among a person's interactions; one dated in the future is a plan and does not count. */
export function lastContact(interactions: readonly Interaction[], today: CalendarDate): LastContact | undefined {
  const past = interactions.filter((interaction) => interaction.on <= today);
  const newest = past.reduce<Interaction | undefined>(
    (a, b) => (a === undefined || b.on > a.on || (b.on === a.on && b.createdAt > a.createdAt) ? b : a),
    undefined,
  );
  return newest && { on: newest.on, channel: newest.channel, interactionId: newest.id };
}

/** The rhythm assumed for somebody without a cadence: fresh for a month, cold after four. */
export const DEFAULT_RHYTHM_DAYS = 30;
const COLD_AFTER_RHYTHMS = 4;
const COLD_AFTER_CADENCES = 2;

/** Staleness of a relationship last touched at `last`; with a cadence it is fresh until that lapses. */
export function staleness(last: LastContact | undefined, cadence: Cadence | undefined, today: CalendarDate): Staleness {
  if (!last) return 'never';
  const after = (rhythms: number) =>
    cadence ? lapsesOn(last.on, { ...cadence, every: rhythms * cadence.every }) : addDays(last.on, rhythms * DEFAULT_RHYTHM_DAYS);
  if (today <= after(1)) return 'fresh';
  return today <= after(cadence ? COLD_AFTER_CADENCES : COLD_AFTER_RHYTHMS) ? 'fading' : 'cold';
}
