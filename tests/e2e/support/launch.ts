import './real-popups.ts';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium } from '@playwright/test';
import { ensureChromium } from '../../../scripts/browsers.ts';
import { openWayOut } from './way-out.ts';
import { Web } from './web.ts';

/** The id that the key in the manifest fixes. */
export const EXTENSION_ID = 'jjbbjlecjkgobdmiekbagbmcdabghhgp';

/** Where `wxt build` puts the extension. */
export const BUILT = resolve('.output/chrome-mv3');

/**
 * Playwright's own list of switched-off features (a later --disable-features replaces the earlier one), less
 * ThirdPartyStoragePartitioning, which no user has switched off.
 */
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'Translate',
];

/** Hosts that Chromium asks on its own, with no extension at all (seen in 156, 2026-11). */
const BROWSERS_OWN = /^(accounts\.google\.com|update\.googleapis\.com|([a-z0-9-]+\.)*gvt1\.com|clients2\.google\.com)$/;

export type LaunchOptions = {
  /** A folder made by `newProfile`. */
  profile: string;
  /** The unpacked extension to load; none when the profile has one installed (see installed.ts). */
  extension?: string | undefined;
  /** IANA name of the time zone the whole browser lives in, the worker included. */
  timeZone?: string | undefined;
  /** A window on the screen instead of a headless browser. */
  headed?: boolean | undefined;
  colorScheme?: 'light' | 'dark' | undefined;
  viewport?: { width: number; height: number } | null | undefined;
  deviceScaleFactor?: number | undefined;
  /** Whether pages that were left are kept to go back to. */
  keepsPages?: boolean | undefined;
  environment?: Record<string, string> | undefined;
  web?: Web | undefined;
};

/** A Chromium of its own, cut off from the network, with everything it asked for on record. */
export type Running = {
  context: BrowserContext;
  cdp: CDPSession;
  web: Web;
  /** Everything that reached the network or would have, caused by neither a page nor the browser itself; in words. */
  requestsMade(): string[];
  close(): Promise<void>;
  /** SIGKILL to the browser process: no page, worker or database gets to finish anything. */
  kill(): Promise<void>;
};

/** A new profile in developer mode, without which an unpacked extension that reloads itself is switched off; Kith's icon in the toolbar. */
export async function newProfile(folder?: string): Promise<string> {
  const profile = folder ?? (await mkdtemp(join(tmpdir(), 'kith-profile-')));
  await mkdir(join(profile, 'Default'), { recursive: true });
  // Without predictions, Chromium opens no connection ahead of a navigation; so none at all is left to be explained.
  const preferences = { extensions: { ui: { developer_mode: true }, pinned_extensions: [EXTENSION_ID] }, net: { network_prediction_options: 2 } };
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return profile;
}

export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

export async function launchChromium(options: LaunchOptions): Promise<Running> {
  const web = options.web ?? new Web();
  const wayOut = await openWayOut(web, (host) => BROWSERS_OWN.test(host));
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: ensureChromium(),
    headless: !options.headed,
    chromiumSandbox: Boolean(options.headed) && process.getuid?.() !== 0,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    colorScheme: options.headed ? null : (options.colorScheme ?? 'light'),
    ...(options.deviceScaleFactor ? { deviceScaleFactor: options.deviceScaleFactor } : {}),
    handleSIGINT: !options.headed,
    // Both are Playwright's; the first would also switch off what is installed in the profile.
    ignoreDefaultArgs: ['--disable-extensions', ...(options.keepsPages ? ['--disable-back-forward-cache'] : [])],
    args: [
      ...(options.extension ? [`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`] : []),
      '--enable-unsafe-extension-debugging', // toolbar clicks, installing
      `--disable-features=${FEATURES_OFF.join(',')}`,
      `--proxy-server=http://127.0.0.1:${wayOut.port}`,
      '--proxy-bypass-list=<-loopback>',
      `--ignore-certificate-errors-spki-list=${wayOut.fingerprint}`,
      '--disable-quic',
      '--lang=en-US',
      ...(options.headed ? ['--window-size=1400,900'] : []),
    ],
    env: { ...withoutUndefined(process.env), LANGUAGE: 'en_US', ...(options.timeZone ? { TZ: options.timeZone } : {}), ...options.environment },
  });
  await web.openFor(context);
  const browser = context.browser();
  if (!browser) throw new Error('Chromium is not connected');
  const cdp = await browser.newBrowserCDPSession();
  const closed = new Promise<void>((done) => context.on('close', () => done()));
  return {
    context,
    cdp,
    web,
    requestsMade: () => [...web.unexplained, ...wayOut.idleConnections().map((host) => `a connection to ${host}, opened for nothing that a page asked`)],
    close: async () => {
      await context.close();
      await wayOut.close();
    },
    kill: async () => {
      process.kill(await browserProcess(cdp), 'SIGKILL');
      await closed;
      await wayOut.close();
    },
  };
}

/**
 * The profile with the extension installed for good, as a user has it: unlike with --load-extension, the next start is no new
 * installation. Alarms survive, and `onStartup` comes.
 */
export async function installForGood(profile: string, extension: string): Promise<void> {
  const first = await launchChromium({ profile });
  await first.cdp.send('Extensions.loadUnpacked' as 'Target.getTargets', { path: extension } as never);
  await first.close();
  // What the debugging protocol loads is dropped at the next start, unless bit 15 of its creation flags is cleared.
  const file = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8'));
  for (const entry of Object.values<{ path?: string; creation_flags: number }>(preferences.extensions.settings)) {
    if (entry.path === extension) entry.creation_flags &= ~(1 << 15);
  }
  await writeFile(file, JSON.stringify(preferences));
}

async function browserProcess(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find((process) => process.type === 'browser');
  if (!browser) throw new Error('Chromium names no browser process');
  return browser.id;
}

function withoutUndefined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
