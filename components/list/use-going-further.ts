import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Once more of a list is there because its `limit` was raised, `goTo` is to put the keyboard on the first that is new: what was pressed may
 * be gone by then.
 */
export function useGoingFurther(limit: number, ids: readonly string[], goTo: (id: string) => void): void {
  const before = useRef({ limit, ids });
  const look = useEffectEvent(() => {
    if (limit > before.current.limit) {
      const had = new Set(before.current.ids);
      const first = ids.find((id) => !had.has(id));
      if (first === undefined) return;
      goTo(first);
    }
    before.current = { limit, ids };
  });
  useEffect(() => look(), [limit, ids]);
}
