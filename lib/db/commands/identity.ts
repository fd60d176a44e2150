import { type ClaimEvidence, claimId } from '../../model/claim';
import type { Contact } from '../../model/contact';
import { mergedContact } from '../../model/merge';
import { isStableId, type Profile, type ProfileKey } from '../../model/profile';
import { Refused } from '../../model/refusal';
import type { KithDatabase } from '../database';
import { carryOut, type Changes, type Context, type Done } from '../journal';
import { parseContact, parseRow, parseRows, ROW_SCHEMAS } from '../rows';
import { getContact } from './subject';

/** Gives a contact one more profile. Refused when another contact has it: then the two are to be merged. */
export function attachProfile(context: Context, command: { commandId: string; contactId: string; key: ProfileKey }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'attachProfile' }, (changes) => attach(context, changes, command.contactId, [command.key]));
}

/** Takes a profile from a contact; their last one too. */
export function detachProfile(context: Context, command: { commandId: string; contactId: string; key: ProfileKey }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'detachProfile' }, async (changes) => {
    const before = await getContact(context.db, command.contactId);
    changes.contactIds.add(before.id);
    const profileKeys = before.profileKeys.filter((key) => key !== command.key);
    await changes.put('contacts', before.id, before, { ...before, profileKeys, updatedAt: context.now });
  });
}

/** Makes one contact of two: everything recorded about `fromId` becomes `intoId`'s. Undoing it makes them two again. */
export function mergeContacts(context: Context, command: { commandId: string; intoId: string; fromId: string }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'mergeContacts' }, async (changes) => {
    const { db, now } = context;
    const { intoId, fromId } = command;
    if (intoId === fromId) throw new Refused('contactMissing');
    const into = await getContact(db, intoId);
    const from = await getContact(db, fromId);
    changes.contactIds.add(intoId).add(fromId);
    const theirs = (id: string) => (id === fromId ? intoId : id);
    const all = (ids: readonly string[]) => [...new Set(ids.map(theirs))];

    for (const note of parseRows(ROW_SCHEMAS.notes, await db.notes.where('[contactId+createdAt]').between([fromId, ''], [fromId, '\uffff']).toArray())) {
      await changes.put('notes', note.id, note, { ...note, contactId: intoId });
    }
    for (const reminder of parseRows(ROW_SCHEMAS.reminders, await db.reminders.where('contactId').equals(fromId).toArray())) {
      await changes.put('reminders', reminder.id, reminder, { ...reminder, contactId: intoId });
    }
    for (const sighting of parseRows(
      ROW_SCHEMAS.sightings,
      await db.sightings.where('[contactId+seenAt]').between([fromId, ''], [fromId, '\uffff']).toArray(),
    )) {
      await changes.put('sightings', sighting.id, sighting, { ...sighting, contactId: intoId });
    }
    for (const interaction of parseRows(ROW_SCHEMAS.interactions, await db.interactions.where('contactIds').equals(fromId).toArray())) {
      await changes.put('interactions', interaction.id, interaction, { ...interaction, contactIds: all(interaction.contactIds), updatedAt: now });
    }
    for (const circle of parseRows(ROW_SCHEMAS.circles, await db.circles.where('memberIds').equals(fromId).toArray())) {
      const saidBy = <T extends { contactId?: string | undefined }>(said: T): T => (said.contactId === fromId ? { ...said, contactId: intoId } : said);
      const merged = { ...circle, memberIds: all(circle.memberIds), contributions: circle.contributions.map(saidBy), voices: circle.voices.map(saidBy) };
      await changes.put('circles', circle.id, circle, { ...merged, updatedAt: now });
    }
    for (const contact of parseRows(ROW_SCHEMAS.contacts, await db.contacts.where('introducedBy').equals(fromId).toArray())) {
      if (contact.id !== intoId) await changes.put('contacts', contact.id, contact, { ...contact, introducedBy: intoId });
    }
    for (const deferral of parseRows(ROW_SCHEMAS.deferrals, await db.deferrals.where('contactId').equals(fromId).toArray())) {
      await changes.remove('deferrals', deferral.id, deferral);
    }
    // First the one that goes: a profile has one owner at any moment.
    await changes.remove('contacts', fromId, from);
    await changes.put('contacts', intoId, into, mergedContact(into, from, now));
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
 * Keeps what the page of `from` says of other profiles, where one of the two is a contact's; strangers leave no trace. Two pages
 * that name each other are proof: a profile nobody has is then given to the contact at once, as a change that can be undone.
 * Answers whether anything was kept.
 */
export async function recordClaims(context: Context, from: ProfileKey, linked: readonly LinkedProfile[]): Promise<boolean> {
  const { db, now, newId } = context;
  const proven: { contactId: string; key: ProfileKey }[] = [];
  let kept = false;
  await db.transaction('rw', db.contacts, db.claims, async () => {
    const owner = await ownerOf(db, from);
    for (const { key: to, evidence } of linked) {
      const other = await ownerOf(db, to);
      if ((!owner && !other) || owner?.id === other?.id || to === from) continue;
      const back = parseRow(ROW_SCHEMAS.claims, await db.claims.get(claimId(to, from)));
      const contact = owner ?? other;
      if (back && !back.declined && contact && !(owner && other)) proven.push({ contactId: contact.id, key: owner ? to : from });
      const id = claimId(from, to);
      if ((await db.claims.get(id)) !== undefined) continue;
      await db.claims.put({ id, from, to, evidence, seenAt: now, declined: false });
      kept = true;
    }
  });
  for (const { contactId, key } of proven) await attachProfile(context, { commandId: newId(), contactId, key });
  return kept || proven.length > 0;
}

/**
 * Follows somebody who renamed themselves: a page that shows a stable id a contact owns is that contact's, whatever its address is
 * now, and a stable id shown for the first time is kept. A handle that shows another stable id than before has changed hands:
 * it stays with nobody new. Answers whether a contact changed.
 */
export async function followStableId(context: Context, profile: Profile): Promise<boolean> {
  const { db } = context;
  const ids = profile.aliases.filter(isStableId);
  if (ids.length === 0) return false;
  const contact = (await ownerOf(db, profile.key)) ?? parseContact(await db.contacts.where('profileKeys').anyOf(ids).first());
  if (!contact || contradicts(contact, ids)) return false;
  const missing: ProfileKey[] = [];
  for (const key of [profile.key, ...ids]) if (!(await ownerOf(db, key))) missing.push(key);
  if (missing.length === 0) return false;
  const follow = { id: context.newId(), name: 'followProfile' };
  await carryOut(context, follow, (changes) => attach(context, changes, contact.id, missing));
  return true;
}

/** Whether a page that shows these stable ids can still be this contact's: a site gives a person one. */
function contradicts(contact: Contact, ids: readonly ProfileKey[]): boolean {
  const site = (key: ProfileKey) => key.slice(0, key.indexOf(':'));
  const own = contact.profileKeys.filter(isStableId);
  return ids.some((id) => own.some((key) => site(key) === site(id)) && !own.includes(id));
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
