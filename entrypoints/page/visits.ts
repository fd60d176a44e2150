import type { ProfileKey } from '../../lib/model/profile';
import { profileKeyOf } from '../../lib/sites/profile-key';

/** For browsers without navigation events, and for pages that manage to change their address without one. */
const LOOK_AGAIN_MILLISECONDS = 500;

/**
 * Calls `attend` for the person whose profile the address shows, or for nobody, now and after each in-app navigation to another. The signal ends in the
 * very task in which the address changes: nothing painted for one person outlives their address by a frame.
 */
export function watchVisits(attend: (key: ProfileKey | undefined, signal: AbortSignal) => void): void {
  let address: string | undefined;
  let key: ProfileKey | undefined;
  let visit: AbortController | undefined;
  const look = () => {
    if (location.href === address) return;
    address = location.href;
    const next = profileKeyOf(address)?.key;
    if (next === key && visit) return;
    key = next;
    visit?.abort();
    visit = new AbortController();
    attend(key, visit.signal);
  };
  look();
  if ('navigation' in window) navigation.addEventListener('currententrychange', look);
  setInterval(look, LOOK_AGAIN_MILLISECONDS);
}
