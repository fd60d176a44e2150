import type { FieldChange } from './change';
import type { ProfileKey } from './profile';
import type { Instant, LocalDateTime } from './temporal';

/** Something that waits for the user. Derived from the records; never stored. */
export type PendingAction = PendingReminder | PendingChange;

type Pending = {
  /** The reminder's or the sighting's. */
  id: string;
  contactId: string;
  name: string;
  /** Where to open the person, if they have a profile. */
  profileKey?: ProfileKey;
};

/** A follow-up whose time has come or comes within the week. */
export type PendingReminder = Pending & {
  kind: 'reminder';
  /** What to do; empty means "get in touch". */
  text: string;
  dueAt: LocalDateTime;
  urgency: 'overdue' | 'due' | 'later';
};

/** Somebody's profile says something new: a reason to write, to be dismissed when it is none. */
export type PendingChange = Pending & { kind: 'change'; seenAt: Instant; fields: FieldChange[]; urgency: 'news' };

/**
 * Overdue: its day is past. Due: its time has come today. Later: it has a time still to come. News: it has none.
 */
export const URGENCIES = ['overdue', 'due', 'later', 'news'] as const;
export type Urgency = (typeof URGENCIES)[number];
