import { useEffect, useEffectEvent } from 'react';

/** Does something once, after the frame that first shows what `isDrawn` is about: what has to be there at once goes first. */
export function useOncePainted(isDrawn: boolean, work: (() => unknown) | undefined): void {
  const begin = useEffectEvent(() => work?.());
  useEffect(() => {
    if (!isDrawn) return undefined;
    const gone = new AbortController();
    requestAnimationFrame(() => {
      setTimeout(() => {
        if (!gone.signal.aborted) begin();
      });
    });
    return () => gone.abort();
  }, [isDrawn]);
}
