import { useRef } from 'react';
import { i18n } from '#i18n';
import { Working } from '../../../components/data/work-report';
import { useGoingOn } from '../../../components/list/use-going-on';
import { useMoment } from '../../../components/moment';
import { latestWork, partIndexed, workBegun, type WorkView } from '../../../lib/db/queries/long-work';
import { isMergeOf, type LongWork } from '../../../lib/model/long-work';
import { millisecondsOf } from '../../../lib/model/temporal';
import { useRecords } from '../../person/use-records';
import { useKeptGoing, WorkHere } from '../../person/work-here';

/** So long the receipt of the last work stands on the screen. */
const RECENT = 24 * 60 * 60_000;
const NONE: LongWork[] = [];

/** What has not come to its end, which of it is being done, and how much of the search index is made. */
function useWork(): { begun: LongWork[]; working: LongWork | undefined; indexed: number } {
  const begun = useRecords((records) => workBegun(records), []) ?? NONE;
  const working = begun.find(({ status }) => status === 'working');
  const isWorking = working !== undefined;
  // Not while it works: it would count everybody after each slice.
  const indexed = useRecords((records) => (isWorking ? 1 : partIndexed(records)), [isWorking]) ?? 1;
  useKeptGoing(isWorking || indexed < 1);
  return { begun, working, indexed };
}

/** The last import, merge or undo of one, and those that were stopped: how far each is, what came of it, and the way on and back. */
export function Works() {
  const { now, locale } = useMoment();
  const latest = useRecords((records) => latestWork(records), []);
  const { begun, working, indexed } = useWork();
  const isRecent = latest && millisecondsOf(now) - millisecondsOf(latest.work.updatedAt) <= RECENT;
  const receipt = isRecent && !begun.some(({ id }) => id === latest.work.id) ? [latest] : [];
  const views: WorkView[] = [...receipt, ...begun.map((work) => ({ work, isTakenBack: false, isChange: true }))];
  const list = useRef<HTMLDivElement>(null);
  // What was pressed may be gone with the work that it was about.
  const going = useGoingOn([views.map(({ work }) => work.id).join(' ')], () => list.current?.focus({ preventScroll: true }));
  if (views.length === 0) return null;
  return (
    <div ref={list} className="stack" tabIndex={-1} {...going}>
      {views.map((view) => (
        <WorkHere key={view.work.id} view={view} />
      ))}
      {!working && indexed < 1 && <p className="hint">{i18n.t('data.indexing', [indexed.toLocaleString(locale, { style: 'percent' })])}</p>}
    </div>
  );
}

/** What is being done, for whoever has gone on to another screen; not where it is shown with the person who is. */
export function WorkElsewhere({ contactId }: { contactId: string | undefined }) {
  const { working } = useWork();
  if (!working || isMergeOf(working, contactId)) return null;
  return (
    <Working work={working}>
      <a href="#/data">{i18n.t('data.heading')}</a>
    </Working>
  );
}
