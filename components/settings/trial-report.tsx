import './settings.css';
import { type ReactNode, useRef } from 'react';
import { i18n } from '#i18n';
import type { LedgerSummary } from '../../lib/model/ledger';
import type { Instant, LocalDateTime } from '../../lib/model/temporal';
import { type Trial, type TrialVerdict, verdictOf, type WakeCheck, wakeVerdictOf } from '../../lib/model/trial';
import { SpokenDateTime, SpokenInstant } from '../date/spoken-date';
import { Icon } from '../icon';
import { ledgerSummaryWords } from '../ledger/ledger-words';

/** What has a say in whether a notification is seen, beside the browser. */
export type System = 'windows' | 'mac' | 'linux' | 'chromeos' | 'other';

/** What is known once a trial was run; `nothingUntil` is until when the user's own choices hold everything else back. */
export type TrialRun = { trial: Trial; wake: WakeCheck; lately: LedgerSummary; nothingUntil?: LocalDateTime };

type Props = { run: TrialRun | undefined; running: boolean; system: System; onTry: () => void; onAnswer: (seen: boolean) => void };

/** Shows a notification to try it, and says in plain words what stands in its way and how to allow it. */
export function TrialReport({ run, running, system, onTry, onAnswer }: Props) {
  const again = useRef<HTMLButtonElement>(null);
  const verdict = run && verdictOf(run.trial);
  // The buttons go with the question, and the focus must not go with them.
  const answer = (seen: boolean) => {
    again.current?.focus();
    onAnswer(seen);
  };
  return (
    <div className="stack trial">
      <h3>{i18n.t('trial.heading')}</h3>
      <p className="hint">{i18n.t('trial.hint')}</p>
      <div className="row">
        <button ref={again} type="button" className="button" aria-disabled={running} onClick={() => !running && onTry()}>
          {i18n.t(run ? 'trial.again' : 'trial.show')}
        </button>
      </div>
      <div aria-live="polite" aria-busy={running}>
        {running && <p className="hint">{i18n.t('trial.running')}</p>}
        {run && verdict && !running && (
          <ul className="findings">
            <Shown verdict={verdict} trial={run.trial} system={system} onAnswer={answer} />
            <WakesUp wake={run.wake} />
            <Lately lately={run.lately} />
            {run.nothingUntil !== undefined && (
              <Finding is="note">
                {i18n.t('trial.nothingUntil')} <SpokenDateTime local={run.nothingUntil} />.
              </Finding>
            )}
          </ul>
        )}
      </div>
    </div>
  );
}

const IS: Record<TrialVerdict, FindingKind> = { seen: 'fine', asked: 'note', swept: 'note', unseen: 'problem', refused: 'problem', notAllowed: 'problem' };

/** Whether the notification came, and what to do where it did not. */
function Shown({ verdict, trial, system, onAnswer }: { verdict: TrialVerdict; trial: Trial } & Pick<Props, 'system' | 'onAnswer'>) {
  const isAtSystem = verdict === 'unseen' || verdict === 'swept' || verdict === 'refused';
  return (
    <Finding is={IS[verdict]}>
      {verdict === 'refused' ? i18n.t('trial.refused', [trial.refusal ?? '']) : i18n.t(`trial.${verdict}`)}
      {(verdict === 'asked' || verdict === 'swept') && (
        <div className="row finding-advice">
          <button type="button" className="button" onClick={() => onAnswer(true)}>
            {i18n.t('trial.sawIt')}
          </button>
          <button type="button" className="button" onClick={() => onAnswer(false)}>
            {i18n.t('trial.sawNothing')}
          </button>
        </div>
      )}
      {verdict === 'notAllowed' && <p className="finding-advice">{i18n.t(system === 'chromeos' ? 'trial.allowOnChromeos' : 'trial.allowInBrowser')}</p>}
      {isAtSystem && (
        <ol className="finding-advice">
          <li>{i18n.t(`trial.allow_${system}`)}</li>
          <li>{i18n.t(`trial.disturb_${system}`)}</li>
        </ol>
      )}
    </Finding>
  );
}

function WakesUp({ wake }: { wake: WakeCheck }) {
  const verdict = wakeVerdictOf(wake);
  if (verdict === 'failed') return <Finding is="problem">{i18n.t('trial.wakeFailed', [wake.failure ?? ''])}</Finding>;
  if (verdict === 'needless') return <Finding is="fine">{i18n.t('trial.wakeNeedless')}</Finding>;
  return (
    <Finding is={verdict === 'mended' ? 'note' : 'fine'}>
      {i18n.t(verdict === 'mended' ? 'trial.wakeMended' : 'trial.wakeSet')} <WakeTime instant={wake.after} />.
    </Finding>
  );
}

function WakeTime({ instant }: { instant: Instant | undefined }) {
  return instant === undefined ? null : <SpokenInstant instant={instant} />;
}

/** How punctual the last days were, and why not, where they were not. */
function Lately({ lately }: { lately: LedgerSummary }) {
  if (lately.total === 0) return null;
  const late = lately.closed + lately.asleep > 0;
  return (
    <Finding is={late || lately.refused > 0 ? 'note' : 'fine'}>
      {ledgerSummaryWords(lately)} {late && i18n.t('trial.lateAdvice')}
    </Finding>
  );
}

type FindingKind = 'fine' | 'problem' | 'note';
const MARKS = { fine: 'done', problem: 'close', note: 'other' } as const;

function Finding({ is, children }: { is: FindingKind; children: ReactNode }) {
  return (
    <li className="finding" data-is={is}>
      <Icon name={MARKS[is]} />
      <div>{children}</div>
    </li>
  );
}
