import { useState } from 'react';

/** Which of a list has the keyboard: the one chosen last; once that has left, the next that was behind it, else the one before. */
export function useCurrent(ids: readonly string[]) {
  const [{ id, among }, setPlace] = useState({ id: ids[0], among: ids });
  const current = ids === among ? id : heir(id, among, ids);
  if (ids !== among) setPlace({ id: current, among: ids });
  return [current, (next: string) => setPlace({ id: next, among: ids })] as const;
}

function heir(id: string | undefined, before: readonly string[], now: readonly string[]): string | undefined {
  const place = id === undefined ? -1 : before.indexOf(id);
  const nearest = place < 0 ? [] : [...before.slice(place), ...before.slice(0, place).toReversed()];
  return nearest.find((each) => now.includes(each)) ?? now[0];
}
