import { i18n } from '#i18n';
import type { ClaimEvidence } from '../../lib/model/claim';
import type { ProfileKey } from '../../lib/model/profile';
import { isolated } from '../name';

/** Another profile that may be this person's, in words. */
export type SamePersonSuggestion = {
  key: ProfileKey;
  /** "GitHub: ada" */
  label: string;
  url?: string;
  evidence: readonly ClaimEvidence[];
  mutual: boolean;
  claimIds: readonly string[];
  /** Whoever has this profile now; joining then makes one person of two. */
  owner?: { id: string; name: string };
};

type Props = {
  suggestions: readonly SamePersonSuggestion[];
  onJoin: (suggestion: SamePersonSuggestion) => void;
  onDecline: (suggestion: SamePersonSuggestion) => void;
};

/** Profiles that may be the same person's, each with what speaks for it. */
export function SamePerson({ suggestions, onJoin, onDecline }: Props) {
  return (
    <section className="person-section ruled" aria-label={i18n.t('samePerson.heading')}>
      <h2>{i18n.t('samePerson.heading')}</h2>
      <ul className="same-person">
        {suggestions.map((suggestion) => (
          <li key={suggestion.key}>
            <p>
              {suggestion.url ? (
                <a href={suggestion.url} target="_blank" rel="noopener noreferrer">
                  <bdi>{suggestion.label}</bdi>
                </a>
              ) : (
                <bdi>{suggestion.label}</bdi>
              )}
              {suggestion.owner && ` (${i18n.t('samePerson.keptAs', [isolated(suggestion.owner.name)])})`}
            </p>
            <p className="hint">{evidenceText(suggestion)}</p>
            <div className="same-person-answers">
              <button type="button" className="button" onClick={() => onJoin(suggestion)}>
                {i18n.t(suggestion.owner ? 'samePerson.merge' : 'samePerson.join')}
              </button>
              <button type="button" className="button link" onClick={() => onDecline(suggestion)}>
                {i18n.t('samePerson.decline')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function evidenceText({ mutual, evidence }: SamePersonSuggestion): string {
  if (evidence.includes('alias')) return i18n.t('samePerson.alias');
  if (mutual) return i18n.t('samePerson.mutual');
  if (evidence.includes('rel=me')) return i18n.t('samePerson.relMe');
  if (evidence.includes('sameAs')) return i18n.t('samePerson.sameAs');
  return i18n.t('samePerson.link');
}
