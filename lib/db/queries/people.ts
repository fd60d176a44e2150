import type { Change } from '../../model/change';
import type { Claim } from '../../model/claim';
import { type Contact, isBroughtUp } from '../../model/contact';
import { isDeferred } from '../../model/deferral';
import type { Sighting } from '../../model/sighting';
import type { Interaction } from '../../model/interaction';
import type { JournalEntry } from '../../model/journal';
import { isPart } from '../../model/long-work';
import type { Note } from '../../model/note';
import type { PersonView } from '../../model/person-view';
import type { ProfileKey } from '../../model/profile';
import { isDated, isWaiting, type Reminder } from '../../model/reminder';
import { broughtBy } from '../../model/news';
import { organisationsOf } from '../../model/organisation';
import { DEFAULT_SETTINGS, type Settings } from '../../model/settings';
import { type LastContact, lastContact, type Staleness, staleness } from '../../model/staleness';
import { type CalendarDate, type Instant, type TimeZone, today } from '../../model/temporal';
import type { Tag } from '../../model/tag';
import type { KithDatabase } from '../database';
import { deferralsOf } from './days';
import { lapseDay, rhythmOf } from './lapses';
import { parseContact, parseEntries, parseRow, parseRows, parseWork, ROW_SCHEMAS } from '../rows';

/** Reading only; each may run inside liveQuery. Rows that cannot be read are left out and left alone. */

/** The contact who owns any of these keys. */
export async function contactIdOf(db: KithDatabase, keys: readonly ProfileKey[]): Promise<string | undefined> {
  return (await ownerOf(db, keys))?.id;
}

/**
 * The contact who owns any of these keys, and where they work: as far as it is recorded, and by what the profile with the first of the
 * keys says of it now, which is so of somebody not kept, too.
 */
export async function contactAtWork(
  db: KithDatabase,
  keys: readonly ProfileKey[],
  organisation: string | undefined,
): Promise<{ contactId?: string; organisations: string[] }> {
  const contact = await ownerOf(db, keys);
  const said = organisation === undefined ? [] : [organisation];
  if (!contact) return { organisations: said };
  const [profileKey = ''] = keys;
  const saidNow = said.map((name) => ({ profileKey, profile: { fields: { organisation: name } } }));
  return { contactId: contact.id, organisations: organisationsOf(contact, [...(await sightingsOf(db, contact.id)).toReversed(), ...saidNow]) };
}

/** Asked for one by one at the same time: the browser goes along an index for several at once step by step, and waits for each. */
async function ownerOf(db: KithDatabase, keys: readonly ProfileKey[]): Promise<Contact | undefined> {
  const rows = await Promise.all(keys.map((key) => db.contacts.where('profileKeys').equals(key).first()));
  return parseContact(rows.find((row) => row !== undefined));
}

/** Everything about one contact, meant by id or by owning any of these keys; undefined when there is no such contact. */
export function personView(db: KithDatabase, who: string | readonly ProfileKey[], now: Instant, zone: TimeZone): Promise<PersonView | undefined> {
  return db.transaction('r', personTables(db), () => readView(db, who, now, zone));
}

/** What there is to be read of a person, in one transaction: each by itself would have to be begun and ended. */
function personTables(db: KithDatabase) {
  return [db.contacts, db.notes, db.interactions, db.reminders, db.sightings, db.tags];
}

async function readView(db: KithDatabase, who: string | readonly ProfileKey[], now: Instant, zone: TimeZone): Promise<PersonView | undefined> {
  const contact = typeof who === 'string' ? parseContact(await db.contacts.get(who)) : await ownerOf(db, who);
  if (!contact) return undefined;
  const { id } = contact;
  const [noteRows, touch, reminders, sightings] = await Promise.all([
    db.notes.where('[contactId+createdAt]').between([id, ''], [id, '\uffff']).toArray(),
    lastTouch(db, contact, now, zone),
    waitingReminders(db, id),
    sightingsOf(db, id),
  ]);
  const profile = sightings[0]?.profile;
  const notes = parseRows(ROW_SCHEMAS.notes, noteRows.toReversed());
  const draft = notes.find((note) => note.draft);
  return {
    contact,
    ...(profile && { profile }),
    ...touch,
    notes: notes.filter((note) => note !== draft),
    ...(draft && { draft }),
    reminders,
    changes: sightings.flatMap((sighting) => changeOf(sighting, sightings) ?? []),
  };
}

/** What stands beside the name on a profile; `next` is the follow-up whose time comes first. */
export type AnnotationFacts = { contact: Contact; lastContact?: LastContact; staleness: Staleness; note?: Note; next?: Reminder; change?: Change };

