import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { SwitchableSite } from '../../components/site/site-list';
import { ALL_SITES } from '../../lib/sites/all';
import { siteAt } from '../../lib/sites/site-at';

/** What has to be asked for to be on the site of an address: the known site's own patterns, else that host's. */
export function siteToSwitch(url: URL): { label: string; origins: readonly string[] } | undefined {
  if (url.protocol !== 'https:') return undefined;
  const site = siteAt(url);
  return site && site.matches.length > 0 ? { label: site.label, origins: site.matches } : { label: url.hostname, origins: [`${url.origin}/*`] };
}

/** Asks the browser, which asks the user, for these origins; must be called in a click. The background does the rest. */
export function switchOn(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

export function switchOff(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...origins] });
}

export function isGranted(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/** Every site that is switched on and off by the user, and other hosts they switched on, kept up to date. */
export function useSites(): readonly SwitchableSite[] | undefined {
  const [sites, setSites] = useState<readonly SwitchableSite[]>();
  useEffect(() => {
    const look = () => void readSites().then(setSites);
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    look();
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  return sites;
}

async function readSites(): Promise<SwitchableSite[]> {
  const granted = new Set((await browser.permissions.getAll()).origins ?? []);
  const known = ALL_SITES.filter((site) => site.matches.length > 0);
  const named = new Set(known.flatMap((site) => site.matches));
  const others = [...granted].filter((origin) => !named.has(origin));
  return [
    ...known
      .filter((site) => !site.installed)
      .map((site) => ({ id: site.id, label: site.label, origins: site.matches, on: site.matches.every((origin) => granted.has(origin)) })),
    ...others.map((origin) => ({ id: origin, label: new URL(origin.replace('*.', '')).hostname, origins: [origin], on: true })),
  ].toSorted((a, b) => Number(b.on) - Number(a.on) || a.label.localeCompare(b.label));
}
