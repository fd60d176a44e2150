import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { Kith } from '../e2e/support/kith.ts';
import { BUILT, launchChromium, newProfile, type Running, removeProfile } from '../e2e/support/launch.ts';

/** A browser with Kith, or with Kith whose page script is empty. */
export type Side = { running: Running; kith: Kith; profile: string };

/** The two browsers that every figure of pages compares, with as many people kept in each. */
export type BrowserPair = { full: Side; empty: Side; close(): Promise<void> };

export const KNOWN = 100;

/** The address of a list with so many links. */
export function listAddress(links: number): string {
  return `https://www.linkedin.com/mynetwork/list-of-${links}/`;
}

/** Every tenth of a thousand links is known, or nobody. */
export async function openPair(known: number): Promise<BrowserPair> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'));
  const emptied = join(folder, 'empty');
  await cp(BUILT, emptied, { recursive: true });
  await writeFile(join(emptied, 'page.js'), '');
  const [full, empty] = [await start(BUILT, known), await start(emptied, known)];
  return {
    full,
    empty,
    close: async () => {
      for (const { running, profile } of [full, empty]) {
        await running.close();
        await removeProfile(profile);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function start(extension: string, known: number): Promise<Side> {
  const profile = await newProfile();
  const running = await launchChromium({ profile, extension, timeZone: 'Europe/Berlin' });
  const kith = await (await Kith.in(running)).welcomed();
  for (const links of [1000, 10_000]) kith.web.serve(listAddress(links), listPage(links));
  for (let index = 0; index < known; index++) await keepPerson(kith, index * (1000 / known));
  return { running, kith, profile };
}

async function keepPerson(kith: Kith, number: number): Promise<void> {
  const handle = `person-${number}`;
  const fields = { name: `Person ${number}` };
  await kith.command('addContact', {
    subject: { profile: { key: `linkedin:in/${handle}`, url: `https://www.linkedin.com/in/${handle}/`, handle, aliases: [], fields, sources: {} } },
  });
}

/** Rows as a site writes them: picture and name link to the same person, and there is more beside them. */
export function rows(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => from + index)
    .map(
      (number) => `<li><a href="/in/person-${number}/" tabindex="-1"><svg width="20" height="20"></svg></a><div><p>
      <a href="/in/person-${number}/"><strong>Person ${number}</strong></a> <span>· 2nd</span></p><p>Weaver of things at Loom ${number}</p></div></li>`,
    )
    .join('');
}

function listPage(links: number): string {
  return `<!doctype html><html lang="en"><title>List</title><link rel="icon" href="data:,">
    <style>li{display:flex;gap:8px;padding:8px}</style><main><ul>${rows(links)}</ul></main></html>`;
}

/** A tab whose processor time can be read. */
export class Measured {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async openIn({ kith }: Side): Promise<Measured> {
    await kith.wake();
    const page = await kith.context.newPage();
    const session = await kith.context.newCDPSession(page);
    await session.send('Performance.enable');
    return new Measured(page, session);
  }

  /** Milliseconds of the renderer's main thread that `work` takes until it is quiet again. */
  async processorTime(work: (page: Page) => Promise<unknown>): Promise<number> {
    const before = await this.#metric('TaskDuration');
    await work(this.page);
    await this.#quiet();
    return ((await this.#metric('TaskDuration')) - before) * 1000;
  }

  /** Kilobytes of live objects. */
  async heap(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    return (await this.#metric('JSHeapUsedSize')) / 1024;
  }

  close(): Promise<void> {
    return this.page.close();
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  }

  /** Until four tenths of a second pass with no more than two milliseconds of work. */
  async #quiet(): Promise<void> {
    let last = Number.NEGATIVE_INFINITY;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      const now = await this.#metric('TaskDuration');
      if (now - last < 0.002) return;
      last = now;
    }
  }
}
