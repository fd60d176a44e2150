import { RRuleTemporal } from 'rrule-temporal';
import { choiceOf, type Recurrence, ruleOf } from '../model/recurrence';
import { LocalDateTime } from '../model/temporal';

/**
 * The first occurrence strictly after `after`; undefined when none comes any more (the wall clock of Kith ends in 2199).
 * `from` itself is always the first, whatever the rule says of it, and counts among the COUNT. All of it is wall-clock time
 * without a zone: nine in the morning is nine on either side of a change to summer time.
 */
export function nextOccurrence(recurrence: Recurrence, after: LocalDateTime): LocalDateTime | undefined {
  return local(ruleFor(recurrence).next(floating(after)));
}

/** The last occurrence at or before `clock`; undefined when it has not come by then. */
export function lastOccurrence(recurrence: Recurrence, clock: LocalDateTime): LocalDateTime | undefined {
  return local(ruleFor(recurrence).previous(floating(clock), true));
}

function ruleFor(recurrence: Recurrence): RRuleTemporal {
  return new RRuleTemporal({
    // Said anew: a terse rule, such as FREQ=MONTHLY from a 31st, would leave out the months that lack the day.
    rruleString: `RRULE:${ruleOf(choiceOf(recurrence), recurrence.from)}`,
    dtstart: floating(recurrence.from),
    includeDtstart: true,
  });
}

function local(occurrence: Temporal.ZonedDateTime | null): LocalDateTime | undefined {
  return LocalDateTime.safeParse(occurrence?.toPlainDateTime().toString({ smallestUnit: 'minute' })).data;
}

/** Wall-clock time on a clock that is never moved, which is all the library is to know of zones. */
function floating(clock: LocalDateTime): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(clock).toZonedDateTime('UTC');
}
