import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureFirefox } from '../../../scripts/browsers.ts';
import { Web } from './web.ts';
import { openWayOut } from './way-out.ts';
import { withProbe } from './with-probe.ts';

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

type Running = {
  kith: KithInFirefox;
  /** Puts the same extension over the one that runs, as an update does. */
  update(): Promise<void>;
  close(): Promise<void>;
  kill(): Promise<void>;
};

/** Starts Firefox again and again on one profile, with a probe in Kith and an event page that is soon stopped when it has nothing to do. */
export type FirefoxRestarts = {
  start(): Promise<Running>;
};

/** A test with Kith in a Firefox of its own, cut off from the network and watched: all it asks goes through way-out.ts. */
export const test = base.extend<{ kith: KithInFirefox; restarts: FirefoxRestarts }>({
  kith: [
    async ({}, use) => {
      const { kith, close } = await launch({ extension: BUILT });
      try {
        await use(kith);
      } finally {
        await close();
      }
    },
    { timeout: 90_000 },
  ],
  restarts: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'kith-firefox-'));
      const extension = await withProbe(BUILT, folder);
      const started: { close(): Promise<void> }[] = [];
      try {
        await use({
          start: async () => {
            const running = await launch({ extension, profile: join(folder, 'profile') });
            started.push(running);
            return running;
          },
        });
      } finally {
        for (const { close } of started) await close();
        await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    },
    { timeout: 90_000 },
  ],
});

export { expect };

async function launch({ extension, profile }: { extension: string; profile?: string }): Promise<Running> {
  const web = new Web();
  const wayOut = await openWayOut(web, (host) => BROWSERS_OWN.test(host));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless: true,
    acceptInsecureCerts: true,
    ...(profile !== undefined && { userDataDir: profile }),
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
      // An extension that is not signed is installed anew with every start: what it kept is not to go with the last one.
      ...(profile !== undefined && {
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'extensions.background.idle.timeout': 1500,
      }),
    },
  });
  let ended: Promise<void> | undefined;
  const end = (how: () => Promise<unknown>) => {
    ended ??= how().then(async () => {
      await wayOut.close();
      expect([...web.unexplained, ...wayOut.idleConnections()], 'Kith makes no network request').toEqual([]);
    });
    return ended;
  };
  const close = () => end(() => browser.close());
  const kill = () =>
    end(async () => {
      const process = browser.process();
      const gone = new Promise((resolve) => process?.once('exit', resolve));
      process?.kill('SIGKILL');
      await gone;
    });
  try {
    await browser.installExtension(extension);
  } catch (failure) {
    await close();
    throw failure;
  }
  const update = async () => {
    await browser.installExtension(extension);
  };
  return { kith: handle(browser, web), update, close, kill };
}

function handle(browser: Browser, web: Web): KithInFirefox {
  return {
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
  };
}

function address(file: string): string {
  return `moz-extension://${HOST}/${file}`;
}
