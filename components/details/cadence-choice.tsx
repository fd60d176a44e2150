import './details.css';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { Cadence } from '../../lib/model/cadence';

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
  const [typed, setTyped] = useState(() => typedOf(cadence));
  const [seen, setSeen] = useState(cadence);
  const [sent, setSent] = useState<Cadence>();
  if (!isSame(seen, cadence)) {
    setSeen(cadence);
    // What was sent comes back while one goes on typing.
    if (!cadence || !isSame(sent, cadence)) setTyped(typedOf(cadence));
  }
  const { every, unit } = typed;
  const refused = unit !== '' && every.trim() !== '' && read(typed) === undefined;

  const commit = (next: typeof typed) => {
    setTyped(next);
    const said = read(next);
    if (next.unit === '' ? cadence !== undefined : said !== undefined && !isSame(said, cadence)) {
      setSent(said);
      onChange(said);
    }
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
              onBlur={() => commit(typed)}
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
