import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageRead } from '../../lib/messaging/protocol';
import { keepAnyPage, linkedProfiles, readAnyPage } from '../../lib/sites/any-page';
import { cleanLine } from '../../lib/model/text';
import { attempt } from '../../lib/sites/attempt';
import { readProfile } from '../../lib/sites/read-profile';

/**
 * Reads the page once and leaves nothing behind. It is put into a page when somebody wants to know what it says, so that pages do
 * not carry every site's way of being read: by the background where Kith is on, elsewhere by the toolbar button, which gives the
 * right to this one page at this one moment.
 */
export default defineUnlistedScript((): PageRead | null => {
  const url = new URL(location.href);
  const described = readProfile(document, url) ?? readAnyPage(document, url);
  const profile = described ?? keepAnyPage(document, url);
  if (!profile) return null;
  const name = pointedName();
  if (name !== undefined) Object.assign(profile, { fields: { ...profile.fields, name }, sources: { ...profile.sources, name: 'where you pointed' } });
  const linked = linkedProfiles(document, url).map(({ key, evidence }) => ({ key, evidence }));
  return { profile, describesPerson: described !== undefined, linked: linked.slice(0, 200), openedAt: Math.ceil(performance.timeOrigin) };
});

/** What stands where the user has shown the name to stand on this site, if the background says that they have. */
function pointedName(): string | undefined {
  const selector: unknown = Reflect.get(globalThis, 'kithPointed');
  if (typeof selector !== 'string') return undefined;
  return attempt(() => cleanLine(document.querySelector(selector)?.textContent ?? '')) || undefined;
}