/** What stands beside the name of the contact who owns `key`; undefined when nobody does. */
export function annotationFacts(db: KithDatabase, key: ProfileKey, now: Instant, zone: TimeZone): Promise<AnnotationFacts | undefined> {
  return db.transaction('r', personTables(db), () => readFacts(db, key, now, zone));
}

async function readFacts(db: KithDatabase, key: ProfileKey, now: Instant, zone: TimeZone): Promise<AnnotationFacts | undefined> {
  const contact = await ownerOf(db, [key]);
  if (!contact) return undefined;
  const [noteRow, { interactions: _, ...touch }, reminders, sightings] = await Promise.all([
    db.notes.where('[contactId+createdAt]').between([contact.id, ''], [contact.id, '\uffff']).last(),
    lastTouch(db, contact, now, zone),
    waitingReminders(db, contact.id),
    sightingsOf(db, contact.id),
  ]);
  const next = reminders.find(isDated);
  const change = newestOpen(sightings);
  const note = parseRow(ROW_SCHEMAS.notes, noteRow);
  return { contact, ...touch, ...(note && { note }), ...(next && { next }), ...(change && { change }) };
}

/** The contacts who own any of `keys`, each with those of `keys` that are theirs. */
export async function contactsByKeys(db: KithDatabase, keys: readonly ProfileKey[]): Promise<{ contact: Contact; keys: ProfileKey[] }[]> {
  const rows = await db.contacts.where('profileKeys').anyOf(keys).distinct().toArray();
  const asked = new Set(keys);
  return parseRows(ROW_SCHEMAS.contacts, rows).map((contact) => ({ contact, keys: contact.profileKeys.filter((key) => asked.has(key)) }));
}

/**
 * For each of `keys`, which are profiles' or former ids, the id of its owner. Asked for one by one at the same time: going along an index to
 * hundreds of places waits for each.
 */
export async function ownersOf(db: KithDatabase, keys: readonly string[], index: 'profileKeys' | 'formerIds' = 'profileKeys'): Promise<Map<string, string>> {
  const owners = await Promise.all(keys.map((key) => db.contacts.where(index).equals(key).limit(1).primaryKeys()));
  return new Map(keys.flatMap((key, index) => (owners[index] ?? []).map((owner): [string, string] => [key, owner])));
}

/** What stands beside a link, without what is read only when it is pointed at. */
export type BadgeFacts = Omit<AnnotationFacts, 'note' | 'change'>;

/** What stands beside links to people, for everybody known among `keys`: few queries for all, however many they are. */
export async function badgeFacts(db: KithDatabase, keys: readonly ProfileKey[], now: Instant, zone: TimeZone): Promise<BadgeFacts[]> {
  const contacts = (await contactsByKeys(db, keys)).map(({ contact }) => contact);
  const ids = contacts.map(({ id }) => id);
  const [interactionRows, reminderRows, tags] = await Promise.all([
    db.interactions.where('contactIds').anyOf(ids).distinct().toArray(),
    db.reminders.where('contactId').anyOf(ids).toArray(),
    tagsOf(
      db,
      contacts.flatMap((contact) => contact.tags),
    ),
  ]);
  const date = today(now, zone);
  const reminders = Map.groupBy(parseRows(ROW_SCHEMAS.reminders, reminderRows).filter(isDated), ({ contactId }) => contactId);
  const interactions = new Map<string, Interaction[]>(ids.map((id) => [id, []]));
  for (const interaction of parseRows(ROW_SCHEMAS.interactions, interactionRows))
    for (const id of interaction.contactIds) interactions.get(id)?.push(interaction);
  return contacts.map((contact) => {
    const last = lastContact(interactions.get(contact.id) ?? [], date);
    const [next] = (reminders.get(contact.id) ?? []).sort(bySoonest);
    return {
      contact,
      staleness: staleness(last, rhythmOf(contact, tags)?.cadence, date),
      ...(last && { lastContact: last }),
      ...(next && { next }),
    };
  });
}

/** The keys of everybody kept that begin with `prefix`, in order; undefined where they are more than `most`. */
export async function knownKeys(db: KithDatabase, prefix: string, most: number): Promise<ProfileKey[] | undefined> {
  const keys = await db.contacts
    .where('profileKeys')
    .startsWith(prefix)
    .limit(most + 1)
    .keys();
  return keys.length > most ? undefined : keys.filter((key) => typeof key === 'string');
}

