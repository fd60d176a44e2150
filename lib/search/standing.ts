import { type Instant, millisecondsOf } from '../model/temporal';

/**
 * Where somebody stands among people found alike, as one number: starred before others, the lately touched before the long
 * untouched, the archived after everybody. Thirty-two bits: archived, starred, and the minutes since 1970 below them.
 */
export function standing({ archived, starred }: { archived: boolean; starred: boolean }, touched: Instant): number {
  return (archived ? 0 : 2 ** 31) + (starred ? 2 ** 30 : 0) + Math.floor(millisecondsOf(touched) / 60_000);
}

/** Whether anybody stands there. */
export function isSomebody(standing: number): boolean {
  return standing > 0;
}

export function isStarred(standing: number): boolean {
  return standing % 2 ** 31 >= 2 ** 30;
}

export function isArchived(standing: number): boolean {
  return isSomebody(standing) && standing < 2 ** 31;
}

/** When somebody was last touched, in minutes since 1970. */
export function minutesTouched(standing: number): number {
  return standing % 2 ** 30;
}

/** The same person, touched again. */
export function touchedAgain(before: number, touched: Instant): number {
  return before - (before % 2 ** 30) + Math.floor(millisecondsOf(touched) / 60_000);
}
