import { cleanLine } from '../model/text';
import type { Profile } from '../model/profile';
import { listingOf } from './listings';
import { profileKeyOf, profileUrl, webKey } from './profile-key';

/** What an address alone says about its person; undefined where it is nobody's, or somebody's without anything to call them by. */
export function bareProfile(address: string): Profile | undefined {
  const found = profileKeyOf(address);
  const url = found && profileUrl(found.key);
  const handle = found && cleanLine(listingOf(found.site).readable(found.handle));
  return found && url && handle ? { key: found.key, url, handle, aliases: [], fields: {}, sources: {} } : undefined;
}

/** The same of any page of the web, as somebody's own; undefined only for what is no address of one. */
export function barePage(url: URL | string): Profile | undefined {
  const key = webKey(url);
  return key === undefined ? undefined : { key, url: `https://${key.slice(4)}`, handle: cleanLine(key.slice(4)), aliases: [], fields: {}, sources: {} };
}
