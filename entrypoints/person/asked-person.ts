import { browser } from 'wxt/browser';
import { contactIdOf } from '../../lib/db/queries';
import { ProfileKey } from '../../lib/model/profile';
import { z } from '../../lib/model/zod';
import { records } from './records';

const KEY = 'asked';
const Asked = z.object({ tabId: z.number(), key: ProfileKey });

/** Shows whom a click on a badge asked for in the tab in front: left there before this surface opened, or while it is open. Taken once. */
export function watchAsked(show: (contactId: string) => void, signal: AbortSignal): void {
  const take = async () => {
    const [{ [KEY]: left }, [tab]] = await Promise.all([browser.storage.session.get(KEY), browser.tabs.query({ active: true, currentWindow: true })]);
    const { data: asked } = Asked.safeParse(left);
    if (!asked || asked.tabId !== tab?.id || signal.aborted) return;
    await browser.storage.session.remove(KEY);
    const contactId = await contactIdOf(records, [asked.key]);
    if (contactId !== undefined && !signal.aborted) show(contactId);
  };
  const changed = (changes: Record<string, unknown>) => {
    if (KEY in changes) void take();
  };
  browser.storage.session.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(changed));
  void take();
}
