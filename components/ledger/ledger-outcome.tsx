import { i18n } from '#i18n';
import type { LedgerOutcome } from '../../lib/model/ledger';
import { SpokenDate, SpokenDateTime, SpokenInstant } from '../date/spoken-date';

/** What became of what was notified. */
export function Outcome({ outcome }: { outcome: LedgerOutcome }) {
  switch (outcome.is) {
    case 'done':
    case 'settled':
      return <Closed word={i18n.t('ledger.done')} at={outcome.at} />;
    case 'dismissed':
      return <Closed word={i18n.t('ledger.dismissed')} at={outcome.at} />;
    case 'movedTo':
      return (
        <>
          {i18n.t('ledger.movedTo')} <SpokenDateTime local={outcome.until} />
        </>
      );
    case 'putOff':
      return (
        <>
          {i18n.t('ledger.movedTo')} <SpokenDate date={outcome.until} />
        </>
      );
    case 'contacted':
      return (
        <>
          {i18n.t('ledger.contacted')} <SpokenDate date={outcome.on} />
        </>
      );
    case 'awaiting':
    case 'waits':
    case 'passed':
    case 'gone':
      return i18n.t(`ledger.${outcome.is}`);
  }
}

function Closed({ word, at }: { word: string; at: string | undefined }) {
  return (
    <>
      {word} {at !== undefined && <SpokenInstant instant={at} />}
    </>
  );
}
