import { contactsById } from '../../lib/db/queries/people';
import type { ProfileKey } from '../../lib/model/profile';
import { profileUrl } from '../../lib/sites/profile-key';
import { switchAt } from '../../lib/sites/switches';
import { records } from './records';
import { isGranted } from './site-access';

/** Whether Kith notices by itself that a profile with one of `keys` is opened: it is on where one of them is. Elsewhere it has to be opened there. */
export async function isNoticed(keys: readonly ProfileKey[]): Promise<boolean> {
  const origins = new Set(keys.flatMap(originsOf));
  return (await Promise.all([...origins].map(isGranted))).includes(true);
}

/** Whether that is so of each of these people. */
export async function areNoticed(contactIds: readonly string[]): Promise<boolean> {
  const people = [...(await contactsById(records, contactIds)).values()];
  return (await Promise.all(people.map(({ profileKeys }) => isNoticed(profileKeys)))).every(Boolean);
}

/** What is switched on for a profile; of somebody's own page, whose key is without it, also with `www.`. */
function originsOf(key: ProfileKey): string[] {
  const url = profileUrl(key);
  if (url === undefined) return [];
  const urls = key.startsWith('web:') ? [url, url.replace('://', '://www.')] : [url];
  return urls.flatMap((each) => switchAt(new URL(each))?.origin ?? []);
}
