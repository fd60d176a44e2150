import { useEffect, useRef, useState } from 'react';
import type { FoundPeople } from '../../lib/model/person-view';
import { useOncePainted } from './use-once-painted';
import { answers } from './use-records';

type Search = {
  text: string;
  /** Looks for what is typed. It begins at once, while that is being drawn. */
  search: (text: string) => void;
  /** The newest answer, which says what was searched for; undefined before the first, or where nothing is asked. */
  found: FoundPeople | undefined;
};

/**
 * A search over everybody kept, for at most `limit` people. It is rehearsed once the page `isShown` and has nothing else to do.
 * @throws while drawing, when the records cannot be read.
 */
export function useSearch(limit: number, isShown: boolean): Search {
  const [text, setText] = useState('');
  const [latest, setLatest] = useState<{ found: FoundPeople } | { failure: unknown }>();
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);

  const rehearse = () => {
    if (end.current) return;
    const over = answers((records, { rehearseSearch }) => rehearseSearch(records, limit)).subscribe(() => over(), isSaidOfTheSearch);
    end.current = over;
  };
  useOncePainted(isShown, () => requestIdleCallback(rehearse));

  const search = (next: string) => {
    setText(next);
    end.current?.();
    if (next.trim() === '') setLatest(undefined);
    else
      end.current = answers((records, { searchPeople }) => searchPeople(records, next, limit)).subscribe(
        (found) => setLatest({ found }),
        (failure) => setLatest({ failure }),
      );
  };
  if (latest && 'failure' in latest) throw latest.failure;
  return { text, search, found: latest?.found };
}

function isSaidOfTheSearch(): void {}
