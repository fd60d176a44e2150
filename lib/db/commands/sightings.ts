import { fieldChanges } from '../../model/change';
import { MOST_ALIASES, type Profile } from '../../model/profile';
import { Refused } from '../../model/refusal';
import { differs, type Sighting } from '../../model/sighting';
import { carryOut, Changes, type Context, type Done } from '../journal';
import { sightingsOf } from '../queries/people';
import { parseContact, parseRow, ROW_SCHEMAS } from '../rows';
import { indexChanges } from '../search-index';

/**
 * Keeps what a page says about a contact, when it differs from the last time. Pages of people who are no contacts leave no
 * trace. Answers whether anything was kept. A field lacking today is taken over from the sighting before, so that a page half loaded is no change.
 * Somebody called by their handle, for want of a name when they were kept, is called by their name from now on.
 */
export async function recordSighting(context: Context, profile: Profile): Promise<boolean> {
  const { db, now, newId } = context;
  if (Object.keys(profile.fields).length === 0) return false;
  const index = [db.searchState, db.searchPlaces, db.searchChanges];
  return db.transaction('rw', [db.contacts, db.interactions, db.sightings, ...index], async () => {
    const contact = parseContact(await db.contacts.where('profileKeys').equals(profile.key).first());
    if (!contact) return false;
    const last = (await sightingsOf(db, contact.id)).find(({ profileKey }) => profileKey === profile.key);
    if (last && !differs(last.profile, profile)) return false;
    const whole = last ? together(last.profile, profile) : profile;
    const isNews = last !== undefined && fieldChanges(last.profile, whole).length > 0;
    const sighting: Sighting = {
      id: newId(),
      contactId: contact.id,
      profileKey: profile.key,
      seenAt: now,
      profile: whole,
      ...(isNews && { change: 'open' }),
    };
    const changes = new Changes(context);
    await changes.put('sightings', sighting.id, undefined, sighting);
    const { name } = whole.fields;
    const isNamedAtLast = last !== undefined && last.profile.fields.name === undefined && name !== undefined && contact.name === last.profile.handle;
    if (isNamedAtLast) await changes.put('contacts', contact.id, contact, { ...contact, name, updatedAt: now });
    await Promise.all([changes.settled(), indexChanges(db, changes.made, now)]);
    return true;
  });
}

/** What a page says, with what it lacks this time taken over from the time before. */
function together(before: Profile, now: Profile): Profile {
  return {
    ...now,
    aliases: [...new Set([...now.aliases, ...before.aliases])].slice(0, MOST_ALIASES),
    fields: { ...before.fields, ...now.fields },
    sources: { ...before.sources, ...now.sources },
  };
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
