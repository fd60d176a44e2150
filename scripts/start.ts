import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { BUILT, launchChromium, newProfile } from '../tests/e2e/support/launch.ts';
import { Web } from '../tests/e2e/support/web.ts';
import { PAGES } from '../tests/pages/index.ts';
import { takeTour } from './tour.ts';

/**
 * `npm start`: builds Kith and opens it in a Chromium of its own, on the bundled pages of invented people. The browser reaches no
 * network; its profile is kept, so what is written is there the next time. Without a display it takes the tour by itself instead.
 */

const THINGS_TO_TRY = `
Kith is running in a browser of its own, on pages of invented people. Try:
  1. Click "Add to Kith" beside the name: the side panel opens. Write a note; it is kept as you type.
  2. Log a contact (two clicks), then set a follow-up: "in 1 minute" shows what happens when it is due.
  3. Click Kith's icon in the toolbar: what is pending, each done by one key.
  4. Follow a link to somebody else, and come back: the panel and the mark beside the name follow.
What you write stays in .output/profile. Close the window or press Ctrl+C to end.
`;

process.chdir(resolve(import.meta.dirname, '..'));
const pictures = process.argv.includes('--pictures');
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform === 'darwin' || process.platform === 'win32';

try {
  build();
  if (hasDisplay && !pictures && !process.argv.includes('--tour')) await letTheUserTry();
  else await takeTour({ folder: resolve('.output/tour'), ...(pictures && { keepIn: resolve('pictures') }) });
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function build(): void {
  const wxt = resolve('node_modules/wxt/bin/wxt.mjs');
  if (spawnSync(process.execPath, [wxt, 'build'], { stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0)
    throw new Error('The extension could not be built; see above.');
}

async function letTheUserTry(): Promise<void> {
  const profile = resolve('.output/profile');
  mkdirSync(profile, { recursive: true });
  const running = await launchChromium({ profile: await newProfile(profile), extension: BUILT, headed: true, viewport: null, web: new Web(wayfinder()) });
  try {
    const closed = new Promise<void>((done) => running.context.on('close', () => done()));
    process.once('SIGINT', () => void running.close());
    if (running.context.serviceWorkers().length === 0) await running.context.waitForEvent('serviceworker');
    const [first] = running.context.pages();
    const start = PAGES.find(({ kind }) => kind === 'profile');
    if (first && start) await first.goto(start.url);
    process.stdout.write(THINGS_TO_TRY);
    await closed;
  } finally {
    await running.close();
  }
}

/** What stands at every address where there is no page. */
function wayfinder(): string {
  const links = PAGES.map(({ url, name }) => `<li><a href="${url}">${name ?? new URL(url).pathname}</a> <small>${new URL(url).hostname}</small></li>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Pages to try Kith on</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}</style>
<h1>Pages to try Kith on</h1><p>This browser reaches no network. These pages of invented people are in it:</p><ul>${links}</ul>`;
}
