import type { RecurrenceChoice } from '../../lib/model/recurrence';
import type { LocalDateTime } from '../../lib/model/temporal';

/**
 * What was made of somebody's words for a time, and how it comes again if they say so. `ignored` holds the words that were not
 * understood; `over` is what would end before it begins.
 */
export type Understanding =
  | { understood: true; dueAt: LocalDateTime; again?: RecurrenceChoice }
  | { understood: false; reason: 'empty' | 'unclear' | 'past' | 'over'; ignored?: string };

/** Reads plain words such as "in 2 weeks"; a promise because the reader is loaded when first used. */
export type Understand = (words: string) => Promise<Understanding>;
