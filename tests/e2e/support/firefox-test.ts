import { resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { ensureFirefox } from '../../../scripts/browsers.ts';
import { openDeadEnd } from './dead-end.ts';
import { Web } from './web.ts';

const GECKO_ID = 'kith@kith.example';
/** Firefox gives every installation another one; fixed here, so that the extension's pages have an address. */
const HOST = 'c0ffee00-0000-4000-8000-000000000001';

const BUILT = resolve('.output/firefox-mv3');

/** Firefox's own services (seen in ESR 153, 2026-11). */
const BROWSERS_OWN = /^https?:\/\/([a-z0-9-]+\.)*(mozilla\.(org|com|net)|mozaws\.net|mozgcp\.net|detectportal\.firefox\.com)([:/]|$)/;

/** Kith in a Firefox, as a test handles it. */
export type KithInFirefox = {
  browser: Browser;
  web: Web;
  address(file: string): string;
  /** One of the extension's pages in a tab, once `selector` is on it. */
  open(file: string, selector: string): Promise<Page>;
  /** A tab in which the web is the test's own. */
  visit(address: string): Promise<Page>;
};

/** A test with Kith in a Firefox of its own, cut off from the network and watched as in Chromium (see dead-end.ts). */
export const test = base.extend<{ kith: KithInFirefox }>({
  kith: [
    async ({}, use) => {
      const deadEnd = await openDeadEnd();
      const web = new Web();
      const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: ensureFirefox(),
        headless: true,
        // Without it the extension's own pages may not be opened from here.
        args: ['--remote-allow-system-access'],
        extraPrefsFirefox: {
          'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: HOST }),
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': deadEnd.port,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': deadEnd.port,
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
            await page.setRequestInterception(true);
            page.on('request', (request) => void answer(web, request));
            await page.goto(url);
            return page;
          },
        });
      } finally {
        await browser.close();
        await deadEnd.close();
      }
      const reached = deadEnd.asked.filter((asked) => !BROWSERS_OWN.test(asked));
      expect([...web.unexplained, ...reached], 'Kith makes no network request').toEqual([]);
    },
    { timeout: 90_000 },
  ],
});

export { expect };

function address(file: string): string {
  return `moz-extension://${HOST}/${file}`;
}

async function answer(web: Web, request: HTTPRequest): Promise<void> {
  if (!/^https?:/.test(request.url())) return request.continue();
  web.judge({
    address: request.url(),
    method: request.method(),
    resourceType: resourceType(request),
    from: frameOf(request),
    isMainNavigation: request.isNavigationRequest() && !request.frame()?.parentFrame(),
  });
  const { status, contentType, headers, body } = web.answer(request.url());
  await request.respond({ status, contentType, headers, body });
}

/** What Chromium's protocol calls it, from the header in which Firefox says it. */
function resourceType(request: HTTPRequest): string {
  const destination = request.headers()['sec-fetch-dest'] ?? 'unknown';
  return { style: 'stylesheet', iframe: 'document', audio: 'media', video: 'media', empty: 'fetch' }[destination] ?? destination;
}

/** The address of the frame that asked; while a page is still arriving, its frame says about:blank and the referrer knows better. */
function frameOf(request: HTTPRequest): string {
  const url = request.frame()?.url() ?? '';
  return url === 'about:blank' ? (request.headers().referer ?? '') : url;
}
