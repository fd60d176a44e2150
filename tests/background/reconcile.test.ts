import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reconciler } from '../../entrypoints/background/reconcile';
import { WAKE } from '../../lib/model/alarm-names';
import { emptyDatabase } from '../support/builders';

test('where looking what is due is cut short, an alarm has it looked again', async () => {
  const db = emptyDatabase();
  // As the alarm that woke the worker, which went off and is no more.
  expect(await fakeBrowser.alarms.get(WAKE)).toBeUndefined();
  db.close();
  await expect(reconciler(db)()).rejects.toThrow();
  const { scheduledTime = 0 } = (await fakeBrowser.alarms.get(WAKE)) ?? {};
  expect(scheduledTime).toBeGreaterThan(Date.now());
  expect(scheduledTime).toBeLessThan(Date.now() + 2 * 60_000);
});
