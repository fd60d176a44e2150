import { useEffect, useState } from 'react';
import type { KithDatabase } from '../../lib/db/database';
import type * as recordsLoaded from './records';

/** What is asked of the records, and by which of the queries that come with them. */
export type Query<T> = (records: KithDatabase, queries: typeof recordsLoaded.queries) => T | Promise<T>;

/** The answers to a query of the records, a new one whenever something that was read changes. */
export type Answers<T> = {
  /** The latest answer, if there is one yet. */
  readonly latest?: { readonly answer: T } | undefined;
  /** Has every answer told from now on, the latest at once; answers how to end that. */
  subscribe(onNext: (answer: T) => void, onError: (failure: unknown) => void): () => void;
};

/**
 * What a query of the records answers, and answers anew when one that it read changes. Undefined before the first answer; while another
 * one is on its way, the last. `begun` are the answers to the same query, with the dependencies that it has at first, where that was begun
 * before the page was drawn. Not the hook of Dexie's own package, with which Dexie would be loaded before anything is drawn.
 * @throws while drawing, when the records cannot be read.
 */
export function useRecords<T>(query: Query<T>, dependencies: readonly unknown[], begun?: Answers<T>): T | undefined {
  const [current, setCurrent] = useState(() => ({ dependencies, source: begun ?? answers(query) }));
  const isCurrent = dependencies.every((dependency, index) => Object.is(dependency, current.dependencies[index]));
  const { source } = isCurrent ? current : { source: answers(query) };
  if (!isCurrent) setCurrent({ dependencies, source });
  const [latest, setLatest] = useState<{ answer: T } | { failure: unknown } | undefined>(source.latest);
  useEffect(() => {
    const onNext = (answer: T) => setLatest((before) => ((before && 'failure' in before) || before?.answer !== answer ? { answer } : before));
    return source.subscribe(onNext, (failure) => setLatest({ failure }));
  }, [source]);
  if (latest && 'failure' in latest) throw latest.failure;
  return latest?.answer;
}

/**
 * Begins to read at once, so that the records are on their way while what shows them is made; where an answer is `prepared`, that comes
 * first, and the records are read once it is shown.
 */
export function readAhead<T>(query: Query<T>, prepared?: Promise<T | undefined>): ReadAhead<T> {
  return new ReadAhead(query, prepared);
}

/** The answers to a query, which is asked anew for whoever listens, as soon as somebody does. */
export function answers<T>(query: Query<T>): Answers<T> {
  return {
    subscribe(onNext, onError) {
      const over = new AbortController();
      const begin = ({ follow }: typeof recordsLoaded) => follow(query, onNext, onError, over.signal);
      if (loaded) begin(loaded);
      else if (loading) loading.then(begin, onError);
      // What is being drawn without them is painted first: to begin to load takes as long as half of that.
      else setTimeout(() => void load().then(begin, onError));
      return () => over.abort();
    },
  };
}

let loading: Promise<typeof recordsLoaded> | undefined;
let loaded: typeof recordsLoaded | undefined;

/** The records, with Dexie and all that is asked of them; tried again where that failed. */
function load(): Promise<typeof recordsLoaded> {
  loading ??= import('./records').then(
    (records) => (loaded = records),
    (failure: unknown) => {
      loading = undefined;
      throw failure;
    },
  );
  return loading;
}

/** How long, in milliseconds, answers are kept up to date when nobody listens. */
const IDLE_MILLISECONDS = 5000;

type Listener<T> = { onNext: (answer: T) => void; onError: (failure: unknown) => void };

/** Answers that come before anybody listens, and the latest of which whoever begins to listen gets at once. */
export class ReadAhead<T> implements Answers<T> {
  readonly #query: Query<T>;
  readonly #listeners = new Set<Listener<T>>();
  #end: (() => void) | undefined;
  #latest: { answer: T } | undefined;
  #isPrepared: Promise<void> | undefined;

  constructor(query: Query<T>, prepared?: Promise<T | undefined>) {
    this.#query = query;
    if (prepared) this.#isPrepared = this.#take(prepared);
    else this.#readAtOnce();
    this.#endWhenIdle();
  }

  /** The first answer; rejects where the records cannot be read. */
  async first(): Promise<T> {
    await this.#isPrepared;
    if (this.#latest) return this.#latest.answer;
    const heard = Promise.withResolvers<T>();
    return heard.promise.finally(this.subscribe(heard.resolve, heard.reject));
  }

  get latest(): { readonly answer: T } | undefined {
    return this.#latest;
  }

  subscribe(onNext: (answer: T) => void, onError: (failure: unknown) => void): () => void {
    const listener = { onNext, onError };
    this.#listeners.add(listener);
    if (this.#latest) onNext(this.#latest.answer);
    if (!this.#end) this.#read();
    return () => {
      this.#listeners.delete(listener);
      this.#endWhenIdle();
    };
  }

  async #take(prepared: Promise<T | undefined>): Promise<void> {
    const answer = await prepared.catch(isReadAnew);
    if (this.#end) return;
    if (answer === undefined) this.#readAtOnce();
    else this.#tell(answer);
  }

  /** Nothing can be drawn before the answer. */
  #readAtOnce(): void {
    void load().catch(isSaidToListeners);
    this.#read();
  }

  #read(): void {
    this.#end = answers(this.#query).subscribe(
      (answer) => this.#tell(answer),
      (failure) => {
        // Whoever listens next has it tried again.
        this.#end = this.#latest = undefined;
        for (const { onError } of this.#listeners) onError(failure);
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
      this.#end?.();
      this.#end = this.#latest = undefined;
    }, IDLE_MILLISECONDS);
  }
}

function isReadAnew(): void {}
function isSaidToListeners(): void {}
