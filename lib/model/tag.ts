import { Cadence } from './cadence';
import { Line } from './profile';
import { Instant } from './temporal';
import { cleanLine } from './text';
import { z } from './zod';

/** A word for a group of contacts; it may carry a cadence that its contacts inherit. Two devices that make the same tag make one. */
export const Tag = z.strictObject({
  /** The label folded by `tagName`; contacts refer to it. */
  name: Line,
  label: Line,
  cadence: z.optional(Cadence),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Tag = z.infer<typeof Tag>;

/** What is to be known of a tag: the cadence it gives, how many people have it, and for how many of them that cadence holds. */
export type TagFacts = { name: string; cadence?: Cadence; people: number; holdsFor: number };

/** The identity of a tag from what was typed: case and outer white space do not matter. */
export function tagName(label: string): string {
  return cleanLine(label).toLocaleLowerCase('und');
}
