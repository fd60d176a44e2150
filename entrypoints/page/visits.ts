import type { ProfileKey } from '../../lib/model/profile';
import { profileKeyOf } from '../../lib/sites/profile-key';
import { siteAt } from '../../lib/sites/site-at';

/** For browsers without navigation events, and for pages that manage to change their address without one. */
const LOOK_AGAIN_MILLISECONDS = 500;

/**
 * Calls `attend` for the person whose profile the address shows, or for nobody, now and after each in-app navigation to another, or to another
 * page of a site that Kith does not know. The signal ends in the
 * very task in which the address changes: nothing painted for one person outlives their address by a frame.
 */
export function watchVisits(attend: (key: ProfileKey | undefined, signal: AbortSignal) => void): void {
  let address: string | undefined;
  let place: string | undefined;
  let visit: AbortController | undefined;
  const look = () => {
    if (location.href === address) return;
    address = location.href;
    const key = profileKeyOf(address)?.key;
    // Where Kith does not know the site, each of its pages may be about somebody else.
    const next = key ?? (siteAt(new URL(address)) ? '' : address.replace(/#(?!!?\/).*/, ''));
    if (next === place) return;
    place = next;
    visit?.abort();
    visit = new AbortController();
    attend(key, visit.signal);
  };
  look();
  if ('navigation' in window) navigation.addEventListener('currententrychange', look);
  setInterval(look, LOOK_AGAIN_MILLISECONDS);
}
