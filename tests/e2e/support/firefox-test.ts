import { resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureFirefox } from '../../../scripts/browsers.ts';
import { Web } from './web.ts';
import { openWayOut } from './way-out.ts';

const GECKO_ID = 'kith@kith.example';
/** Firefox gives every installation another one; fixed here, so that the extension's pages have an address. */
const HOST = 'c0ffee00-0000-4000-8000-000000000001';

const BUILT = resolve('.output/firefox-mv3');

/** Hosts of Firefox's own services (seen in ESR 153, 2026-11). */
const BROWSERS_OWN = /^([a-z0-9-]+\.)*(mozilla\.(org|com|net)|mozaws\.net|mozgcp\.net|detectportal\.firefox\.com)$/;

/** Kith in a Firefox, as a test handles it. */
export type KithInFirefox = {
  browser: Browser;
  web: Web;
  address(file: string): string;
  /** One of the extension's pages in a tab, once `selector` is on it. */
  open(file: string, selector: string): Promise<Page>;
  /** A new tab at an address of the test's own web. */
  visit(address: string): Promise<Page>;
};

/** A test with Kith in a Firefox of its own, cut off from the network and watched: all it asks goes through way-out.ts. */
export const test = base.extend<{ kith: KithInFirefox }>({
  kith: [
    async ({}, use) => {
      const web = new Web();
      const wayOut = await openWayOut(web, (host) => BROWSERS_OWN.test(host));
      const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: ensureFirefox(),
        headless: true,
        acceptInsecureCerts: true,
        // Without it the extension's own pages may not be opened from here.
        args: ['--remote-allow-system-access'],
        extraPrefsFirefox: {
          'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: HOST }),
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': wayOut.port,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': wayOut.port,
          'network.proxy.allow_hijacking_localhost': true,
          'network.prefetch-next': false,
          'browser.chrome.site_icons': false,
          'network.http.speculative-parallel-limit': 0,
        },
      });
      try {
        await browser.installExtension(BUILT);
        await use({
          browser,
          web,
          address,
          open: async (file, selector) => {
            const page = await browser.newPage();
            // Navigating there never reports an end: so none is waited for.
            await page.goto(address(file), { waitUntil: [] });
            await page.waitForSelector(selector);
            return page;
          },
          visit: async (url) => {
            const page = await browser.newPage();
            await page.goto(url);
            return page;
          },
        });
      } finally {
        await browser.close();
        await wayOut.close();
      }
      expect([...web.unexplained, ...wayOut.idleConnections()], 'Kith makes no network request').toEqual([]);
    },
    { timeout: 90_000 },
  ],
});

export { expect };

function address(file: string): string {
  return `moz-extension://${HOST}/${file}`;
}