/**
 * A journal entry with the names of the people it was about, deleted ones included; of an import, the file's name; and what it took back, however
 * long ago that was. Of long work, whether it was ended before all of it was done, and whether it can go on.
 */
export type ChangeView = { entry: JournalEntry; names: string[]; fileName?: string; isPart: boolean; canGoOn: boolean; undone?: ChangeView };

/** The newest commands, newest first. */
export async function recentChanges(db: KithDatabase, limit: number): Promise<ChangeView[]> {
  const listed = parseEntries(await db.journal.orderBy('listedAt').reverse().limit(limit).toArray());
  const entries = new Map(listed.map((entry) => [entry.id, entry]));
  for (let newest = listed; newest.length > 0; ) {
    const unread = newest.flatMap(({ undoes }) => (undoes === undefined || entries.has(undoes) ? [] : undoes));
    newest = unread.length === 0 ? [] : parseEntries(await db.journal.bulkGet(unread));
    for (const entry of newest) entries.set(entry.id, entry);
  }
  const all = [...entries.values()];
  const contacts = await contactsById(
    db,
    all.flatMap((entry) => entry.contactIds),
  );
  const works = (await db.longWorks.bulkGet(all.map(({ id }) => id))).map(parseWork);
  const workOf = new Map(all.map(({ id }, index) => [id, works[index]]));
  const viewOf = (entry: JournalEntry): ChangeView => {
    const work = workOf.get(entry.id);
    const { fileName, merges } = work ?? {};
    const names = merges?.names ?? entry.contactIds.flatMap((id) => contacts.get(id)?.name ?? nameInEntry(entry, id) ?? []);
    const canGoOn = work?.status === 'stopped' && entry.undoneBy === undefined;
    const undone = entries.get(entry.undoes ?? '');
    return {
      entry,
      ...(fileName !== undefined && { fileName }),
      names,
      isPart: work !== undefined && isPart(work),
      canGoOn,
      ...(undone && { undone: viewOf(undone) }),
    };
  };
  return listed.map(viewOf);
}

/** The settings, with those Kith begins with for whatever is missing or cannot be read. */
export async function readSettings(db: KithDatabase): Promise<Settings> {
  return parseRow(ROW_SCHEMAS.settings, await db.settings.get('settings')) ?? DEFAULT_SETTINGS;
}

/** What pages say about further profiles of whoever owns `keys`, and who has those now. */
export async function claimsAbout(db: KithDatabase, keys: readonly ProfileKey[]): Promise<{ claims: Claim[]; owners: Map<ProfileKey, Contact> }> {
  const [from, to] = await Promise.all([db.claims.where('from').anyOf(keys).toArray(), db.claims.where('to').anyOf(keys).toArray()]);
  const claims = parseRows(ROW_SCHEMAS.claims, [...from, ...to]);
  const named = [...new Set(claims.flatMap((claim) => [claim.from, claim.to]))];
  const contacts = parseRows(ROW_SCHEMAS.contacts, await db.contacts.where('profileKeys').anyOf(named).distinct().toArray());
  return { claims, owners: new Map(contacts.flatMap((contact) => contact.profileKeys.map((key) => [key, contact]))) };
}

/** The contacts with these ids, by id. */
export async function contactsById(db: KithDatabase, ids: readonly string[]): Promise<Map<string, Contact>> {
  const rows = await db.contacts.bulkGet([...new Set(ids)]);
  return new Map(parseRows(ROW_SCHEMAS.contacts, rows).map((contact) => [contact.id, contact]));
}

/** Whether anybody is kept at all; counting them reads everybody. */
export async function hasContacts(db: KithDatabase): Promise<boolean> {
  return (await db.contacts.limit(1).primaryKeys()).length > 0;
}

/** How many people are kept, archived ones among them. */
export function countContacts(db: KithDatabase): Promise<number> {
  return db.contacts.count();
}

async function lastTouch(db: KithDatabase, contact: Contact, now: Instant, zone: TimeZone) {
  const [rows, tags] = await Promise.all([db.interactions.where('contactIds').equals(contact.id).toArray(), tagsOf(db, contact.tags)]);
  const interactions = parseRows(ROW_SCHEMAS.interactions, rows).sort((a, b) => (a.on === b.on ? (a.createdAt < b.createdAt ? 1 : -1) : a.on < b.on ? 1 : -1));
  const date = today(now, zone);
  const last = lastContact(interactions, date);
  const rhythm = rhythmOf(contact, tags);
  return {
    interactions,
    ...(last && { lastContact: last }),
    staleness: staleness(last, rhythm?.cadence, date),
    ...(rhythm && { rhythm: { ...rhythm, lapsesOn: lapseDay(contact, rhythm, last) } }),
  };
}

