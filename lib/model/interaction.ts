import { Prose } from './contact';
import { Id } from './id';
import { CalendarDate, Instant } from './temporal';
import { z } from './zod';

/** How a contact took place. */
export const CHANNELS = ['meeting', 'call', 'video', 'coffee', 'message', 'e-mail', 'event', 'other'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

/** The seven benefits of relationships: what kind of help flowed. */
export const BENEFITS = ['opportunities', 'knowledge', 'guidance', 'visibility', 'support', 'collaboration', 'growth'] as const;
export const Benefit = z.enum(BENEFITS);
export type Benefit = z.infer<typeof Benefit>;

/** Something given or received. */
export const Exchange = z.strictObject({ benefit: Benefit, text: Prose });
export type Exchange = z.infer<typeof Exchange>;

/** A contact that took place: when, how, with whom, what was given and received, what was learned. */
export const Interaction = z.strictObject({
  id: Id,
  contactIds: z.array(Id).check(z.minLength(1), z.maxLength(500)),
  on: CalendarDate,
  channel: Channel,
  text: z.optional(Prose),
  given: z.array(Exchange).check(z.maxLength(50)),
  received: z.array(Exchange).check(z.maxLength(50)),
  learned: z.optional(Prose),
  circleId: z.optional(Id),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Interaction = z.infer<typeof Interaction>;

/** What the user says of an interaction; the rest is ids and clocks. */
export const InteractionContent = z.pick(Interaction, { on: true, channel: true, text: true, given: true, received: true, learned: true });
export type InteractionContent = z.infer<typeof InteractionContent>;
