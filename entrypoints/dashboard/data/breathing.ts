/** As long as one may hold the page up without anybody noticing. */
const MOST_AT_A_TIME = 12;

/** Answers a function to be awaited between pieces of work: every few milliseconds it lets the page go on. @throws when `signal` is aborted. */
export function breathing(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - since < MOST_AT_A_TIME) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
    signal.throwIfAborted();
  };
}
