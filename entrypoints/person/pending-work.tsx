import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { i18n } from '#i18n';
import { useMoment } from '../../components/moment';
import { NoticeHere, NoticesProvider, useNotices } from '../../components/notice/notices';
import { PendingList } from '../../components/pending/pending-list';
import { LISTED_AT_FIRST, MORE_AT_ONCE, type WhatWaits } from '../../lib/model/pending-action';
import { dashboardUrl } from './addresses';
import { useDeeds } from './use-deeds';
import type { Answers } from './use-records';
import { useOncePainted } from './use-once-painted';
import { useReasons } from './use-reasons';
import { useSnoozeWays } from './use-snooze-ways';
import { useWhatWaits } from './use-what-waits';

type Props = {
  /** What is listed at first, where it is being read already. */
  ahead?: Answers<WhatWaits> | undefined;
  /** The list, or that there is none, has been painted. */
  onPainted?: (() => void) | undefined;
  /** Puts the keyboard on the list as soon as it is there. */
  focused?: boolean;
  /** Leads to where there is room for more than is listed; without it more is listed here. */
  onMore?: () => void;
  /** What is further ahead, under the list. */
  further?: ReactNode;
  /** Stands under all of that while there is a list. */
  children?: ReactNode;
};

/** What waits, and what is done about it. */
export function PendingWork(props: Props) {
  return (
    <NoticesProvider>
      <Connected {...props} />
    </NoticesProvider>
  );
}

function Connected({ ahead, onPainted, focused = false, onMore, further, children }: Props) {
  const { today } = useMoment();
  useUndoKey();
  const [limit, setLimit] = useState(LISTED_AT_FIRST);
  const { waiting, workOff } = useWhatWaits(limit, ahead);
  const { deeds } = useDeeds(workOff);
  const snoozeWays = useSnoozeWays(waiting?.followUpTime);
  const reasons = useReasons(waiting?.actions, today);
  useOncePainted(waiting !== undefined, onPainted);

  if (!waiting || !snoozeWays) return <div className="state" aria-busy="true" />;
  const { actions, more, cut, hasPeople } = waiting;
  return (
    <>
      {actions.length === 0 ? (
        <NothingPending hasPeople={hasPeople} inTab={onMore !== undefined} />
      ) : (
        <PendingList actions={actions} cut={cut} limit={limit} reasons={reasons} snoozeWays={snoozeWays} focused={focused} {...deeds} />
      )}
      {more > 0 && (
        <p className="pending-more">
          <span className="hint">{i18n.t('pending.more', more)}</span>
          <button type="button" className="button link" onClick={onMore ?? (() => setLimit(limit + MORE_AT_ONCE))}>
            {i18n.t(onMore ? 'pending.showAll' : more <= MORE_AT_ONCE ? 'pending.showRest' : 'pending.showMore')}
          </button>
        </p>
      )}
      {further}
      <div className="pending-notice">
        <NoticeHere place="pending" shortcut="u" />
      </div>
      {(actions.length > 0 || further) && children}
    </>
  );
}

function NothingPending({ hasPeople, inTab }: { hasPeople: boolean; inTab: boolean }) {
  const [title, text] = hasPeople
    ? ([i18n.t('pending.nothing'), i18n.t('pending.nothingText')] as const)
    : [i18n.t('pending.first'), i18n.t('pending.firstText')];
  return (
    <div className="state">
      <h2>{title}</h2>
      <p>{text}</p>
      {!hasPeople && (
        <p>
          <a href={dashboardUrl('data')} {...(inTab && { target: '_blank', rel: 'noopener' })}>
            {i18n.t('people.bringIn')}
          </a>
        </p>
      )}
    </div>
  );
}

/** `u` takes the last thing back also when no row has the keyboard, as after the last one was done. */
function useUndoKey(): void {
  const { undoLast } = useNotices();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'u' || event.repeat || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    void undoLast();
  });
  useEffect(() => {
    const gone = new AbortController();
    document.addEventListener('keydown', (event) => onKey(event), { signal: gone.signal });
    return () => gone.abort();
  }, []);
}

/** Whether a key pressed there is a letter of some text. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
}
