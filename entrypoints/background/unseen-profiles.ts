import { browser } from 'wxt/browser';
import { Line, ProfileKey } from '../../lib/model/profile';
import { z } from '../../lib/model/zod';
import { run } from './run';

/** Whose profile it is, and where they work by it. */
const Unseen = z.object({ key: ProfileKey, organisation: z.optional(Line) });
export type Unseen = z.infer<typeof Unseen>;

const KEY = 'unseen profiles';
const Kept = z.array(z.tuple([z.number(), Unseen]));

/** Profiles that have settled in tabs that were not looked at since. Beyond the life of the worker they are kept until the browser is closed, and never on the disk. */
let profiles: Promise<Map<number, Unseen>> | undefined;
let activated: ((info: { tabId: number }) => void) | undefined;

/** Calls `seen` for each of them whose tab comes to the front. That is listened to while there are any: it would start the worker each time. */
export function watchUnseen(seen: (tabId: number, unseen: Unseen) => Promise<void>): void {
  activated = ({ tabId }) => run(takeUnseen(tabId).then((unseen) => unseen && seen(tabId, unseen)));
  browser.tabs.onActivated.addListener(activated);
  run(remembered().then(listen));
}

/** A profile has settled in a tab that is not looked at. */
export async function leaveUnseen(tabId: number, unseen: Unseen): Promise<void> {
  const left = await remembered();
  left.set(tabId, unseen);
  await keep(left);
}

/** The tab is looked at, or closed: answers the profile that was left in it. */
export async function takeUnseen(tabId: number): Promise<Unseen | undefined> {
  const left = await remembered();
  const unseen = left.get(tabId);
  if (left.delete(tabId)) await keep(left);
  return unseen;
}

function remembered(): Promise<Map<number, Unseen>> {
  return (profiles ??= recall());
}

async function recall(): Promise<Map<number, Unseen>> {
  return new Map(Kept.safeParse((await browser.storage.session.get(KEY))[KEY]).data);
}

async function keep(left: ReadonlyMap<number, Unseen>): Promise<void> {
  listen(left);
  await browser.storage.session.set({ [KEY]: [...left] });
}

function listen({ size }: ReadonlyMap<number, Unseen>): void {
  if (!activated) return;
  if (size > 0) browser.tabs.onActivated.addListener(activated);
  else browser.tabs.onActivated.removeListener(activated);
}
