import { browser } from 'wxt/browser';
import { forgetAbandoned } from '../../lib/db/commands/long-work';
import type { KithDatabase } from '../../lib/db/database';
import { doSlice, failWork } from '../../lib/db/long-work';
import { workUnderWay } from '../../lib/db/queries/long-work';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { workInSearchChanges } from '../../lib/db/search-changes';
import { GO_ON } from '../../lib/model/alarm-names';
import { context } from './clock';
import { isNamed } from './explain';

/**
 * A worker is stopped after 30 s in which it called no function of the browser's; so the alarm is put off more often than that for as
 * long as there is work, and goes off only if it is not.
 */
const SIGN_OF_LIFE = 10_000;
/** So many slices are noted for the search index before they are worked in: whoever searches meanwhile has to add them up. */
const MOST_NOTED = 8;
const ATTEMPTS = 4;
const PAUSE = 200;

/**
 * Does what takes long, slice by slice, until nothing is left of it; then works in what was noted for the search index, and makes that
 * where there is none, because it was given up for the work or found wrong. Between slices the worker answers whoever asks. Called at
 * every start of the worker and whenever there may be something to do; calls made meanwhile have it look again.
 */
export function longWork(db: KithDatabase, afterChange: () => void): () => Promise<void> {
  let isWanted = false;
  let working: Promise<void> | undefined;
  let saidAt = 0;
  // Until it has been taken away once: a worker that was stopped may have left it, with nothing left to do.
  let isAlarmSet = true;
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
      try {
        await doAll();
      } finally {
        await bringSearchUp();
      }
    }
  }

  async function doAll(): Promise<void> {
    let slices = 0;
    try {
      while (await attempt(nextSlice)) {
        slices++;
        if (slices % MOST_NOTED === 0) await attempt(() => workInSearchChanges(db));
        await othersFirst();
      }
    } catch (failure) {
      await failWork(context(db), isFull(failure) ? 'storageFull' : 'unknown');
      throw failure;
    } finally {
      // Once for all slices: what follows a change looks at all records anyway.
      if (slices > 0) afterChange();
    }
  }

  async function nextSlice(): Promise<boolean> {
    if (!(await workUnderWay(db))) return false;
    await sayAlive();
    return doSlice(context(db));
  }

  async function bringSearchUp(): Promise<void> {
    try {
      await attempt(() => workInSearchChanges(db));
      await attempt(() => rebuildSearch(db, mayGoOn));
    } finally {
      if (isAlarmSet) await browser.alarms.clear(GO_ON);
      isAlarmSet = false;
      saidAt = 0;
    }
  }

  async function mayGoOn(): Promise<boolean> {
    await sayAlive();
    return !(isWanted && (await workUnderWay(db)));
  }

  async function sayAlive(): Promise<void> {
    if (Date.now() - saidAt < SIGN_OF_LIFE) return;
    saidAt = Date.now();
    isAlarmSet = true;
    await browser.alarms.create(GO_ON, { delayInMinutes: 0.5 });
  }
}

/** What fails may do so for no fault of its own, as when the worker is being stopped: it is given up when it has failed again and again. */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await work();
    } catch (failure) {
      if (isFull(failure) || failures === ATTEMPTS) throw failure;
      await new Promise((resolve) => setTimeout(resolve, failures * PAUSE));
    }
  }
}

/** Whether it failed because the disk is. */
function isFull(failure: unknown): boolean {
  return isNamed(failure, 'QuotaExceededError');
}

/** Lets messages that have come in be answered before the next slice. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
