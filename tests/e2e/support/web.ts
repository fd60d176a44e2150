import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Request } from '@playwright/test';
import { pageAt } from '../../pages/index.ts';

const PAGES_FOLDER = resolve(import.meta.dirname, '../../pages');

/** What an address answers. */
export type Answer = {
  body: string;
  status?: number;
  contentType?: string;
  headers?: Record<string, string>;
  /** What scripts of this page may ask for, beyond what its source names: `fetch`, beacons, made-up image addresses. */
  mayAsk?: RegExp;
};

/** A request as the browser reports it. */
export type Asked = {
  address: string;
  method: string;
  resourceType: string;
  /** The address of the frame that asked. */
  from: string;
  isMainNavigation: boolean;
  /** The address of the worker that asked, if it was one. */
  worker?: string;
};

/** What a page loads by naming it in its source, without a script of its own. */
const PAGE_PARTS = new Set(['document', 'stylesheet', 'image', 'script', 'font', 'media', 'manifest']);

/**
 * The whole web, as a browser under test sees it: the project's own pages at their true addresses, what a test puts beside
 * them, and 404 everywhere else. It remembers what it was asked for, and which of that no page can have been the cause of.
 */
export class Web {
  /** Requests that no page of this web can have caused, each in words; empty for an extension that keeps its promise. */
  readonly unexplained: string[] = [];
  readonly #own = new Map<string, Answer>();
  readonly #sources: string[] = [];
  readonly #elsewhere: string;

  /** `elsewhere` is the page at every address where there is none. */
  constructor(elsewhere = '<!doctype html><title>Not found</title>') {
    this.#elsewhere = elsewhere;
  }

  /**
   * Puts `answer` at `address`, whatever its fragment; in front of the project's own pages. A page that names no icon has the browser open
   * a connection for one, which may be given up before anything is asked on it.
   */
  serve(address: string, answer: string | Answer): void {
    this.#own.set(withoutFragment(address), typeof answer === 'string' ? { body: answer } : answer);
  }

  async openFor(context: BrowserContext): Promise<void> {
    context.on('request', (request) => this.judge(asked(request)));
    context.on('page', (page) => page.on('websocket', (socket) => this.#watchSocket(socket.url(), page.url())));
    // Not '**/*': that would also hold up what the extension loads from its own folder.
    await context.route(/^https?:/, (route) =>
      route.fulfill(this.answer(route.request().url())).catch(() => {
        // The page that asked is gone; there is nobody left to answer.
      }),
    );
  }

  /** The page at `address`, if there is one. */
  find(address: string): Answer | undefined {
    const file = pageAt(new URL(address));
    return this.#own.get(withoutFragment(address)) ?? (file ? { body: readFileSync(resolve(PAGES_FOLDER, file), 'utf8') } : undefined);
  }

  /** What the address answers, 404 included. */
  answer(address: string): Required<Omit<Answer, 'mayAsk'>> {
    const found = this.find(address);
    if (found) this.#sources.push(found.body);
    return {
      status: found?.status ?? (found ? 200 : 404),
      contentType: found?.contentType ?? 'text/html; charset=utf-8',
      headers: found?.headers ?? {},
      body: found?.body ?? this.#elsewhere,
    };
  }

  /** Keeps the request among the unexplained ones if no page can have caused it. */
  judge(asked: Asked): void {
    const why = this.#unexplained(asked);
    if (why) this.unexplained.push(`${asked.method} ${asked.address} (${asked.resourceType}): ${why}`);
  }

  #unexplained({ address, method, resourceType, from, isMainNavigation, worker }: Asked): string | undefined {
    if (!/^https?:/.test(address)) return undefined;
    if (worker) return `asked by the worker ${worker}`;
    if (isMainNavigation) {
      if (method !== 'GET') return 'a navigation that carries data';
      return this.#isExpected(address) ? undefined : 'a navigation to an address at which the test serves no page';
    }
    if (!/^https?:/.test(from)) return `asked by ${from}`;
    if (this.find(from)?.mayAsk?.test(address)) return undefined;
    // The browser's own, for a page that names no icon.
    if (resourceType === 'image' && address === new URL('/favicon.ico', from).href) return undefined;
    if (!PAGE_PARTS.has(resourceType)) return `asked inside ${from}, whose scripts ask for nothing`;
    return this.#isNamed(address) ? undefined : `asked inside ${from}, whose source does not name it`;
  }

  /** The project's own pages are where they are whatever the query; but a query could carry something away, so a test must say that it means it. */
  #isExpected(address: string): boolean {
    return this.#own.has(withoutFragment(address)) || (this.find(address) !== undefined && new URL(address).search === '');
  }

  #watchSocket(address: string, from: string): void {
    if (!this.find(from)?.mayAsk?.test(address)) this.unexplained.push(`a socket to ${address}, opened inside ${from}`);
  }

  #isNamed(address: string): boolean {
    const { pathname, search } = new URL(address);
    const written = `${pathname}${search}`;
    const names = [written, written.replaceAll('&', '&amp;')].filter((name) => name !== '/');
    return this.#sources.some((source) => names.some((name) => source.includes(name)));
  }
}

function asked(request: Request): Asked {
  const what = { address: request.url(), method: request.method(), resourceType: request.resourceType() };
  const worker = request.serviceWorker()?.url();
  if (worker) return { ...what, worker, from: '', isMainNavigation: false };
  try {
    const frame = request.frame();
    return { ...what, from: frame.url(), isMainNavigation: what.resourceType === 'document' && frame.parentFrame() === null };
  } catch {
    // A navigation whose page does not exist yet.
    return { ...what, from: '', isMainNavigation: true };
  }
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}
