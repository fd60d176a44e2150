import { browser } from 'wxt/browser';
import type { ProfileKey } from '../../lib/model/profile';
import { profileUrl } from '../../lib/sites/profile-key';

/** The address of a page of the dashboard: `people/<id>`, `pending`, `changes`, `settings`. */
export function dashboardUrl(route: string): string {
  return `${browser.runtime.getURL('/dashboard.html')}#/${route}`;
}

/** Where to see somebody: their profile, or their page in the dashboard. */
export function personUrl({ contactId, profileKey }: { contactId: string; profileKey?: ProfileKey }): string {
  return (profileKey && profileUrl(profileKey)) ?? dashboardUrl(`people/${contactId}`);
}

/** Opens an address in a tab of its own. */
export function openTab(url: string): void {
  void browser.tabs.create({ url });
}
