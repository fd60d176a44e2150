import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { WorkReport, Working } from '../../../components/data/work-report';
import { useGoingOn } from '../../../components/list/use-going-on';
import { useMoment } from '../../../components/moment';
import { latestWork, partIndexed, type WorkView } from '../../../lib/db/queries/long-work';
import { millisecondsOf } from '../../../lib/model/temporal';
import { perform } from '../../person/perform';
import { useRecords } from '../../person/use-records';
import { askWork } from './bring-in';

/** Often enough that a worker which was stopped goes on before anybody wonders, and is not stopped while somebody looks on. */
const PING = 5000;
/** So long the receipt of the last work stands on the screen. */
const RECENT = 24 * 60 * 60_000;

/** The work done last, and how much of the search index is made; whatever there is to do is kept going for as long as the page is open. */
function useWork(): { latest: WorkView | undefined; indexed: number } {
  const latest = useRecords((records) => latestWork(records), []);
  const isWorking = latest?.work.status === 'working';
  // Not while it works: it would count everybody after each slice.
  const indexed = useRecords((records) => (isWorking ? 1 : partIndexed(records)), [isWorking]) ?? 1;
  const isLeft = isWorking || indexed < 1;
  useEffect(() => {
    if (!isLeft) return;
    const timer = setInterval(() => void askWork('goOn', {}), PING);
    return () => clearInterval(timer);
  }, [isLeft]);
  return { latest, indexed };
}

/** The last import or undo of one: how far it is, what came of it, and the way back. */
export function LatestWork() {
  const { now, locale } = useMoment();
  const [problem, setProblem] = useState('');
  const { latest, indexed } = useWork();
  const report = useRef<HTMLDivElement>(null);
  const going = useGoingOn([latest?.work.status ?? ''], () => report.current?.focus({ preventScroll: true }));
  if (!latest || millisecondsOf(now) - millisecondsOf(latest.work.updatedAt) > RECENT) return null;
  const { work } = latest;
  const tell = (done: Promise<void>) =>
    void done.then(() => setProblem('')).catch((failure: unknown) => setProblem(failure instanceof Error ? failure.message : String(failure)));
  return (
    <div ref={report} className="stack" tabIndex={-1} {...going}>
      <WorkReport
        {...latest}
        onStop={() => tell(askWork('stopWork', { workId: work.id }))}
        onGoOn={() => tell(askWork('resumeWork', { workId: work.id }))}
        onTakeBack={() => void perform('undo', { entryId: work.id }).then((outcome) => setProblem(outcome.done ? '' : outcome.why))}
      />
      <p className="problem" role="alert">
        {problem}
      </p>
      {work.status !== 'working' && indexed < 1 && <p className="hint">{i18n.t('data.indexing', [indexed.toLocaleString(locale, { style: 'percent' })])}</p>}
    </div>
  );
}

/** What is being done, for whoever has gone on to another screen. */
export function WorkElsewhere() {
  const { latest } = useWork();
  return latest?.work.status === 'working' ? <Working work={latest.work} /> : null;
}
