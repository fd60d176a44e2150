import type { Profile } from '../../model/profile';
import { differs, type Sighting } from '../../model/sighting';
import type { Context } from '../journal';
import { parseContact, parseRow, ROW_SCHEMAS } from '../rows';

/**
 * Keeps what a page says about a contact, when it differs from the last time. Pages of people who are no contacts leave no
 * trace. A field lacking today is taken over from the sighting before, so that a page half loaded is no change.
 */
export async function recordSighting({ db, now, newId }: Context, profile: Profile): Promise<void> {
  if (Object.keys(profile.fields).length === 0) return;
  await db.transaction('rw', db.contacts, db.sightings, async () => {
    const contact = parseContact(await db.contacts.where('profileKeys').equals(profile.key).first());
    if (!contact) return;
    const rows = await db.sightings.where('[contactId+seenAt]').between([contact.id, ''], [contact.id, '\uffff']).reverse().toArray();
    const last = rows.map((row) => parseRow(ROW_SCHEMAS.sightings, row)).find((sighting) => sighting?.profileKey === profile.key);
    if (last && !differs(last.profile, profile)) return;
    const whole = last
      ? { ...profile, fields: { ...last.profile.fields, ...profile.fields }, sources: { ...last.profile.sources, ...profile.sources } }
      : profile;
    const sighting: Sighting = { id: newId(), contactId: contact.id, profileKey: profile.key, seenAt: now, profile: whole };
    await db.sightings.put(sighting);
  });
}
