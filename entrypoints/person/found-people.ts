import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue } from 'react';
import { searchContacts } from '../../lib/db/queries/people';
import type { ContactSummary } from '../../lib/model/person-view';
import { records } from './records';

/** The people a search finds; undefined while they are being looked up. */
export function useFoundPeople(text: string, limit: number): readonly ContactSummary[] | undefined {
  const words = useDeferredValue(text);
  return useLiveQuery(() => searchContacts(records, words, limit), [words, limit]);
}
