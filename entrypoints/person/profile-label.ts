import type { ProfileKey } from '../../lib/model/profile';
import { listingOf } from '../../lib/sites/listings';
import { siteOf } from '../../lib/sites/profile-key';

/** What somebody's profile is called: "GitHub: ada-example". */
export function labelOf(key: ProfileKey): string {
  const site = siteOf(key);
  const listing = site && listingOf(site);
  const handle = key.slice(key.indexOf(':') + 1);
  return listing ? `${listing.label}: ${listing.readable(handle)}` : handle;
}
