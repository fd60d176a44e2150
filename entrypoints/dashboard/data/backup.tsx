import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { WorkProgress } from '../../../components/data/work-progress';
import { useMoment } from '../../../components/moment';
import { backupName } from '../../../lib/formats/backup';
import { instantFromMilliseconds } from '../../../lib/model/temporal';
import { type Backup as Written, backUp, save } from './back-up';

type State = { is: 'waiting' } | { is: 'writing'; part: number } | { is: 'written'; name: string; backup: Written } | { is: 'failed'; why: string };

/** One click, one file with everything. */
export function Backup() {
  const { today, locale } = useMoment();
  const [state, setState] = useState<State>({ is: 'waiting' });
  const cancel = useRef<AbortController>(null);
  const write = async () => {
    const own = new AbortController();
    cancel.current = own;
    setState({ is: 'writing', part: 0 });
    try {
      const backup = await backUp(instantFromMilliseconds(Date.now()), own.signal, (part) => !own.signal.aborted && setState({ is: 'writing', part }));
      own.signal.throwIfAborted();
      const name = backupName(today);
      save(backup.blob, name);
      setState({ is: 'written', name, backup });
    } catch (failure) {
      setState(own.signal.aborted ? { is: 'waiting' } : { is: 'failed', why: failure instanceof Error ? failure.message : String(failure) });
    }
  };
  const count = (key: 'data.people' | 'data.records', value: number) => i18n.t(key, value, [value.toLocaleString(locale)]);
  return (
    <section className="settings-section">
      <h2>{i18n.t('data.backup')}</h2>
      <p className="hint">{i18n.t('data.backupText')}</p>
      {state.is === 'writing' ? (
        <WorkProgress label={i18n.t('data.backingUp')} part={state.part} stopLabel={i18n.t('data.cancel')} onStop={() => cancel.current?.abort()} />
      ) : (
        <div className="row">
          <button type="button" className="button primary" onClick={() => void write()}>
            {i18n.t('data.write')}
          </button>
        </div>
      )}
      <div role="status">
        {state.is === 'written' && (
          <p>
            {i18n.t('data.backedUp', [
              state.name,
              i18n.t('data.both', [count('data.people', state.backup.people), count('data.records', state.backup.others)]),
            ])}{' '}
            {state.backup.unreadable > 0 && i18n.t('data.backupUnreadable', state.backup.unreadable, [state.backup.unreadable.toLocaleString(locale)])}
          </p>
        )}
      </div>
      {state.is === 'failed' && (
        <p className="problem" role="alert">
          {i18n.t('data.backupFailed', [state.why])}
        </p>
      )}
    </section>
  );
}
