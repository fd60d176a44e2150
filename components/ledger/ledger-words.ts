import { i18n } from '#i18n';
import { wasSetLate } from '../../lib/model/firing';
import type { LedgerLine, LedgerSummary } from '../../lib/model/ledger';

const HOUR = 60;
const DAY = 24 * HOUR;

/** What a line is about, beside the name. */
export function ledgerSubject({ kind, text }: LedgerLine): string {
  if (kind === 'cadence') return i18n.t('ledger.drifting');
  return text || i18n.t(kind === 'date' ? 'notification.birthday' : 'reminder.getInTouch');
}

/** "on time", "2 hours late: the browser was closed". */
export function ledgerLateness(line: LedgerLine, locale: string): string {
  const { late } = line;
  if (!late) return i18n.t(wasSetLate(line) ? 'ledger.setLate' : 'ledger.onTime');
  const words = { closed: 'ledger.lateClosed', asleep: 'ledger.lateAsleep', refused: 'ledger.lateRefused' } as const;
  return i18n.t(words[late.because], [spokenMinutes(late.minutes, locale)]);
}

/** How punctual it was, in one sentence. */
export function ledgerSummaryWords({ days, total, closed, asleep, refused }: LedgerSummary): string {
  const late = [
    ...(closed > 0 ? [i18n.t('ledger.summaryClosed', closed)] : []),
    ...(asleep > 0 ? [i18n.t('ledger.summaryAsleep', asleep)] : []),
    ...(refused > 0 ? [i18n.t('ledger.summaryRefused', refused)] : []),
  ];
  const parts = asleep + refused > 0 ? [...late, i18n.t('ledger.summaryRest')] : [i18n.t('ledger.summaryPunctual'), ...late];
  return i18n.t('ledger.summary', [String(days), i18n.t('ledger.reminders', total), parts.join('; ')]);
}

function spokenMinutes(minutes: number, locale: string): string {
  const [amount, unit] = minutes < HOUR ? [minutes, 'minute'] : minutes < 2 * DAY ? [minutes / HOUR, 'hour'] : [minutes / DAY, 'day'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(amount));
}
