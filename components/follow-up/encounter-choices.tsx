import { i18n } from '#i18n';
import type { Encounter } from '../../lib/model/encounter';
import { encounterWords } from './encounter-words';

type Props = { encounters: readonly Encounter[]; isNoticed: boolean; disabled: boolean; onChoose: (encounter: Encounter) => void };

/** What a follow-up may wait for instead of a time. */
export function EncounterChoices({ encounters, isNoticed, disabled, onChoose }: Props) {
  if (encounters.length === 0) return null;
  return (
    <fieldset className="encounters">
      <legend className="hint">{i18n.t('followUp.encounters')}</legend>
      <div className="time-choices">
        {encounters.map((encounter) => (
          <button
            key={encounter.kind}
            type="button"
            className="button time-choice"
            disabled={disabled}
            title={disabled ? i18n.t('followUp.encounterOrRepeat') : encounterWords(encounter, isNoticed)}
            onClick={() => onChoose(encounter)}
          >
            <bdi className="encounter-words">{encounterLabel(encounter, isNoticed)}</bdi>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** A choice of one, in the words of whoever chooses: "When I next see anyone at Acme". */
export function encounterLabel(encounter: Encounter, isNoticed: boolean): string {
  switch (encounter.kind) {
    case 'person':
      return i18n.t(isNoticed ? 'followUp.encounter.person' : 'followUp.encounter.unnoticed');
    case 'organisation':
      return i18n.t('followUp.encounter.organisation', [encounter.name]);
    case 'page':
      return i18n.t('followUp.encounter.page');
  }
}
