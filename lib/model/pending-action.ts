import type { ProfileKey } from './profile';
import type { LocalDateTime } from './temporal';

/** Something that waits for the user. Derived from the records; never stored. */
export type PendingAction = {
  kind: 'reminder';
  reminderId: string;
  contactId: string;
  name: string;
  /** Where to open the person, if they have a profile. */
  profileKey?: ProfileKey;
  /** What to do; empty means "get in touch". */
  text: string;
  dueAt: LocalDateTime;
  urgency: Urgency;
};

/** Overdue: its day is past. Due: its time has come today. Later: it has a time still to come. */
export const URGENCIES = ['overdue', 'due', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];
