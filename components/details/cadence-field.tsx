import { i18n } from '#i18n';
import type { Cadence } from '../../lib/model/cadence';
import type { Contact, ContactChanges } from '../../lib/model/contact';
import type { PersonView } from '../../lib/model/person-view';
import { useMoment } from '../moment';
import { CadenceChoice } from './cadence-choice';
import { cadenceWords } from './cadence-words';
import { useChosen } from './use-chosen';

/** The rhythm somebody has kept without meaning to, and what it was read from. */
export type SuggestedCadence = { cadence: Cadence; medianDays: number; gaps: number };

type Props = {
  contact: Contact;
  rhythm: PersonView['rhythm'];
  /** Absent where too few contacts are recorded to speak of one. */
  suggested: SuggestedCadence | undefined;
  /** Answers whether it was kept. */
  onEdit: (changes: ContactChanges) => Promise<boolean>;
};

/** How often one means to be in touch with somebody, what one does already, and who is to be left in peace. */
export function CadenceField({ contact, rhythm, suggested, onEdit }: Props) {
  const { locale } = useMoment();
  const isNudged = !contact.archived && !contact.neverRemind;
  const isOffered = isNudged && suggested && !(rhythm && isAsOften(rhythm.cadence, suggested.cadence));
  return (
    <fieldset className="stack">
      <legend className="field-label">{i18n.t('cadence.heading')}</legend>
      <CadenceChoice label={i18n.t('cadence.legend')} cadence={contact.cadence} onChange={(cadence) => void onEdit({ cadence: cadence ?? null })} />
      {rhythm?.tag && (
        <p className="hint" dir="auto">
          {i18n.t('cadence.inherited', [cadenceWords(rhythm.cadence, locale), rhythm.tag.label])}
        </p>
      )}
      {isOffered && (
        <p className="cadence-suggested">
          <span>{i18n.t('cadence.suggested', suggested.gaps, [cadenceWords(suggested.cadence, locale), String(suggested.gaps)])}</span>{' '}
          <button type="button" className="button link" onClick={() => void onEdit({ cadence: suggested.cadence })}>
            {i18n.t('cadence.take')}
          </button>
        </p>
      )}
      {SWITCHES.map((which) => (
        <PeaceSwitch key={which} which={which} isOn={contact[which]} onSwitch={(isOn) => onEdit({ [which]: isOn })} />
      ))}
    </fieldset>
  );
}

const SWITCHES = ['neverRemind', 'archived'] as const;

type PeaceProps = { which: (typeof SWITCHES)[number]; isOn: boolean; onSwitch: (isOn: boolean) => Promise<boolean> };

function PeaceSwitch({ which, isOn, onSwitch }: PeaceProps) {
  const [checked, choose] = useChosen(isOn, onSwitch);
  return (
    <label className="switch">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => void choose(() => currentTarget.checked)} />
      <span>
        {i18n.t(`cadence.${which}`)}
        <span className="hint">{i18n.t(`cadence.${which}Means`)}</span>
      </span>
    </label>
  );
}

function isAsOften(a: Cadence, b: Cadence): boolean {
  return a.every === b.every && a.unit === b.unit;
}
