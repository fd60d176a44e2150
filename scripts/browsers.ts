import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * Finds the browsers that Kith is tried in, and installs them where that can be done without asking: Debian's own packages, by
 * root or by somebody who needs no password for it. Everywhere else the error says what to type.
 */

type Wanted = {
  label: string;
  /** The environment variable that names a program and overrides every search. */
  variable: string;
  /** Looked for in $PATH, then as they stand. */
  commands: readonly string[];
  places: readonly string[];
  debianPackages: readonly string[];
  /** What to do by hand, one line per way. */
  byHand: readonly string[];
};

const CHROMIUM: Wanted = {
  label: 'Chromium',
  variable: 'CHROMIUM',
  // Google Chrome is not among them: since version 137 it ignores --load-extension.
  commands: ['chromium', 'chromium-browser'],
  places: ['/Applications/Chromium.app/Contents/MacOS/Chromium', chromium.executablePath()],
  debianPackages: ['chromium', 'fonts-liberation'],
  byHand: [
    'npx playwright install chromium',
    'or set CHROMIUM to the program of a Chromium you have (Google Chrome cannot load unpacked extensions from the command line)',
  ],
};

const FIREFOX: Wanted = {
  label: 'Firefox',
  variable: 'FIREFOX',
  commands: ['firefox-esr', 'firefox'],
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  debianPackages: ['firefox-esr'],
  byHand: ['install Firefox 140 or newer from its makers', 'or set FIREFOX to the program of a Firefox you have'],
};

/** The Chromium to use, or undefined when none is installed. */
export function findChromium(): string | undefined {
  return find(CHROMIUM);
}

/** The Firefox to use, or undefined when none is installed. */
export function findFirefox(): string | undefined {
  return find(FIREFOX);
}

/** The Chromium to use, installed first if need be. @throws saying what to do when it cannot be had. */
export function ensureChromium(): string {
  return ensure(CHROMIUM);
}

/** The Firefox to use, installed first if need be. @throws saying what to do when it cannot be had. */
export function ensureFirefox(): string {
  return ensure(FIREFOX);
}

function ensure(wanted: Wanted): string {
  const found = find(wanted) ?? (install(wanted) ? find(wanted) : undefined);
  if (found) return found;
  throw new Error(`${wanted.label} was not found and could not be installed from here. Please:\n${wanted.byHand.map((line) => `  ${line}`).join('\n')}`);
}

function find({ variable, label, commands, places }: Wanted): string | undefined {
  const chosen = process.env[variable];
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Error(`${variable} is set to ${chosen}, which does not start. Please set it to the program of a ${label}, or unset it.`);
  }
  const inPath = commands.flatMap((command) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command)));
  return [...inPath, ...places].find(runs);
}

/** Whether it is a program that starts: some distributions ship a script of the browser's name that only says how to install it. */
function runs(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function install({ label, debianPackages }: Wanted): boolean {
  const asRoot = rootPrefix();
  if (!isDebian() || !asRoot) return false;
  process.stdout.write(`${label} is not installed; installing Debian's packages ${debianPackages.join(', ')} …\n`);
  const aptGet = (...words: string[]) => {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...words];
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  };
  return aptGet('update', '-qq') && aptGet('install', '-y', '-qq', '--no-install-recommends', ...debianPackages);
}

/** Debian itself: its relatives may have the same package name for something else (Ubuntu's chromium is a snap). */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** What to put before a command to run it as root: nothing for root, sudo where it asks no password; undefined otherwise. */
function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}
