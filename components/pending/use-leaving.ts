import { useMemo, useState } from 'react';
import type { PendingAction } from '../../lib/model/pending-action';
import { useNotices } from '../notice/notices';

/**
 * What is worked off leaves the list at once, not when the records say so: the next key is meant for the next entry. It comes back
 * where that failed, and as soon as the records have something else to say of it.
 */
export function useLeaving(actions: readonly PendingAction[]) {
  const { notice } = useNotices();
  const [leaving, setLeaving] = useState<readonly Leaving[]>(NONE);
  const [seen, setSeen] = useState({ actions, notice });

  if (seen.actions !== actions || seen.notice !== notice) {
    setSeen({ actions, notice });
    const current = new Map(actions.map((action) => [action.id, written(action)]));
    // Whatever is said next may be that it was taken back, in which case the records are as they were.
    const still = leaving.filter(({ id, was, answered }) => current.get(id) === was && !(answered && seen.notice !== notice));
    if (still.length < leaving.length) setLeaving(still);
  }

  const leave = async (some: readonly PendingAction[], deed: Promise<boolean>) => {
    const ids = new Set(some.map(({ id }) => id));
    setLeaving((before) => [...before, ...some.map((action) => ({ id: action.id, was: written(action), answered: false }))]);
    const done = await deed;
    setLeaving((before) => (done ? before.map((one) => (ids.has(one.id) ? { ...one, answered: true } : one)) : before.filter(({ id }) => !ids.has(id))));
  };

  const staying = useMemo(() => {
    const gone = new Set(leaving.map(({ id }) => id));
    return actions.filter(({ id }) => !gone.has(id));
  }, [actions, leaving]);
  return { staying, leave };
}

type Leaving = { id: string; was: string; answered: boolean };

const NONE: readonly Leaving[] = [];

const written = (action: PendingAction) => JSON.stringify(action);
