import { useEffect, useRef, useState } from 'react';
import { WorkReport } from '../../components/data/work-report';
import { useGoingOn } from '../../components/list/use-going-on';
import type { WorkView } from '../../lib/db/queries/long-work';
import { askWork } from './ask-work';
import { perform } from './perform';

/** Often enough that a worker which was stopped goes on before anybody wonders, and is not stopped while somebody looks on. */
const PING = 5000;

/** Keeps what there is to do going for as long as the page is open. */
export function useKeptGoing(isLeft: boolean): void {
  useEffect(() => {
    if (!isLeft) return;
    const timer = setInterval(() => void askWork('goOn', {}), PING);
    return () => clearInterval(timer);
  }, [isLeft]);
}

/** Long work, with what can be done about it. */
export function WorkHere({ view, heading }: { view: WorkView; heading?: 'h2' | 'h3' }) {
  const [problem, setProblem] = useState('');
  const report = useRef<HTMLDivElement>(null);
  const { work } = view;
  const going = useGoingOn([work.status], () => report.current?.focus({ preventScroll: true }));
  const tell = (done: Promise<void>) =>
    void done.then(() => setProblem('')).catch((failure: unknown) => setProblem(failure instanceof Error ? failure.message : String(failure)));
  return (
    <div ref={report} className="stack" tabIndex={-1} {...going}>
      <WorkReport
        {...view}
        {...(heading && { heading })}
        onStop={() => tell(askWork('stopWork', { workId: work.id }))}
        onGoOn={() => tell(askWork('resumeWork', { workId: work.id }))}
        onLeave={() => tell(askWork('leaveImport', { workId: work.id }))}
        onTakeBack={() => void perform('undo', { entryId: work.id }).then((outcome) => setProblem(outcome.done ? '' : outcome.why))}
      />
      <p className="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
