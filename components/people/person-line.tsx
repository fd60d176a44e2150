import './people.css';
import { i18n } from '#i18n';
import type { FoundPerson } from '../../lib/model/person-view';

/** A name with the line that tells namesakes apart, or with what was found of them. */
export function PersonLine({ person: { name, headline, archived, match } }: { person: FoundPerson }) {
  return (
    <span className="person-line">
      <span className="person-line-name" dir="auto">
        {name}
        {archived && <span className="hint"> {i18n.t('people.archived')}</span>}
      </span>
      {match ? (
        <span className="hint person-line-match">
          <span>{i18n.t(`people.matched.${match.from}`)}:</span>{' '}
          <span dir="auto">
            {/* biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their place in it */}
            {match.excerpt.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}
          </span>
        </span>
      ) : (
        headline && (
          <span className="hint" dir="auto">
            {headline}
          </span>
        )
      )}
    </span>
  );
}
