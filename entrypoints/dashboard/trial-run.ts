import { v7 } from 'uuid';
import { browser } from 'wxt/browser';
import { ask } from '../../lib/messaging/client';
import { type TrialAnswer, trialNotification } from '../../lib/messaging/protocol';
import { WAKE } from '../../lib/model/alarm-names';
import { type Instant, instantFromMilliseconds } from '../../lib/model/temporal';
import type { Trial, WakeCheck } from '../../lib/model/trial';

/** Nobody reads and closes a notification sooner. */
const SWEPT_WITHIN = 1500;

/** What one trial found out by itself; what comes of its notification afterwards is for `watchTrial`. */
export async function runTrial(trialId: string, now: () => Instant): Promise<{ trial: Trial; wake: WakeCheck }> {
  const [allowed, before] = await Promise.all([isAllowed(), wakeTime()]);
  const answer = await ask<TrialAnswer>((message) => browser.runtime.sendMessage(message), { type: 'tryNotification', trialId });
  const [after, standing] = await Promise.all([wakeTime(), isStanding(trialId)]);
  const { refusal, lookFailure } = answer.ok ? answer.value : { refusal: answer.error.message, lookFailure: answer.error.message };
  return {
    trial: { ...(allowed !== undefined && { allowed }), ...(refusal !== undefined && { refusal }), swept: refusal === undefined && !standing },
    // Where nothing may be shown the look ends with that, and it was said already.
    wake: {
      at: now(),
      ...(before && { before }),
      ...(after && { after }),
      ...(lookFailure !== undefined && refusal === undefined && allowed !== false && { failure: lookFailure }),
    },
  };
}

/** Tells what becomes of a trial's notification, until the signal; then it is taken away. Firefox cannot say who closed it. */
export function watchTrial(trialId: string, tell: (evidence: Partial<Trial>) => void, signal: AbortSignal): void {
  const id = trialNotification(trialId);
  const began = performance.now();
  const used = (about: string) => {
    if (about === id) tell({ seen: true });
  };
  const closed = (about: string, byUser: boolean) => {
    if (about !== id) return;
    if (byUser && !import.meta.env.FIREFOX) tell({ seen: true });
    else if (performance.now() - began < SWEPT_WITHIN) tell({ swept: true });
  };
  const permitted = (level: string) => tell({ allowed: level === 'granted' });
  const { onClicked, onButtonClicked, onClosed, onPermissionLevelChanged } = browser.notifications;
  onClicked.addListener(used);
  onButtonClicked?.addListener(used);
  onClosed.addListener(closed);
  onPermissionLevelChanged?.addListener(permitted);
  signal.addEventListener('abort', () => {
    onClicked.removeListener(used);
    onButtonClicked?.removeListener(used);
    onClosed.removeListener(closed);
    onPermissionLevelChanged?.removeListener(permitted);
    void browser.notifications.clear(id).catch(ignoreSwitchedOff);
  });
}

/** An id for a trial, unlike any other. */
export function newTrialId(): string {
  return v7();
}

/** Undefined where the browser does not say. */
async function isAllowed(): Promise<boolean | undefined> {
  const level = await browser.notifications.getPermissionLevel?.();
  return level === undefined ? undefined : level === 'granted';
}

async function isStanding(trialId: string): Promise<boolean> {
  const standing = await browser.notifications.getAll().catch(ignoreSwitchedOff);
  return standing !== undefined && trialNotification(trialId) in standing;
}

/** Where notifications are switched off there is none to be taken away or found, and Chromium calls the very question an error. */
function ignoreSwitchedOff(): undefined {}

/** When the alarm for the next reminder goes off. */
async function wakeTime(): Promise<Instant | undefined> {
  const alarm = await browser.alarms.get(WAKE);
  return alarm && instantFromMilliseconds(alarm.scheduledTime);
}
