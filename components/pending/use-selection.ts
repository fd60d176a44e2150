import { useState } from 'react';

/** Several of a list, selected one by one or from one to another. What has left the list is selected no more. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE);
  const [range, setRange] = useState<{ from: string; besides: ReadonlySet<string> }>();
  const selected: ReadonlySet<string> = chosen.size === 0 ? NONE : new Set(ids.filter((id) => chosen.has(id)));
  const become = (next: ReadonlySet<string>) => {
    setChosen(next);
    setRange(undefined);
  };
  return {
    selected,
    toggle: (id: string) => become(selected.has(id) ? selected.difference(new Set([id])) : selected.union(new Set([id]))),
    /** Selects all from where the range began, at first `from`, up to `to`; a range drawn back lets go of what it had taken. */
    extend: (from: string, to: string) => {
      const { from: start, besides } = range && ids.includes(range.from) ? range : { from, besides: selected };
      const ends = [ids.indexOf(start), ids.indexOf(to)];
      setChosen(besides.union(new Set(ids.slice(Math.min(...ends), Math.max(...ends) + 1))));
      setRange({ from: start, besides });
    },
    /** The next range begins anew. */
    endRange: () => setRange(undefined),
    all: () => become(new Set(ids)),
    clear: () => become(NONE),
  };
}

const NONE: ReadonlySet<string> = new Set();
