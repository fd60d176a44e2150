import './ledger.css';
import type { Ref } from 'react';
import { i18n } from '#i18n';
import { isUnshown } from '../../lib/model/firing';
import type { LedgerLine, LedgerSummary } from '../../lib/model/ledger';
import { SpokenDateTime, SpokenInstant } from '../date/spoken-date';
import { useMoment } from '../moment';
import { Name } from '../name';
import { Outcome } from './ledger-outcome';
import { ledgerLateness, ledgerSubject, ledgerSummaryWords } from './ledger-words';

type Props = {
  summary: LedgerSummary;
  lines: readonly LedgerLine[];
  addressOf: (contactId: string) => string;
  listRef?: Ref<HTMLOListElement>;
};

/** Every time Kith notified, newest first: what was due when, when it came, whether it was seen and what became of it. */
export function LedgerList({ summary, lines, addressOf, listRef }: Props) {
  return (
    <>
      {summary.total > 0 && <p className="ledger-summary">{ledgerSummaryWords(summary)}</p>}
      <ol ref={listRef} className="ledger" aria-label={i18n.t('ledger.heading')}>
        {lines.map((line) => (
          <li key={line.id} tabIndex={-1}>
            <Line line={line} address={addressOf(line.contactId)} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Line({ line, address }: { line: LedgerLine; address: string }) {
  const { locale } = useMoment();
  const { name, dueAt, heldUntil, firedAt, late, outcome } = line;
  return (
    <article className="ledger-line" data-late={isUnshown(line) ? 'refused' : late?.because}>
      <h2>
        {name === undefined ? (
          i18n.t('ledger.somebody')
        ) : (
          <a href={address}>
            <Name>{name}</Name>
          </a>
        )}
        <span className="ledger-text" dir="auto">
          {ledgerSubject(line)}
        </span>
      </h2>
      <p className="ledger-outcome" data-is={outcome.is}>
        <Outcome outcome={outcome} />
      </p>
      <dl>
        <div>
          <dt>{i18n.t('ledger.due')}</dt>
          <dd>
            <SpokenDateTime local={dueAt} />
          </dd>
        </div>
        {heldUntil !== undefined && (
          <div>
            <dt>{i18n.t('ledger.held')}</dt>
            <dd>
              <SpokenInstant instant={heldUntil} />
            </dd>
          </div>
        )}
        <div>
          <dt>{i18n.t('ledger.fired')}</dt>
          <dd>
            <SpokenInstant instant={firedAt} />,{' '}
            <span className="ledger-lateness">{isUnshown(line) ? i18n.t('ledger.unshown') : ledgerLateness(line, locale)}</span>
          </dd>
        </div>
        <Seen line={line} />
      </dl>
    </article>
  );
}

function Seen({ line }: { line: LedgerLine }) {
  const { shownAt, seenAt } = line;
  if (isUnshown(line)) return null;
  if (shownAt === undefined) {
    return (
      <div>
        <dt>{i18n.t('ledger.notShown')}</dt>
        <dd />
      </div>
    );
  }
  return (
    <div>
      <dt>{i18n.t(seenAt === undefined ? 'ledger.shown' : 'ledger.seen')}</dt>
      <dd>
        <SpokenInstant instant={seenAt ?? shownAt} />
      </dd>
    </div>
  );
}
