import { cleanLine } from '../model/text';
import type { Profile } from '../model/profile';
import { profileKeyOf, profileUrl } from './profile-key';

/** What an address alone says about its person; undefined where it is nobody's, or somebody's without anything to call them by. */
export function bareProfile(address: string): Profile | undefined {
  const found = profileKeyOf(address);
  const url = found && profileUrl(found.key);
  const handle = found && cleanLine(found.site.readable?.(found.handle) ?? found.handle);
  return found && url && handle ? { key: found.key, url, handle, aliases: [], fields: {}, sources: {} } : undefined;
}
