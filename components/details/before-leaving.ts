import { useEffect, useEffectEvent } from 'react';

/** Commits what is typed in a field that is taken away, or whose page is left, before it lost the focus. */
export function useBeforeLeaving(commit: () => void): void {
  const commitBeforeLeaving = useEffectEvent(commit);
  useEffect(() => {
    const gone = new AbortController();
    addEventListener('pagehide', () => commitBeforeLeaving(), { signal: gone.signal });
    return () => {
      gone.abort();
      commitBeforeLeaving();
    };
  }, []);
}
