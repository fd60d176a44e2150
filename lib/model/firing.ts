import { Id } from './id';
import type { Reminder } from './reminder';
import { Instant, LocalDateTime, millisecondsOf } from './temporal';
import { z } from './zod';

/**
 * A line of the ledger: Kith decided to notify of something, once. Its id names what it was about and for which due time, so that
 * the same thing is never decided on twice. It is the outbox too: `unshownSince` stays until the browser has the notification.
 */
export const Firing = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(300)),
  kind: z.enum(['reminder', 'cadence', 'date']),
  contactId: Id,
  /** The reminder, or the pending action's id. */
  subjectId: z.string().check(z.minLength(1), z.maxLength(300)),
  dueAt: LocalDateTime,
  /** The moment `dueAt` was, where the user was then. */
  dueInstant: Instant,
  /** When it was to be shown by what the user had chosen (quiet hours, the digest), or when it was set, if that was later still. */
  plannedFor: Instant,
  /** Until when quiet hours, days off or the digest kept it back, where they did. */
  heldUntil: z.optional(Instant),
  firedAt: Instant,
  /** Since when the browser had been running then. */
  upSince: z.optional(Instant),
  notificationId: z.string().check(z.maxLength(100)),
  unshownSince: z.optional(Instant),
  /** The browser would not show it: it comes with whatever else may be shown then. */
  refused: z.optional(z.literal(true)),
  shownAt: z.optional(Instant),
  /** It came again before anybody had dealt with it: of the firing before nothing was done. */
  overtakes: z.optional(z.literal(true)),
  /** When the user clicked it, closed it or pressed one of its buttons. */
  seenAt: z.optional(Instant),
});
export type Firing = z.infer<typeof Firing>;

/** Something that may be notified of; its id is that of its line in the ledger. */
export type Firable = Pick<Firing, 'id' | 'kind' | 'contactId' | 'subjectId' | 'dueAt'>;

/** What is to be notified of at one moment. */
export type FiringRules = {
  /** Which reminders are to be notified now: open ones, and those notified that come again. */
  due: (reminders: readonly Reminder[]) => readonly Reminder[];
  /** Birthdays and other days, where today's hour for them has come: that hour, and how many days ahead they are told. */
  days?: { dueAt: LocalDateTime; ahead: number };
  /** Cadences that ran out, where today's hour for them has come: that hour, and at most how many people. */
  nudges?: { dueAt: LocalDateTime; most: number };
  /** When something that was set at `setAt` and fell due then was to be shown: by what the user chose, and never after now. */
  plannedFor: (dueAt: LocalDateTime, kind: Firing['kind'], setAt: Instant) => Instant;
  /** Whether what is late may be shown now. */
  mayCome: (kind: Firing['kind']) => boolean;
  /** Under which notification each is shown. */
  group: (firables: readonly Firable[]) => ReadonlyMap<string, string>;
};

const MINUTE = 60_000;

/**
 * How late something was notified, in minutes, and why: the browser was not running when it was to be, or it was and nothing woke
 * Kith, or Kith was awake and the browser would not show it.
 */
export type Lateness = { minutes: number; because: 'closed' | 'asleep' | 'refused' };

/** Undefined when it came within a minute of its time. */
export function latenessOf({ plannedFor, firedAt, shownAt, upSince }: Pick<Firing, 'plannedFor' | 'firedAt' | 'shownAt' | 'upSince'>): Lateness | undefined {
  const lateAt = (instant: Instant) => millisecondsOf(instant) - millisecondsOf(plannedFor);
  const late = lateAt(shownAt ?? firedAt);
  if (late <= MINUTE) return undefined;
  const minutes = Math.floor(late / MINUTE);
  if (lateAt(firedAt) <= MINUTE) return { minutes, because: 'refused' };
  return { minutes, because: upSince !== undefined && plannedFor < upSince ? 'closed' : 'asleep' };
}

/** Whether a follow-up was set, or put off, to a time that had passed by then: it can only have come after that. */
export function wasSetLate({ kind, dueInstant, plannedFor, heldUntil }: Pick<Firing, 'kind' | 'dueInstant' | 'plannedFor' | 'heldUntil'>): boolean {
  return kind === 'reminder' && heldUntil === undefined && millisecondsOf(plannedFor) - millisecondsOf(dueInstant) > MINUTE;
}

/** Whether the browser has not shown it yet, though it is still to be. */
export function isUnshown({ unshownSince, shownAt }: Pick<Firing, 'unshownSince' | 'shownAt'>): boolean {
  return unshownSince !== undefined && shownAt === undefined;
}

/** Whether its notification speaks of it, or is to: not where it was dealt with before that was shown. */
export function isSpokenOf({ unshownSince, shownAt }: Pick<Firing, 'unshownSince' | 'shownAt'>): boolean {
  return unshownSince !== undefined || shownAt !== undefined;
}
