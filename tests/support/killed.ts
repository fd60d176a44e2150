import { expect } from 'vitest';
import type { KithDatabase } from '../../lib/db/database';

/** Stops `work` in the middle of a slice: after so many writes the next one fails, and everything of the transaction with it. */
export async function killed(db: KithDatabase, writes: number, work: () => Promise<void>): Promise<void> {
  let left = writes;
  const strike = () => {
    if (left-- <= 0) throw new Error('stopped');
  };
  for (const table of db.tables) {
    table.hook('creating', strike);
    table.hook('updating', strike);
    table.hook('deleting', strike);
  }
  try {
    await work();
  } catch (failure) {
    expect(String(failure)).toContain('stopped');
  } finally {
    for (const table of db.tables) {
      table.hook('creating').unsubscribe(strike);
      table.hook('updating').unsubscribe(strike);
      table.hook('deleting').unsubscribe(strike);
    }
  }
}
