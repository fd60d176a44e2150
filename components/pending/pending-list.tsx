import './pending.css';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Channel } from '../../lib/model/interaction';
import { type Because, type PendingAction, type PendingReminder, URGENCIES } from '../../lib/model/pending-action';
import type { LocalDateTime } from '../../lib/model/temporal';
import { DismissChoices } from '../follow-up/dismiss-choices';
import { useCurrent } from '../list/use-current';
import { useComingBack } from '../list/use-coming-back';
import { useGoingFurther } from '../list/use-going-further';
import { useGoingOn } from '../list/use-going-on';
import { useMoment } from '../moment';
import { useUnchanged } from '../list/use-unchanged';
import { isolated } from '../name';
import { useNotices } from '../notice/notices';
import { LogChoice } from './log-choice';
import { PendingRow, type RowDeed } from './pending-row';
import { SelectionBar } from './selection-bar';
import { SnoozeChoice } from './snooze-choice';
import type { SnoozeWays } from './snooze-offer';
import { useLeaving } from './use-leaving';
import { useSelection } from './use-selection';

/** What can be done about what waits, one or several at once. Each answers whether it was done, once what waits has been read again after it. */
export type PendingActions = {
  /** Done with. With somebody one is drifting from that is to have been in touch: `channel` says how, where any of them is among these. */
  onComplete: (actions: readonly PendingAction[], channel?: Channel) => Promise<boolean>;
  onSnooze: (actions: readonly PendingAction[], until: LocalDateTime) => Promise<boolean>;
  /** Puts follow-ups off until their people are seen again; what was said of that depends on `isNoticed`. */
  onAwait: (actions: readonly PendingReminder[], isNoticed: boolean) => Promise<boolean>;
  /** One was in touch today, and with that is done with these. */
  onLog: (actions: readonly PendingAction[], channel: Channel) => Promise<boolean>;
  onOpen: (action: PendingAction) => void;
  /** Whether Kith would notice by itself that a profile of each of these people is opened. */
  isNoticed: (contactIds: readonly string[]) => Promise<boolean>;
};

/** What needs a further word: how long, how one was in touch, or whether it is to come again. */
export type Asked = 'done' | 'snooze' | 'log' | 'dismiss';

/** How a list is divided: its groups in their order, and what each is called. */
export type Grouping = (actions: readonly PendingAction[], locale: string) => { id: string; label: string; group: readonly PendingAction[] }[];

export type PendingListProps = PendingActions & {
  actions: readonly PendingAction[];
  /** The groups of which not all is listed, each with how much more there is where that is known. */
  cut: { readonly [group: string]: number | null | undefined };
  grouping?: Grouping;
  label?: string;
  /** How many are listed at most: more, once more was asked for. */
  limit: number;
  /** Not to be done; those that recur come again, unless these were to be the `last`. Without it nothing in the list can be dismissed. */
  onDismiss?: (actions: readonly PendingReminder[], last: boolean) => Promise<boolean>;
  /** What one knows of the people, by contact; undefined until it has been read. */
  reasons: ReadonlyMap<string, Because> | undefined;
  snoozeWays: SnoozeWays;
  /** Puts the keyboard on the first row. */
  focused?: boolean;
};

const byUrgency: Grouping = (actions) =>
  URGENCIES.map((id) => ({ id, label: i18n.t(`pending.urgency.${id}`), group: actions.filter(({ urgency }) => urgency === id) }));

/**
 * What waits, overdue first, worked off by mouse or by one key each, one by one or several selected at once. One row at a time takes
 * part in the tab order; the others are reached by the arrow keys.
 */
