import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useEffect, useEffectEvent, useMemo } from 'react';
import { i18n } from '#i18n';
import { useMoment } from '../../components/moment';
import { isolated } from '../../components/name';
import { NoticeHere, NoticesProvider, useNotices } from '../../components/notice/notices';
import { PendingList } from '../../components/pending/pending-list';
import { pendingActions } from '../../lib/db/queries/pending-actions';
import { countContacts, readSettings } from '../../lib/db/queries/people';
import type { Outcome } from '../../components/notice/outcome';
import type { PendingAction } from '../../lib/model/pending-action';
import { spokenDateTime } from '../../lib/model/spoken';
import { DEFAULT_SETTINGS } from '../../lib/model/settings';
import { snoozePresets } from '../../lib/reminders/snooze';
import { openTab, personUrl } from './addresses';
import { perform } from './perform';
import { records } from './records';

const SHOWN = 50;

type Props = {
  /** Puts the keyboard on the list as soon as it is there. */
  focused?: boolean;
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

function Connected({ focused = false, children }: Props) {
  const { now, zone, today, locale } = useMoment();
  const { say } = useNotices();
  useUndoKey();
  const pending = useLiveQuery(() => pendingActions(records, now, zone, SHOWN), [now, zone]);
  const people = useLiveQuery(() => countContacts(records), []);
  const { followUpTime } = useLiveQuery(() => readSettings(records), []) ?? DEFAULT_SETTINGS;
  const snoozeChoices = useMemo(() => snoozePresets(now, zone, followUpTime), [now, zone, followUpTime]);

  if (!pending || people === undefined) return <div className="state" aria-busy="true" />;
  const { actions, due } = pending;
  const hidden = due - actions.filter(({ urgency }) => urgency === 'overdue' || urgency === 'due').length;
  return (
    <>
      {actions.length === 0 ? (
        <NothingPending people={people} />
      ) : (
        <PendingList
          actions={actions}
          snoozeChoices={snoozeChoices}
          focused={focused}
          onComplete={async (action) => say('pending', i18n.t('pending.wasDone', [isolated(action.name)]), await finish(action))}
          onSnooze={async ({ id: reminderId, name }, until) =>
            say(
              'pending',
              i18n.t('pending.wasSnoozed', [isolated(name), spokenDateTime(until, today, locale)]),
              await perform('snoozeReminder', { reminderId, until }),
            )
          }
          onOpen={(action) => openTab(personUrl(action))}
        />
      )}
      {hidden > 0 && <p className="hint pending-more">{i18n.t('pending.more', hidden)}</p>}
      <div className="pending-notice">
        <NoticeHere place="pending" shortcut="u" />
      </div>
      {actions.length > 0 && children}
    </>
  );
}

/** Done with: a reminder is completed, news dismissed, a day settled; being in touch with somebody is logged as a message. */
function finish({ kind, id, contactId }: PendingAction): Promise<Outcome> {
  if (kind === 'reminder') return perform('completeReminder', { reminderId: id });
  if (kind === 'change') return perform('dismissChange', { sightingId: id });
  return perform('deferAction', { actionId: id, contactId, until: null });
}

function NothingPending({ people }: { people: number }) {
  const [title, text] =
    people === 0 ? ([i18n.t('pending.first'), i18n.t('pending.firstText')] as const) : [i18n.t('pending.nothing'), i18n.t('pending.nothingText')];
  return (
    <div className="state">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}

/** `u` takes the last thing back also when no row has the keyboard, as after the last one was done. */
function useUndoKey(): void {
  const { undoLast } = useNotices();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'u' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    undoLast();
  });
  useEffect(() => {
    const gone = new AbortController();
    document.addEventListener('keydown', (event) => onKey(event), { signal: gone.signal });
    return () => gone.abort();
  }, []);
}

/** Whether a key pressed there is a letter of some text. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
