import type { Encounter } from '../../lib/model/encounter';
import { type Recurrence, type RecurrenceChoice, ruleOf } from '../../lib/model/recurrence';
import type { LocalDateTime } from '../../lib/model/temporal';

/** What is said of a follow-up. With an encounter it waits for that, and `dueAt` is when that was said. */
export type FollowUp = { text: string; dueAt: LocalDateTime; recurrence?: Recurrence; encounter?: Encounter };

/** What is changed of one; what is absent stays as it is, null takes it away. */
export type FollowUpChanges = { text: string; dueAt: LocalDateTime; recurrence?: Recurrence | null; encounter?: Encounter | null };

/** A choice as it is kept, for what first comes at `from`. */
export function recurrenceFrom(choice: RecurrenceChoice, from: LocalDateTime): Recurrence {
  return { rule: ruleOf(choice, from), from };
}
