import type { BrowserContext, Page, Worker } from '@playwright/test';
import { v7 as newId } from 'uuid';
import type { browser as extensionApi } from 'wxt/browser';
import type { Answer, CommandName, CommandPayload, Done } from '../../../lib/messaging/protocol.ts';
import { EXTENSION_ID, type Running } from './launch.ts';
import { recordsOf } from './table.ts';
import type { Web } from './web.ts';

declare const chrome: typeof extensionApi;

/** The side of an event that the browser has: calls the listeners. */
type Dispatcher = { dispatch(...details: unknown[]): void };

const PATIENCE_IN_MILLISECONDS = 15_000;

/** A notification as the extension asked for it. */
export type ShownNotification = {
  id: string;
  options: { title: string; message: string; buttons?: { title: string }[]; items?: { title: string; message: string }[] };
};

/** Kith in a running Chromium: its surfaces, its worker, its records, as a test or the tour handles them. */
export class Kith {
  readonly id = EXTENSION_ID;
  readonly context: BrowserContext;
  readonly web: Web;
  readonly #running: Running;
  #seat: Page | undefined;

  private constructor(running: Running) {
    this.#running = running;
    this.context = running.context;
    this.web = running.web;
  }

  /** Waits until the extension is there and its worker listens. @throws when the worker's script failed before it did. */
  static async in(running: Running): Promise<Kith> {
    const kith = new Kith(running);
    await kith.#workerRuns(true);
    await kith.seat();
    await kith.#workerListens();
    return kith;
  }

  /** Waits for the page that welcomes whoever has just installed Kith, closes it, and answers this. */
  async welcomed(): Promise<Kith> {
    const page = await poll(() => this.context.pages().find((open) => open.url() === this.address('dashboard.html#/welcome')), 'the welcome');
    await page.close();
    return this;
  }

  /** An extension's address. */
  address(file: string): string {
    return `chrome-extension://${this.id}/${file}`;
  }

