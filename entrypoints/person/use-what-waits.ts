import { useEffect, useRef, useState } from 'react';
import { useMoment } from '../../components/moment';
import type { WhatWaits } from '../../lib/model/pending-action';
import { type Answers, type Query, useRecords } from './use-records';

/** What waits, at most `limit` of each kind, and `workOff`, around whatever is done about it. */
export function useWhatWaits(limit: number, begun: Answers<WhatWaits> | undefined) {
  const { now, zone } = useMoment();
  const { list, workOff } = useWork<Listed<WhatWaits>>((upTo, records, { whatWaits }) => whatWaits(records, now, zone, upTo), [now, zone], limit, begun);
  return { waiting: list, workOff };
}

/** `readAfter`: how many deeds of this page were done when it began to be read. */
export type Listed<T> = T & { readAfter?: number };

/**
 * A list that is worked off, as `read` up to so many of each kind, and `workOff`, around whatever is done about it. That answers once the list
 * has been read again after it: until then what was read before may still have what was done. While several are done at once the next ones
 * are read already: the records tell nothing new as long as one change follows the other.
 */
export function useWork<T extends { readAfter?: number }>(
  read: (upTo: number, ...about: Parameters<Query<T>>) => Promise<T>,
  dependencies: readonly unknown[],
  limit: number,
  begun?: Answers<T>,
) {
  const [{ done, underWay }, setWork] = useState({ done: 0, underWay: 0 });
  const upTo = limit + underWay;
  const list = useRecords<T>(async (...about) => ({ ...(await read(upTo, ...about)), readAfter: done }), [...dependencies, upTo, done], begun);

  const readers = useRef<readonly { after: number; tell: () => void }[]>([]);
  useEffect(() => {
    const readAfter = list?.readAfter ?? 0;
    for (const { after, tell } of readers.current) if (after <= readAfter) tell();
    readers.current = readers.current.filter(({ after }) => after > readAfter);
  }, [list]);

  const doneSoFar = useRef(0);
  const workOff = async (count: number, deed: Promise<boolean>): Promise<boolean> => {
    const several = count > 1 ? count : 0;
    setWork((before) => ({ ...before, underWay: before.underWay + several }));
    const wasDone = await deed;
    const after = ++doneSoFar.current;
    setWork((before) => ({ done: after, underWay: before.underWay - several }));
    await new Promise<void>((tell) => {
      readers.current = [...readers.current, { after, tell }];
    });
    return wasDone;
  };
  return { list, workOff };
}
