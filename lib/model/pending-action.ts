import { Cadence } from './cadence';
import { FieldChange } from './change';
import { Encounter } from './encounter';
import { Id } from './id';
import { TimeOfDay } from './notifying';
import { ProfileKey } from './profile';
import { Recurrence } from './recurrence';
import { LastContact } from './staleness';
import { addDays, CalendarDate, Instant, LocalDateTime } from './temporal';
import { z } from './zod';

/**
 * Overdue: its day is past. Today: it comes today, or came already. Week: within seven days. Later: a day of somebody's that is to be
 * told of so far ahead; or a follow-up that is listed with what is further ahead alone. Drifting: one means to be in touch more often. News: it has no time.
 */
export const URGENCIES = ['overdue', 'today', 'week', 'later', 'drifting', 'news'] as const;
export type Urgency = (typeof URGENCIES)[number];
const TimedUrgency = z.enum(['overdue', 'today', 'week', 'later']);
export type TimedUrgency = z.infer<typeof TimedUrgency>;

const PENDING = {
  /** The reminder's or the sighting's; of a derived one what a Deferral of it is called. */
  id: z.string(),
  contactId: Id,
  name: z.string(),
  /** Where to open the person, if they have a profile. */
  profileKey: z.exactOptional(ProfileKey),
};

/** A follow-up that is not dealt with. */
const PendingReminder = z.strictObject({
  ...PENDING,
  kind: z.literal('reminder'),
  /** What to do; empty means "get in touch". */
  text: z.string(),
  dueAt: LocalDateTime,
  recurrence: z.exactOptional(Recurrence),
  /** What it waited for, and whether it `waits` for it still. */
  encounter: z.exactOptional(Encounter),
  waits: z.exactOptional(z.literal(true)),
  urgency: TimedUrgency,
});
export type PendingReminder = z.infer<typeof PendingReminder>;

/** A birthday (`label` absent) or another day that comes every year; `years` old, where its first year is known. */
const PendingDate = z.strictObject({
  ...PENDING,
  kind: z.literal('date'),
  label: z.exactOptional(z.string()),
  on: CalendarDate,
  years: z.exactOptional(z.int()),
  urgency: TimedUrgency,
});
export type PendingDate = z.infer<typeof PendingDate>;

/** Somebody not contacted for longer than meant; through `tag`, where the cadence is a tag's. */
const PendingCadence = z.strictObject({
  ...PENDING,
  kind: z.literal('cadence'),
  cadence: Cadence,
  tag: z.exactOptional(z.string()),
  lapsedOn: CalendarDate,
  lastContact: z.exactOptional(LastContact),
  urgency: z.literal('drifting'),
});
export type PendingCadence = z.infer<typeof PendingCadence>;

/** Somebody's profile says something new: a reason to write, to be dismissed when it is none. */
const PendingChange = z.strictObject({ ...PENDING, kind: z.literal('change'), seenAt: Instant, fields: z.array(FieldChange), urgency: z.literal('news') });
export type PendingChange = z.infer<typeof PendingChange>;

/** Something that waits for the user. Derived from the records; kept by none of them. */
const PendingAction = z.discriminatedUnion('kind', [PendingReminder, PendingDate, PendingCadence, PendingChange]);
export type PendingAction = z.infer<typeof PendingAction>;

/**
 * What waits for the user, how much `more` of it is not listed, and what else a list of it needs to be drawn. `cut` are the urgencies of
 * which not all is listed, each with how much more there is where that is known to the last one.
 */
export const WhatWaits = z.strictObject({
  actions: z.array(PendingAction),
  more: z.int(),
  cut: z.partialRecord(z.enum(URGENCIES), z.nullable(z.int())),
  hasPeople: z.boolean(),
  followUpTime: TimeOfDay,
});
export type WhatWaits = z.infer<typeof WhatWaits>;

/** The follow-ups that wait for an encounter, then those of no urgency yet, by date; of which of the two there is more than is listed. */
export type LaterFollowUps = { actions: PendingReminder[]; isMore: { waiting: boolean; dated: boolean }; followUpTime: TimeOfDay };

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

/** Whether a pending action's id is that of a day of somebody's. */
export function isDateActionId(id: string): boolean {
  return id.startsWith('date:');
}

/** How much of what waits is listed until more is asked for. */
export const LISTED_AT_FIRST = 50;
/** How much more is, where there is room: to draw so many is half a second of work, in parts, and a key is answered in a tenth of it then (two cores). */
export const MORE_AT_ONCE = 500;
