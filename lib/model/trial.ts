import { type Instant, millisecondsOf } from './temporal';

/** What was found out by showing a notification only to try it. It grows while the evidence comes in. */
export type Trial = {
  /** Whether the browser lets Kith show notifications; absent where it does not say. */
  allowed?: boolean;
  /** Why the browser did not take it, where it did not. */
  refusal?: string;
  /** It was taken away at once, before anybody could have closed it. */
  swept: boolean;
  /** Whether it reached the user: they clicked or closed it, or say so. */
  seen?: boolean;
};

/** `asked`: all that can be found out without the user was, and nothing is wrong. */
export type TrialVerdict = 'notAllowed' | 'refused' | 'seen' | 'unseen' | 'swept' | 'asked';

/** What became of the notification, as far as it is known: what the user saw counts before what the browser said. */
export function verdictOf({ allowed, refusal, swept, seen }: Trial): TrialVerdict {
  if (seen === true) return 'seen';
  if (allowed === false) return 'notAllowed';
  if (refusal !== undefined) return 'refused';
  if (seen === false) return 'unseen';
  return swept ? 'swept' : 'asked';
}

/** When Kith was to be woken next, before it looked at what is due and after; `failure` is why it could not look. */
export type WakeCheck = { at: Instant; before?: Instant; after?: Instant; failure?: string };

/** `mended`: something waits, and nothing would have woken Kith for it. */
export type WakeVerdict = 'failed' | 'mended' | 'set' | 'needless';

/** An alarm that is not yet this late may still be on its way. */
const GRACE = 2 * 60_000;

/** Whether Kith will be woken when it has to be; mended where that had been missed by more than two minutes, or was not set. */
export function wakeVerdictOf({ at, before, after, failure }: WakeCheck): WakeVerdict {
  if (failure !== undefined) return 'failed';
  if (after === undefined) return 'needless';
  return before === undefined || millisecondsOf(before) < millisecondsOf(at) - GRACE ? 'mended' : 'set';
}
