import { type Claim, type ClaimEvidence, claimId } from '../../model/claim';
import type { Contact } from '../../model/contact';
import { isMergeOf, MOST_MERGED_AT_ONCE } from '../../model/long-work';
import { isStableId, type Profile, type ProfileKey, siteIdOf } from '../../model/profile';
import { Refused } from '../../model/refusal';
import { foldedName } from '../../model/text';
import type { KithDatabase } from '../database';
import { carryOut, type Changes, type Context, type Done, edits } from '../journal';
import { countRecordsOf, join, moveRecords } from '../merge-slice';
import { mergesBegun } from '../queries/long-work';
import { sightingsOf } from '../queries/people';
import { parseContact, parseRow, parseRows, ROW_SCHEMAS } from '../rows';
import { beginMerge, resumeWork } from './long-work';
import { dueUnseen } from './reminders';
import { getContact } from './subject';

/** Gives a contact one more profile. Refused when another contact has it: then the two are to be merged. */
export function attachProfile(context: Context, command: { commandId: string; contactId: string; key: ProfileKey }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'attachProfile' }, (changes) => attach(context, changes, command.contactId, [command.key]));
}

/** Takes a profile from a contact; their last one too. */
export function detachProfile(context: Context, command: { commandId: string; contactId: string; key: ProfileKey }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'detachProfile' }, (changes) => detach(context, changes, command.contactId, [command.key]));
}

/** Takes profiles from a contact with the stable ids that are theirs, by which they would be back at the next visit. */
export async function detach(context: Context, changes: Changes, contactId: string, keys: readonly ProfileKey[]): Promise<void> {
  const before = await getContact(context.db, contactId);
  await part(context, changes, before, [...keys, ...(await idsOf(context.db, before, keys))]);
}

/**
 * Makes one contact of two: everything recorded about `fromId` becomes `intoId`'s. Undoing it makes them two again. In one transaction,
 * whole or not at all, unless there is much to be moved: then this begins long work, and asked for again, either way, it goes on with that.
 */
export function mergeContacts(context: Context, command: { commandId: string; intoId: string; fromId: string }): Promise<Done> {
  const { db } = context;
  const { commandId, intoId, fromId } = command;
  return db.transaction('rw', db.tables, async () => {
    if (intoId === fromId) throw new Refused('contactMissing');
    const begun = (await mergesBegun(db)).find((work) => work.kind === 'merge' && isMergeOf(work, intoId) && isMergeOf(work, fromId));
    if (begun && begun.id !== commandId) {
      await resumeWork(context, { workId: begun.id });
      return { entryId: begun.id, contactId: intoId };
    }
    return carryOut(context, { id: commandId, name: 'mergeContacts' }, async (changes) => {
      const into = await getContact(db, intoId);
      const from = await getContact(db, fromId);
      changes.contactIds.add(intoId).add(fromId);
      const items = await countRecordsOf(db, fromId);
      if (items > MOST_MERGED_AT_ONCE) return beginMerge(context, commandId, into, from, items);
      await moveRecords(context, changes, into, from);
      await join(context, changes, into, from);
    });
  });
}

/** Remembers that what these claims join is not the same person. */
export function declineSuggestion(context: Context, command: { commandId: string; claimIds: string[] }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'declineSuggestion' }, async (changes) => {
    for (const id of command.claimIds) {
      const before = parseRow(ROW_SCHEMAS.claims, await context.db.claims.get(id));
      if (before) await changes.put('claims', id, before, { ...before, declined: true });
    }
  });
}

/** What a page says about its person beyond what it shows of them. */
export type LinkedProfile = { key: ProfileKey; evidence: ClaimEvidence };

/**
 * Keeps what the page of `from`, which calls its person `name`, says of other profiles, where one of the two is a contact's; strangers leave
 * no trace. Two pages that name each other are proof: a profile nobody has is then given to the contact at once, as a change that can be
 * undone. Answers whether anything was kept.
 */
export async function recordClaims(context: Context, from: ProfileKey, linked: readonly LinkedProfile[], name?: string): Promise<boolean> {
  const { db, now, newId } = context;
  const proven: { contactId: string; key: ProfileKey }[] = [];
  let kept = false;
  await db.transaction('rw', db.contacts, db.claims, async () => {
    const owner = await ownerOf(db, from);
    for (const { key: to, evidence } of linked) {
      const other = await ownerOf(db, to);
      if ((!owner && !other) || owner?.id === other?.id || to === from) continue;
      const id = claimId(from, to);
      const [claim, back] = (await db.claims.bulkGet([id, claimId(to, from)])).map((row) => parseRow(ROW_SCHEMAS.claims, row));
      const contact = owner ?? other;
      const said: Claim = { ...(claim ?? { id, from, to, evidence, seenAt: now, declined: false }), ...(name !== undefined && { name }) };
      const isProven = back !== undefined && isProof({ ...said, evidence }, back);
      if (isProven && contact && !(owner && other)) proven.push({ contactId: contact.id, key: owner ? to : from });
      if (claim && claim.name === said.name) continue;
      await db.claims.put(said);
      kept = true;
    }
  });
  for (const { contactId, key } of proven) await attachProfile(context, { commandId: newId(), contactId, key });
  return kept || proven.length > 0;
}

/** Whether two claims of each other's pages join them: people link others whom they work with, too, so that links alone take the same name. */
function isProof(one: Claim, other: Claim): boolean {
  if (one.declined || other.declined) return false;
  const [name, otherName] = [one, other].map((claim) => foldedName(claim.name ?? ''));
  return one.evidence !== 'link' || other.evidence !== 'link' || (name !== '' && name === otherName);
}

