import { type Message, watchLeftBehind } from './in-flight';

/** Longer than asking takes when the worker has to start; what takes longer still arrives, but after the page is drawn. */
const PATIENCE = 500;

/** Asks again what pages that have gone could not get an answer to, so that what is drawn next is up to date. */
export function askWhatWasLeft(): Promise<unknown> {
  return Promise.race([watchLeftBehind(askAgain), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/** What it takes is loaded when there is something: there hardly ever is. */
async function askAgain(message: Message): Promise<void> {
  const again = await import('./ask-again');
  await again.askAgain(message);
}
