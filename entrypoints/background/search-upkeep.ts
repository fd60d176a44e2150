/** Long enough that neither writing nor looking from one profile to the next is disturbed, short enough that a search has little to add up. */
const QUIET_MILLISECONDS = 5000;

/** To be called after each change: once there have been none for a while, `goOn` works all of them into the search index. */
export function searchUpkeep(goOn: () => void): () => void {
  let planned: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(planned);
    planned = setTimeout(goOn, QUIET_MILLISECONDS);
  };
}
