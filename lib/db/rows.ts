import { Circle } from '../model/circle';
import { Claim } from '../model/claim';
import { Contact } from '../model/contact';
import { Interaction } from '../model/interaction';
import { JournalEntry, type Journaled } from '../model/journal';
import { Note } from '../model/note';
import { Reminder } from '../model/reminder';
import { Settings } from '../model/settings';
import { Sighting } from '../model/sighting';
import { Tag } from '../model/tag';
import type { z } from '../model/zod';
import { indexedWords } from '../search/words';
import type { ContactRow, JournalRow } from './database';

/** Rows as they lie in each table: the record's schema, with what only indexes need cut off. */
export const ROW_SCHEMAS = {
  contacts: Contact.strip(),
  notes: Note.strip(),
  interactions: Interaction.strip(),
  reminders: Reminder.strip(),
  circles: Circle.strip(),
  sightings: Sighting.strip(),
  claims: Claim.strip(),
  tags: Tag.strip(),
  settings: Settings,
} as const satisfies Record<Journaled, z.ZodType>;

const Entry = JournalEntry.strip();

/** A stored row as its record; undefined when there is none or it cannot be read. A row that cannot be read stays where it is. */
export function parseRow<S extends z.ZodType>(schema: S, row: unknown): z.output<S> | undefined {
  return row === undefined ? undefined : schema.safeParse(row).data;
}

/** The readable ones of `rows`. */
export function parseRows<S extends z.ZodType>(schema: S, rows: readonly unknown[]): z.output<S>[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}

export const parseContact = (row: unknown): Contact | undefined => parseRow(ROW_SCHEMAS.contacts, row);
export const parseEntry = (row: unknown): JournalEntry | undefined => parseRow(Entry, row);
export const parseEntries = (rows: readonly unknown[]): JournalEntry[] => parseRows(Entry, rows);

/** A contact with the words it is found by. */
export function contactRow(contact: Contact): ContactRow {
  return { ...contact, nameWords: [...indexedWords(contact.name)] };
}

/** An entry with the records it is found by. */
export function journalRow(entry: JournalEntry): JournalRow {
  return { ...entry, recordIds: entry.changes.map(({ table, id }) => recordId(table, id)) };
}

/** The name of a record among all tables. */
export function recordId(table: Journaled, id: string): string {
  return `${table}/${id}`;
}
