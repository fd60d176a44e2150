import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kith } from '../e2e/support/kith.ts';
import { BUILT, launchChromium, type Running, removeProfile } from '../e2e/support/launch.ts';
import { serveLists } from './list-page.ts';
import { seededProfile } from './seed.ts';

/** An extension made of the built one: Kith itself, or what it is compared with. */
export type Variant = { name: string; make?: (folder: string) => Promise<void> };

/** Kith as it is built. */
export const KITH: Variant = { name: 'Kith' };

/** A browser with a variant of Kith and so many people kept. */
export type Side = { running: Running; kith: Kith };

type Open = Side & { key: string; close(): Promise<void> };

/** More than two at once, and the others would take from the one that is measured. */
const MOST_OPEN = 2;

/** The browsers that figures are measured in; one that was opened serves the next figure too. */
export class Browsers {
  #open: Open[] = [];

  async with(variant: Variant, contacts: number): Promise<Side> {
    const key = `${variant.name} ${contacts}`;
    const known = this.#open.find((one) => one.key === key);
    const others = this.#open.filter((one) => one !== known);
    const spare = known ? [] : others.splice(0, Math.max(0, others.length - MOST_OPEN + 1));
    for (const side of spare) await side.close();
    const side = known ?? { ...(await start(variant, contacts)), key };
    this.#open = [...others, side];
    return side;
  }

  async close(): Promise<void> {
    for (const side of this.#open.splice(0)) await side.close();
  }
}

async function start({ make }: Variant, contacts: number): Promise<Omit<Open, 'key'>> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'));
  const extension = make ? join(folder, 'extension') : BUILT;
  if (make) {
    await cp(BUILT, extension, { recursive: true });
    await make(extension);
  }
  const profile = await seededProfile(contacts);
  const running = await launchChromium({ profile, extension, timeZone: 'Europe/Berlin' });
  serveLists(running.web);
  const kith = await Kith.in(running);
  return {
    running,
    kith,
    close: async () => {
      await running.close();
      await removeProfile(profile);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
