import { contactRow, journalRow } from '../../lib/db/rows';
import type { ContactRow, JournalRow } from '../../lib/db/database';
import { newContact } from '../../lib/model/contact';
import type { Interaction } from '../../lib/model/interaction';
import type { Note } from '../../lib/model/note';
import type { Reminder } from '../../lib/model/reminder';
import type { Sighting } from '../../lib/model/sighting';

/** The tables that are filled. */
export const SEEDED_TABLES = ['contacts', 'notes', 'interactions', 'sightings', 'reminders', 'journal'] as const;
export type SeededRows = {
  contacts: ContactRow[];
  notes: Note[];
  interactions: Interaction[];
  sightings: Sighting[];
  reminders: Reminder[];
  journal: JournalRow[];
};

/** So many of all follow-ups have come due, whatever the number of people: a list that somebody can still work off. */
const DUE = 20;

/**
 * The invented people `from` up to `to`, always the same ones: each with a note, an interaction, a sighting and two follow-ups.
 * Every tenth has a rhythm that has not run out. Rows are made by Kith's own functions, with whatever these put in for indexes.
 */
export function peopleFrom(from: number, to: number): SeededRows {
  const rows: SeededRows = { contacts: [], notes: [], interactions: [], sightings: [], reminders: [], journal: [] };
  for (let number = from; number < to; number++) addPerson(rows, number);
  return rows;
}

function addPerson(rows: SeededRows, number: number): void {
  const contactId = id('c', number);
  // Only every tenth link of a list is somebody known.
  const handle = `person-${number * 10}`;
  const key = `linkedin:in/${handle}`;
  const at = instant(number);
  const name = nameOf(number);
  const contact = {
    ...newContact(contactId, name, number === 0 ? [key, IMANI] : [key], at, 'UTC'),
    ...(number % 10 === 0 && { cadence: { every: 20, unit: 'year' as const } }),
    ...(number % 3 === 0 && { howWeMet: words(number, 8) }),
    tags: number % 4 === 0 ? [`tag ${number % 40}`] : [],
  };
  rows.notes.push({
    id: id('d', number),
    contactId,
    text: `Note 1 about ${name}. ${words(number * 2, 22)}. ${words(number * 2 + 1, 22)}.`,
    draft: false,
    createdAt: at,
    updatedAt: at,
  });
  rows.interactions.push({
    id: id('e', number),
    contactIds: [contactId],
    on: at.slice(0, 10),
    channel: number % 2 === 0 ? 'call' : 'meeting',
    text: words(number + 7, 14),
    given: [],
    received: number % 2 === 0 ? [{ benefit: 'knowledge', text: words(number + 3, 5) }] : [],
    createdAt: at,
    updatedAt: at,
  });
  for (const turn of [0, 1]) rows.reminders.push(reminder(number * 2 + turn, contactId, at));
  const sighting: Sighting = {
    id: id('f', number),
    contactId,
    profileKey: key,
    seenAt: at,
    profile: {
      key,
      url: `https://www.linkedin.com/in/${handle}/`,
      handle,
      aliases: [],
      fields: { name, headline: words(number + 11, 4), organisation: words(number + 5, 2) },
      sources: { name: 'top card', headline: 'top card', organisation: 'top card' },
    },
  };
  rows.sightings.push(sighting);
  rows.contacts.push(contactRow(contact, at.slice(0, 10), [sighting]));
  rows.journal.push(
    journalRow({ id: id('a', number), at, command: 'addContact', contactIds: [contactId], changes: [{ table: 'contacts', id: contactId, after: contact }] }),
  );
}

/** Somebody of the project's own pages. */
const IMANI = 'linkedin:in/imani-vestergaard-4b71a9';

/** Due in the last days, or years ahead: a database that was seeded some weeks ago still has as many due. */
function reminder(number: number, contactId: string, at: string): Reminder {
  const base = { id: id('b', number), contactId, text: `Ask about ${words(number, 3)}`, createdAt: at, updatedAt: at };
  if (number % 2 === 0 && number < 2 * DUE) {
    const dueAt = `2026-11-${pad(1 + (number % 19))}T09:00`;
    return { ...base, dueAt, status: 'notified', notificationId: id('b', number), notifiedAt: `${dueAt}:00.000Z` };
  }
  return { ...base, dueAt: `${2030 + (number % 40)}-${pad(1 + (number % 12))}-${pad(1 + (number % 28))}T09:00`, status: 'open' };
}

/** Spread over 2023 to 2025. */
function instant(number: number): string {
  return `${2023 + (number % 3)}-${pad(1 + (number % 12))}-${pad(1 + (number % 28))}T${pad(number % 24)}:${pad(number % 60)}:00.000Z`;
}

/** The same id for the same record every time, in the form of a UUIDv7. */
function id(kind: 'a' | 'b' | 'c' | 'd' | 'e' | 'f', number: number): string {
  return `0190000${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

const FIRST =
  'Ada Bruno Chidi Dalia Emre Farah Goran Hana Ivo Jamila Kofi Lene Mateo Nilufar Otto Priya Quirin Rosa Søren Tomasz Uma Viktor Wen Ximena Yusuf Zofia';
const SYLLABLES = 'bar del fen gor hal ins jor kel lum mer nor ost pel quil ras sten tor und vel wick yar zen';
const VOCABULARY = `bridge river survey harvest loom ledger garden harbour mentor workshop grant panel paper budget turbine sensor clinic archive
  museum festival railway orchard satellite translation pottery chess marathon allergy piano toddler sabbatical promotion thesis deadline
  introduction referral reading roadmap prototype interview migration audit seminar committee fieldwork glacier delta estuary pump valve`;
/** Of every fiftieth, in other scripts. */
const ELSEWHERE = '田中さくら 佐藤健 김민서 박지후 王晓雨 陳家豪 Мария Орлова-Лебедь Ґанна نورة الحسيني יעל אורן Ελένη आशा';
const [first, syllables, vocabulary, elsewhere] = [FIRST, SYLLABLES, VOCABULARY, ELSEWHERE].map((text) => text.split(/\s+/));

function nameOf(number: number): string {
  const syllable = (shift: number) => pick(syllables, Math.floor(number / shift));
  const family = `${syllable(26)}${syllable(26 * 22)}${syllable(7)}`;
  if (number % 50 === 7) return `${pick(elsewhere, Math.floor(number / 50))} ${pick(elsewhere, Math.floor(number / 750))}`;
  return `${pick(first, number)} ${family.charAt(0).toUpperCase()}${family.slice(1)}`;
}

/** Words of a vocabulary that grows with the number, as the names and terms in people's notes do. */
function words(number: number, count: number): string {
  return Array.from({ length: count }, (_, place) => {
    const at = (number * 31 + place * 17 + Math.floor(number / 97) * place) % 5000;
    return at < 2500 ? pick(vocabulary, at) : `${pick(syllables, at)}${pick(syllables, Math.floor(at / 22))}${pick(syllables, at % 13)}`;
  }).join(' ');
}

function pick(list: readonly string[] | undefined, at: number): string {
  return list?.[at % list.length] ?? '';
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
