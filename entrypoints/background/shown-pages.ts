import { browser } from 'wxt/browser';
import { pageKey } from '../../lib/model/encounter';
import { z } from '../../lib/model/zod';
import { run } from './run';

const KEY = 'shown pages';

const Kept = z.array(z.tuple([z.number(), z.string()]));

/** Which page each tab shows, as far as Kith is told. Beyond the life of the worker it is kept until the browser is closed, and never on the disk. */
let pages: Promise<Map<number, string>> | undefined;

/** A tab shows the page at `url`, or one that Kith is not told of. Answers whether it showed another one before. */
export async function turnedTo(tabId: number, url: string | undefined): Promise<boolean> {
  const shown = await rememberPages();
  const page = url === undefined ? undefined : pageKey(url);
  if (shown.get(tabId) === page) return false;
  if (page === undefined) shown.delete(tabId);
  else shown.set(tabId, page);
  keep(shown);
  return true;
}

/** From now on it is known what each tab shows, beginning with the tabs that are open. */
export function rememberPages(): Promise<Map<number, string>> {
  return (pages ??= recall());
}

/** Nobody asks any more what the tabs show. */
export async function forgetPages(): Promise<void> {
  pages = undefined;
  await browser.storage.session.remove(KEY);
}

async function recall(): Promise<Map<number, string>> {
  const kept = Kept.safeParse((await browser.storage.session.get(KEY))[KEY]);
  if (kept.success) return new Map(kept.data);
  const open = await browser.tabs.query({});
  const shown = new Map(open.flatMap(({ id, url }) => (id === undefined || url === undefined ? [] : [[id, pageKey(url)] as const])));
  keep(shown);
  return shown;
}

function keep(shown: ReadonlyMap<number, string>): void {
  run(browser.storage.session.set({ [KEY]: [...shown] }));
}
