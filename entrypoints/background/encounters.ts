import { encounter } from '../../lib/db/commands/reminders';
import type { KithDatabase } from '../../lib/db/database';
import { contactIdOf } from '../../lib/db/queries/people';
import { encounterKeys } from '../../lib/model/encounter';
import type { ProfileKey } from '../../lib/model/profile';
import { context } from './clock';

/** A page was opened: what waited for it, for its person or for where they work comes up. Answers whether anything did. */
export async function meet(db: KithDatabase, url: string, key: ProfileKey | undefined, organisation: string | undefined): Promise<boolean> {
  const contactId = key && (await contactIdOf(db, [key]));
  return encounter(context(db), encounterKeys({ url, contactId, organisation }));
}
