import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Profile, ProfileKey } from '../../lib/model/profile';
import { bareProfile } from '../../lib/sites/bare-profile';
import { readOnce } from '../person/read-once';

/** A profile that stands open in a tab. */
export type OpenProfile = { profile: Profile; tabId: number };

/** The profiles that stand open in tabs where Kith is on, the one looked at last first; kept up to date. */
export function useOpenProfiles(): readonly OpenProfile[] | undefined {
  const [open, setOpen] = useState<readonly OpenProfile[]>();
  useEffect(() => {
    const gone = new AbortController();
    let turn = 0;
    const look = async () => {
      const mine = ++turn;
      const found = await openProfiles();
      if (!gone.signal.aborted && mine === turn) setOpen(found);
    };
    const onUpdated = (_: number, { url, title, status }: { url?: string; title?: string; status?: string }) => {
      if (url !== undefined || title !== undefined || status === 'complete') void look();
    };
    const onRemoved = () => void look();
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
    gone.signal.addEventListener('abort', () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
    });
    void look();
    return () => gone.abort();
  }, []);
  return open;
}

async function openProfiles(): Promise<OpenProfile[]> {
  const tabs = (await browser.tabs.query({})).toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  const found = await Promise.all(
    tabs.map(async ({ id: tabId, url }) => {
      const bare = url === undefined ? undefined : bareProfile(url);
      if (tabId === undefined || !bare) return [];
      const read = await readOnce(tabId);
      return [{ tabId, profile: read?.profile.key === bare.key ? read.profile : bare }];
    }),
  );
  const byKey = new Map<ProfileKey, OpenProfile>();
  for (const each of found.flat()) if (!byKey.has(each.profile.key)) byKey.set(each.profile.key, each);
  return [...byKey.values()];
}
