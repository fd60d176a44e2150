import type { Change } from './change';
import type { Cadence } from './cadence';
import type { Contact } from './contact';
import type { Interaction } from './interaction';
import type { Note } from './note';
import type { Profile, ProfileKey } from './profile';
import type { Reminder } from './reminder';
import type { LastContact, Staleness } from './staleness';
import type { Tag } from './tag';
import type { CalendarDate } from './temporal';

/** Everything a surface shows about one contact. Derived; never stored. */
export type PersonView = {
  contact: Contact;
  /** The newest sighting of any of the contact's profiles. */
  profile?: Profile;
  lastContact?: LastContact;
  staleness: Staleness;
  /** How often one means to be in touch, the tag that says so where it is not their own cadence, and the day it runs out. */
  rhythm?: { cadence: Cadence; tag?: Tag; lapsesOn: CalendarDate };
  /** Newest first; the draft, if there is one, is not among them. */
  notes: Note[];
  /** The note its author has not finished. */
  draft?: Note;
  /** Newest first. */
  interactions: Interaction[];
  /** Those that wait, soonest first, then those that await an encounter. */
  reminders: Reminder[];
  /** What changed on their profiles, newest first; dismissed ones too. */
  changes: Change[];
};

/** A contact in a list. */
export type ContactSummary = { id: string; name: string; headline?: string; profileKey?: ProfileKey };

/** What of a person a search found, where it was not the name. */
export type MatchedIn = 'profile' | 'earlier' | 'tag' | 'handle' | 'howWeMet' | 'field' | 'note' | 'interaction' | 'reminder';

/** Text of which some is marked. */
export type MarkedText = { text: string; marked?: true }[];

/** A contact that a search found, with the words that it found them by. */
export type FoundPerson = ContactSummary & { archived?: true; match?: { from: MatchedIn; excerpt: MarkedText } };

/** How many people one knows on a page, and the first of them. */
export type PeopleHere = { count: number; people: FoundPerson[] };

/** Whom a list is to show. */
export type Who = { are: 'everybody' | 'starred' | 'archived' } | { tag: string };

/** Whom, and in which order: the last touched first, or by name, `from` names on that begin with a letter. */
export type PeopleChoice = { who: Who; order: 'touched' | 'name'; from?: string };

/** The first of the people chosen, and how many there are; while less than all is `indexed`, of everybody, whatever was chosen. */
export type PeopleList = { ids: string[]; count: number; indexed: number };

/** What a search answers. */
export type FoundPeople = {
  /** What was searched for. */
  text: string;
  people: FoundPerson[];
  /** How many are found, by everything or, where that was enough, by their names alone; missing while that is not known. */
  count?: { found: number; by: 'all' | 'names' };
  /** Of how many people everything was looked through, from 0 to 1; of the others their names alone, because the rest is still being indexed. */
  indexed: number;
};
