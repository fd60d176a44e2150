import { useRef } from 'react';
import { i18n } from '#i18n';
import { ImportPreview } from '../../../components/data/import-preview';
import { WorkProgress } from '../../../components/data/work-progress';
import { useGoingOn } from '../../../components/list/use-going-on';
import { isolated } from '../../../components/name';
import { type ImportState, importing, useImporting } from './importing';
import { Works } from './work';

/** A file is chosen, looked through, and only then brought in. */
export function Import() {
  const state = useImporting();
  const section = useRef<HTMLElement>(null);
  // What was pressed is gone: whoever pressed it goes on here.
  const going = useGoingOn([state.is], () => section.current?.focus({ preventScroll: true }));
  return (
    <section ref={section} className="settings-section" aria-labelledby="import-heading" tabIndex={-1} {...going}>
      <h2 id="import-heading">{i18n.t('data.import')}</h2>
      <p className="hint">{i18n.t('data.importText')}</p>
      {(state.is === 'reading' || state.is === 'staging') && <UnderWay state={state} />}
      {state.is === 'read' && (
        <ImportPreview
          preview={state.read.preview}
          choices={state.choices}
          addressOf={(contactId) => `#/people/${contactId}`}
          onChoose={(choices) => importing.choose(state.read, choices)}
          onConfirm={() => void importing.bring(state.read, state.choices)}
          onCancel={() => importing.giveUp()}
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
                if (file) void importing.read(file);
              }}
            />
          </label>
        </div>
      )}
      {state.is === 'waiting' && <Works />}
    </section>
  );
}

/** What becomes of a file, for whoever has gone on to another screen. */
export function ImportElsewhere() {
  const state = useImporting();
  switch (state.is) {
    case 'waiting':
      return null;
    case 'reading':
    case 'staging':
      return <UnderWay state={state} />;
    case 'read':
      return (
        <p role="status">
          {i18n.t('data.readElsewhere', [isolated(state.read.file.name)])} <a href="#/data">{i18n.t('data.goToImport')}</a>
        </p>
      );
    case 'unreadable':
      return (
        <p className="problem" role="alert">
          {i18n.t('data.unreadableElsewhere', [isolated(state.fileName)])} <a href="#/data">{i18n.t('data.seeWhy')}</a>
        </p>
      );
  }
}

function UnderWay({ state: { is, fileName, part } }: { state: Extract<ImportState, { part: number }> }) {
  return (
    <WorkProgress
      label={i18n.t(is === 'reading' ? 'data.reading' : 'data.staging', [isolated(fileName)])}
      part={part}
      stopLabel={i18n.t('data.cancel')}
      onStop={() => importing.giveUp()}
    />
  );
}
