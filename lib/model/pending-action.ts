import type { Cadence } from './cadence';
import type { FieldChange } from './change';
import type { Encounter } from './encounter';
import type { ProfileKey } from './profile';
import type { Recurrence } from './recurrence';
import type { LastContact } from './staleness';
import type { CalendarDate, Instant, LocalDateTime } from './temporal';

/** Something that waits for the user. Derived from the records; never stored. */
export type PendingAction = PendingReminder | PendingDate | PendingCadence | PendingChange;

type Pending = {
  /** The reminder's or the sighting's; of a derived one what a Deferral of it is called. */
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
  recurrence?: Recurrence;
  /** What it waited for. */
  encounter?: Encounter;
  urgency: 'overdue' | 'due' | 'later';
};

/** A birthday (`label` absent) or another day that comes every year; `years` old, where its first year is known. */
export type PendingDate = Pending & { kind: 'date'; label?: string; on: CalendarDate; years?: number; urgency: 'overdue' | 'due' | 'later' };

/** Somebody not contacted for longer than meant; through `tag`, where the cadence is a tag's. */
export type PendingCadence = Pending & {
  kind: 'cadence';
  cadence: Cadence;
  tag?: string;
  lapsedOn: CalendarDate;
  lastContact?: LastContact;
  urgency: 'drifting';
};

/** Somebody's profile says something new: a reason to write, to be dismissed when it is none. */
export type PendingChange = Pending & { kind: 'change'; seenAt: Instant; fields: FieldChange[]; urgency: 'news' };

/**
 * Overdue: its day is past. Due: its time has come today. Later: it has a time still to come. Drifting: one means to be in touch
 * more often. News: it has no time.
 */
export const URGENCIES = ['overdue', 'due', 'later', 'drifting', 'news'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The id of the pending action that says a cadence ran out. */
export function cadenceActionId(contactId: string): string {
  return `cadence:${contactId}`;
}

/** The id of the pending action that says a day of somebody's comes round; `dateId` is `birthday` or a special date's. */
export function dateActionId(contactId: string, dateId: string, on: CalendarDate): string {
  return `date:${contactId}:${dateId}:${on}`;
}