  /** A page of the extension's own origin on which nothing of the extension runs: for asking its APIs and its database. */
  async seat(): Promise<Page> {
    if (this.#seat && !this.#seat.isClosed()) return this.#seat;
    // Never in the browser's first tab: an update closes the extension's pages, and with the last tab the browser.
    const seat = await this.context.newPage();
    await seat.goto(this.address('manifest.json'));
    this.#seat = seat;
    return seat;
  }

  /** What stands on each of its open pages, as a person reads it, and which page is in front. */
  async surfaces(): Promise<string> {
    const pages = this.context.pages().filter((page) => page !== this.#seat);
    const said = await Promise.all(
      pages.map(async (page) => {
        const words = page.url().startsWith(this.address('')) ? await page.locator('body').innerText({ timeout: 2000 }).catch(String) : '';
        return `${page.url()}: ${words.replace(/\s+/g, ' ')}`;
      }),
    );
    const front = await this.seat().then((seat) => seat.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ url }) => url)));
    return [`in front: ${front.join(', ')}`, ...said].join('\n');
  }

  /** One of the extension's pages in a tab of its own. */
  async open(file: 'popup.html' | 'sidepanel.html' | (string & {})): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.address(file));
    return page;
  }

  /** The real popup of the toolbar icon. It closes when it loses the focus. */
  async openPopup(): Promise<Page> {
    const seat = await this.seat();
    await seat.evaluate(() => chrome.action.openPopup());
    return this.#surface('popup.html');
  }

  /** The real side panel of the window. */
  async openPanel(): Promise<Page> {
    const seat = await this.seat();
    await seat.evaluate(async () => chrome.sidePanel.open({ windowId: (await chrome.windows.getCurrent()).id ?? 0 }));
    return this.panel();
  }

  /** The real side panel, once it is open. */
  async panel(): Promise<Page> {
    return this.#surface('sidepanel.html');
  }

  /** A click on the toolbar icon while `page` is in front. */
  async clickAction(page: Page): Promise<void> {
    await page.bringToFront();
    const { targetInfos } = await this.#running.cdp.send('Target.getTargets', { filter: [{}] });
    const tab = targetInfos.find((target) => target.type === 'tab' && target.url === page.url());
    if (!tab) throw new Error(`no tab is at ${page.url()}`);
    await this.#running.cdp.send('Extensions.triggerAction' as 'Target.getTargets', { id: this.id, targetId: tab.targetId } as never);
  }

  /** The worker, running. Waking it first matters: a call into a stopped worker never returns. */
  async worker(): Promise<Worker> {
    await this.wake();
    return poll(() => this.#knownWorker(), 'Playwright to know of the worker');
  }

  /** Makes the worker run, by a message that means nothing to it. */
  async wake(): Promise<void> {
    const seat = await this.seat();
    await poll(async () => {
      await seat.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }).catch(() => undefined));
      return this.workerIsRunning();
    }, 'the worker to start');
  }

  async workerIsRunning(): Promise<boolean> {
    return (await this.#workerTargets()).length > 0;
  }

  /** Stops the worker at once, wherever it is, until it is gone: an event already under way may start it anew. */
  async killWorker(): Promise<void> {
    await poll(async () => {
      await this.strikeWorker();
      return !(await this.workerIsRunning());
    }, 'the worker to stop');
  }

  /** Holds the worker in the middle of its work: it hears of nothing and answers nothing until what this answers is called. */
  async holdWorker(): Promise<() => Promise<void>> {
    await this.wake();
    const { cdp } = this.#running;
    const [{ targetId } = { targetId: '' }] = await this.#workerTargets();
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId });
    const tell = (id: number, method: string, params = {}) =>
      cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const held = new Promise<void>((resolve) => {
      cdp.on('Target.receivedMessageFromTarget', (event) => {
        if (event.sessionId === sessionId && event.message.includes('Debugger.paused')) resolve();
      });
    });
    await tell(1, 'Debugger.enable');
    await tell(2, 'Runtime.evaluate', { expression: 'debugger' });
    await held;
    return async () => {
      await cdp.send('Target.detachFromTarget', { sessionId });
    };
  }

  /** Stops the worker at once, though others may be waking it up again already. */
  async strikeWorker(): Promise<void> {
    for (const { targetId } of await this.#workerTargets()) await this.#running.cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }

  /** Gives a command as a surface would, and answers what was done. @throws when it is refused, with the refusal's own words. */
  async command<N extends CommandName>(type: N, payload: Omit<CommandPayload<N>, 'commandId'>): Promise<Done> {
    return this.ask<Done>({ type, commandId: newId(), ...payload });
  }

  /** Sends any message and answers its value. @throws when it is refused, with the refusal's own words. */
  async ask<T>(message: { type: string }): Promise<T> {
    const seat = await this.seat();
    const answer: Answer<T> = await seat.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
    if (!answer?.ok) throw new Error(`${message.type} was refused: ${answer?.error.message ?? 'no answer'}`);
    return answer.value;
  }

  /** Every record of a table, read past the extension's own code. */
  async records<T = Record<string, unknown>>(table: string): Promise<T[]> {
    const seat = await this.seat();
    return (await seat.evaluate(recordsOf, table)) as T[];
  }

  /** Ids of the notifications that are standing. */
  async notifications(): Promise<string[]> {
    const seat = await this.seat();
    return Object.keys(await seat.evaluate(() => chrome.notifications.getAll()));
  }

  /** A click on a standing notification. */
  async clickNotification(id: string): Promise<void> {
    await (await this.worker()).evaluate((notification) => (chrome.notifications.onClicked as unknown as Dispatcher).dispatch(notification), id);
  }

  /** A click on the button with `index` of a standing notification. */
  async pressNotificationButton(id: string, index: number): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate((pressed) => (chrome.notifications.onButtonClicked as unknown as Dispatcher).dispatch(...pressed), [id, index] as const);
  }

  /** A click on an item of the context menu of `page`, on a link in it where one is named. The browser takes it for the user's own. */
  async clickMenu(page: Page, menuItemId: string, linkUrl?: string): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate(() => {
      // Only a message brings the right to open a surface into the worker that a real click has.
      chrome.runtime.onMessage.addListener(function once({ type, details }: { type: string; details: unknown[] }) {
        if (type !== 'menu click') return;
        chrome.runtime.onMessage.removeListener(once);
        (chrome.contextMenus.onClicked as unknown as Dispatcher).dispatch(...details);
      });
    });
    await page.bringToFront();
    const seat = await this.seat();
    await seat.evaluate(
      async (info) => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        void chrome.runtime.sendMessage({ type: 'menu click', details: [info, tab] }).catch(() => undefined);
      },
      { menuItemId, pageUrl: page.url(), editable: false, ...(linkUrl && { linkUrl }) },
    );
  }

  /** Every notification ever shown, in order; only of an extension that `withProbe` prepared. */
  async shownNotifications(): Promise<ShownNotification[]> {
    return this.records<ShownNotification>('shown');
  }

  /** When the alarms go off, by name, in milliseconds since 1970. */
  async alarms(): Promise<Record<string, number>> {
    const seat = await this.seat();
    const alarms = await seat.evaluate(() => chrome.alarms.getAll());
    return Object.fromEntries(alarms.map(({ name, scheduledTime }) => [name, scheduledTime]));
  }

  /** Has an alarm go off now. @throws where there is none of this name. */
  async bringAlarmForward(name: string): Promise<void> {
    if (!Object.hasOwn(await this.alarms(), name)) throw new Error(`no alarm is called “${name}”`);
    await this.setAlarm(name, Date.now());
  }

  /** Sets an alarm as the worker would, for a moment in milliseconds since 1970. */
  async setAlarm(name: string, when: number): Promise<void> {
    const seat = await this.seat();
    await seat.evaluate((alarm) => chrome.alarms.create(alarm.name, { when: alarm.when }), { name, when });
  }

  /** What stands on the toolbar icon, on every tab or on the one at `address`. */
  async badgeText(address?: string): Promise<string> {
    const seat = await this.seat();
    return seat.evaluate(async (url) => {
      const [tab] = url ? (await chrome.tabs.query({})).filter((candidate) => candidate.url === url) : [];
      return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
    }, address);
  }

  /** Updates the extension under the open pages, as the browser does with a new version. */
  async update(): Promise<void> {
    const front = this.context.pages().findLast((page) => /^https?:/.test(page.url()));
    const next = this.context.waitForEvent('serviceworker', { predicate: (worker) => new URL(worker.url()).host === this.id });
    const seat = await this.seat();
    await seat.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0));
    await next;
    await this.#workerRuns(true);
    await this.seat();
    await front?.bringToFront();
  }

  /** A worker whose script throws as it starts stays "running", and whoever sends it a message waits for ever. */
  async #workerListens(): Promise<void> {
    const listens = () => this.#knownWorker()?.evaluate(() => chrome.runtime.onMessage.hasListeners());
    await poll(listens, 'the worker to listen: its script may have thrown as it started');
  }

  #knownWorker(): Worker | undefined {
    return this.context.serviceWorkers().findLast((candidate) => new URL(candidate.url()).host === this.id);
  }

  async #surface(file: string): Promise<Page> {
    return poll(() => this.context.pages().findLast((page) => page.url().startsWith(this.address(file)) && !page.isClosed()), `${file} to show`);
  }

  async #workerTargets() {
    const { targetInfos } = await this.#running.cdp.send('Target.getTargets');
    return targetInfos.filter((target) => target.type === 'service_worker' && new URL(target.url).host === this.id);
  }

  async #workerRuns(running: boolean): Promise<void> {
    await poll(async () => (await this.workerIsRunning()) === running, running ? 'the worker to start' : 'the worker to stop');
  }
}

/** Asks again and again until the answer is neither false nor undefined. */
async function poll<T>(question: () => T | Promise<T>, whatFor: string): Promise<Exclude<T, false | undefined>> {
  const end = performance.now() + PATIENCE_IN_MILLISECONDS;
  while (performance.now() < end) {
    const answer = await question();
    if (answer !== false && answer !== undefined) return answer as Exclude<T, false | undefined>;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited ${PATIENCE_IN_MILLISECONDS} ms in vain for ${whatFor}`);
}
