import type { LocalDateTime } from '../../lib/model/temporal';

/** What was made of somebody's words for a time. `ignored` holds the words that were not understood. */
export type Understanding = { understood: true; dueAt: LocalDateTime } | { understood: false; reason: 'empty' | 'unclear' | 'past'; ignored?: string };

/** Reads plain words such as "in 2 weeks"; a promise because the reader is loaded when first used. */
export type Understand = (words: string) => Promise<Understanding>;
