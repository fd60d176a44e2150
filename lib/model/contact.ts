import { Cadence } from './cadence';
import { Id } from './id';
import { Line, ProfileKey } from './profile';
import { SpecialDate } from './special-date';
import { Birthday, CalendarDate, Instant, type TimeZone, today } from './temporal';
import { cleanText } from './text';
import { z } from './zod';

/** What somebody is to the user; one person may be several. */
export const RELATIONS = [
  'mentor',
  'mentee',
  'sponsor',
  'collaborator',
  'colleague',
  'manager',
  'report',
  'client',
  'recruiter',
  'peer',
  'friend',
  'alum',
] as const;
export const Relation = z.enum(RELATIONS);
export type Relation = z.infer<typeof Relation>;

/** Several lines of the user's own text. */
export const Prose = z.string().check(z.overwrite((raw) => cleanText(raw)));

/** Someone we keep. `profileKeys` is a set: every key in it means this person, and no other contact may own it. */
export const Contact = z.strictObject({
  id: Id,
  name: Line,
  profileKeys: z.array(ProfileKey).check(z.maxLength(100)),
  /** By which files may know them still: the ids of whom they were merged with, and of rows that the user said are they. */
  formerIds: z.optional(z.array(Id)),
  relations: z.array(Relation),
  /** Folded names of tags; see Tag. */
  tags: z.array(Line).check(z.maxLength(100)),
  howWeMet: z.optional(Prose),
  introducedBy: z.optional(Id),
  links: z.array(z.strictObject({ label: z.optional(Line), url: z.url({ protocol: /^https?$/ }).check(z.maxLength(2000)) })).check(z.maxLength(100)),
  birthday: z.optional(Birthday),
  /** Other days that come every year. */
  dates: z.array(SpecialDate).check(z.maxLength(50)),
  /** `importedAt` where a table said it that was imported then, and a later one may say otherwise. */
  customFields: z.array(z.strictObject({ label: Line, value: Prose, importedAt: z.exactOptional(Instant) })).check(z.maxLength(100)),
  cadence: z.optional(Cadence),
  /** No nudge of any kind for this person, whatever a tag says. */
  neverRemind: z.boolean(),
  starred: z.boolean(),
  archived: z.boolean(),
  /** The day it was, where the user was, when they were kept; missing of those kept before this was recorded. */
  keptOn: z.optional(CalendarDate),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Contact = z.infer<typeof Contact>;

/** A contact about whom nothing is known but a name and, usually, a profile. */
export function newContact(id: Id, name: string, profileKeys: ProfileKey[], now: Instant, zone: TimeZone): Contact {
  return {
    id,
    name,
    profileKeys,
    relations: [],
    tags: [],
    links: [],
    dates: [],
    customFields: [],
    neverRemind: false,
    starred: false,
    archived: false,
    keptOn: today(now, zone),
    createdAt: now,
    updatedAt: now,
  };
}

/** Whether anything about them comes up that the user has not asked for: their rhythm, their days, their news. */
export function isBroughtUp({ archived, neverRemind }: Contact): boolean {
  return !archived && !neverRemind;
}

/** What the user may change about a contact in one command; null clears (undefined does not survive being sent). */
export const ContactChanges = z.partial(
  z.extend(
    z.pick(Contact, {
      name: true,
      relations: true,
      tags: true,
      links: true,
      dates: true,
      customFields: true,
      neverRemind: true,
      starred: true,
      archived: true,
    }),
    {
      howWeMet: z.nullable(Prose),
      introducedBy: z.nullable(Id),
      birthday: z.nullable(Birthday),
      cadence: z.nullable(Cadence),
    },
  ),
);
export type ContactChanges = z.infer<typeof ContactChanges>;
