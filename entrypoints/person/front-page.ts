import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { ProfileKey } from '../../lib/model/profile';
import { keyAt } from '../../lib/sites/profile-key';
import { switchAt } from '../../lib/sites/switches';
import { isGranted } from './site-access';

/**
 * The address of the page in front, where Kith would notice its being opened again; not where it is a profile of whoever has `keys`, nor
 * without `keys`.
 */
export function useFrontPage(keys: readonly ProfileKey[] | undefined): string | undefined {
  const [page, setPage] = useState<string>();
  const isAsked = keys !== undefined;
  useEffect(() => {
    if (!isAsked) return undefined;
    let current = true;
    const look = async () => {
      const found = await pageInFront();
      if (current) setPage(found);
    };
    const onUpdated = (_: number, { url }: { url?: string }) => {
      if (url !== undefined) void look();
    };
    const onActivated = () => void look();
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    void look();
    return () => {
      current = false;
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [isAsked]);
  const key = page === undefined ? undefined : keyAt(page);
  return !keys || (key !== undefined && keys.includes(key)) ? undefined : page;
}

async function pageInFront(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url === undefined ? null : URL.parse(tab.url);
  const site = url && switchAt(url);
  return url && site && url.href.length <= LONGEST && (await isGranted(site.origin)) ? url.href.replace(/#.*/, '') : undefined;
}

/** The longest address an encounter can be of. */
const LONGEST = 2000;
