import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { peopleOf } from '../../lib/db/queries/people-list';
import type { FoundPerson } from '../../lib/model/person-view';
import { answers } from '../person/use-records';

/**
 * The people of these ids, as far as they have been read; undefined who is kept no more. Each is read once, with those who came with them,
 * and again when something of theirs changes, however the list around them grows. @throws while drawing, when the records cannot be read.
 */
export function usePeople(ids: readonly string[]): ReadonlyMap<string, FoundPerson | undefined> {
  const [people, setPeople] = useState<ReadonlyMap<string, FoundPerson | undefined>>(new Map());
  const [failure, setFailure] = useState<{ reason: unknown }>();
  const asked = useRef<Set<string>>(new Set());
  const ends = useRef<(() => void)[]>([]);
  const ask = useEffectEvent(() => {
    const fresh = ids.filter((id) => !asked.current.has(id));
    if (fresh.length === 0) return;
    asked.current = asked.current.union(new Set(fresh));
    const end = answers((records) => peopleOf(records, fresh)).subscribe(
      (read) => setPeople((before) => new Map([...before, ...fresh.map((id) => [id, read.find((person) => person.id === id)] as const)])),
      (reason) => setFailure({ reason }),
    );
    ends.current.push(end);
  });
  useEffect(() => ask(), [ids]);
  useEffect(
    () => () => {
      for (const end of ends.current.splice(0)) end();
      asked.current.clear();
    },
    [],
  );
  if (failure) throw failure.reason;
  return people;
}
