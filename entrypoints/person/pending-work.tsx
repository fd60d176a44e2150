import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { channelLabel } from '../../components/labels';
import { useMoment } from '../../components/moment';
import { isolated } from '../../components/name';
import { NoticeHere, NoticesProvider, useNotices } from '../../components/notice/notices';
import { PendingList } from '../../components/pending/pending-list';
import type { Outcome } from '../../components/notice/outcome';
import type { Channel } from '../../lib/model/interaction';
import { LISTED_AT_FIRST, type PendingAction, type WhatWaits } from '../../lib/model/pending-action';
import { spokenDate, spokenDateTime } from '../../lib/model/spoken';
import { dayPresets, snoozePresets } from '../../lib/reminders/snooze';
import { dashboardUrl, openPerson } from './addresses';
import { finish, logContact, putOff, untilSeen } from './pending-verbs';
import type { Answers } from './use-records';
import { useOncePainted } from './use-once-painted';
import { useReasons } from './use-reasons';
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
  /** Stands under the list while there is one. */
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

function Connected({ ahead, onPainted, focused = false, onMore, children }: Props) {
  const { now, zone, today, locale } = useMoment();
  const { sayOnceDone } = useNotices();
  useUndoKey();
  const [limit, setLimit] = useState(LISTED_AT_FIRST);
  const { waiting, workOff } = useWhatWaits(limit, ahead);
  const followUpTime = waiting?.followUpTime;
  const snoozeWays = useMemo(
    () => (followUpTime === undefined ? undefined : { times: snoozePresets(now, zone, followUpTime), days: dayPresets(now, zone, followUpTime) }),
    [now, zone, followUpTime],
  );
  const reasons = useReasons(waiting?.actions, today);
  useOncePainted(waiting !== undefined, onPainted);

  if (!waiting || !snoozeWays) return <div className="state" aria-busy="true" />;
  const { actions, more, cut, hasPeople } = waiting;
  const tell = (ofOne: (name: string) => string, ofSeveral: (count: number) => string, about: readonly PendingAction[], outcome: Promise<Outcome>) => {
    const [first, ...others] = about;
    return workOff(about.length, sayOnceDone('pending', first && others.length === 0 ? ofOne(isolated(first.name)) : ofSeveral(about.length), outcome));
  };
  return (
    <>
      {actions.length === 0 ? (
        <NothingPending hasPeople={hasPeople} inTab={onMore !== undefined} />
      ) : (
        <PendingList
          actions={actions}
          cut={cut}
          reasons={reasons}
          snoozeWays={snoozeWays}
          isNoticed={areNoticed}
          focused={focused}
          onComplete={(some, channel) =>
            tell(
              (name) => (channel ? i18n.t('pending.wasLogged', [name, channelLabel(channel)]) : i18n.t('pending.wasDone', [name])),
              (count) => i18n.t('pending.wereDone', count),
              some,
              finish(some, channel, today),
            )
          }
          onLog={(some, channel) =>
            tell(
              (name) => i18n.t('pending.wasLogged', [name, channelLabel(channel)]),
              () => loggedWithAll(some, channel),
              some,
              logContact(some, channel, today),
            )
          }
          onSnooze={(some, until) => {
            const when = some.every(({ kind }) => kind === 'reminder') ? spokenDateTime(until, today, locale) : spokenDate(until.slice(0, 10), today, locale);
            return tell(
              (name) => i18n.t('pending.wasSnoozed', [name, when]),
              (count) => i18n.t('pending.wereSnoozed', count, [String(count), when]),
              some,
              putOff(some, until),
            );
          }}
          onAwait={(some, isNoticed) =>
            tell(
              (name) => i18n.t(isNoticed ? 'pending.nowAwaits' : 'pending.nowAwaitsUnnoticed', [name]),
              (count) => i18n.t(isNoticed ? 'pending.nowAwait' : 'pending.nowAwaitUnnoticed', count),
              some,
              untilSeen(some),
            )
          }
          onOpen={(action) => void openPerson(action)}
        />
      )}
      {more > 0 && (
        <p className="pending-more">
          <span className="hint">{i18n.t('pending.more', more)}</span>
          <button type="button" className="button link" onClick={onMore ?? (() => setLimit(limit + LISTED_AT_FIRST))}>
            {i18n.t(onMore ? 'pending.showAll' : 'pending.showMore')}
          </button>
        </p>
      )}
      <div className="pending-notice">
        <NoticeHere place="pending" shortcut="u" />
      </div>
      {actions.length > 0 && children}
    </>
  );
}

/** Looked up when it is asked for: what knows of sites is loaded for it. */
async function areNoticed(contactIds: readonly string[]): Promise<boolean> {
  return (await import('./noticed')).areNoticed(contactIds);
}

function loggedWithAll(actions: readonly PendingAction[], channel: Channel): string {
  const people = new Set(actions.map(({ contactId }) => contactId)).size;
  return i18n.t('pending.wereLogged', people, [String(people), channelLabel(channel)]);
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
