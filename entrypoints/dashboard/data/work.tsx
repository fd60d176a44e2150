import { i18n } from '#i18n';
import { Working } from '../../../components/data/work-report';
import { useMoment } from '../../../components/moment';
import { latestWork, partIndexed, type WorkView } from '../../../lib/db/queries/long-work';
import { isMergeOf } from '../../../lib/model/long-work';
import { millisecondsOf } from '../../../lib/model/temporal';
import { useRecords } from '../../person/use-records';
import { useKeptGoing, WorkHere } from '../../person/work-here';

/** So long the receipt of the last work stands on the screen. */
const RECENT = 24 * 60 * 60_000;

/** The work done last, and how much of the search index is made. */
function useWork(): { latest: WorkView | undefined; indexed: number } {
  const latest = useRecords((records) => latestWork(records), []);
  const isWorking = latest?.work.status === 'working';
  // Not while it works: it would count everybody after each slice.
  const indexed = useRecords((records) => (isWorking ? 1 : partIndexed(records)), [isWorking]) ?? 1;
  useKeptGoing(isWorking || indexed < 1);
  return { latest, indexed };
}

/** The last import, merge or undo of one: how far it is, what came of it, and the way back. */
export function LatestWork() {
  const { now, locale } = useMoment();
  const { latest, indexed } = useWork();
  if (!latest || millisecondsOf(now) - millisecondsOf(latest.work.updatedAt) > RECENT) return null;
  return (
    <>
      <WorkHere view={latest} />
      {latest.work.status !== 'working' && indexed < 1 && (
        <p className="hint">{i18n.t('data.indexing', [indexed.toLocaleString(locale, { style: 'percent' })])}</p>
      )}
    </>
  );
}

/** What is being done, for whoever has gone on to another screen; not where it is shown with the person who is. */
export function WorkElsewhere({ contactId }: { contactId: string | undefined }) {
  const { latest } = useWork();
  return latest?.work.status === 'working' && !isMergeOf(latest.work, contactId) ? <Working work={latest.work} /> : null;
}
