import { v7 as newId } from 'uuid';
import type { Page } from '@playwright/test';
import type { Benchmark } from './benchmark.ts';
import { KITH, type Side } from './browsers.ts';
import { bundle } from './bundle.ts';
import type { Inside } from './inside.ts';

declare const kithBench: Inside;

/** How often each is done in one measurement; its median counts. */
const TIMES = 15;
const SOMEBODY = '0190000c-0000-7000-8000-000000000005';

/** What is done with the records. */
export const RECORDS: readonly Benchmark[] = [
  {
    id: 'writing',
    name: 'writing a note, with journal and index',
    dividedBy: 'one raw put, as strictly durable',
    target: { atMost: 3 },
    unit: 'ms',
    contacts: 100_000,
    grows: true,
    compare: async (browsers, contacts) => {
      const side = await browsers.with(KITH, contacts);
      return { numerator: () => writeNotes(side), denominator: () => putRows(side) };
    },
  },
  {
    id: 'reconcile',
    name: 'reconcile with 200,000 reminders',
    dividedBy: 'with 200',
    target: { atMost: 1.3 },
    unit: 'ms',
    contacts: 100_000,
    grows: true,
    compare: async (browsers, contacts) => {
      const [many, few] = [await browsers.with(KITH, contacts), await browsers.with(KITH, 100)];
      return { numerator: () => reconcile(many), denominator: () => reconcile(few) };
    },
  },
];

/** Median milliseconds until a note is on the disk, with all that is written with it. */
async function writeNotes({ kith }: Side): Promise<number> {
  const seat = await withInside(await kith.seat());
  return seat.evaluate(
    async ({ turns, contactId }) => {
      const times: number[] = [];
      for (let turn = 0; turn < turns; turn++) {
        const start = performance.now();
        await kithBench.writeNote(contactId, `Met by the river, measured the ${turn}th time: she asked about the turbine and the grant.`);
        times.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
    },
    { turns: TIMES, contactId: SOMEBODY },
  );
}

/** Median milliseconds of putting a row like a note's into the same table, past all of Kith's code. */
async function putRows({ kith }: Side): Promise<number> {
  const seat = await kith.seat();
  const at = '2026-11-22T08:00:00.000Z';
  const rows = Array.from({ length: TIMES }, () => ({
    id: newId(),
    contactId: SOMEBODY,
    text: 'Met by the river: she asked about the turbine and the grant.',
    draft: false,
    createdAt: at,
    updatedAt: at,
  }));
  return seat.evaluate(async (all) => {
    const settled = <R>(request: IDBRequest<R>) =>
      new Promise<R>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('kith'));
    const times: number[] = [];
    for (const row of all) {
      const start = performance.now();
      const transaction = database.transaction('notes', 'readwrite', { durability: 'strict' });
      transaction.objectStore('notes').put(row);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    database.close();
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  }, rows);
}

/** Median milliseconds of one reconciliation. */
async function reconcile({ kith }: Side): Promise<number> {
  const seat = await withInside(await kith.seat());
  return seat.evaluate(async (turns) => {
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const start = performance.now();
      await kithBench.reconcile();
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  }, TIMES);
}

async function withInside(seat: Page): Promise<Page> {
  const isThere = await seat.evaluate(() => Reflect.has(globalThis, 'kithBench'));
  if (!isThere) await seat.evaluate(await bundle('inside'));
  return seat;
}
