import { Cadence } from '../model/cadence';
import { Claim, ClaimEvidence } from '../model/claim';
import { ContactChanges } from '../model/contact';
import { Deferral } from '../model/deferral';
import { Encounter } from '../model/encounter';
import { Id } from '../model/id';
import { InteractionContent } from '../model/interaction';
import type { KeyFilter } from '../model/key-filter';
import { ITEMS_AT_ONCE, MOST_ITEMS, SLICES_AT_ONCE } from '../model/long-work';
import { Note } from '../model/note';
import { NotifyingChanges, TimeOfDay } from '../model/notifying';
import { Line, Profile, ProfileKey } from '../model/profile';
import { Recurrence } from '../model/recurrence';
import type { RefusalCode } from '../model/refusal';
import { Reminder } from '../model/reminder';
import { AnnotationMode, Selector } from '../model/settings';
import { CalendarDate, LocalDateTime } from '../model/temporal';
import { z } from '../model/zod';

/**
 * Every message of Kith, on one page. A message is `{ type, ...payload }`; its answer is `Answer<…>`.
 * Who may send what is part of the contract: pages may only ask about themselves and ask for a surface to be opened.
 *
 *   page script ──annotation, whoIsThis, settled, left, openSurface──▶ background   (person taken from the sender's address, never from the message)
 *   extension page ──any command──▶ background                     (commandId makes asking twice harmless)
 *   extension page ──beginImport, stageSlices, startImport, …──▶ background   (the work's own id makes asking twice harmless)
 *   background ──recordsChanged──▶ page script                     (no content: ask again)
 *   extension page ──readPage, peopleLinked, pointAtName, prepareList, tryNotification──▶ background (no commands)
 *   background ──run read-page.js, people-linked.js──▶ page        (answers a PageRead, or keys: reading is loaded when it is needed)
 *   page script ──knownPeople, badges, openPerson──▶ background    (about people linked in the page: each must be asked for by key)
 *   page script ──badgeCard──▶ background                          (about one of those, when the user points at them)
 */

/** The person a command is about: a contact, or somebody new, named by what their page said. */
export const Subject = z.union([z.strictObject({ contactId: Id }), z.strictObject({ profile: Profile })]);
export type Subject = z.infer<typeof Subject>;

const command = <T extends z.core.$ZodShape>(shape: T) => z.strictObject({ commandId: Id, ...shape });

