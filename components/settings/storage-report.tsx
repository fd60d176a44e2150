import './settings.css';
import { i18n } from '#i18n';
import { useMoment } from '../moment';

/** What the browser said about keeping the records. Undefined where it said nothing. */
export type StorageAnswer = { persisted: boolean | undefined; usedBytes: number | undefined; quotaBytes: number | undefined };

/** The browser's answers in plain words. */
export function StorageReport({ answer, people }: { answer: StorageAnswer | undefined; people: number | undefined }) {
  const { locale } = useMoment();
  if (!answer) return <p className="hint">{i18n.t('settings.storageAsking')}</p>;
  const { persisted, usedBytes, quotaBytes } = answer;
  return (
    <div className="stack">
      <p>{i18n.t(persisted === undefined ? 'settings.storageUnknown' : persisted ? 'settings.storagePersisted' : 'settings.storageNotPersisted')}</p>
      {people !== undefined && usedBytes !== undefined && quotaBytes !== undefined && (
        <p className="hint">{i18n.t('settings.storageUse', [String(people), inWords(usedBytes, locale), inWords(quotaBytes, locale)])}</p>
      )}
    </div>
  );
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function inWords(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = UNITS[power] ?? 'byte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 2 }).format(bytes / 1000 ** power);
}
