import { reconciler } from '../../entrypoints/background/reconcile';
import { openDatabase } from '../../lib/db/database';

/** What the benchmark does inside the extension's own page, with Kith's own code: bundled by bundle.ts, called by name. */
export type Inside = {
  /** One run of the reconciliation that follows every command. */
  reconcile(): Promise<void>;
};

const inside: Inside = { reconcile: reconciler(openDatabase()) };

Reflect.set(globalThis, 'kithBench', inside);
