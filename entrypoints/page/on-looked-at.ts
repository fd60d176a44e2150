import { isOrphaned } from './extension';

/**
 * Calls `then` whenever the page is looked at again, by these events of the window, until the signal ends: what was "yesterday" when the tab was
 * left may be "last week" by then, and a page that was kept to go back to has heard of no change.
 */
export function onLookedAt(then: () => void, signal: AbortSignal, ...types: ('visibilitychange' | 'focus')[]): void {
  const look = ({ isTrusted }: Event) => {
    if (isTrusted && !document.hidden && !isOrphaned()) then();
  };
  for (const type of types) addEventListener(type, look, { signal });
}
