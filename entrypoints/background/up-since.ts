import { browser } from 'wxt/browser';
import { Instant } from '../../lib/model/temporal';
import { now } from './clock';

/** Kept until the browser is closed, and never on the disk: so it is missing when the browser has just been started. */
const KEY = 'upSince';

/** Since when the browser is running with Kith in it, as far as Kith has seen; an update of Kith begins anew. */
export async function upSince(): Promise<Instant> {
  const known = Instant.safeParse((await browser.storage.session.get(KEY))[KEY]);
  if (known.success) return known.data;
  const started = now();
  await browser.storage.session.set({ [KEY]: started });
  return started;
}
