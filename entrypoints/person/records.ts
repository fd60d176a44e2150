import { type KithDatabase, liveQuery, openDatabase } from '../../lib/db/database';

/** The records, for reading: a page changes them by asking the background. */
export const records = openDatabase();

/** Tells what `query` answers, and its next answer whenever something that it read changes, until the signal ends. */
export function follow<T>(
  query: (from: KithDatabase) => T | Promise<T>,
  onNext: (answer: T) => void,
  onError: (failure: unknown) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  // Dexie follows an async function through all its steps, and of any other one sees the first alone.
  const subscription = liveQuery(async () => query(records)).subscribe(onNext, onError);
  signal.addEventListener('abort', () => subscription.unsubscribe());
}
