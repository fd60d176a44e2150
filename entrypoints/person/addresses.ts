import { browser } from 'wxt/browser';
import type { ProfileKey } from '../../lib/model/profile';

/** The address of a page of the dashboard: `people/<id>`, `pending`, `changes`, `settings`. */
export function dashboardUrl(route: string): string {
  return `${browser.runtime.getURL('/dashboard.html')}#/${route}`;
}

/** Opens where to see somebody in a tab of its own: their profile, or their page in the dashboard. What knows of sites is loaded for it. */
export async function openPerson({ contactId, profileKey }: { contactId: string; profileKey?: ProfileKey | undefined }): Promise<void> {
  const { profileUrl } = await import('../../lib/sites/profile-key');
  openTab((profileKey && profileUrl(profileKey)) ?? dashboardUrl(`people/${contactId}`));
}

/** Opens an address in a tab of its own. */
export function openTab(url: string): void {
  void browser.tabs.create({ url });
}
