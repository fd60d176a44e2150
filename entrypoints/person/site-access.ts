import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { SwitchableSite } from '../../components/site/site-list';
import { allSwitches } from '../../lib/sites/switches';

/** Asks the browser, which asks the user, for a site; must be called in a click. The background does the rest. */
export function switchOn(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [origin] });
}

/** Gives the right to a site's pages back; whether there was one. */
export function switchOff(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [origin] });
}

/** Whether Kith has the right to all pages of a match pattern. */
export function isGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [origin] });
}

/** Every site that is switched on and off by the user, and other hosts they switched on, kept up to date. */
export function useSites(): readonly SwitchableSite[] | undefined {
  const [sites, setSites] = useState<readonly SwitchableSite[]>();
  useEffect(() => {
    const look = () => void browser.permissions.getAll().then(({ origins }) => setSites(allSwitches(origins ?? [])));
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
