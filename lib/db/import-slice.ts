import type { Contact } from '../model/contact';
import { ImportItem, type ImportedTable } from '../model/import-item';
import type { RecordChange } from '../model/journal';
import { type LongWork, NO_RECEIPT, type Receipt, type Tally, totalled } from '../model/long-work';
import { asImported, mergedContact, withImported } from '../model/merge';
import { z } from '../model/zod';
import type { KithDatabase } from './database';
import type { Changes, Context } from './journal';
import { keySince } from './migrations';
import { mayBeKept, rememberPeople } from './remembered-people';
import { ownersOf } from './queries/people';
import { parseContact, parseRow, parseRows, ROW_SCHEMAS } from './rows';
import { numbersGiven } from './search-index';

/** Of an import of more records nobody is remembered: they might take 100 MB. */
const MOST_REMEMBERED = 500_000;

const Slice = z.object({ items: z.array(z.unknown()) });

/** What is to be known before a slice of an import, and is not looked up within its transaction, in which everybody else would wait for it. */
export async function beforeImportSlice(db: KithDatabase, { items }: LongWork): Promise<void> {
  // Most whom a file brings are new, and to ask for each takes a third of the time; but to learn who is kept among many takes longer than to ask for a few.
  if (items <= MOST_REMEMBERED && items >= (await numbersGiven(db))) await rememberPeople(db);
}

/** Works off the next slice of an import. */
export async function importSlice(context: Context, changes: Changes, work: LongWork): Promise<LongWork> {
  const { db } = context;
  const key: [string, number] = [work.id, work.done];
  const { items } = Slice.parse((await db.importSlices.get(key)) ?? { items: [] });
  const importing = new Importing(context, work);
  const read = items.map((item) => ImportItem.safeParse(item).data);
  // One table after the other, as they come: what follows may be about those before.
  let run: ImportItem[] = [];
  for (const item of read) {
    if (!item) {
      importing.count('others', 'refused');
      continue;
    }
    if (run[0] && run[0].table !== item.table) {
      await changes.makeAll(await importing.changesBy(run));
      run = [];
    }
    run.push(item);
  }
  if (run.length > 0) await changes.makeAll(await importing.changesBy(run));
  await db.importSlices.delete(key);
  return { ...work, receipt: totalled(work.receipt, importing.receipt) };
}

type StoredRecord = { [field: string]: unknown };
type Outcome = keyof Tally;

/** What each item of an import means for the records as they are. */
class Importing {
  readonly receipt: Receipt = structuredClone(NO_RECEIPT);
  readonly #db: KithDatabase;
  readonly #context: Context;
  readonly #work: LongWork;

  constructor(context: Context, work: LongWork) {
    this.#context = context;
    this.#db = context.db;
    this.#work = work;
  }

  count(of: keyof Receipt, outcome: Outcome): void {
    this.receipt[of][outcome]++;
  }

  /** The changes that `items`, all of one table, bring. */
  async changesBy(items: readonly ImportItem[]): Promise<RecordChange[]> {
    const contacts = items.flatMap((item) => (item.table === 'contacts' ? [item.record] : []));
    if (contacts.length > 0) return this.#people(contacts.map(underKeysSince));
    return this.#others(items);
  }

