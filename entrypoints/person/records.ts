import { type InteropableObservable, useObservable } from 'dexie-react-hooks';
import { useState } from 'react';
import { liveQuery, openDatabase } from '../../lib/db/database';

/** The records, for reading: a page changes them by asking the background. */
export const records = openDatabase();

/** The answers to a query of the records, a new one whenever something that was read changes. */
export type Answers<T> = InteropableObservable<T>;

/**
 * What a query of the records answers, and answers anew when one that it read changes. Undefined before the first answer. `begun` are
 * the answers to the same query, with the dependencies that it has at first, where that was begun before the page was drawn.
 */
export function useRecords<T>(query: () => T | Promise<T>, dependencies: unknown[], begun?: Answers<T>): T | undefined {
  const [first] = useState(dependencies);
  const isFirst = dependencies.every((dependency, index) => dependency === first[index]);
  return useObservable(() => (begun && isFirst ? begun : answers(query)), dependencies);
}

/** Begins to read at once, and goes on for as long as the page lives: the records are on their way while what shows them is started. */
export function readAhead<T>(query: () => T | Promise<T>): Answers<T> {
  type Listener = { onNext: (answer: T) => void; onError?: ((error: unknown) => void) | undefined };
  const listeners = new Set<Listener>();
  let latest = (_: Listener) => {};
  const tell = (said: (listener: Listener) => void) => {
    latest = said;
    for (const listener of listeners) said(listener);
  };
  answers(query).subscribe(
    (answer) => tell(({ onNext }) => onNext(answer)),
    (error) => tell(({ onError }) => onError?.(error)),
  );
  return {
    subscribe(onNext, onError) {
      const listener = { onNext, onError };
      listeners.add(listener);
      latest(listener);
      return () => listeners.delete(listener);
    },
  };
}

function answers<T>(query: () => T | Promise<T>): Answers<T> {
  // Dexie follows an async function through all its steps, and of any other one sees the first alone.
  return liveQuery(async () => query());
}