/** The user's verbs. Each is one transaction with one journal entry, whose id is `commandId`. */
export const COMMANDS = {
  /** Keeps a person. Does nothing when one of their keys is already a contact's. */
  addContact: command({ subject: Subject }),
  editContact: command({ contactId: Id, changes: ContactChanges }),
  /** Deletes a contact with all that was recorded about them alone. */
  deleteContact: command({ contactId: Id }),
  /**
   * Writes a note, keeping the person first if they are new. Sent again and again while typing, with the same commandId and
   * noteId: the journal then holds the whole edit as one entry. Empty text deletes a draft, and is refused for a finished note.
   */
  writeNote: command({ subject: Subject, noteId: Id, text: Note.shape.text, draft: z.boolean() }),
  deleteNote: command({ noteId: Id }),
  logInteraction: command({ subject: Subject, interactionId: Id, content: InteractionContent }),
  editInteraction: command({ interactionId: Id, content: InteractionContent }),
  deleteInteraction: command({ interactionId: Id }),
  /** With an encounter it waits for that, and `dueAt` is when that was said. */
  setFollowUp: command({
    subject: Subject,
    reminderId: Id,
    text: Reminder.shape.text,
    dueAt: LocalDateTime,
    recurrence: z.optional(Recurrence),
    encounter: z.optional(Encounter),
  }),
  /** Without `recurrence` or `encounter` these stay as they are; null ends them. */
  editFollowUp: command({
    reminderId: Id,
    text: Reminder.shape.text,
    dueAt: LocalDateTime,
    recurrence: z.optional(z.nullable(Recurrence)),
    encounter: z.optional(z.nullable(Encounter)),
  }),
  completeReminder: command({ reminderId: Id }),
  /** One that recurs is followed by the next, unless this was to be the `last`. */
  dismissReminder: command({ reminderId: Id, last: z.optional(z.boolean()) }),
  snoozeReminder: command({ reminderId: Id, until: LocalDateTime }),
  /** Puts a follow-up off until somebody or something is seen again. */
  awaitEncounter: command({ reminderId: Id, encounter: Encounter }),
  /** Puts a pending action that is no follow-up off to a day; null settles it. */
  deferAction: command({ actionId: Deferral.shape.id, contactId: Id, until: z.nullable(CalendarDate) }),
  /** A profile's news is seen to. */
  dismissChange: command({ sightingId: Id }),
  /** One person, many profiles. */
  attachProfile: command({ contactId: Id, key: ProfileKey }),
  detachProfile: command({ contactId: Id, key: ProfileKey }),
  mergeContacts: command({ intoId: Id, fromId: Id }),
  declineSuggestion: command({ claimIds: z.array(Claim.shape.id).check(z.minLength(1), z.maxLength(50)) }),
  /** Gives everybody with a tag a cadence; null takes it away. */
  setTagCadence: command({ label: Line, cadence: z.nullable(Cadence) }),
  /** Takes a journal entry back. Undoing an undo does the work again. */
  undo: command({ entryId: Id }),
  setAnnotationMode: command({ siteId: z.string().check(z.maxLength(300)), mode: AnnotationMode }),
  /** Where the name stands on the pages of a site; null forgets it. */
  setPointed: command({ siteId: z.string().check(z.maxLength(300)), selector: z.nullable(Selector) }),
  setNotifying: command({ changes: NotifyingChanges }),
  setFollowUpTime: command({ time: TimeOfDay }),
} as const;
export type CommandName = keyof typeof COMMANDS;
export type CommandPayload<N extends CommandName> = z.input<(typeof COMMANDS)[N]>;
export type Command<N extends CommandName> = z.output<(typeof COMMANDS)[N]>;

/**
 * What extension pages ask of work that is done in slices. Each may be asked twice; what is worked off is in the journal under the
 * work's id, and taken back by `undo`.
 */
export const WORK = {
  beginImport: z.strictObject({
    importId: Id,
    source: z.enum(['backup', 'people']),
    fileName: Line,
    items: z.int().check(z.minimum(0), z.maximum(MOST_ITEMS)),
  }),
  /** Slices from `number` on. The items are read when they are worked off: one that is no ImportItem is refused then, and counted. */
  stageSlices: z.strictObject({
    importId: Id,
    number: z.int().check(z.minimum(0)),
    slices: z.array(z.array(z.unknown()).check(z.minLength(1), z.maxLength(ITEMS_AT_ONCE))).check(z.minLength(1), z.maxLength(SLICES_AT_ONCE)),
  }),
  startImport: z.strictObject({ importId: Id }),
  stopWork: z.strictObject({ workId: Id }),
  resumeWork: z.strictObject({ workId: Id }),
  leaveImport: z.strictObject({ workId: Id }),
  /** Wakes the worker that was stopped in the middle; a page that shows how far it is asks this now and then. */
  goOn: z.strictObject({}),
} as const;
export type WorkName = keyof typeof WORK;
export type WorkPayload<N extends WorkName> = z.input<(typeof WORK)[N]>;

/** What extension pages may ask that is no command: nothing the user has written is changed by it. */
export const QUESTIONS = {
  /** What the page in a tab says; answered by a PageRead or null. Of the page in front, its person is seen by that. */
  readPage: z.strictObject({ tabId: z.int() }),
  /** Whom the page in a tab links, by a name or by a picture alone; answered by their keys. */
  peopleLinked: z.strictObject({ tabId: z.int() }),
  /** Lets the user point at the name in a tab's page; answered by a PointedAt, or null when they thought better of it. */
  pointAtName: z.strictObject({ tabId: z.int() }),
  /** What waits, where it was not laid ready; answered by a PreparedList. */
  prepareList: z.strictObject({}),
  /** Shows a notification to try it, and looks at what is due; answered by a TrialAnswer. */
  tryNotification: z.strictObject({ trialId: Id }),
} as const;
export type QuestionName = keyof typeof QUESTIONS;

