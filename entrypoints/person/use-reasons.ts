import { useMemo, useState } from 'react';
import type { Because, PendingAction } from '../../lib/model/pending-action';
import type { CalendarDate } from '../../lib/model/temporal';
import { usePlainText } from './use-plain-text';
import { useRecords } from './use-records';

/** More of a note than a line shows. */
const ENOUGH = 300;

/** What one knows of the people `actions` are about, by contact. The list is not kept waiting for it: it is read once that has been painted. */
export function useReasons(actions: readonly PendingAction[] | undefined, today: CalendarDate): ReadonlyMap<string, Because> | undefined {
  const toText = usePlainText(actions !== undefined);
  const people = useMemo(() => new Set(actions?.map(({ contactId }) => contactId)), [actions]);
  // That somebody has left the list is nothing to read about.
  const [about, setAbout] = useState(people);
  if (!people.isSubsetOf(about)) setAbout(people);
  const known = useRecords((records, { reasonsFor }) => (toText ? reasonsFor(records, [...about], today) : undefined), [toText, about, today]);
  return useMemo(() => {
    if (!known || !toText) return undefined;
    return new Map([...known].map(([id, because]) => [id, because.note ? { ...because, note: toText(because.note.slice(0, ENOUGH)) } : because]));
  }, [known, toText]);
}
