import { occurrence, occurrencesBy } from '../model/occurrences';
import type { Recurrence } from '../model/recurrence';
import type { LocalDateTime } from '../model/temporal';

/** The first occurrence strictly after `after`; undefined when none comes any more. */
export function nextOccurrence(recurrence: Recurrence, after: LocalDateTime): LocalDateTime | undefined {
  return occurrence(recurrence, occurrencesBy(recurrence, after));
}

/** The last occurrence at or before `clock`; undefined when it has not come by then. */
export function lastOccurrence(recurrence: Recurrence, clock: LocalDateTime): LocalDateTime | undefined {
  return occurrence(recurrence, occurrencesBy(recurrence, clock) - 1);
}
