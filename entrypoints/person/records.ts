import { useLiveQuery } from 'dexie-react-hooks';
import { openDatabase } from '../../lib/db/database';

/** The records, for reading: a page changes them by asking the background. */
export const records = openDatabase();

/** What a query of the records answers, and answers anew when one that it read changes. Undefined before the first answer. */
export function useRecords<T>(query: () => T | Promise<T>, dependencies: unknown[]): T | undefined {
  // Dexie follows an async function through all its steps, and of any other one sees the first alone.
  return useLiveQuery(async () => query(), dependencies);
}
