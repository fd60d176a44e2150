import { newsIn } from '../../model/news';
import { MOST_ALIASES, type Profile, type ProfileField } from '../../model/profile';
import { Refused } from '../../model/refusal';
import { differs, type Sighting } from '../../model/sighting';
import { carryOut, Changes, type Context, type Done, edits } from '../journal';
import { contactIdOf, sightingsOf } from '../queries/people';
import { parseContact, parseRow, ROW_SCHEMAS } from '../rows';
import { indexChanges } from '../search-index';

/**
 * Keeps what a page says about a contact, when it differs from the last time. Pages of people who are no contacts leave no
 * trace. Answers whether anything was kept. A field lacking today is taken over from the sighting before, so that a page half loaded is no change.
 * News that it takes back waits no longer, as a change that can be undone.
 * Somebody called by their handle, for want of a name when they were kept, is called by their name from now on.
 */
export async function recordSighting(context: Context, profile: Profile): Promise<boolean> {
  const { db, now, newId } = context;
  if (Object.keys(profile.fields).length === 0 || (await contactIdOf(db, [profile.key])) === undefined) return false;
  return db.transaction('rw', db.tables, async () => {
    const contact = parseContact(await db.contacts.where('profileKeys').equals(profile.key).first());
    if (!contact) return false;
    const seen = (await sightingsOf(db, contact.id)).filter(({ profileKey }) => profileKey === profile.key);
    const earlier = seen.map((sighting) => sighting.profile);
    if (!differs(earlier, profile)) return false;
    const [last] = earlier;
    const whole = last ? together(last, profile) : profile;
    const news = newsIn(seen, whole);
    const sighting: Sighting = {
      id: newId(),
      contactId: contact.id,
      profileKey: profile.key,
      seenAt: now,
      profile: whole,
      ...(news.changes.length > 0 && { change: 'open' }),
    };
    const changes = new Changes(context);
    await changes.put('sightings', sighting.id, undefined, sighting);
    const { name } = whole.fields;
    const isNamedAtLast = last !== undefined && last.fields.name === undefined && name !== undefined && contact.name === last.handle;
    if (isNamedAtLast) await changes.put('contacts', contact.id, contact, { ...contact, name, updatedAt: now });
    await Promise.all([changes.settled(), indexChanges(db, changes.made, now)]);
    if (news.over.length > 0) await settle(context, contact.id, news.over);
    return true;
  });
}

/** What a page says, with what it lacks this time taken over from the time before. */
function together(before: Profile, now: Profile): Profile {
  const lacking = <T>(said: { [field in ProfileField]?: T }) => Object.fromEntries(Object.entries(said).filter(([field]) => !(field in now.fields)));
  return {
    ...now,
    aliases: [...new Set([...now.aliases, ...before.aliases])].slice(0, MOST_ALIASES),
    fields: { ...before.fields, ...now.fields },
    sources: { ...lacking(before.sources), ...now.sources },
    ...((before.languages ?? now.languages) && { languages: { ...lacking(before.languages ?? {}), ...now.languages } }),
  };
}

/** What was news of a contact is as it was before it. */
async function settle(context: Context, contactId: string, over: readonly Sighting[]): Promise<void> {
  await carryOut(context, { id: context.newId(), name: 'settleChange' }, async (changes) => {
    changes.contactIds.add(contactId);
    await changes.makeAll(edits('sightings', over, (sighting): Sighting => ({ ...sighting, change: 'dismissed' })));
  });
}

/** The user has seen what changed, or does not care. */
export function dismissChange(context: Context, command: { commandId: string; sightingId: string }): Promise<Done> {
  return carryOut(context, { id: command.commandId, name: 'dismissChange' }, async (changes) => {
    const before = parseRow(ROW_SCHEMAS.sightings, await context.db.sightings.get(command.sightingId));
    if (!before) throw new Refused('changeMissing');
    changes.contactIds.add(before.contactId);
    await changes.put('sightings', before.id, before, { ...before, change: 'dismissed' });
  });
}