/**
 * Follows somebody who renamed themselves: a page that shows a stable id a contact owns is that contact's, whatever its address is
 * now, and a stable id shown for the first time is kept. A handle that shows another stable id than before has changed hands: it is
 * taken from the contact, who keeps the id and is followed by it. Each is a change that can be undone, and is not made again then. Where
 * the page shows what two contacts have, that is kept as a claim. Answers whether a contact changed.
 */
export async function followStableId(context: Context, profile: Profile): Promise<boolean> {
  const { db, newId } = context;
  const { key, aliases } = profile;
  if (
    aliases.length === 0 ||
    (await db.contacts
      .where('profileKeys')
      .anyOf([key, ...aliases])
      .count()) === 0
  )
    return false;
  return db.transaction('rw', db.tables, async () => {
    const shown = aliases.filter(isStableId);
    const rows = await db.claims.bulkGet(shown.map((id) => claimId(key, id)));
    const earlier = parseRows(ROW_SCHEMAS.claims, rows);
    const joined = await recordClaims(
      context,
      key,
      aliases.map((alias) => ({ key: alias, evidence: 'alias' })),
    );
    const owner = await ownerOf(db, key);
    const isReleased = owner !== undefined && earlier.every(({ declined }) => declined) && (await hasChangedHands(db, owner, key, shown));
    if (isReleased) await carryOut(context, { id: newId(), name: 'releaseProfile' }, (changes) => part(context, changes, owner, [key]));

    const ids = shown.filter((id) => !earlier.some(({ to, declined }) => declined && to === id));
    const contact = (isReleased ? undefined : owner) ?? parseContact(await db.contacts.where('profileKeys').anyOf(ids).first());
    const missing: ProfileKey[] = [];
    for (const one of [key, ...ids]) if (!(await ownerOf(db, one))) missing.push(one);
    if (!contact || missing.length === 0) return isReleased || joined;
    await carryOut(context, { id: newId(), name: 'followProfile' }, (changes) => attach(context, changes, contact.id, missing));
    return true;
  });
}

/** Whether a page that shows these stable ids is somebody else's than the one the contact had under this handle. */
async function hasChangedHands(db: KithDatabase, contact: Contact, handle: ProfileKey, shown: readonly ProfileKey[]): Promise<boolean> {
  if (shown.length === 0 || shown.some((id) => contact.profileKeys.includes(id))) return false;
  const sightings = (await sightingsOf(db, contact.id)).filter(({ profileKey }) => profileKey === handle);
  const seen = sightings.flatMap(({ profile }) => profile.aliases.filter(isStableId));
  const ofSite = contact.profileKeys.filter((key) => siteIdOf(key) === siteIdOf(handle));
  const isOnly = ofSite.every((key) => key === handle || isStableId(key));
  const known = seen.length === 0 && isOnly ? ofSite.filter(isStableId) : seen;
  return known.length > 0 && !shown.some((id) => known.includes(id));
}

/** The contact's stable ids that go with these profiles: seen beside one of them last or, seen beside none, of a site where no other profile stays. */
async function idsOf(db: KithDatabase, contact: Contact, keys: readonly ProfileKey[]): Promise<ProfileKey[]> {
  const handles = contact.profileKeys.filter((key) => !isStableId(key));
  const sites = new Set(handles.filter((key) => keys.includes(key)).map(siteIdOf));
  const ids = contact.profileKeys.filter((key) => isStableId(key) && sites.has(siteIdOf(key)));
  const sightings = ids.length === 0 ? [] : await sightingsOf(db, contact.id);
  return ids.filter((id) => {
    const last = sightings.find(({ profileKey, profile }) => handles.includes(profileKey) && profile.aliases.includes(id));
    return last ? keys.includes(last.profileKey) : !handles.some((key) => !keys.includes(key) && siteIdOf(key) === siteIdOf(id));
  });
}

/** Takes keys from a contact. What pages say of these and the keys that stay is declined, so that nothing joins them again. */
async function part(context: Context, changes: Changes, before: Contact, keys: readonly ProfileKey[]): Promise<void> {
  const { db, now } = context;
  changes.contactIds.add(before.id);
  const profileKeys = before.profileKeys.filter((key) => !keys.includes(key));
  const [from, to] = await Promise.all([db.claims.where('from').anyOf(keys).toArray(), db.claims.where('to').anyOf(keys).toArray()]);
  const wrong = parseRows(ROW_SCHEMAS.claims, [...from, ...to]).filter(
    (claim) => !claim.declined && (profileKeys.includes(claim.from) || profileKeys.includes(claim.to)),
  );
  await changes.makeAll([
    ...edits('claims', wrong, (claim) => ({ ...claim, declined: true })),
    { table: 'contacts', id: before.id, before, after: { ...before, profileKeys, updatedAt: now } },
    ...(profileKeys.length === 0 ? await dueUnseen(context, before.id) : []),
  ]);
}

async function attach({ db, now }: Context, changes: Changes, contactId: string, keys: readonly ProfileKey[]): Promise<void> {
  const before = await getContact(db, contactId);
  changes.contactIds.add(contactId);
  for (const key of keys) {
    const owner = await ownerOf(db, key);
    if (owner && owner.id !== contactId) throw new Refused('profileTaken');
  }
  const profileKeys = [...new Set([...before.profileKeys, ...keys])];
  if (profileKeys.length > before.profileKeys.length) await changes.put('contacts', contactId, before, { ...before, profileKeys, updatedAt: now });
}

async function ownerOf(db: KithDatabase, key: ProfileKey): Promise<Contact | undefined> {
  return parseContact(await db.contacts.where('profileKeys').equals(key).first());
}
