import type { CDPSession, Page } from '@playwright/test';
import { EXTENSION_ID } from './launch.ts';

/** The world in which the extension's script runs inside a page: what an attacker has who has taken over the page's whole process. */
export type ExtensionWorld = {
  /** Runs an expression there and answers its value, awaited. @throws what it throws. */
  evaluate<T>(expression: string): Promise<T>;
};

/** The extension's world in the page in front of `page`; that of a page navigated away from is gone. */
export async function extensionWorld(page: Page): Promise<ExtensionWorld> {
  const session = await page.context().newCDPSession(page);
  const contextId = await contextOf(session);
  return {
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', { contextId, expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
  };
}

/**
 * Keeps the type of every message that the script in the page sends from now on; answers them, and begins anew. Left out is what a
 * page with a name on it says once by itself, a while after it is drawn.
 */
export async function watchMessages(world: ExtensionWorld): Promise<() => Promise<string[]>> {
  await world.evaluate(`
    globalThis.sent = [];
    let settled = 0;
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = (message, ...rest) => { if (message.type !== 'settled' || settled++ > 0) globalThis.sent.push(message.type); return send(message, ...rest); };
  `);
  return () => world.evaluate<string[]>('globalThis.sent.splice(0)');
}

async function contextOf(session: CDPSession): Promise<number> {
  const found = new Promise<number>((resolve) =>
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${EXTENSION_ID}`) resolve(context.id);
    }),
  );
  await session.send('Runtime.enable');
  return Promise.race([
    found,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('nothing of the extension runs in this page')), 15_000);
    }),
  ]);
}