  async #people(incoming: readonly Contact[]): Promise<RecordChange[]> {
    const db = this.#db;
    const isAsked = (name: string) => mayBeKept(db, name);
    const asked = incoming.map(({ id }) => id).filter(isAsked);
    const keys = incoming.flatMap(({ profileKeys }) => profileKeys.filter(isAsked));
    const [heirs, owners] = await Promise.all([ownersOf(db, asked, 'formerIds'), ownersOf(db, keys)]);
    const ids = [...new Set([...asked, ...heirs.values(), ...owners.values()])];
    const present = new People(parseRows(ROW_SCHEMAS.contacts, await db.contacts.bulkGet(ids)));
    const introducers = await this.#keptAs(incoming.flatMap(({ introducedBy }) => introducedBy ?? []));
    const befores = new Map<string, Contact | undefined>();
    const merges: { importId: string; from: string; to: string }[] = [];
    for (const raw of incoming) {
      const { introducedBy } = raw;
      const said = this.#work.source === 'backup' ? raw : asImported(raw, this.#work.startedAt);
      const one = introducedBy === undefined ? said : { ...said, introducedBy: introducers.get(introducedBy) ?? introducedBy };
      const existing = present.find(one);
      if (existing && existing.id !== one.id) merges.push({ importId: this.#work.id, from: one.id, to: existing.id });
      const free = present.withFreeKeys(one, existing?.id);
      const after = existing ? parseContact(this.#joined(existing, free)) : free;
      if (!after) {
        this.count('people', 'refused');
        continue;
      }
      if (existing && isSame(existing, after)) {
        this.count('people', 'same');
        continue;
      }
      if (!befores.has(after.id)) befores.set(after.id, existing);
      this.count('people', existing ? 'merged' : 'added');
      present.set(after);
    }
    await db.importMerges.bulkPut(merges);
    return [
      ...[...befores].flatMap(([id, before]) => {
        const after = present.get(id);
        return after ? [{ table: 'contacts' as const, id, ...(before && { before }), after }] : [];
      }),
      ...(await this.#introducedBy(merges, befores)),
    ];
  }

  /** Who they are now: of a backup's two the newer; of somebody from elsewhere, what was known is believed and the rest added, but for where they work and live. */
  #joined(existing: Contact, incoming: Contact): Contact {
    if (this.#work.source !== 'backup') {
      const joined = withImported(existing, incoming, this.#context.now);
      // A table does not say who is archived.
      return this.#work.source === 'people' ? { ...joined, archived: existing.archived } : joined;
    }
    if (existing.id !== incoming.id) return mergedContact(existing, incoming, this.#context.now);
    if (existing.updatedAt >= incoming.updatedAt) return existing;
    const formerIds = [...new Set([...(incoming.formerIds ?? []), ...(existing.formerIds ?? [])])];
    const profileKeys = [...new Set([...incoming.profileKeys, ...existing.profileKeys])];
    return { ...incoming, profileKeys, ...(formerIds.length > 0 && { formerIds }) };
  }

  /** People kept already who were introduced by somebody of the file who is now found to be somebody else's other name. */
  async #introducedBy(merges: readonly { from: string; to: string }[], changed: ReadonlyMap<string, unknown>): Promise<RecordChange[]> {
    if (merges.length === 0 || this.#work.source !== 'backup') return [];
    const to = new Map(merges.map((merge) => [merge.from, merge.to]));
    const rows = await this.#db.contacts
      .where('introducedBy')
      .anyOf([...to.keys()])
      .toArray();
    return parseRows(ROW_SCHEMAS.contacts, rows)
      .filter(({ id }) => !changed.has(id))
      .map((before) => ({ table: 'contacts', id: before.id, before, after: { ...before, introducedBy: to.get(before.introducedBy ?? '') } }));
  }

  async #others(items: readonly ImportItem[]): Promise<RecordChange[]> {
    const table = items[0]?.table;
    if (!table) return [];
    const db = this.#db;
    const ids = [...new Set(items.flatMap(contactIdsIn))];
    const keptAs = await this.#keptAs(ids);
    const nowIds = ids.map((id) => keptAs.get(id) ?? id);
    const rowsOfPeople = nowIds.length === 0 ? [] : await db.contacts.bulkGet(nowIds);
    const kept = new Set(nowIds.filter((_, index) => rowsOfPeople[index] !== undefined));
    const whom = (id: string) => [keptAs.get(id) ?? id].filter((now) => kept.has(now));
    const present = new Map<string, StoredRecord>();
    const keys = items.map(keyOf);
    const rows = await db.table<unknown, string>(table).bulkGet(keys);
    keys.forEach((key, index) => {
      const row: StoredRecord | undefined = parseRow(ROW_SCHEMAS[table], rows[index]);
      if (row) present.set(key, row);
    });
    const changed = new Map<string, { before: StoredRecord | undefined; after: StoredRecord }>();
    for (const item of items) {
      const key = keyOf(item);
      const after = aboutKept(item, whom);
      const before = present.get(key);
      if (!after) this.count('others', 'refused');
      else if (before && !this.#isNewer(item.table, before, after)) this.count('others', 'same');
      else {
        this.count('others', before ? 'merged' : 'added');
        changed.set(key, { before: changed.has(key) ? changed.get(key)?.before : before, after });
        present.set(key, after);
      }
    }
    return [...changed].map(([id, { before, after }]) => ({ table, id, ...(before && { before }), after }));
  }

  /** Whether a record of a backup takes the place of the one that is there. The settings were asked for; what is only ever written once is never newer. */
  #isNewer(table: ImportedTable, before: StoredRecord, after: StoredRecord): boolean {
    if (this.#work.source !== 'backup') return false;
    if (table === 'settings') return JSON.stringify(before) !== JSON.stringify(after);
    const [was, is] = [before['updatedAt'], after['updatedAt']];
    return typeof was === 'string' && typeof is === 'string' && is > was;
  }

  async #keptAs(ids: readonly string[]): Promise<Map<string, string>> {
    const merges = ids.length === 0 ? [] : await this.#db.importMerges.bulkGet([...new Set(ids)].map((id): [string, string] => [this.#work.id, id]));
    return new Map(merges.flatMap((merge) => (merge ? [[merge.from, merge.to]] : [])));
  }
}

/** The people concerned, as they are after what was imported of the slice so far. */
class People {
  readonly #byId = new Map<string, Contact>();
  readonly #owners = new Map<string, string>();

  constructor(contacts: readonly Contact[]) {
    for (const contact of contacts) this.set(contact);
  }

  set(contact: Contact): void {
    this.#byId.set(contact.id, contact);
    for (const name of [...contact.profileKeys, ...(contact.formerIds ?? [])]) this.#owners.set(name, contact.id);
  }

  get(id: string): Contact | undefined {
    return this.#byId.get(id);
  }

  /** Who is the same person: with the same id, now or formerly, or with one of the same profiles. */
  find({ id, profileKeys }: Contact): Contact | undefined {
    const owner = [id, ...profileKeys].map((key) => this.#owners.get(key)).find((each) => each !== undefined);
    return this.get(id) ?? (owner === undefined ? undefined : this.get(owner));
  }

  /** The same without the profiles that are somebody else's. */
  withFreeKeys(contact: Contact, ownId: string | undefined): Contact {
    const profileKeys = contact.profileKeys.filter((key) => {
      const owner = this.#owners.get(key);
      return owner === undefined || owner === ownId;
    });
    return profileKeys.length === contact.profileKeys.length ? contact : { ...contact, profileKeys };
  }
}

/** The same, found by the keys that their pages have by now, too: a backup may be older. */
function underKeysSince(contact: Contact): Contact {
  const profileKeys = [...new Set([...contact.profileKeys, ...contact.profileKeys.map(keySince)])];
  return { ...contact, profileKeys: profileKeys.slice(0, 100) };
}

/** Whether nothing but the clock tells them apart. */
function isSame(a: Contact, b: Contact): boolean {
  const text = ({ updatedAt: _, ...rest }: Contact) => JSON.stringify(Object.entries(rest).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}

/** Under what a record stands in its table. */
function keyOf(item: ImportItem): string {
  return item.table === 'tags' ? item.record.name : item.record.id;
}

function contactIdsIn(item: ImportItem): string[] {
  switch (item.table) {
    case 'notes':
    case 'reminders':
    case 'sightings':
    case 'deferrals':
    case 'firings':
      return [item.record.contactId];
    case 'interactions':
      return item.record.contactIds;
    case 'circles':
      return [...item.record.memberIds, ...[...item.record.contributions, ...item.record.voices].flatMap(({ contactId }) => contactId ?? [])];
    case 'settings':
    case 'tags':
    case 'contacts':
    case 'claims':
      return [];
  }
}

/** The record, about the people as they are kept; undefined where it is about nobody who is. */
function aboutKept(item: ImportItem, whom: (id: string) => string[]): StoredRecord | undefined {
  switch (item.table) {
    case 'notes':
    case 'reminders':
    case 'sightings':
    case 'deferrals': {
      const [contactId] = whom(item.record.contactId);
      return contactId === undefined ? undefined : { ...item.record, contactId };
    }
    case 'firings': {
      const [contactId] = whom(item.record.contactId);
      // What was decided then and not shown is not to be shown now.
      const { unshownSince: _, ...settled } = item.record;
      return contactId === undefined ? undefined : { ...settled, contactId };
    }
    case 'interactions': {
      const contactIds = [...new Set(item.record.contactIds.flatMap(whom))];
      return contactIds.length === 0 ? undefined : { ...item.record, contactIds };
    }
    case 'circles': {
      const said = <T extends { contactId?: string | undefined }>(one: T): T => {
        const [contactId] = one.contactId === undefined ? [] : whom(one.contactId);
        return contactId === undefined ? one : { ...one, contactId };
      };
      const { memberIds, contributions, voices } = item.record;
      return { ...item.record, memberIds: [...new Set(memberIds.flatMap(whom))], contributions: contributions.map(said), voices: voices.map(said) };
    }
    case 'settings':
    case 'tags':
    case 'contacts':
    case 'claims':
      return item.record;
  }
}
