import { liveQuery, openDatabase } from '../../lib/db/database';
import { followerDueAt } from '../../lib/db/queries/followers';
import { reasonsFor } from '../../lib/db/queries/pending-actions';
import { rehearseSearch, searchPeople } from '../../lib/db/queries/search';
import { whatWaits } from '../../lib/db/queries/what-waits';
import type { Query } from './use-records';

/** The records, for reading: a page changes them by asking the background. */
export const records = openDatabase();

/** What a surface asks of the records that may be painted before they are there: they come after the picture, where the answer was prepared. */
export const queries = { followerDueAt, reasonsFor, rehearseSearch, searchPeople, whatWaits };

/**
 * What takes so long to be read, in milliseconds, is not read again before twice as long a pause, of a second at most: whoever writes has
 * to wait for it each time.
 */
const LONG = 100;
const REST = 2;
const LONGEST_REST = 1000;

/**
 * Tells what `query` answers, and its next answer whenever something that it read changes, until the signal ends. It is asked once at a
 * time: Dexie asks anew with every change, and where fifty things are done at once fifty questions would be answered, each but the last
 * in vain. What was asked is answered, and then asked once more where something changed meanwhile: each answer is told, however much is
 * written without a pause.
 */
export function follow<T>(query: Query<T>, onNext: (answer: T) => void, onError: (failure: unknown) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  /** Or rests from that. */
  let isReading = false;
  let isOutdated = false;
  /** An answer of which nobody was told yet. */
  let untold: { answer: T } | undefined;
  const tell = (answer: T) => {
    untold = undefined;
    onNext(answer);
  };
  // Dexie follows an async function through all its steps, and of any other one sees the first alone. It loses a transaction where
  // anything that is not its own was waited for before, so what is asked too soon fails at once instead.
  const subscription = liveQuery(async () => {
    if (isReading) {
      isOutdated = true;
      // Dexie keeps to itself what it was answered before this.
      outside(tellUntold);
      throw new DOMException('It is asked again after what is being read.', 'AbortError');
    }
    isReading = true;
    const began = performance.now();
    try {
      const answer = await query(records, queries);
      untold = { answer };
      if (isOutdated) outside(tellUntold);
      return answer;
    } finally {
      const took = performance.now() - began;
      outside(rested, took < LONG ? 0 : Math.min(REST * took, LONGEST_REST));
    }
  }).subscribe(tell, onError);
  const tellUntold = () => untold && tell(untold.answer);
  const end = () => subscription.unsubscribe();
  const askAgain = () => {
    end();
    signal.removeEventListener('abort', end);
    follow(query, onNext, onError, signal);
  };
  const rested = () => {
    isReading = false;
    if (isOutdated) askAgain();
  };
  // Not where Dexie looks on: what is done there would count as part of the query.
  const outside = (work: () => void, after = 0) => setTimeout(() => !signal.aborted && work(), after);
  signal.addEventListener('abort', end);
}
