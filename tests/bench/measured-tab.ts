import type { CDPSession, Page } from '@playwright/test';
import type { Side } from './browsers.ts';

/** A tab whose processor time and memory can be read. */
export class MeasuredTab {
  readonly page: Page;
  readonly session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
  }

  /** Does `work` in a new tab of a browser whose worker runs, and closes it. */
  static async in<T>({ kith }: Side, work: (tab: MeasuredTab) => Promise<T>): Promise<T> {
    await kith.wake();
    const page = await kith.context.newPage();
    try {
      const session = await kith.context.newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      return await work(new MeasuredTab(page, session));
    } finally {
      await page.close();
    }
  }

  /** Milliseconds of processor time of the renderer's main thread, whatever else the machine does, that `work` takes until it is quiet again, looked at for `atLeast` milliseconds. */
  async processorTime(work: (page: Page) => Promise<unknown>, atLeast = 0): Promise<number> {
    const before = await this.#metric('TaskDuration');
    const looked = pause(atLeast);
    await work(this.page);
    await looked;
    await this.#quiet();
    return ((await this.#metric('TaskDuration')) - before) * 1000;
  }

  /** Kilobytes of live objects. */
  async heap(): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage');
    return (await this.#metric('JSHeapUsedSize')) / 1024;
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  }

  /** Until four tenths of a second pass with no more than two milliseconds of work. */
  async #quiet(): Promise<void> {
    let last = Number.NEGATIVE_INFINITY;
    for (;;) {
      await pause(400);
      const now = await this.#metric('TaskDuration');
      if (now - last < 0.002) return;
      last = now;
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
