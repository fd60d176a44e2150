import { Prose } from './contact';
import { Id } from './id';
import { Instant } from './temporal';
import { z } from './zod';

/**
 * Dated Markdown text about a contact. It is a record from the first characters on; `draft` says that its author has not
 * finished it, so that an editor opened for the same person goes on where they stopped.
 */
export const Note = z.strictObject({
  id: Id,
  contactId: Id,
  text: Prose,
  draft: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Note = z.infer<typeof Note>;
