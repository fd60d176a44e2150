import type { KithDatabase } from '../../lib/db/database';
import { workInSearchChanges } from '../../lib/db/search-changes';
import { run } from './run';

/** Long enough that neither writing nor looking from one profile to the next is disturbed, short enough that a search has little to add up. */
const QUIET_MILLISECONDS = 5000;

/** To be called after each change: once there have been none for a while, all of them are worked into the search index. */
export function searchUpkeep(db: KithDatabase): () => void {
  let planned: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(planned);
    planned = setTimeout(() => run(workInSearchChanges(db)), QUIET_MILLISECONDS);
  };
}
