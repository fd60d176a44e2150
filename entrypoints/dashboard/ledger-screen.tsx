import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { LedgerList } from '../../components/ledger/ledger-list';
import { useMore } from '../../components/list/use-more';
import { useMoment } from '../../components/moment';
import { ledgerLines, ledgerSummary } from '../../lib/db/queries/ledger';
import { useRecords } from '../person/use-records';

const SHOWN_AT_FIRST = 50;
const SUMMARY_DAYS = 30;

/** What Kith has notified of, and how punctually. */
export function LedgerScreen() {
  return (
    <section className="dashboard-column">
      <h1>{i18n.t('ledger.heading')}</h1>
      <p className="hint">{i18n.t('ledger.hint')}</p>
      <Ledger />
    </section>
  );
}

function Ledger() {
  const { now, zone } = useMoment();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const answer = useRecords(async (records) => ({ lines: await ledgerLines(records, now, zone, limit + 1), limit }), [now, zone, limit]);
  const summary = useRecords((records) => ledgerSummary(records, now, SUMMARY_DAYS), [now]);
  const lines = answer?.lines.slice(0, answer.limit) ?? [];
  const list = useRef<HTMLOListElement>(null);
  const more = useMore(list, lines.length, () => setLimit(limit + SHOWN_AT_FIRST));
  if (!answer || !summary) return <div className="state" aria-busy="true" />;
  if (lines.length === 0) {
    return (
      <div className="state">
        <h2>{i18n.t('ledger.empty')}</h2>
        <p>{i18n.t('ledger.emptyText')}</p>
        <a href="#/settings">{i18n.t('ledger.toSettings')}</a>
      </div>
    );
  }
  return (
    <>
      <LedgerList summary={summary} lines={lines} addressOf={(contactId) => `#/people/${contactId}`} listRef={list} />
      {answer.lines.length > answer.limit && (
        <button type="button" className="button" onClick={more}>
          {i18n.t('ledger.more')}
        </button>
      )}
    </>
  );
}
