import { browser } from 'wxt/browser';
import { claimDue, outlook, pruneLedger } from '../../lib/db/commands/notify';
import type { KithDatabase } from '../../lib/db/database';
import { readSettings } from '../../lib/db/queries/people';
import { WAKE } from '../../lib/model/alarm-names';
import { millisecondsOf } from '../../lib/model/temporal';
import { firingRules, longestSleepFrom, nextWake } from '../../lib/reminders/plan';
import { v7 } from 'uuid';
import { context, now, zone } from './clock';
import { clearSettled, showDecided } from './notifications';
import { preparedList } from './prepared-list';
import { showDueCount } from './toolbar';
import { upSince } from './up-since';

/** An alarm goes off once. Where what follows it is cut short, by a worker that is stopped or a full disk, another one begins it anew after so long. */
const LOOK_AGAIN_MINUTES = 1;

/**
 * Makes the world outside agree with the database: what is due is notified, what was dealt with elsewhere stands no longer, the
 * toolbar shows how many wait, the popup finds its list, one alarm wakes the worker for the next. Runs on install, start-up, worker boot, alarm and after every command; twice changes nothing.
 * Calls made while one is running share a single run after it.
 */
export function reconciler(db: KithDatabase): () => Promise<void> {
  const prepareList = preparedList(db);
  let running: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;
  return () => {
    queued ??= running.catch(forget).then(() => {
      queued = undefined;
      running = reconcile(db, prepareList);
      return running;
    });
    return queued;
  };
}

async function reconcile(db: KithDatabase, prepareList: () => Promise<void>): Promise<void> {
  const [{ notifying }] = await Promise.all([readSettings(db), beSureToLookAgain()]);
  await claimDue(context(db), firingRules(now(), zone(), notifying, v7), await upSince());
  // Where the browser lets nothing be shown, the toolbar still counts, and the alarm still wakes.
  const [shown] = await Promise.allSettled([showDecided(db).then(() => clearSettled(db))]);
  await pruneLedger(context(db));
  const { due, next, ...others } = await outlook(context(db), notifying.datesDaysAhead, notifying.delivery);
  await showDueCount(due);
  const wake = nextWake(next, now(), zone(), notifying, others) ?? (shown.status === 'rejected' ? longestSleepFrom(now()) : undefined);
  if (wake === undefined) await browser.alarms.clear(WAKE);
  else await browser.alarms.create(WAKE, { when: millisecondsOf(wake) });
  await prepareList();
  if (shown.status === 'rejected') throw shown.reason;
}

async function beSureToLookAgain(): Promise<void> {
  const alarm = await browser.alarms.get(WAKE);
  if (!alarm || alarm.scheduledTime <= Date.now()) await browser.alarms.create(WAKE, { delayInMinutes: LOOK_AGAIN_MINUTES });
}

/** Whoever asked for the run before has been told of its failure; the next run starts from the database anyway. */
function forget(): void {}