export function PendingList({
  actions,
  cut,
  grouping = byUrgency,
  label = i18n.t('pending.list'),
  limit,
  reasons,
  snoozeWays,
  isNoticed,
  focused = false,
  onDismiss,
  ...verbs
}: PendingListProps) {
  const root = useRef<HTMLDivElement>(null);
  const { locale } = useMoment();
  const { undoLast } = useNotices();
  const { staying, leave } = useLeaving(useUnchanged(actions));
  const groups = useMemo(() => grouping(staying, locale), [grouping, staying, locale]);
  const ids = useMemo(() => groups.flatMap(({ group }) => group.map(({ id }) => id)), [groups]);
  const [currentId, setCurrentId] = useCurrent(ids);
  const { selected, ...selection } = useSelection(ids);
  const [question, setQuestion] = useState<{ deed: Asked; about: string }>();
  const [unfoldedId, setUnfoldedId] = useState<string>();

  const current = staying.find(({ id }) => id === currentId);
  const chosen = staying.filter(({ id }) => selected.has(id));
  const rowOf = (id: string | undefined) => (id === undefined ? undefined : root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`));
  const focusCurrent = () => rowOf(currentId)?.focus();
  const goingOn = useGoingOn(ids, focusCurrent);
  const comingBack = useComingBack(ids, (id) => rowOf(id)?.focus());

  useGoingFurther(limit, ids, (id) => rowOf(id)?.focus());

  useEffect(() => {
    // Whoever is writing elsewhere is left alone.
    if (focused && document.activeElement === document.body) root.current?.querySelector<HTMLElement>('[role="row"]')?.focus();
  }, [focused]);

  const finish = (some: readonly PendingAction[], deed: Promise<boolean>) => {
    setQuestion(undefined);
    selection.clear();
    focusCurrent();
    comingBack.left(some);
    void leave(some, deed);
  };
  const dismiss = (some: readonly PendingAction[], last: boolean) => {
    if (onDismiss) finish(some, onDismiss(remindersIn(some), last));
  };
  const ask = (deed: Asked, some: readonly PendingAction[], about: string) => {
    if (deed === 'dismiss' && !onDismiss) return;
    if (deed === 'done' && !some.some(({ kind }) => kind === 'cadence')) finish(some, verbs.onComplete(some));
    else if (deed === 'dismiss' && !remindersIn(some).some(({ recurrence }) => recurrence)) dismiss(some, false);
    else setQuestion(question?.deed === deed && question.about === about ? undefined : { deed, about });
  };
  const moveTo = (id: string | undefined, extending: boolean) => {
    if (id === undefined || currentId === undefined) return;
    if (extending) selection.extend(currentId, id);
    else selection.endRange();
    rowOf(id)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || !(event.target instanceof HTMLElement) || !current) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'a') return;
      event.preventDefault();
      selection.all();
      return;
    }
    const deed = DEEDS.get(key);
    const isOnRow = event.target.getAttribute('role') === 'row';
    if (deed !== 'undo') comingBack.expect(false);
    if (!deed || (!isOnRow && (key === 'Enter' || key === ' '))) return;
    if (deed === 'none' && selected.size === 0) return;
    event.preventDefault();
    const place = ids.indexOf(current.id);
    const step = STEPS.get(deed);
    if (step !== undefined) moveTo(ids[Math.max(0, Math.min(place + step, ids.length - 1))], event.shiftKey);
    else if (event.repeat) return;
    else if (deed === 'open') verbs.onOpen(current);
    else if (deed === 'select') selection.toggle(current.id);
    else if (deed === 'none') selection.clear();
    else if (deed === 'undo') {
      comingBack.expect(true);
      void undoLast();
    } else if (deed === 'unfold') setUnfoldedId(current.id);
    else if (deed === 'fold') setUnfoldedId(undefined);
    else if (isAsked(deed)) ask(deed, selected.size > 0 ? chosen : [current], selected.size > 0 ? SELECTED : current.id);
  };

  const onDeed = useStable((deed: RowDeed, action: PendingAction, event: MouseEvent) => {
    comingBack.expect(false);
    if (deed === 'open') verbs.onOpen(action);
    else if (isAsked(deed)) ask(deed, [action], action.id);
    else if (event.shiftKey && currentId !== undefined) selection.extend(currentId, action.id);
    else if (deed === 'select' || event.ctrlKey || event.metaKey) selection.toggle(action.id);
    else if (getSelection()?.isCollapsed !== false) setUnfoldedId(unfoldedId === action.id ? undefined : action.id);
  });
  const onCurrent = useStable((action: PendingAction) => setCurrentId(action.id));

  const questionAbout = (some: readonly PendingAction[], deed: Asked) => {
    const onLeave = () => {
      setQuestion(undefined);
      focusCurrent();
    };
    if (deed === 'dismiss') return <DismissChoices onLeave={onLeave} onDismiss={(last) => dismiss(some, last)} />;
    if (deed !== 'snooze') {
      const pick = (channel: Channel) => finish(some, deed === 'log' ? verbs.onLog(some, channel) : verbs.onComplete(some, channel));
      return <LogChoice key={deed} label={logLabel(deed === 'log' ? some : some.filter(({ kind }) => kind === 'cadence'))} onPick={pick} onLeave={onLeave} />;
    }
    return (
      <SnoozeChoice
        actions={some}
        ways={snoozeWays}
        isNoticed={isNoticed}
        onLeave={onLeave}
        onSnooze={(until) => finish(some, verbs.onSnooze(some, until))}
        onAwait={(reminders, areNoticed) => finish(some, verbs.onAwait(reminders, areNoticed))}
      />
    );
  };

  return (
    <div
      ref={root}
      className="pending-work"
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        // Selects rows, not their words, and begins where the keyboard is.
        if (event.shiftKey) event.preventDefault();
      }}
      {...goingOn}
    >
      <div role="grid" className="pending" aria-label={label} aria-multiselectable="true" data-selecting={selected.size > 0}>
        {groups.map(
          ({ id, label: called, group }) =>
            group.length > 0 && (
              <div key={id} role="rowgroup" aria-label={called} className="pending-group" data-urgency={id}>
                <div className="pending-heading" aria-hidden="true">
                  {called} <span className="hint">{countWords(group.length, cut[id])}</span>
                </div>
                {group.map((action) => {
                  const asked = question?.about === action.id ? question.deed : undefined;
                  return (
                    <PendingRow
                      key={action.id}
                      action={action}
                      because={reasons?.get(action.contactId)}
                      current={action.id === currentId}
                      selected={selected.has(action.id)}
                      unfolded={action.id === unfoldedId}
                      canDismiss={onDismiss !== undefined}
                      asked={asked}
                      onCurrent={onCurrent}
                      onDeed={onDeed}
                    >
                      {asked && questionAbout([action], asked)}
                    </PendingRow>
                  );
                })}
              </div>
            ),
        )}
      </div>
      {selected.size > 0 && (
        <SelectionBar
          count={selected.size}
          canDismiss={onDismiss !== undefined}
          asked={question?.about === SELECTED ? question.deed : undefined}
          onAct={(deed) => ask(deed, chosen, SELECTED)}
          onAll={selection.all}
          onClear={() => {
            selection.clear();
            focusCurrent();
          }}
        >
          {question?.about === SELECTED && <div className="selection-question">{questionAbout(chosen, question.deed)}</div>}
        </SelectionBar>
      )}
    </div>
  );
}

/** Stands for an entry's id where the question is about all that is selected. */
const SELECTED = 'selected';

type Deed = Asked | 'next' | 'previous' | 'first' | 'last' | 'open' | 'select' | 'none' | 'undo' | 'unfold' | 'fold';

const DEEDS = new Map<string, Deed>([
  ['ArrowDown', 'next'],
  ['j', 'next'],
  ['ArrowUp', 'previous'],
  ['k', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['ArrowRight', 'unfold'],
  ['ArrowLeft', 'fold'],
  ['d', 'done'],
  ['s', 'snooze'],
  ['l', 'log'],
  ['Delete', 'dismiss'],
  ['Backspace', 'dismiss'],
  ['o', 'open'],
  ['Enter', 'open'],
  ['x', 'select'],
  [' ', 'select'],
  ['Escape', 'none'],
  ['u', 'undo'],
]);

const STEPS = new Map<Deed, number>([
  ['next', 1],
  ['previous', -1],
  ['first', Number.NEGATIVE_INFINITY],
  ['last', Number.POSITIVE_INFINITY],
]);

function isAsked(deed: RowDeed | Deed): deed is Asked {
  return deed === 'done' || deed === 'snooze' || deed === 'log' || deed === 'dismiss';
}

function remindersIn(actions: readonly PendingAction[]): PendingReminder[] {
  return actions.filter((action) => action.kind === 'reminder');
}

/** How many there are, or how many of them are listed where it is not known how many more there are. */
function countWords(listed: number, more: number | null | undefined): string {
  return more === null ? i18n.t('pending.shown', [String(listed)]) : String(listed + (more ?? 0));
}

/** Whose contact is asked about: by name, or how many they are. */
function logLabel(actions: readonly PendingAction[]): string {
  const [first] = actions;
  const people = new Set(actions.map(({ contactId }) => contactId)).size;
  return people === 1 && first ? i18n.t('pending.logHow', [isolated(first.name)]) : i18n.t('pending.logHowAll', people);
}

/** The same function for ever, which does what `latest` does: rows that have not changed need not be drawn again. */
function useStable<A extends readonly unknown[]>(latest: (...args: A) => void): (...args: A) => void {
  const held = useRef(latest);
  useEffect(() => {
    held.current = latest;
  });
  return useCallback((...args: A) => held.current(...args), []);
}
