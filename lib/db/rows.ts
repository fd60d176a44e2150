import { Circle } from '../model/circle';
import { Claim } from '../model/claim';
import { Contact, isBroughtUp } from '../model/contact';
import { Deferral } from '../model/deferral';
import { encounterKey } from '../model/encounter';
import { Firing } from '../model/firing';
import { Interaction } from '../model/interaction';
import { JournalEntry, type Journaled } from '../model/journal';
import { LongWork } from '../model/long-work';
import { Note } from '../model/note';
import { organisationsOf } from '../model/organisation';
import { Reminder } from '../model/reminder';
import { Settings } from '../model/settings';
import { Sighting } from '../model/sighting';
import { monthDay } from '../model/special-date';
import { Tag } from '../model/tag';
import { CalendarDate, Instant } from '../model/temporal';
import { z } from '../model/zod';
import { indexedWords } from '../search/words';
import type { ContactRow, JournalRow, ReminderRow } from './database';
import { rhythmsOf } from './rhythms';

/** Rows as they lie in each table: the record's schema, with what only indexes need cut off. */
export const ROW_SCHEMAS = {
  contacts: z.object(Contact.shape),
  notes: z.object(Note.shape),
  interactions: z.object(Interaction.shape),
  reminders: z.object(Reminder.shape),
  firings: z.object(Firing.shape),
  circles: z.object(Circle.shape),
  sightings: z.object(Sighting.shape),
  claims: z.object(Claim.shape),
  tags: z.object(Tag.shape),
  deferrals: z.object(Deferral.shape),
  settings: Settings,
} as const satisfies Record<Journaled, z.ZodMiniType>;

const Entry = z.object(JournalEntry.shape);
const LongWorkRow = z.object(LongWork.shape);
const Chore = z.object({ id: z.string(), day: CalendarDate, at: z.exactOptional(Instant) });

/** A stored row as its record; undefined when there is none or it cannot be read. A row that cannot be read stays where it is. */
export function parseRow<S extends z.ZodMiniType>(schema: S, row: unknown): z.output<S> | undefined {
  return row === undefined ? undefined : schema.safeParse(row).data;
}

/** The readable ones of `rows`. */
export function parseRows<S extends z.ZodMiniType>(schema: S, rows: readonly unknown[]): z.output<S>[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}

/** A stored contact; undefined when there is none or it cannot be read. */
export const parseContact = (row: unknown): Contact | undefined => parseRow(ROW_SCHEMAS.contacts, row);
/** A stored journal entry; undefined when there is none or it cannot be read. */
export const parseEntry = (row: unknown): JournalEntry | undefined => parseRow(Entry, row);
/** The readable ones of stored journal entries. */
export const parseEntries = (rows: readonly unknown[]): JournalEntry[] => parseRows(Entry, rows);

/** On which day a piece of daily work was last done; undefined when it never was or that cannot be read. */
export const parseChore = (row: unknown): z.output<typeof Chore> | undefined => parseRow(Chore, row);
/** Stored long work; undefined when there is none or it cannot be read. */
export const parseWork = (row: unknown): LongWork | undefined => parseRow(LongWorkRow, row);
/** The readable ones of stored firings. */
export const parseFirings = (rows: readonly unknown[]): Firing[] => parseRows(ROW_SCHEMAS.firings, rows);

/**
 * A contact with what it is found by: its name's words, its rhythm since `lastOn`, the day they were last contacted, its days of the year,
 * and where they work by `sightings`, theirs, oldest first.
 */
export function contactRow(contact: Contact, lastOn: CalendarDate | undefined, sightings: readonly Sighting[]): ContactRow {
  const days = [...(contact.birthday ? [contact.birthday] : []), ...contact.dates.map(({ date }) => date)];
  return {
    ...contact,
    nameWords: [...indexedWords(contact.name)],
    rhythms: isBroughtUp(contact) ? rhythmsOf(contact, lastOn) : [],
    monthDays: isBroughtUp(contact) ? [...new Set(days.map(monthDay))] : [],
    organisations: organisationsOf(contact, sightings),
  };
}

/** A reminder with the encounter it is found by while it awaits one. */
export function reminderRow(reminder: Reminder): ReminderRow {
  const { encounter, contactId, status } = reminder;
  return { ...reminder, ...(encounter && status === 'awaiting' && { encounterKey: encounterKey(encounter, contactId) }) };
}

/**
 * An entry with what it is found by: the records it changed and, unless it is a part of another, when it is listed. Of a part, those
 * records alone that were there before: nothing older can have been done to the others.
 */
export function journalRow(entry: JournalEntry): JournalRow {
  const found = entry.partOf === undefined ? entry.changes : entry.changes.filter(({ before }) => before !== undefined);
  return { ...entry, ...(entry.partOf === undefined && { listedAt: entry.at }), recordIds: found.map(({ table, id }) => recordId(table, id)) };
}

/** The name of a record among all tables. */
export function recordId(table: Journaled, id: string): string {
  return `${table}/${id}`;
}
