import './details.css';
import { useId } from 'react';
import { i18n } from '#i18n';
import { Cadence } from '../../lib/model/cadence';
import { useTyped } from './use-typed';

type Props = {
  /** What it is that has this cadence, for whoever does not see it: "How often to be in touch". */
  label: string;
  cadence: Cadence | undefined;
  onChange: (cadence: Cadence | undefined) => void;
};

type Unit = Cadence['unit'];

const UNITS: readonly Unit[] = ['day', 'week', 'month', 'year'];

/** How often: a number and a unit, or no rhythm. Kept as soon as both say something, a typed number when one leaves it. */
export function CadenceChoice({ label, cadence, onChange }: Props) {
  const id = useId();
  const { typed, setTyped, isKept, sending } = useTyped(cadence, typedOf, read, isSame);
  const { every, unit } = typed;
  const refused = unit !== '' && every.trim() !== '' && read(typed) === undefined;

  /** What is asked for once more may have failed the first time. */
  const commit = (next: typeof typed, isAsked = true) => {
    setTyped(next);
    const said = read(next);
    if ((next.unit !== '' && said === undefined) || (isAsked ? isSame(said, cadence) : isKept(said))) return;
    sending(said);
    onChange(said);
  };
  return (
    <div>
      <div className="cadence-choice" role="group" aria-label={label}>
        {unit !== '' && (
          <>
            <label htmlFor={`${id}-every`}>{i18n.t('cadence.everyLabel')}</label>
            <input
              id={`${id}-every`}
              inputMode="numeric"
              maxLength={3}
              autoComplete="off"
              value={every}
              aria-invalid={refused}
              aria-describedby={`${id}-why`}
              onChange={({ currentTarget }) => setTyped({ ...typed, every: currentTarget.value })}
              onBlur={() => commit(typed, false)}
              onKeyDown={({ key }) => {
                if (key === 'Enter') commit(typed);
                if (key === 'Escape') setTyped(typedOf(cadence));
              }}
            />
          </>
        )}
        <select
          aria-label={i18n.t('cadence.unit')}
          value={unit}
          onChange={({ currentTarget }) => {
            const chosen = UNITS.find((each) => each === currentTarget.value) ?? '';
            commit({ every: chosen !== '' && every === '' ? '1' : every, unit: chosen });
          }}
        >
          <option value="">{i18n.t('cadence.none')}</option>
          {UNITS.map((each) => (
            <option key={each} value={each}>
              {i18n.t(`cadence.units.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <p id={`${id}-why`} className="problem" aria-live="polite">
        {refused ? i18n.t('cadence.notANumber') : ''}
      </p>
    </div>
  );
}

type Typed = { every: string; unit: Unit | '' };

function typedOf(cadence: Cadence | undefined): Typed {
  return cadence ? { every: String(cadence.every), unit: cadence.unit } : { every: '', unit: '' };
}

function read({ every, unit }: Typed): Cadence | undefined {
  return /^\s*\d+\s*$/.test(every) ? Cadence.safeParse({ every: Number(every), unit }).data : undefined;
}

function isSame(a: Cadence | undefined, b: Cadence | undefined): boolean {
  return a?.every === b?.every && a?.unit === b?.unit;
}