/** These tags, as far as they were given anything of their own. */
async function tagsOf(db: KithDatabase, names: readonly string[]): Promise<Map<string, Tag>> {
  const rows = names.length === 0 ? [] : await db.tags.bulkGet([...new Set(names)]);
  return new Map(parseRows(ROW_SCHEMAS.tags, rows).map((tag) => [tag.name, tag]));
}

/** Soonest first; last those that await an encounter. */
async function waitingReminders(db: KithDatabase, contactId: string): Promise<Reminder[]> {
  const reminders = parseRows(ROW_SCHEMAS.reminders, await db.reminders.where('contactId').equals(contactId).toArray());
  return reminders.filter(isWaiting).sort(bySoonest);
}

function bySoonest(a: Reminder, b: Reminder): number {
  if ((a.status === 'awaiting') !== (b.status === 'awaiting')) return a.status === 'awaiting' ? 1 : -1;
  return a.dueAt < b.dueAt ? -1 : 1;
}

/** What was seen of a contact, newest first. */
export async function sightingsOf(db: KithDatabase, contactId: string): Promise<Sighting[]> {
  // All at once, and turned round here: backwards the browser reads one row after the other.
  const rows = await db.sightings.where('[contactId+seenAt]').between([contactId, ''], [contactId, '\uffff']).toArray();
  return parseRows(ROW_SCHEMAS.sightings, rows.toReversed());
}

/** The news in a sighting, found in `sightings`, the contact's, newest first. */
function changeOf(sighting: Sighting, sightings: readonly Sighting[]): Change | undefined {
  if (sighting.change === undefined) return undefined;
  const fields = broughtBy(sighting, sightings);
  const { id: sightingId, contactId, seenAt } = sighting;
  return fields.length === 0 ? undefined : { sightingId, contactId, seenAt, fields, dismissed: sighting.change === 'dismissed' };
}

function newestOpen(sightings: readonly Sighting[]): Change | undefined {
  return sightings.flatMap((sighting) => changeOf(sighting, sightings) ?? []).find(({ dismissed }) => !dismissed);
}

/** What changed about somebody. */
export type News = { contact: Contact; change: Change };

/** The news that waits on `date`, newest first: about people who are brought up, and not put off. */
export async function openNews(db: KithDatabase, date: CalendarDate, limit: number): Promise<News[]> {
  const found: News[] = [];
  for (let offset = 0; found.length < limit; offset += limit) {
    const rows = await openSightings(db).reverse().offset(offset).limit(limit).toArray();
    found.push(...(await Promise.all((await wantedOf(db, rows, date)).map((one) => newsOf(db, one)))).flat());
    if (rows.length < limit) break;
  }
  return found.slice(0, limit);
}

/** How much news waits on `date`. */
export async function countNews(db: KithDatabase, date: CalendarDate): Promise<number> {
  return (await wantedOf(db, await openSightings(db).toArray(), date)).length;
}

function openSightings(db: KithDatabase) {
  return db.sightings.where('change').equals('open');
}

/** Those of the sightings that somebody is to hear of on `date`, with whom they are of. */
async function wantedOf(db: KithDatabase, rows: readonly unknown[], date: CalendarDate): Promise<{ contact: Contact; sighting: Sighting }[]> {
  const sightings = parseRows(ROW_SCHEMAS.sightings, rows);
  const [contacts, deferrals] = await Promise.all([
    contactsById(
      db,
      sightings.map(({ contactId }) => contactId),
    ),
    deferralsOf(
      db,
      sightings.map(({ id }) => id),
    ),
  ]);
  return sightings.flatMap((sighting) => {
    const contact = contacts.get(sighting.contactId);
    return contact && isBroughtUp(contact) && !isDeferred(deferrals.get(sighting.id), date) ? [{ contact, sighting }] : [];
  });
}

async function newsOf(db: KithDatabase, { contact, sighting: { id } }: { contact: Contact; sighting: Sighting }): Promise<News[]> {
  const sightings = await sightingsOf(db, contact.id);
  const sighting = sightings.find((one) => one.id === id);
  const change = sighting && changeOf(sighting, sightings);
  return change ? [{ contact, change }] : [];
}

function nameInEntry(entry: JournalEntry, contactId: string): string | undefined {
  const change = entry.changes.find(({ table, id }) => table === 'contacts' && id === contactId);
  return parseContact(change?.before ?? change?.after)?.name;
}
