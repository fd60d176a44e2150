import { i18n } from '#i18n';
import { Forbidden, Malformed } from '../../lib/messaging/server';
import type { Refusal } from '../../lib/messaging/protocol';
import { Refused, type RefusalCode } from '../../lib/model/refusal';

/** Whatever stopped a request, in words for the person who made it. */
export function explain(failure: unknown): Refusal {
  if (failure instanceof Refused) return { code: failure.code, message: refusalText(failure.code) };
  if (failure instanceof Malformed) return { code: 'invalid', message: i18n.t('refusal.invalid', [failure.message]) };
  if (failure instanceof Forbidden) return { code: 'forbidden', message: i18n.t('refusal.forbidden', [failure.message]) };
  if (isNamed(failure, 'QuotaExceededError')) return { code: 'storageFull', message: refusalText('storageFull') };
  if (isNamed(failure, 'ConstraintError')) return { code: 'profileTaken', message: refusalText('profileTaken') };
  return { code: 'unknown', message: i18n.t('refusal.unknown', [failure instanceof Error ? failure.message : String(failure)]) };
}

function refusalText(code: RefusalCode): string {
  switch (code) {
    case 'contactMissing':
      return i18n.t('refusal.contactMissing');
    case 'noteMissing':
      return i18n.t('refusal.noteMissing');
    case 'interactionMissing':
      return i18n.t('refusal.interactionMissing');
    case 'reminderMissing':
      return i18n.t('refusal.reminderMissing');
    case 'changeMissing':
      return i18n.t('refusal.changeMissing');
    case 'entryMissing':
      return i18n.t('refusal.entryMissing');
    case 'workMissing':
      return i18n.t('refusal.workMissing');
    case 'importIncomplete':
      return i18n.t('refusal.importIncomplete');
    case 'noteEmpty':
      return i18n.t('refusal.noteEmpty');
    case 'profileTaken':
      return i18n.t('refusal.profileTaken');
    case 'profileMissing':
      return i18n.t('refusal.profileMissing');
    case 'changedSince':
      return i18n.t('refusal.changedSince');
    case 'storageFull':
      return i18n.t('refusal.storageFull');
  }
}

/** Dexie wraps the browser's error: an aborted transaction carries the reason as `inner`. */
export function isNamed(failure: unknown, name: string): boolean {
  if (!(failure instanceof Error)) return false;
  return failure.name === name || ('inner' in failure && isNamed(failure.inner, name));
}
