import { Circle } from './circle';
import { Claim } from './claim';
import { Contact } from './contact';
import { Deferral } from './deferral';
import { Firing } from './firing';
import { Interaction } from './interaction';
import { Note } from './note';
import { Reminder } from './reminder';
import { Settings } from './settings';
import { Sighting } from './sighting';
import { Tag } from './tag';
import { z } from './zod';

/** What a file may bring, each in the table where it is to stand, in the order in which a file must bring it: people before what is about them. */
export const IMPORTED = {
  settings: Settings,
  tags: Tag,
  contacts: Contact,
  notes: Note,
  interactions: Interaction,
  // Before the reminders, so that none is notified again.
  firings: Firing,
  reminders: Reminder,
  circles: Circle,
  sightings: Sighting,
  claims: Claim,
  deferrals: Deferral,
} as const;
export type ImportedTable = keyof typeof IMPORTED;
export const IMPORTED_TABLES = [
  'settings',
  'tags',
  'contacts',
  'notes',
  'interactions',
  'firings',
  'reminders',
  'circles',
  'sightings',
  'claims',
  'deferrals',
] as const satisfies readonly ImportedTable[];

/** A record that a file brings. */
export const ImportItem = z.discriminatedUnion('table', [
  z.strictObject({ table: z.literal('settings'), record: IMPORTED.settings }),
  z.strictObject({ table: z.literal('tags'), record: IMPORTED.tags }),
  z.strictObject({ table: z.literal('contacts'), record: IMPORTED.contacts }),
  z.strictObject({ table: z.literal('notes'), record: IMPORTED.notes }),
  z.strictObject({ table: z.literal('interactions'), record: IMPORTED.interactions }),
  z.strictObject({ table: z.literal('firings'), record: IMPORTED.firings }),
  z.strictObject({ table: z.literal('reminders'), record: IMPORTED.reminders }),
  z.strictObject({ table: z.literal('circles'), record: IMPORTED.circles }),
  z.strictObject({ table: z.literal('sightings'), record: IMPORTED.sightings }),
  z.strictObject({ table: z.literal('claims'), record: IMPORTED.claims }),
  z.strictObject({ table: z.literal('deferrals'), record: IMPORTED.deferrals }),
]);
export type ImportItem = z.infer<typeof ImportItem>;
