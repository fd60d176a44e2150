import './data.css';
import { useState } from 'react';
import { i18n } from '#i18n';
import { useMoment } from '../moment';
import { isolated, Name } from '../name';
import type { Namesake, Preview } from './preview';

type Props = {
  preview: Preview;
  /** Whether the settings of a backup are taken unless the user says otherwise. */
  takesSettings: boolean;
  addressOf: (contactId: string) => string;
  onConfirm: (choices: { withSettings: boolean; samePeople: ReadonlyMap<string, string> }) => void;
  onCancel: () => void;
};

/** What is in a file, before anything of it is kept. */
export function ImportPreview({ preview, takesSettings, addressOf, onConfirm, onCancel }: Props) {
  const { locale } = useMoment();
  const [withSettings, setWithSettings] = useState(takesSettings);
  const [same, setSame] = useState<ReadonlySet<string>>(new Set());
  const { fileName, kind, added, known, others, settings, asDetails, leftOut, namesakes } = preview;
  const count = (key: 'data.new' | 'data.known' | 'data.others', value: number) => i18n.t(key, value, [value.toLocaleString(locale)]);
  const people = added + known;
  const isAnything = people + others + settings > 0;
  return (
    <section className="import-preview" aria-labelledby="preview-heading">
      <h3 id="preview-heading" tabIndex={-1} ref={focusOnce} dir="auto">
        {i18n.t('data.previewHeading', [isolated(fileName)])}
      </h3>
      {isAnything ? (
        <ul className="import-counts">
          <li>{count('data.new', added)}</li>
          {known > 0 && (
            <li>
              {count('data.known', known)}
              <span className="hint"> {i18n.t(kind === 'backup' ? 'data.knownBackup' : 'data.knownPeople')}</span>
            </li>
          )}
          {others > 0 && <li>{count('data.others', others)}</li>}
        </ul>
      ) : (
        <p>{i18n.t('data.nothing')}</p>
      )}
      {asDetails.length > 0 && <p className="hint">{i18n.t('data.asDetails', [asDetails.join(', ')])}</p>}
      {leftOut.length > 0 && <p className="hint">{i18n.t('data.leftOut', [leftOut.join(', ')])}</p>}
      {settings > 0 && (
        <label className="switch">
          <input type="checkbox" checked={withSettings} onChange={({ currentTarget }) => setWithSettings(currentTarget.checked)} />
          {i18n.t('data.withSettings')}
        </label>
      )}
      {namesakes.length > 0 && <Namesakes namesakes={namesakes} same={same} addressOf={addressOf} onChange={setSame} />}
      {preview.problemCount > 0 && <Problems preview={preview} />}
      <div className="row">
        {isAnything && (
          <button
            type="button"
            className="button primary"
            onClick={() => onConfirm({ withSettings, samePeople: new Map(namesakes.flatMap(({ id, keptId }) => (same.has(id) ? [[id, keptId]] : []))) })}
          >
            {people > 0 ? i18n.t('data.confirm', people, [people.toLocaleString(locale)]) : i18n.t('data.confirmRecords')}
          </button>
        )}
        <button type="button" className="button" onClick={onCancel}>
          {i18n.t('data.cancel')}
        </button>
      </div>
    </section>
  );
}

type NamesakesProps = {
  namesakes: readonly Namesake[];
  same: ReadonlySet<string>;
  addressOf: (contactId: string) => string;
  onChange: (same: ReadonlySet<string>) => void;
};

function Namesakes({ namesakes, same, addressOf, onChange }: NamesakesProps) {
  const { locale } = useMoment();
  return (
    <details className="import-list" open={namesakes.length <= 10}>
      <summary>{i18n.t('data.namesakes', namesakes.length, [namesakes.length.toLocaleString(locale)])}</summary>
      <p className="hint">{i18n.t('data.namesakesHint')}</p>
      <ul>
        {namesakes.map(({ id, name, said, keptId, keptName }) => (
          <li key={id} className="namesake">
            <label className="switch">
              <input
                type="checkbox"
                aria-label={i18n.t('data.samePerson', [isolated(name)])}
                checked={same.has(id)}
                onChange={({ currentTarget: { checked } }) => onChange(new Set(checked ? [...same, id] : [...same].filter((one) => one !== id)))}
              />
              <span>
                <Name>{name}</Name> {said !== '' && <span className="hint">{said}</span>}
              </span>
            </label>
            <a href={addressOf(keptId)} target="_blank" rel="noreferrer">
              <Name>{keptName}</Name>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Problems({ preview: { problems, problemCount } }: Pick<Props, 'preview'>) {
  const { locale } = useMoment();
  const more = problemCount - problems.length;
  return (
    <details className="import-list" open={problemCount <= 10}>
      <summary>{i18n.t('data.problems', problemCount, [problemCount.toLocaleString(locale)])}</summary>
      <ul>
        {problems.map(({ line, why, detail }, index) => (
          // By its place: a line may have more than one problem, and the list does not change.
          <li key={index}>
            <strong>{i18n.t('data.line', [line.toLocaleString(locale)])}</strong>{' '}
            {detail !== undefined && detail !== '' && <bdi className="import-quoted">{detail}</bdi>} {i18n.t(`data.problem.${why}`)}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="hint">{i18n.t('data.problemsMore', more, [more.toLocaleString(locale)])}</p>}
    </details>
  );
}

/** Whoever waited for the file hears what is in it. */
function focusOnce(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
}