/** Why the browser did not take the notification, and why Kith could not look at what is due; empty when all is well. */
export type TrialAnswer = { refusal?: string; lookFailure?: string };

/** The id of a trial's notification. */
export function trialNotification(trialId: string): string {
  return `trial:${trialId}`;
}

/** What the user pointed at in a page, to be parsed. */
export const PointedAt = z.strictObject({ selector: Selector, text: z.string().check(z.maxLength(10_000)) });
export type PointedAt = z.infer<typeof PointedAt>;

/** What a page script may ask. */
export const PAGE_MESSAGES = {
  /** What to paint for the person this page is about; `key` is what the page script believes, refused when it is not the sender's. */
  annotation: z.strictObject({ key: ProfileKey }),
  /** Whether the page, at an address of no site Kith knows, shows a person at all; answered by SomebodyHere or null. */
  whoIsThis: z.strictObject({}),
  /** The page has settled: read it for what it says about its person; kept only where a contact is concerned. Answers whether it says their name. */
  settled: z.strictObject({}),
  /** The page is no longer about the person it was about, though it was not loaded anew. */
  left: z.strictObject({}),
  /** Opens the side panel (Firefox: the popup) after a click. */
  openSurface: z.strictObject({}),
  /** Who of the page's own site is known, as a set that can be asked but not read; `have` is the version one has already. Answered by KnownPeople. */
  knownPeople: z.strictObject({ have: z.optional(z.string().check(z.maxLength(60))) }),
  /** What to paint beside links to these people; answered by a LinkBadge for each who is known. One document may ask about so many only. */
  badges: z.strictObject({ keys: z.array(ProfileKey).check(z.maxLength(5000)) }),
  /** What the card says of one whom the document asked `badges` about; answered by the words, or null where there are none to be shown. */
  badgeCard: z.strictObject({ key: ProfileKey }),
  /** The same as openSurface, at this person. */
  openPerson: z.strictObject({ key: ProfileKey }),
} as const;
export type PageMessageName = keyof typeof PAGE_MESSAGES;
export type PageMessage<N extends PageMessageName> = z.output<(typeof PAGE_MESSAGES)[N]>;

/** What the background tells a page script. */
export type ToPage = { type: 'recordsChanged' };

/** The person a page shows, and the name that stands somewhere on it. */
export type SomebodyHere = { key: ProfileKey; name?: string };

/**
 * Who is known among those whose keys begin with `prefix`; of others nothing is said. `filter` is absent where nothing changed, null
 * where there are too many people for one.
 */
export type KnownPeople = { version: string; prefix: string; filter?: KeyFilter | null };

/** What people-linked.js answers of a page, to be parsed like everything that comes from one. */
export const PeopleLinked = z.array(ProfileKey).check(z.maxLength(5000));

/** What read-page.js answers of a page, to be parsed like everything that comes from one. */
export const PageRead = z.strictObject({
  profile: Profile,
  /** Whether the page itself shows a person; otherwise it is only what it could be kept as. */
  describesPerson: z.boolean(),
  /** Whether its person is at home on its host; of anybody else's it may say what it likes. */
  isAtHome: z.boolean(),
  /** What the organisation is called whose page it is; none where it shows a person, or no organisation. */
  organisations: z.array(Line).check(z.maxLength(5)),
  /** Other profiles of the same person that the page names. */
  linked: z.array(z.object({ key: ProfileKey, evidence: ClaimEvidence })).check(z.maxLength(200)),
  /** When the page was opened, in milliseconds since 1970. */
  openedAt: z.int(),
});
export type PageRead = z.infer<typeof PageRead>;

/** Why a request was refused. `message` is for a person to read: what was attempted, on what, and what to do. */
export type Refusal = { code: RefusalCode | 'invalid' | 'forbidden' | 'unknown'; message: string };
export type Answer<T> = { ok: true; value: T } | { ok: false; error: Refusal };

/** What a command answers: the entry that can be undone, and whom it was about. */
export type Done = { entryId: string; contactId?: string };
