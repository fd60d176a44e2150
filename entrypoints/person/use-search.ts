import { useDeferredValue } from 'react';
import type { FoundPeople } from '../../lib/model/person-view';
import { useRecords } from './use-records';

/** The newest answer to a search, which says what was searched for; undefined before the first, or where nothing is asked. */
export function useFoundPeople(text: string | undefined, limit: number): FoundPeople | undefined {
  const words = useDeferredValue(text);
  return useRecords((records, { searchPeople }) => (words === undefined ? undefined : searchPeople(records, words, limit)), [words, limit]);
}
