import { z } from '../model/zod';
import type { Answer, CommandName, PageMessageName, QuestionName, Refusal, WorkName } from './protocol';

/** Who sent a message, as far as the browser vouches for it. */
export type Sender = { from: 'extension page' } | ({ from: 'page script' } & Page) | { from: 'stranger' };

/** What the browser says about a sender; the part of `runtime.MessageSender` that counts. */
type BrowserSender = {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
};

/** The page a page script's message came from: its address now, its tab, and what tells it from others that were or will be in that tab. */
export type Page = { url: string; tabId: number; documentId: string };

/** One message's schema and what is done with it. */
export type Endpoint = (payload: unknown, page: Page | undefined) => Promise<unknown>;

/** Everything that is answered. */
export type Endpoints = {
  commands: Record<CommandName, Endpoint>;
  work: Record<WorkName, Endpoint>;
  questions: Record<QuestionName, Endpoint>;
  page: Record<PageMessageName, Endpoint>;
};

/** A command or a question of an extension page: parsed, then carried out or answered. */
export function commandEndpoint<S extends z.ZodMiniType>(schema: S, handle: (command: z.output<S>) => Promise<unknown>): Endpoint {
  return (payload) => handle(parse(schema, payload));
}

/** A page script's message: parsed, then answered for the page it came from. */
export function pageEndpoint<S extends z.ZodMiniType>(schema: S, handle: (message: z.output<S>, page: Page) => Promise<unknown>): Endpoint {
  return (payload, page) => {
    if (!page) throw new Forbidden('a page message from no page');
    return handle(parse(schema, payload), page);
  };
}

/** Tells an extension page from a page script from anybody else. `extensionRoot` is `runtime.getURL('/')`. */
export function identifySender(sender: BrowserSender, extensionId: string, extensionRoot: string): Sender {
  if (sender.id !== extensionId || sender.url === undefined) return { from: 'stranger' };
  if (sender.url.startsWith(extensionRoot)) return { from: 'extension page' };
  if (sender.frameId !== 0 || sender.tab?.id === undefined) return { from: 'stranger' };
  // A sender's own url is that of its document's first moment; only the tab's follows in-app navigation (seen in Chromium 156).
  return { from: 'page script', url: sender.tab.url ?? sender.url, tabId: sender.tab.id, documentId: sender.documentId ?? sender.url };
}

/**
 * Answers one message: who may ask it, whether it has the form it must have, and what came of it. `explain` turns whatever a
 * handler threw into a refusal a person can read; this is the one catch on this border.
 */
export async function answer(message: unknown, sender: Sender, endpoints: Endpoints, explain: (failure: unknown) => Refusal): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await dispatch(message, sender, endpoints) };
  } catch (failure) {
    return { ok: false, error: explain(failure) };
  }
}

/** Thrown when a message is not one its sender may send. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** Thrown when a message does not have the form it must have; says where. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

const Envelope = z.looseObject({ type: z.string() });

async function dispatch(message: unknown, sender: Sender, endpoints: Endpoints): Promise<unknown> {
  const { type, ...payload } = parse(Envelope, message);
  if (sender.from === 'extension page' && isKeyOf(endpoints.commands, type)) return endpoints.commands[type](payload, undefined);
  if (sender.from === 'extension page' && isKeyOf(endpoints.work, type)) return endpoints.work[type](payload, undefined);
  if (sender.from === 'extension page' && isKeyOf(endpoints.questions, type)) return endpoints.questions[type](payload, undefined);
  if (sender.from === 'page script' && isKeyOf(endpoints.page, type)) return endpoints.page[type](payload, sender);
  throw new Forbidden(`${type} from ${sender.from}`);
}

function parse<S extends z.ZodMiniType>(schema: S, payload: unknown): z.output<S> {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new Malformed(z.prettifyError(parsed.error));
  return parsed.data;
}

function isKeyOf<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key);
}
