import type { KithDatabase } from '../../lib/db/database';
import { workInSearchChanges } from '../../lib/db/search-changes';
import { run } from './run';

/** Long enough that somebody who writes is not disturbed at every word, short enough that a search has little to add up. */
const PAUSE_IN_MILLISECONDS = 2000;

/** To be called after each change: a moment later all of them are worked into the search index. */
export function searchUpkeep(db: KithDatabase): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      run(workInSearchChanges(db));
    }, PAUSE_IN_MILLISECONDS);
  };
}
