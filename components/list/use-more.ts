import { type RefObject, useEffect, useRef } from 'react';

/**
 * Asks for more of a list by `more`, and once more than the `shown` is there, puts the keyboard on the first that is new: what was
 * pressed may be gone by then. `list` holds one element for each.
 */
export function useMore(list: RefObject<HTMLElement | null>, shown: number, more: () => void): () => void {
  const askedAt = useRef<number>(undefined);
  useEffect(() => {
    if (askedAt.current === undefined || shown <= askedAt.current) return;
    const first = list.current?.children[askedAt.current];
    askedAt.current = undefined;
    const stop = first?.querySelector('a, button') ?? first;
    if (stop instanceof HTMLElement) stop.focus();
  }, [list, shown]);
  return () => {
    askedAt.current = shown;
    more();
  };
}
