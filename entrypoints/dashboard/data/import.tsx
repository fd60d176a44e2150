import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ImportPreview } from '../../../components/data/import-preview';
import { WorkProgress } from '../../../components/data/work-progress';
import { isolated } from '../../../components/name';
import { countContacts } from '../../../lib/db/queries/people';
import { UnreadableFile } from '../../../lib/formats/file-format';
import { instantFromMilliseconds } from '../../../lib/model/temporal';
import { records } from '../../person/records';
import { bringIn } from './bring-in';
import { type Choices, type ReadFile, readThrough } from './preview';
import { LatestWork } from './work';

type State =
  | { is: 'waiting' }
  | { is: 'reading' | 'staging'; fileName: string; part: number }
  | { is: 'read'; read: ReadFile; takesSettings: boolean }
  | { is: 'unreadable'; fileName: string; why: string };

/** A file is chosen, looked through, and only then brought in. */
export function Import() {
  const [state, setState] = useState<State>({ is: 'waiting' });
  const cancel = useRef<AbortController>(null);
  useEffect(() => () => cancel.current?.abort(), []);

  /** Does something that takes a while with a file, until it is done, given up or found impossible. */
  const attempt = async (is: 'reading' | 'staging', fileName: string, work: (signal: AbortSignal, onProgress: (part: number) => void) => Promise<State>) => {
    cancel.current?.abort();
    const own = new AbortController();
    cancel.current = own;
    setState({ is, fileName, part: 0 });
    const next = await work(own.signal, (part) => !own.signal.aborted && setState({ is, fileName, part })).catch(
      (failure: unknown): State => (own.signal.aborted ? { is: 'waiting' } : { is: 'unreadable', fileName, why: inWords(failure) }),
    );
    if (cancel.current === own) setState(next);
  };
  const read = (file: File) =>
    attempt('reading', file.name, async (signal, onProgress) => {
      const whole = await readThrough(file, instantFromMilliseconds(Date.now()), signal, onProgress);
      return { is: 'read', read: whole, takesSettings: (await countContacts(records)) === 0 };
    });
  const bring = (whole: ReadFile, choices: Choices) =>
    attempt('staging', whole.file.name, async (signal, onProgress) => {
      await bringIn(whole, choices, signal, onProgress);
      return { is: 'waiting' };
    });

  return (
    <section className="settings-section">
      <h2>{i18n.t('data.import')}</h2>
      <p className="hint">{i18n.t('data.importText')}</p>
      {(state.is === 'reading' || state.is === 'staging') && (
        <WorkProgress
          label={state.is === 'reading' ? i18n.t('data.reading', [isolated(state.fileName)]) : i18n.t('data.staging')}
          part={state.part}
          stopLabel={i18n.t('data.cancel')}
          onStop={() => cancel.current?.abort()}
        />
      )}
      {state.is === 'read' && (
        <ImportPreview
          preview={state.read.preview}
          takesSettings={state.takesSettings}
          addressOf={(contactId) => `#/people/${contactId}`}
          onConfirm={(choices) => void bring(state.read, choices)}
          onCancel={() => setState({ is: 'waiting' })}
        />
      )}
      {state.is === 'unreadable' && (
        <div className="import-problem" role="alert">
          <h3>{i18n.t('data.unreadable', [isolated(state.fileName)])}</h3>
          <p>
            {state.why} {i18n.t('data.untouched')}
          </p>
        </div>
      )}
      {(state.is === 'waiting' || state.is === 'unreadable') && (
        <div className="row">
          <label className="button file-choice">
            {i18n.t(state.is === 'waiting' ? 'data.choose' : 'data.chooseAnother')}
            <input
              type="file"
              accept=".csv,.json,.gz,text/csv,application/json,application/gzip"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                // The same file chosen again is to be read again.
                currentTarget.value = '';
                if (file) void read(file);
              }}
            />
          </label>
        </div>
      )}
      {state.is === 'waiting' && <LatestWork />}
    </section>
  );
}

/** What is wrong with a file, and what to do. */
function inWords(failure: unknown): string {
  if (failure instanceof UnreadableFile) return i18n.t(`data.file.${failure.why}`, [failure.where]);
  if (failure instanceof DOMException) return i18n.t('data.file.gone');
  return failure instanceof Error ? failure.message : String(failure);
}
