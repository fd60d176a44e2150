import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageRead } from '../../lib/messaging/protocol';
import { keepAnyPage, linkedProfiles, readAnyPage } from '../../lib/sites/any-page';
import { POINTED } from '../../lib/model/pointed';
import type { ProfileKey } from '../../lib/model/profile';
import { cleanLine } from '../../lib/model/text';
import { attempt } from '../../lib/sites/attempt';
import { organisationNames } from '../../lib/sites/organisation-names';
import { isAtHome } from '../../lib/sites/profile-key';
import { readProfile } from '../../lib/sites/read-profile';
import { showsAnother } from '../../lib/sites/shows-another';

/**
 * Reads the page once and leaves nothing behind that the page could see. It is put into a page when somebody wants to know what it says,
 * so that pages do not carry every site's way of being read: by the background where Kith is on, elsewhere by the toolbar button, which
 * gives the right to this one page at this one moment.
 */
export default defineUnlistedScript((): PageRead | null => {
  const url = new URL(location.href);
  const described = readProfile(document, url) ?? readAnyPage(document, url);
  const profile = described ?? keepAnyPage(document, url);
  if (!profile) return null;
  const name = pointedName(url, profile.key);
  if (name !== undefined) Object.assign(profile, { fields: { ...profile.fields, name }, sources: { ...profile.sources, name: POINTED } });
  const linked = linkedProfiles(document, url).map(({ key, evidence }) => ({ key, evidence }));
  return {
    profile,
    describesPerson: described !== undefined,
    isAtHome: isAtHome(url),
    organisations: described ? [] : organisationNames(document, url),
    linked: linked.slice(0, 200),
    openedAt: Math.ceil(performance.timeOrigin),
  };
});

/**
 * What stands where the user has shown the name to stand on this site, if the background says that they have. Not while the page shows
 * somebody else, nor while it is what stood there for somebody else: an in-app site changes its address first, and a page that has to
 * be pointed at may not say whom it shows.
 */
function pointedName(url: URL, key: ProfileKey): string | undefined {
  const selector: unknown = Reflect.get(globalThis, 'kithPointed');
  if (typeof selector !== 'string' || showsAnother(document, url)) return undefined;
  const name = attempt(() => cleanLine(document.querySelector(selector)?.textContent ?? ''));
  if (!name || (name === Reflect.get(globalThis, 'kithName') && key !== Reflect.get(globalThis, 'kithNameOf'))) return undefined;
  Object.assign(globalThis, { kithName: name, kithNameOf: key });
  return name;
}
