import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { type System, TrialReport, type TrialRun } from '../../../components/settings/trial-report';
import { ledgerSummary } from '../../../lib/db/queries/ledger';
import { readSettings } from '../../../lib/db/queries/people';
import { type Instant, instantFromMilliseconds, localDateTime } from '../../../lib/model/temporal';
import type { Trial } from '../../../lib/model/trial';
import { nextAllowed } from '../../../lib/reminders/delivery';
import { records } from '../../person/records';
import { newTrialId, runTrial, watchTrial } from '../trial-run';

const SUMMARY_DAYS = 7;

/** Shows a notification to try it, and says what stands in its way. */
export function Trying() {
  const [run, setRun] = useState<TrialRun>();
  const [running, setRunning] = useState(false);
  const system = useSystem();
  const watching = useRef<AbortController>(undefined);
  useEffect(() => () => watching.current?.abort(), []);
  const learn = (evidence: Partial<Trial>) => setRun((known) => known && { ...known, trial: { ...known.trial, ...evidence } });

  const start = async () => {
    const trialId = newTrialId();
    watching.current?.abort();
    watching.current = new AbortController();
    // What becomes of the notification may be told before the trial itself is over.
    let early: Partial<Trial> = {};
    let over = false;
    watchTrial(trialId, (evidence) => (over ? learn(evidence) : (early = { ...early, ...evidence })), watching.current.signal);
    setRunning(true);
    const found = await runTrial(trialId, present);
    const [lately, nothingUntil] = await Promise.all([ledgerSummary(records, present(), SUMMARY_DAYS), heldUntil()]);
    over = true;
    setRun({ ...found, trial: { ...found.trial, ...early }, lately, ...(nothingUntil !== undefined && { nothingUntil }) });
    setRunning(false);
  };

  return <TrialReport run={run} running={running} system={system} onTry={() => void start()} onAnswer={(seen) => learn({ seen })} />;
}

const SYSTEMS: Partial<Record<string, System>> = { win: 'windows', mac: 'mac', linux: 'linux', openbsd: 'linux', cros: 'chromeos' };

function useSystem(): System {
  const [system, setSystem] = useState<System>('other');
  useEffect(() => void browser.runtime.getPlatformInfo().then(({ os }) => setSystem(SYSTEMS[os] ?? 'other')), []);
  return system;
}

/** Until when follow-ups are held back by what the user chose; undefined when they may come now. */
async function heldUntil() {
  const { notifying } = await readSettings(records);
  const clock = localDateTime(present(), Temporal.Now.timeZoneId());
  const allowed = nextAllowed(clock, notifying, 'reminder');
  return allowed === clock ? undefined : allowed;
}

function present(): Instant {
  return instantFromMilliseconds(Date.now());
}
