import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * What leaves a list because something was done about it (`left`) may be taken back: where that is expected, `goTo` is to put the keyboard
 * on what comes back.
 */
export function useComingBack(ids: readonly string[], goTo: (id: string) => void) {
  const leaving = useRef<ReadonlySet<string>>(new Set());
  const away = useRef<ReadonlySet<string>>(new Set());
  const isExpected = useRef(false);
  const look = useEffectEvent(() => {
    const here = new Set(ids);
    const [first] = ids.filter((id) => away.current.has(id));
    // The list may be drawn once more before what leaves has left.
    away.current = away.current.union(leaving.current).difference(here);
    leaving.current = leaving.current.intersection(here);
    if (isExpected.current && first !== undefined) goTo(first);
  });
  useEffect(() => look(), [ids]);
  return {
    left: (some: readonly { id: string }[]) => {
      leaving.current = leaving.current.union(new Set(some.map(({ id }) => id)));
    },
    expect: (expected: boolean) => {
      isExpected.current = expected;
    },
  };
}
