import { browser } from 'wxt/browser';
import { Profile } from '../../lib/model/profile';
import { cleanLine } from '../../lib/model/text';
import { profileKeyOf, profileUrl } from '../../lib/sites/profile-key';

/** Whom the page in front is about: not known yet, nobody, or what it says. */
export type Front = 'looking' | 'nobody' | Profile;

/** How long a name is waited for before the handle stands in for it, and when a page that was not ready is asked again. */
const PATIENCE = 150;
const ASK_AGAIN_AFTER = [400, 1000, 2500, 5000];

/** Follows the active tab of this window and says whom it is about, until `signal` aborts. */
export function watchFront(show: (front: Front) => void, signal: AbortSignal): void {
  let turn = 0;
  let key: string | undefined;
  let named = false;

  const look = async () => {
    const mine = ++turn;
    const isOver = () => signal.aborted || mine !== turn;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (isOver()) return;
    const bare = tab?.url === undefined ? undefined : bareProfile(tab.url);
    if (!bare || tab?.id === undefined) {
      key = undefined;
      show('nobody');
      return;
    }
    if (bare.key !== key) {
      key = bare.key;
      named = false;
      show('looking');
    }
    for (const wait of [0, ...ASK_AGAIN_AFTER]) {
      await pause(wait);
      if (isOver()) return;
      const asked = ask(tab.id, bare.key);
      const read = await Promise.race([asked, pause(PATIENCE)]);
      if (isOver()) return;
      if (!read && !named) show(bare);
      const late = read ?? (await asked);
      if (isOver()) return;
      if (!late) continue;
      named ||= late.fields.name !== undefined;
      if (late.fields.name !== undefined || !named) show(late);
      if (late.fields.name !== undefined) return;
    }
  };

  const onActivated = () => void look();
  const onUpdated = (_: number, change: { url?: string; title?: string; status?: string }, { active }: { active: boolean }) => {
    if (active && (change.url !== undefined || change.title !== undefined || change.status === 'complete')) void look();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onAttached.addListener(onActivated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onAttached.removeListener(onActivated);
  });
  void look();
}

/** What an address alone says about its person. */
function bareProfile(address: string): Profile | undefined {
  const found = profileKeyOf(address);
  const url = found && profileUrl(found.key);
  if (!found || !url) return undefined;
  return { key: found.key, url, handle: cleanLine(found.site.readable?.(found.handle) ?? found.handle), aliases: [], fields: {}, sources: {} };
}

/** What the page says. It is somebody else's: an answer that is no profile, or another person's, counts as none. */
async function ask(tabId: number, key: string): Promise<Profile | undefined> {
  try {
    const { data } = Profile.safeParse(await browser.tabs.sendMessage(tabId, { type: 'readProfile' }));
    return data?.key === key ? data : undefined;
  } catch {
    // No page script there: it has not started yet, or the extension was updated under the page.
    return undefined;
  }
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
