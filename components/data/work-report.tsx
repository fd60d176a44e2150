import './data.css';
import { i18n } from '#i18n';
import type { ReactNode } from 'react';
import { isPart, type LongWork } from '../../lib/model/long-work';
import { namesInWords } from '../changes/change-words';
import { useMoment } from '../moment';
import { isolated } from '../name';
import { WorkProgress } from './work-progress';

type Props = {
  work: LongWork;
  isTakenBack: boolean;
  /** Whether anything of it stands in the journal. */
  isChange: boolean;
  onStop: () => void;
  onGoOn: () => void;
  onTakeBack: () => void;
  /** Of an import: what it brought stays, the rest is given up. */
  onLeave: () => void;
  /** Which heading it has where it stands. */
  heading?: 'h2' | 'h3';
};

/** Long work from its beginning to its receipt. */
export function WorkReport(props: Props) {
  const { work } = props;
  if (work.status === 'working') return <Working work={work} onStop={props.onStop} />;
  return work.status === 'stopped' ? <Stopped {...props} /> : <Done {...props} />;
}

/** Work that is being done, with what can be done about it. */
export function Working({ work, onStop, children }: Pick<Props, 'work'> & { onStop?: () => void; children?: ReactNode }) {
  const { locale } = useMoment();
  const { done, all } = recordsDone(work, locale);
  return (
    <WorkProgress
      label={workLabel(work)}
      part={work.slices === 0 ? 1 : work.done / work.slices}
      detail={i18n.t('data.progress', [done, all])}
      stopLabel={i18n.t('data.stop')}
      onStop={onStop}
    >
      {children}
    </WorkProgress>
  );
}

function Stopped({ work, isTakenBack, onGoOn, onTakeBack, onLeave, heading: Heading = 'h3' }: Props) {
  const { locale } = useMoment();
  const { done, all } = recordsDone(work, locale);
  const why =
    work.problem && work.problem !== 'unknown' ? i18n.t(`data.${work.problem}`) : i18n.t(work.problem ? 'data.failedText' : 'data.stoppedText', [done, all]);
  return (
    <div className="work-report" {...(work.problem && { role: 'alert' })}>
      <Heading dir="auto">{i18n.t('data.stopped', [nameOf(work)])}</Heading>
      {isTakenBack ? (
        <p className="hint">{i18n.t('data.isTakenBack')}</p>
      ) : (
        <>
          <p {...(work.problem && { className: 'problem' })}>{why}</p>
          <div className="row">
            <button type="button" className="button" onClick={onGoOn}>
              {i18n.t('data.goOn')}
            </button>
            {work.kind !== 'undo' && (
              <button type="button" className="button" onClick={onTakeBack}>
                {i18n.t('data.takeBack')}
              </button>
            )}
            {work.kind === 'import' && (
              <button type="button" className="button" onClick={onLeave}>
                {i18n.t('data.leave')}
              </button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function Done({ work, isTakenBack, isChange, onTakeBack, heading: Heading = 'h3' }: Props) {
  return (
    <div className="work-report" role="status">
      <Heading dir="auto">{doneWords(work)}</Heading>
      {isPart(work) && <PartDone work={work} />}
      {work.kind === 'import' && <ReceiptTable work={work} isChange={isChange} />}
      {work.kind === 'merge' && <Moved work={work} />}
      {work.kind === 'undo' && <TakenBack work={work} />}
      {isTakenBack && <p className="hint">{i18n.t('data.isTakenBack')}</p>}
      {isChange && !isTakenBack && (
        <div className="row">
          <button type="button" className="button" onClick={onTakeBack}>
            {i18n.t(work.kind === 'undo' ? 'notice.redo' : 'notice.undo')}
          </button>
        </div>
      )}
    </div>
  );
}

function PartDone({ work }: Pick<Props, 'work'>) {
  const { locale } = useMoment();
  const { done, all } = recordsDone(work, locale);
  return <p>{i18n.t('data.partText', [done, all])}</p>;
}

function Moved({ work: { merges, receipt } }: Pick<Props, 'work'>) {
  const { locale } = useMoment();
  const { merged } = receipt.others;
  return <p>{i18n.t('data.moved', merged, [number(merged, locale), isolated(merges?.names[0] ?? '')])}</p>;
}

function TakenBack({ work: { merges, left, receipt } }: Pick<Props, 'work'>) {
  const { locale } = useMoment();
  const [gone, returned] = [receipt.people.added, receipt.others.added];
  return (
    <>
      <p>{merges ? i18n.t('data.returned', returned, [number(returned, locale)]) : i18n.t('data.removed', gone, [number(gone, locale)])}</p>
      {left > 0 && <p>{i18n.t('data.left', left, [number(left, locale)])}</p>}
    </>
  );
}

const OUTCOMES = ['added', 'merged', 'same', 'refused'] as const;

function ReceiptTable({ work, isChange }: Pick<Props, 'work' | 'isChange'>) {
  const { locale } = useMoment();
  const { people, others } = work.receipt;
  const isRefused = people.refused + others.refused > 0;
  return (
    <>
      {!isChange && !isRefused && !isPart(work) && <p>{i18n.t('data.nothingNew')}</p>}
      <table className="receipt" aria-label={i18n.t('data.receipt')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="for-screen-readers">{i18n.t('data.outcome')}</span>
            </th>
            <th scope="col">{i18n.t('data.peopleColumn')}</th>
            <th scope="col">{i18n.t('data.recordsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {OUTCOMES.filter((outcome) => people[outcome] + others[outcome] > 0 || outcome === 'added').map((outcome) => (
            <tr key={outcome}>
              <th scope="row">{i18n.t(`data.${outcome}`)}</th>
              <td>{number(people[outcome], locale)}</td>
              <td>{number(others[outcome], locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isRefused && <p className="hint">{i18n.t('data.refusedHint')}</p>}
    </>
  );
}

function workLabel(work: LongWork): string {
  if (work.kind === 'merge') return i18n.t('data.merging', [namesInWords(work.merges?.names ?? [])]);
  return i18n.t(work.kind === 'import' ? 'data.importing' : 'data.undoing', [nameOf(work)]);
}

function doneWords(work: LongWork): string {
  if (work.kind === 'merge') return i18n.t('data.mergeDone', [namesInWords(work.merges?.names ?? [])]);
  if (work.kind === 'undo') return i18n.t('data.undone', [nameOf(work)]);
  return i18n.t(isPart(work) ? 'data.donePart' : 'data.done', [nameOf(work)]);
}

function nameOf({ fileName, merges }: LongWork): string {
  return merges ? i18n.t('data.mergeOf', [namesInWords(merges.names)]) : (fileName ?? i18n.t('changes.importSome'));
}

/** How many records are done of how many; exact only in whole slices. */
function recordsDone({ done, slices, items }: LongWork, locale: string): { done: string; all: string } {
  const part = slices === 0 ? 1 : done / slices;
  return { done: number(Math.round(items * part), locale), all: number(items, locale) };
}

function number(value: number, locale: string): string {
  return value.toLocaleString(locale);
}
