import { browser } from 'wxt/browser';
import type { ProfileKey } from '../../lib/model/profile';
import { profileUrl } from '../../lib/sites/profile-key';

/** Where to see somebody: the first of their profiles that has an address, else their page in the dashboard. */
export function personAddress({ id, profileKeys }: { id: string; profileKeys: readonly ProfileKey[] }): string {
  return profileKeys.map(profileUrl).find((url) => url !== undefined) ?? dashboardAddress(`people/${id}`);
}

/** A page of the dashboard: `people/<id>`, `pending`. */
export function dashboardAddress(route: string): string {
  return `${browser.runtime.getURL('/dashboard.html')}#/${route}`;
}
