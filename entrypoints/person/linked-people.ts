import { browser } from 'wxt/browser';
import { ProfileKey } from '../../lib/model/profile';
import { z } from '../../lib/model/zod';

/** Pages go on loading: they are asked again after so many milliseconds. */
const ASK_AGAIN_AFTER = [500, 1500, 4000, 8000];
const Keys = z.array(ProfileKey).check(z.maxLength(5000));

/** Says who is linked on the page in front, now and whenever that changes, until the signal ends. */
export function watchLinkedPeople(show: (keys: readonly ProfileKey[]) => void, signal: AbortSignal): void {
  let turn = 0;
  const look = async () => {
    const mine = ++turn;
    for (const wait of [0, ...ASK_AGAIN_AFTER]) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (signal.aborted || mine !== turn) return;
      const keys = await linkedInFront();
      if (signal.aborted || mine !== turn) return;
      show(keys);
    }
  };
  const lookAgain = () => void look();
  const updated = (_: number, change: { url?: string; status?: string }, { active }: { active: boolean }) => {
    if (active && (change.url !== undefined || change.status === 'complete')) lookAgain();
  };
  browser.tabs.onActivated.addListener(lookAgain);
  browser.tabs.onUpdated.addListener(updated);
  addEventListener('focus', lookAgain, { signal });
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(lookAgain);
    browser.tabs.onUpdated.removeListener(updated);
  });
  lookAgain();
}

/** The page is somebody else's: an answer of another form counts as none. */
async function linkedInFront(): Promise<readonly ProfileKey[]> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return [];
  try {
    return Keys.safeParse(await browser.tabs.sendMessage(tab.id, { type: 'peopleHere' })).data ?? [];
  } catch {
    // No page script there.
    return [];
  }
}
