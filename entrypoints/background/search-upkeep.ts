import type { KithDatabase } from '../../lib/db/database';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { workInSearchChanges } from '../../lib/db/search-changes';
import { run } from './run';

/** Long enough that somebody who writes is not disturbed at every word, short enough that a search has little to add up. */
const PAUSE_IN_MILLISECONDS = 2000;

/** Makes the search index where there is none, and answers what is to be called after each change: a moment later all of them are worked in. */
export function searchUpkeep(db: KithDatabase): () => void {
  let upkeep = rebuildSearch(db).then(() => workInSearchChanges(db));
  run(upkeep);
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      upkeep = upkeep.catch(forget).then(() => workInSearchChanges(db));
      run(upkeep);
    }, PAUSE_IN_MILLISECONDS);
  };
}

/** It was reported; what is noted is still there. */
function forget(): void {}
