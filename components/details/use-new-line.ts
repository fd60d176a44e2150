import { useState } from 'react';
import { useBeforeLeaving } from './before-leaving';

/** What was begun and left, and whom to tell of everything that is changed in it; undefined where nothing stands there. */
export type Begun<Typed> = { begun: Typed | undefined; onDraft: (draft: Typed | undefined) => void };

/**
 * What is typed for one more line of a list; `empty` when nothing is. It is found again as it was left, and is added when one leaves it and
 * `wholeOf` makes something of it. `add` empties it, and gives it back where the line was not kept.
 */
export function useNewLine<Typed, Line>(
  empty: Typed,
  { begun, onDraft }: Begun<Typed>,
  wholeOf: (typed: Typed) => Line | undefined,
  keep: (line: Line) => Promise<boolean>,
) {
  const [typed, setTyped] = useState(begun ?? empty);
  const add = async (line: Line) => {
    setTyped(empty);
    onDraft(undefined);
    if (await keep(line)) return;
    setTyped((since) => (since === empty ? typed : since));
    onDraft(typed);
  };
  useBeforeLeaving(() => {
    const line = wholeOf(typed);
    if (line !== undefined) void add(line);
  });
  return {
    typed,
    type: (part: Partial<Typed>) => {
      const next = { ...typed, ...part };
      setTyped(next);
      onDraft(next);
    },
    add,
  };
}
