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
  cadence: Cadence.optional(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Tag = z.infer<typeof Tag>;

/** The identity of a tag from what was typed: case and outer white space do not matter. */
export function tagName(label: string): string {
  return cleanLine(label).toLocaleLowerCase('und');
}
