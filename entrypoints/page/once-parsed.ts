/** Calls `then` as soon as the whole page has been parsed: now, if it has been, and never once the signal has ended. */
export function onceParsed(then: () => void, signal: AbortSignal): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', then, { once: true, signal });
  else then();
}
