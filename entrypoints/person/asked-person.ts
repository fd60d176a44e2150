import { useEffect, useEffectEvent } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { isolated } from '../../components/name';
import { useNotices } from '../../components/notice/notices';
import { contactsById, contactIdOf } from '../../lib/db/queries/people';
import { Id } from '../../lib/model/id';
import { ProfileKey } from '../../lib/model/profile';
import { SESSION_NAMES } from '../../lib/model/session-names';
import { z } from '../../lib/model/zod';
import { undoOf } from './perform';
import { records } from './records';

const KEY = SESSION_NAMES.asked;
const Asked = z.object({ tabId: z.number(), key: z.optional(ProfileKey), kept: z.optional(Id), problem: z.optional(z.string()) });

/** Where it is said what was done about whoever is shown now. */
export const ASKED_PLACE = 'asked';

/**
 * Shows what a click on a badge or in the context menu asked for in the tab in front: left there before this surface opened, or while
 * it is open. Taken once. `show` gets a contact, or undefined for the page itself.
 */
export function useAsked(show: (contactId: string | undefined) => void): void {
  const { say } = useNotices();
  const take = useEffectEvent(async (signal: AbortSignal) => {
    const [{ [KEY]: left }, [tab]] = await Promise.all([browser.storage.session.get(KEY), browser.tabs.query({ active: true, currentWindow: true })]);
    const { data: asked } = Asked.safeParse(left);
    if (!asked || asked.tabId !== tab?.id || signal.aborted) return;
    await browser.storage.session.remove(KEY);
    const id = asked.key && (await contactIdOf(records, [asked.key]));
    const contact = id === undefined ? undefined : (await contactsById(records, [id])).get(id);
    if (signal.aborted) return;
    show(contact?.id);
    if (asked.problem !== undefined) say(ASKED_PLACE, '', { done: false, why: asked.problem });
    else if (asked.kept !== undefined && contact)
      say(ASKED_PLACE, i18n.t('person.kept', [isolated(contact.name)]), { done: true, undo: undoOf({ entryId: asked.kept }) });
  });
  useEffect(() => {
    const gone = new AbortController();
    const changed = (changes: Record<string, unknown>) => {
      if (KEY in changes) void take(gone.signal);
    };
    browser.storage.session.onChanged.addListener(changed);
    gone.signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(changed));
    void take(gone.signal);
    return () => gone.abort();
  }, []);
}
