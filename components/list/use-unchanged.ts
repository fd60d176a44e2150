import { useState } from 'react';

/** Entries as they were read anew; each that says the same as before is the one from before: what shows it need not be drawn again. */
export function useUnchanged<T extends { id: string }>(entries: readonly T[]): readonly T[] {
  const [latest, setLatest] = useState({ entries, unchanged: entries });
  if (latest.entries === entries) return latest.unchanged;
  const before = new Map(latest.unchanged.map((entry) => [entry.id, entry]));
  const unchanged = entries.map((entry) => {
    const was = before.get(entry.id);
    return was && JSON.stringify(was) === JSON.stringify(entry) ? was : entry;
  });
  setLatest({ entries, unchanged });
  return unchanged;
}
