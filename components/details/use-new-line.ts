import { useState } from 'react';
import { useBeforeLeaving } from './before-leaving';

/** What was begun and left, and whom to tell of everything that is changed in it; undefined where nothing stands there. */
export type Begun<Typed> = { begun: Typed | undefined; onDraft: (draft: Typed | undefined) => void };

/**
 * What is typed for one more line of a list; `empty` when nothing is. It is found again as it was left, and where it is whole, `addWhole`
 * adds it when one leaves it. `give` empties it once it is on its way to be kept, and fills it again where it was not.
 */
export function useNewLine<Typed>(empty: Typed, { begun, onDraft }: Begun<Typed>, addWhole: (typed: Typed) => Promise<boolean> | undefined) {
  const [typed, setTyped] = useState(begun ?? empty);
  const give = async (kept: Promise<boolean>) => {
    setTyped(empty);
    onDraft(undefined);
    if (await kept) return;
    setTyped((since) => (since === empty ? typed : since));
    onDraft(typed);
  };
  useBeforeLeaving(() => {
    const kept = addWhole(typed);
    if (kept) void give(kept);
  });
  return {
    typed,
    type: (part: Partial<Typed>) => {
      const next = { ...typed, ...part };
      setTyped(next);
      onDraft(next);
    },
    give,
  };
}
