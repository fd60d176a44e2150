import { BLOCK, blockOf } from '../../search/index-page';
import type { KithDatabase, SearchState, StandingChange } from '../database';
import { changedStanding } from '../search-changes';

/** Where everybody stood when it was read last, by database, and in which edition of the index: four bytes for each person. */
const remembered = new WeakMap<KithDatabase, { edition: number | undefined; standings: Uint32Array }>();

/**
 * Where everybody stands, by number, in whole blocks: as the index of this `state` has it, with the `changes` that are noted and not worked
 * in yet. It is read once for each edition of the index, whichever query is the first. To be called in the transaction that read the state.
 */
export async function allStandings(db: KithDatabase, { edition }: SearchState, changes: readonly StandingChange[]): Promise<Uint32Array> {
  const known = remembered.get(db);
  const standings = known && known.edition === edition ? known.standings : await readStandings(db);
  if (standings !== known?.standings) remembered.set(db, { edition, standings });
  return changes.length === 0 ? standings : changed(standings, changes);
}

async function readStandings(db: KithDatabase): Promise<Uint32Array> {
  const blocks = await db.searchStandings.toArray();
  const all = new Uint32Array(BLOCK * (Math.max(-1, ...blocks.map(({ block }) => block)) + 1));
  for (const { block, values } of blocks) all.set(values, block * BLOCK);
  return all;
}

function changed(standings: Uint32Array, changes: readonly StandingChange[]): Uint32Array {
  const blocks = Math.max(...changes.map(({ number }) => blockOf(number) + 1));
  const all = new Uint32Array(Math.max(standings.length, blocks * BLOCK));
  all.set(standings);
  for (const change of changes) all[change.number] = changedStanding(all[change.number] ?? 0, change);
  return all;
}
