import { useEffect, useMemo, useState } from 'react';
import type { PendingAction } from '../../lib/model/pending-action';

/** How long the records may take to say what became of something once it was done. */
const PATIENCE_MILLISECONDS = 1000;

/**
 * What is worked off leaves the list at once, not when the records say so: the next key is meant for the next entry. It comes back
 * where that failed, and where the records have something else to say of it, or nothing new after a while.
 */
export function useLeaving(actions: readonly PendingAction[]) {
  const [leaving, setLeaving] = useState<readonly Leaving[]>(NONE);
  const [seen, setSeen] = useState(actions);

  if (seen !== actions) {
    setSeen(actions);
    const current = new Map(actions.map((action) => [action.id, written(action)]));
    const still = leaving.filter(({ id, was }) => current.get(id) === was);
    if (still.length < leaving.length) setLeaving(still);
  }

  useEffect(() => {
    if (!leaving.some(({ done }) => done)) return undefined;
    const timer = setTimeout(() => setLeaving((before) => before.filter(({ done }) => !done)), PATIENCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [leaving]);

  const leave = async (some: readonly PendingAction[], deed: Promise<boolean>) => {
    const ids = new Set(some.map(({ id }) => id));
    setLeaving((before) => [...before, ...some.map((action) => ({ id: action.id, was: written(action), done: false }))]);
    const done = await deed;
    setLeaving((before) => (done ? before.map((one) => (ids.has(one.id) ? { ...one, done } : one)) : before.filter(({ id }) => !ids.has(id))));
  };

  const staying = useMemo(() => {
    const gone = new Set(leaving.map(({ id }) => id));
    return actions.filter(({ id }) => !gone.has(id));
  }, [actions, leaving]);
  return { staying, leave };
}

type Leaving = { id: string; was: string; done: boolean };

const NONE: readonly Leaving[] = [];

const written = (action: PendingAction) => JSON.stringify(action);
