import type { Benchmark } from './benchmark.ts';
import type { Side, Variant } from './browsers.ts';
import { bundle } from './bundle.ts';
import { connectionsCsv } from './imported-people.ts';
import type { Inside } from './inside.ts';

declare const kithBench: Inside;

const PEOPLE = 50_000;
const PATIENCE = 600_000;
/** A browser of its own: what is imported into it stays. */
const IMPORTING: Variant = { name: 'Kith, importing' };

/** What it costs to bring people in. */
export const IMPORT: readonly Benchmark[] = [
  {
    id: 'import',
    name: 'importing 50,000 people from a table: looked through, kept, journaled',
    dividedBy: 'one raw put of the same rows with the same indexes, in one transaction',
    target: { atMost: 4 },
    unit: 'ms',
    contacts: 1000,
    runs: 0.2,
    cold: true,
    compare: async (browsers, contacts) => {
      const side = await browsers.with(IMPORTING, contacts);
      let imports = 0;
      return { numerator: () => importPeople(side, imports++ * PEOPLE), denominator: () => putPeople(side) };
    },
  },
];

/** Milliseconds of a file's two ways: from being chosen until it is shown what is in it, and from the confirmation until all is kept. Everybody is new each time. */
async function importPeople({ kith }: Side, from: number): Promise<number> {
  const page = await kith.open('dashboard.html#/data');
  page.setDefaultTimeout(PATIENCE);
  const buffer = Buffer.from(connectionsCsv(from, from + PEOPLE));
  const confirm = page.getByRole('button', { name: /^Import [\d,]+ people$/ });
  const start = performance.now();
  await page.getByLabel('Choose a file').setInputFiles({ name: 'Connections.csv', mimeType: 'text/csv', buffer });
  await confirm.waitFor();
  const looked = performance.now();
  await confirm.click();
  await page.getByRole('heading', { name: 'Imported: Connections.csv' }).waitFor();
  const time = performance.now() - start;
  process.stderr.write(`  looked through in ${(looked - start).toFixed(0)} ms, brought in in ${(time - looked + start).toFixed(0)} ms\n`);
  await page.close();
  return time;
}

async function putPeople({ kith }: Side): Promise<number> {
  const seat = await kith.seat();
  const isThere = await seat.evaluate(() => Reflect.has(globalThis, 'kithBench'));
  if (!isThere) await seat.evaluate(await bundle('inside'));
  return seat.evaluate((people) => kithBench.putPeople(people), PEOPLE);
}
