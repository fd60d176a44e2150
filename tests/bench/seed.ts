import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Kith } from '../e2e/support/kith.ts';
import { BUILT, launchChromium, newProfile, removeProfile } from '../e2e/support/launch.ts';
import { bundle } from './bundle.ts';
import type { Seed } from './seeding.ts';

declare const kithSeed: Seed;

const CACHE = resolve('.output/bench-profiles');
/** What of a profile is the database. */
const DATABASE = 'Default/IndexedDB';

/**
 * A new profile with so many people in Kith's database. The database is made once and copied from then on; what it is kept under
 * names the code that made it, so another schema, index or person makes another one.
 */
export async function seededProfile(contacts: number): Promise<string> {
  const version = createHash('sha256')
    .update(await bundle('seeding'))
    .digest('hex')
    .slice(0, 12);
  const kept = join(CACHE, `${version}-${contacts}`);
  if (!existsSync(kept)) await seed(contacts, version, kept);
  const profile = await newProfile();
  await cp(kept, join(profile, DATABASE), { recursive: true });
  return profile;
}

async function seed(contacts: number, version: string, kept: string): Promise<void> {
  const start = performance.now();
  await mkdir(CACHE, { recursive: true });
  for (const old of await readdir(CACHE)) if (!old.startsWith(version)) await rm(join(CACHE, old), { recursive: true });
  const profile = await newProfile();
  const running = await launchChromium({ profile, extension: BUILT, timeZone: 'Europe/Berlin' });
  const kith = await (await Kith.in(running)).welcomed();
  const seat = await kith.seat();
  await seat.evaluate(await bundle('seeding'));
  await seat.evaluate((count) => kithSeed(count), contacts);
  await running.close();
  await cp(join(profile, DATABASE), `${kept}.part`, { recursive: true });
  await rename(`${kept}.part`, kept);
  await removeProfile(profile);
  process.stderr.write(`seeded ${contacts} contacts in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
