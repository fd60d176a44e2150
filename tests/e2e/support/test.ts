import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { Kith } from './kith.ts';
import { BUILT, installForGood, launchChromium, newProfile, type Running, removeProfile } from './launch.ts';
import { AT_NOON } from './people.ts';
import { Web } from './web.ts';
import { withProbe } from './with-probe.ts';

type Options = {
  /** IANA name of the time zone the browser lives in. */
  timeZone: string;
  /** Keeps every notification that is shown, for `kith.shownNotifications()`. */
  probe: boolean;
  /** Whether pages that were left are kept to go back to, as they are in a browser that nobody drives. */
  keepsPages: boolean;
};

/** Starts and ends browsers on one profile, with the extension installed as a user has it. */
export type Restarts = {
  /** The browser with the same profile, again or for the first time. */
  start(): Promise<{ running: Running; kith: Kith }>;
};

type Fixtures = {
  web: Web;
  running: Running;
  kith: Kith;
  restarts: Restarts;
  profile: string;
  extension: string;
};

/** What a failed story leaves for its reader: what Kith showed just then. */
const SURFACES = 'what Kith showed';

/**
 * A test with Kith in a Chromium of its own. When it ends, whatever it was about, it fails if one network request was made that
 * neither a page nor the browser itself caused.
 */
export const test = base.extend<Options & Fixtures>({
  timeZone: [AT_NOON, { option: true }],
  probe: [false, { option: true }],
  keepsPages: [false, { option: true }],
  profile: async ({}, use) => {
    const profile = await newProfile();
    await use(profile);
    await removeProfile(profile);
  },
  extension: async ({ profile, probe }, use) => {
    await use(probe ? await withProbe(BUILT, join(profile, 'Kith')) : BUILT);
  },
  web: async ({}, use) => {
    await use(new Web());
  },
  running: async ({ profile, extension, timeZone, web, colorScheme, keepsPages }, use) => {
    const running = await launchChromium({ profile, extension, timeZone, web, keepsPages, colorScheme: colorScheme === 'dark' ? 'dark' : 'light' });
    await use(running);
    await running.close();
    expect(running.requestsMade(), 'Kith makes no network request').toEqual([]);
  },
  context: async ({ running }, use) => {
    await use(running.context);
  },
  kith: async ({ running }, use, testInfo) => {
    const kith = await (await Kith.in(running)).welcomed();
    await use(kith);
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach(SURFACES, { body: await kith.surfaces(), contentType: 'text/plain' });
  },
  restarts: async ({ profile, extension, timeZone, web }, use) => {
    await installForGood(profile, extension);
    const started: Running[] = [];
    await use({
      start: async () => {
        const running = await launchChromium({ profile, timeZone, web });
        started.push(running);
        return { running, kith: await Kith.in(running) };
      },
    });
    for (const running of started) await running.close();
    expect(
      started.flatMap((running) => running.requestsMade()),
      'Kith makes no network request',
    ).toEqual([]);
  },
});

export { expect };
