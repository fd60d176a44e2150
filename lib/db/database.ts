import { Dexie, liveQuery, type Table } from 'dexie';
import type { Circle } from '../model/circle';
import type { Claim } from '../model/claim';
import type { Contact } from '../model/contact';
import type { Deferral } from '../model/deferral';
import type { Firing } from '../model/firing';
import type { Interaction } from '../model/interaction';
import type { JournalEntry } from '../model/journal';
import type { LongWork } from '../model/long-work';
import type { Note } from '../model/note';
import type { Reminder } from '../model/reminder';
import type { Settings } from '../model/settings';
import type { Sighting } from '../model/sighting';
import type { Tag } from '../model/tag';
import type { Instant } from '../model/temporal';
import type { IndexPage } from '../search/index-page';
import { MIGRATIONS, type Migration } from './migrations';

/** A table whose rows are unknown until parsed: what lies on a disk may be older, newer or broken. */
export type Rows<Record> = Table<unknown, string, Record>;

/** What is stored of a contact beyond the contact: the indexes of its name's words, of its cadence, of its days and of where they work. */
export type ContactRow = Contact & { nameWords: string[]; rhythms: string[]; monthDays: string[]; organisations: string[] };
/** What is stored of a reminder beyond the reminder: the name of the encounter it awaits. */
export type ReminderRow = Reminder & { encounterKey?: string };
/** On which day, and at which moment, a piece of the background's daily work was last done. */
export type Chore = { id: string; day: string; at?: Instant };
/** What is stored of an entry beyond the entry: `table/id` of each record it changed, and its time where it is listed. */
export type JournalRow = JournalEntry & { recordIds: string[]; listedAt?: Instant };

/** Some of what a file brings, until it has been worked off. */
export type ImportSlice = { importId: string; number: number; items: unknown[] };
/** Under which id somebody whom a file knows by `from` is kept. */
export type ImportMerge = { importId: string; from: string; to: string };

/** Where somebody is found in the search index: their number in it, and their name as names are put in order. */
export type SearchPlace = { contactId: string; number: number; name: string };
/** Where the people of a block stand among those found alike; see lib/search/standing.ts. */
export type SearchStandings = { block: number; values: Uint32Array };
/** What a command changed of the index, until it is worked into the pages: one small row to write, where the pages are many and large. */
export type SearchChange = { seq?: number; words: WordChange[]; standings: StandingChange[] };
/** How often more a word stands at the person of this number, on the page with this key. */
export type WordChange = [key: string, word: string, number: number, near: number, far: number];
/** Where a person stands from now on, or that they were touched again. */
export type StandingChange = { number: number } & ({ to: number } | { touched: Instant });
/**
 * Which index there is, up to which contact it has been made, and the first number of the block that is being made. Its `edition` is the
 * `seq` of the change worked in last; of an index that was just made, one that no change has: no two editions are alike.
 */
export type SearchState = { id: string; version: number; complete: boolean; after: string; first: number; edition?: number };

/** The one database. Only the background writes to it; extension pages read. */
export class KithDatabase extends Dexie {
  declare readonly contacts: Rows<ContactRow>;
  declare readonly notes: Rows<Note>;
  declare readonly interactions: Rows<Interaction>;
  declare readonly reminders: Rows<ReminderRow>;
  declare readonly firings: Rows<Firing>;
  declare readonly circles: Rows<Circle>;
  declare readonly sightings: Rows<Sighting>;
  declare readonly claims: Rows<Claim>;
  declare readonly tags: Rows<Tag>;
  declare readonly deferrals: Rows<Deferral>;
  declare readonly chores: Rows<Chore>;
  declare readonly journal: Rows<JournalRow>;
  declare readonly longWorks: Rows<LongWork>;
  declare readonly importSlices: Table<unknown, [importId: string, number: number], ImportSlice>;
  declare readonly importMerges: Table<ImportMerge, [importId: string, from: string]>;
  declare readonly settings: Rows<Settings>;
  // The search index holds nothing that the records do not: it is trusted, and made again from them when in doubt.
  declare readonly searchPages: Table<IndexPage, string>;
  declare readonly searchPlaces: Table<SearchPlace, string>;
  declare readonly searchStandings: Table<SearchStandings, number>;
  declare readonly searchChanges: Table<SearchChange, number>;
  declare readonly searchState: Table<SearchState, string>;

  constructor(name = 'kith', migrations: readonly Migration[] = MIGRATIONS) {
    // Strict: a command is answered when its records are on the disk, not when they are on their way.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, stores, upgrade } of migrations) {
      const declared = this.version(version).stores(stores);
      if (upgrade) {
        declared.upgrade((transaction) => upgrade((table) => transaction.table(table).toCollection()));
      }
    }
  }
}

export { liveQuery };

/** Calls `changed` whenever any of `tables` was written to, before whoever wrote to it hears that it is done. */
export function watchTables(db: KithDatabase, tables: readonly Table[], changed: () => void): void {
  const beginnings = tables.map(({ name }) => `idb://${db.name}/${name}/`);
  Dexie.on('storagemutated', (parts) => {
    if (Object.keys(parts).some((part) => beginnings.some((beginning) => part.startsWith(beginning)))) changed();
  });
}

/** Opens Kith's database, making or upgrading it if need be; the opening itself happens at the first read or write. */
export function openDatabase(): KithDatabase {
  return new KithDatabase();
}
