import { Prose } from './contact';
import { Id } from './id';
import { Line } from './profile';
import { CalendarDate, Instant } from './temporal';
import { z } from './zod';

export const CIRCLE_KINDS = ['event', 'project', 'committee', 'mentorship', 'partnership', 'community'] as const;

/** People joined by something shared, with what each side brings and expects and what came of it. */
export const Circle = z.strictObject({
  id: Id,
  kind: z.enum(CIRCLE_KINDS),
  name: Line,
  memberIds: z.array(Id).check(z.maxLength(5000)),
  goal: z.optional(Prose),
  /** Who brings what; without `contactId`, the user. */
  contributions: z.array(z.strictObject({ contactId: z.optional(Id), text: Prose })).check(z.maxLength(500)),
  /** Expectations, feedback and reflections, from either side; without `contactId`, the user's. */
  voices: z
    .array(z.strictObject({ contactId: z.optional(Id), kind: z.enum(['expectation', 'feedback', 'reflection']), text: Prose, on: CalendarDate }))
    .check(z.maxLength(500)),
  status: z.enum(['planned', 'active', 'paused', 'ended']),
  startsOn: z.optional(CalendarDate),
  endsOn: z.optional(CalendarDate),
  outcome: z.optional(Prose),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Circle = z.infer<typeof Circle>;
