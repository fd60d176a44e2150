import { useLayoutEffect, useRef, useState } from 'react';

/**
 * A value that is kept elsewhere and chosen here, as it will be once all that was chosen has come, and how to choose: by what is to become
 * of it. That answers as `keep` does, whether it was kept; where it was not, it is as it is kept again. What a field of its own shows
 * (`isShown`) changes nothing here until it is kept.
 */
export function useChosen<Value>(value: Value, keep: (value: Value) => Promise<boolean>) {
  const [{ seen, sent }, setState] = useState<{ seen: Value; sent: readonly Value[] }>({ seen: value, sent: [] });
  if (!isSame(seen, value)) {
    const at = sent.findIndex((one) => isSame(one, value));
    setState({ seen: value, sent: at < 0 ? [] : sent.slice(at + 1) });
  }
  const shown = sent.reduce((_, later) => later, seen);
  // What is chosen twice before it is drawn builds on the first all the same.
  const newest = useRef(shown);
  useLayoutEffect(() => {
    newest.current = shown;
  }, [shown]);
  const choose = async (change: (before: Value) => Value, isShown = false): Promise<boolean> => {
    const before = newest.current;
    const next = change(before);
    newest.current = next;
    if (!isShown) setState(({ seen, sent }) => ({ seen, sent: [...sent, next] }));
    const isKept = await keep(next);
    if (!isKept && newest.current === next) newest.current = before;
    setState((state) => {
      if (!isKept) return { ...state, sent: state.sent.filter((one) => one !== next) };
      // What comes is the newest alone: of two changes of which the second takes the first back, none is seen.
      return next === state.sent.at(-1) && isSame(next, state.seen) ? { ...state, sent: [] } : state;
    });
    return isKept;
  };
  return [shown, choose] as const;
}

/** In whatever order the fields of its parts stand: the records have an order of their own. */
function isSame(a: unknown, b: unknown): boolean {
  return written(a) === written(b);
}

function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Object && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1))) : part,
  );
}
