import type { Cadence } from './cadence';
import type { FieldChange } from './change';
import type { Encounter } from './encounter';
import type { ProfileKey } from './profile';
import type { Recurrence } from './recurrence';
import type { LastContact } from './staleness';
import { addDays, type CalendarDate, type Instant, type LocalDateTime } from './temporal';

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
  urgency: TimedUrgency;
};

/** A birthday (`label` absent) or another day that comes every year; `years` old, where its first year is known. */
export type PendingDate = Pending & { kind: 'date'; label?: string; on: CalendarDate; years?: number; urgency: TimedUrgency };

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
 * Overdue: its day is past. Today: it comes today, or came already. Week: within seven days. Later: a day of somebody's that is to be
 * told of so far ahead. Drifting: one means to be in touch more often. News: it has no time.
 */
export const URGENCIES = ['overdue', 'today', 'week', 'later', 'drifting', 'news'] as const;
export type Urgency = (typeof URGENCIES)[number];
export type TimedUrgency = Exclude<Urgency, 'drifting' | 'news'>;

/** How far ahead "this week" looks. */
export const DAYS_AHEAD = 7;

/** How pressing something is that comes on `day`. */
export function timedUrgency(day: CalendarDate, today: CalendarDate): TimedUrgency {
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day <= addDays(today, DAYS_AHEAD) ? 'week' : 'later';
}

/** What one knows of somebody that makes it worth acting: when one was last in touch and what came of it, the newest note, how one met. */
export type Because = { lastContact?: LastContact & { text?: string }; note?: string; howWeMet?: string };

/** The id of the pending action that says a cadence ran out. */
export function cadenceActionId(contactId: string): string {
  return `cadence:${contactId}`;
}

/** The id of the pending action that says a day of somebody's comes round; `dateId` is `birthday` or a special date's. */
export function dateActionId(contactId: string, dateId: string, on: CalendarDate): string {
  return `date:${contactId}:${dateId}:${on}`;
}
