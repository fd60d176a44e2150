import { type InteropableObservable, useObservable } from 'dexie-react-hooks';
import { useState } from 'react';
import { liveQuery, openDatabase } from '../../lib/db/database';

/** The records, for reading: a page changes them by asking the background. */
export const records = openDatabase();

type Query<T> = () => T | Promise<T>;
/** The answers to a query of the records, a new one whenever something that was read changes. */
export type Answers<T> = InteropableObservable<T>;

/**
 * What a query of the records answers, and answers anew when one that it read changes. Undefined before the first answer. `begun` are
 * the answers to the same query, with the dependencies that it has at first, where that was begun before the page was drawn.
 */
export function useRecords<T>(query: Query<T>, dependencies: unknown[], begun?: Answers<T>): T | undefined {
  const [first] = useState(dependencies);
  const isFirst = dependencies.every((dependency, index) => dependency === first[index]);
  return useObservable(() => (begun && isFirst ? begun : answers(query)), dependencies);
}

/**
 * Begins to read at once, so that the records are on their way while what shows them is made; where an answer is `prepared`, that comes
 * first, and the records are read once it is shown.
 */
export function readAhead<T>(query: Query<T>, prepared?: Promise<T | undefined>): ReadAhead<T> {
  return new ReadAhead(query, prepared);
}

function answers<T>(query: Query<T>) {
  // Dexie follows an async function through all its steps, and of any other one sees the first alone.
  return liveQuery(async () => query());
}

/** How long, in milliseconds, answers are kept up to date when nobody listens. */
const IDLE_MILLISECONDS = 5000;

type Listener<T> = { onNext: (answer: T) => void; onError: ((failure: unknown) => void) | undefined };

/** Answers that come before anybody listens, and the latest of which whoever begins to listen gets at once. */
export class ReadAhead<T> implements Answers<T> {
  readonly #query: Query<T>;
  readonly #listeners = new Set<Listener<T>>();
  #source: { unsubscribe: () => void } | undefined;
  #latest: { answer: T } | undefined;
  #isPrepared: Promise<void> | undefined;

  constructor(query: Query<T>, prepared?: Promise<T | undefined>) {
    this.#query = query;
    if (prepared) this.#isPrepared = this.#take(prepared);
    else this.#read();
    this.#endWhenIdle();
  }

  /** The first answer; rejects where the records cannot be read. */
  async first(): Promise<T> {
    await this.#isPrepared;
    if (this.#latest) return this.#latest.answer;
    const heard = Promise.withResolvers<T>();
    return heard.promise.finally(this.subscribe(heard.resolve, heard.reject));
  }

  subscribe(onNext: (answer: T) => void, onError?: (failure: unknown) => void): () => void {
    const listener = { onNext, onError };
    this.#listeners.add(listener);
    if (this.#latest) onNext(this.#latest.answer);
    if (!this.#source) this.#read();
    return () => {
      this.#listeners.delete(listener);
      this.#endWhenIdle();
    };
  }

  hasValue(): boolean {
    return this.#latest !== undefined;
  }

  getValue(): T {
    if (!this.#latest) throw new Error('nothing has been read yet');
    return this.#latest.answer;
  }

  async #take(prepared: Promise<T | undefined>): Promise<void> {
    const answer = await prepared.catch(isReadAnew);
    if (this.#source) return;
    if (answer === undefined) this.#read();
    else this.#tell(answer);
  }

  #read(): void {
    this.#source = answers(this.#query).subscribe(
      (answer) => this.#tell(answer),
      (failure) => {
        // Whoever listens next has it tried again.
        this.#source = this.#latest = undefined;
        for (const { onError } of this.#listeners) onError?.(failure);
      },
    );
  }

  #tell(answer: T): void {
    this.#latest = { answer };
    for (const { onNext } of this.#listeners) onNext(answer);
  }

  #endWhenIdle(): void {
    setTimeout(() => {
      if (this.#listeners.size > 0) return;
      this.#source?.unsubscribe();
      this.#source = this.#latest = undefined;
    }, IDLE_MILLISECONDS);
  }
}

function isReadAnew(): void {}
