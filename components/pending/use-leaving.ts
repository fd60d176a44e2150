import { useMemo, useState } from 'react';
import type { PendingAction } from '../../lib/model/pending-action';

/**
 * What is worked off leaves the list at once, not when the records say so: the next key is meant for the next entry. It comes back
 * where the records have something else to say of it, and where they still have it once its deed has been answered.
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

  const leave = async (some: readonly PendingAction[], deed: Promise<unknown>) => {
    const going = some.map((action) => ({ id: action.id, was: written(action) }));
    setLeaving((before) => [...before, ...going]);
    await deed;
    setLeaving((before) => before.filter((one) => !going.includes(one)));
  };

  const staying = useMemo(() => {
    const gone = new Set(leaving.map(({ id }) => id));
    return actions.filter(({ id }) => !gone.has(id));
  }, [actions, leaving]);
  return { staying, leave };
}

type Leaving = { id: string; was: string };

const NONE: readonly Leaving[] = [];

/** All that an entry says: the same whether it was read from the records or prepared from them, which has its fields in another order. */
const written = (action: PendingAction) =>
  JSON.stringify(action, (_, value: unknown) => (isFields(value) ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : value));

const isFields = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
