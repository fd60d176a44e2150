import { browser } from 'wxt/browser';
import { forgetAbandoned } from '../../lib/db/commands/long-work';
import type { KithDatabase } from '../../lib/db/database';
import { doSlice, failWork } from '../../lib/db/long-work';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { workInSearchChanges } from '../../lib/db/search-changes';
import { context } from './clock';
import { isNamed } from './explain';

/** Goes off when the worker was stopped in the middle: starting it is all that is needed. */
const GO_ON = 'go on';
/**
 * A worker is stopped after 30 s in which it called no function of the browser's; so the alarm is put off more often than that for as
 * long as there is work, and goes off only if it is not.
 */
const SIGN_OF_LIFE = 10_000;
const ATTEMPTS = 4;
const PAUSE = 200;

/**
 * Does what takes long, slice by slice, until nothing is left of it, then makes the search index if that was given up for it, and works in what was noted for it. Between
 * slices the worker answers whoever asks. Called at every start of the worker and whenever there may be something to do; calls made
 * meanwhile are of no consequence.
 */
export function longWork(db: KithDatabase, afterChange: () => void): () => Promise<void> {
  let isWanted = false;
  let working: Promise<void> | undefined;
  return () => {
    isWanted = true;
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  };

  async function work(): Promise<void> {
    await forgetAbandoned(context(db));
    while (isWanted) {
      isWanted = false;
      await doAll();
      await rebuildSearch(db, () => isWanted);
      await workInSearchChanges(db);
    }
  }

  async function doAll(): Promise<void> {
    let said = 0;
    let slices = 0;
    try {
      while (await attempt()) {
        slices++;
        if (Date.now() - said > SIGN_OF_LIFE) {
          await browser.alarms.create(GO_ON, { delayInMinutes: 0.5 });
          said = Date.now();
        }
        await othersFirst();
      }
    } finally {
      if (said > 0) await browser.alarms.clear(GO_ON);
      // Once for all slices: what follows a change looks at all records anyway.
      if (slices > 0) afterChange();
    }
  }

  /** A slice may fail for no fault of its own, as when the worker is being stopped; one that fails again and again stops the work, which says why. */
  async function attempt(): Promise<boolean> {
    for (let failures = 1; ; failures++) {
      try {
        return await doSlice(context(db));
      } catch (failure) {
        const isFull = isNamed(failure, 'QuotaExceededError');
        if (isFull || failures === ATTEMPTS) {
          await failWork(context(db), isFull ? 'storageFull' : 'unknown');
          throw failure;
        }
        await new Promise((resolve) => setTimeout(resolve, failures * PAUSE));
      }
    }
  }
}

/** Lets messages that have come in be answered before the next slice. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
