import './data.css';
import { i18n } from '#i18n';
import { useMoment } from '../moment';
import { isolated, Name } from '../name';
import type { Choices, Namesake, Preview } from './preview';

type Props = {
  preview: Preview;
  choices: Choices;
  addressOf: (contactId: string) => string;
  onChoose: (choices: Choices) => void;
  onConfirm: () => void;
  onCancel: () => void;
};

/** What is in a file, before anything of it is kept. */
export function ImportPreview({ preview, choices, addressOf, onChoose, onConfirm, onCancel }: Props) {
  const { locale } = useMoment();
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
          <input
            type="checkbox"
            checked={choices.withSettings}
            onChange={({ currentTarget }) => onChoose({ ...choices, withSettings: currentTarget.checked })}
          />
          {i18n.t('data.withSettings')}
        </label>
      )}
      {namesakes.length > 0 && <Namesakes namesakes={namesakes} choices={choices} addressOf={addressOf} onChoose={onChoose} />}
      {preview.problemCount > 0 && <Problems preview={preview} />}
      <div className="row">
        {isAnything && (
          <button type="button" className="button primary" onClick={onConfirm}>
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

type NamesakesProps = { namesakes: readonly Namesake[] } & Pick<Props, 'choices' | 'addressOf' | 'onChoose'>;

function Namesakes({ namesakes, choices, addressOf, onChoose }: NamesakesProps) {
  const { locale } = useMoment();
  const { samePeople } = choices;
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
                checked={samePeople.has(id)}
                onChange={({ currentTarget: { checked } }) => {
                  const others = [...samePeople].filter(([one]) => one !== id);
                  onChoose({ ...choices, samePeople: new Map(checked ? [...others, [id, keptId]] : others) });
                }}
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
