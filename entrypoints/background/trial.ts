import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { type TrialAnswer, trialNotification } from '../../lib/messaging/protocol';
import { hand } from './notifications';
import { dashboardAddress } from './person-address';
import { openInFront } from './surface';

/** Shows a notification only to try it, by the same way as every other, and looks at what is due. Asked twice, it is still one. */
export async function tryNotification(trialId: string, look: () => Promise<void>): Promise<TrialAnswer> {
  const shown = hand(trialNotification(trialId), {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/icon-128.png'),
    title: i18n.t('trial.title'),
    message: i18n.t('trial.message'),
    ...(!import.meta.env.FIREFOX && { buttons: [{ title: i18n.t('trial.sawIt') }], requireInteraction: true }),
  });
  const [refused, failed] = await Promise.allSettled([shown, look()]);
  return {
    ...(refused.status === 'rejected' && { refusal: wordsOf(refused.reason) }),
    ...(failed.status === 'rejected' && { lookFailure: wordsOf(failed.reason) }),
  };
}

/** Whether a notification is there only to be tried. */
export function isTrial(notificationId: string): boolean {
  return notificationId.startsWith(trialNotification(''));
}

/** A click on a trial leads back to where it was started. */
export async function openTrial(notificationId: string): Promise<void> {
  const address = dashboardAddress('settings');
  const [there] = (await browser.tabs.query({})).filter(({ url }) => url === address);
  if (there?.id === undefined) await openInFront(address);
  else {
    await browser.tabs.update(there.id, { active: true });
    await browser.windows.update(there.windowId, { focused: true });
  }
  await browser.notifications.clear(notificationId);
}

function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
