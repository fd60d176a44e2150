import './people.css';
import { i18n } from '#i18n';
import type { PeopleChoice, Who } from '../../lib/model/person-view';

const ARE = ['everybody', 'starred', 'archived'] as const;
const ORDERS = ['touched', 'name'] as const;
const TAGGED = 'tag:';

type Props = {
  choice: PeopleChoice;
  tags: readonly string[];
  /** The letters with which names begin, where the list may begin at one of them. */
  letters: readonly string[] | undefined;
  disabled: boolean;
  onChoose: (choice: PeopleChoice) => void;
};

/** Whom a list of people is to show, in which order, and from which letter on. */
export function PeopleChoices({ choice: { who, order, from = '' }, tags, letters, disabled, onChoose }: Props) {
  // Whom the list shows stays to be seen even where nobody has the tag any more.
  const offered = 'tag' in who && !tags.includes(who.tag) ? [who.tag, ...tags] : tags;
  return (
    <div className="people-choices">
      <select
        aria-label={i18n.t('people.who')}
        disabled={disabled}
        value={'tag' in who ? TAGGED + who.tag : who.are}
        onChange={({ currentTarget: { value } }) => onChoose({ who: whoIn(value), order })}
      >
        {ARE.map((are) => (
          <option key={are} value={are}>
            {i18n.t(`people.are.${are}`)}
          </option>
        ))}
        {offered.length > 0 && (
          <optgroup label={i18n.t('people.tags')}>
            {offered.map((tag) => (
              <option key={tag} value={TAGGED + tag}>
                {tag}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <select
        aria-label={i18n.t('people.order')}
        disabled={disabled}
        value={order}
        onChange={({ currentTarget: { value } }) => onChoose({ who, order: ORDERS.find((each) => each === value) ?? 'touched' })}
      >
        {ORDERS.map((each) => (
          <option key={each} value={each}>
            {i18n.t(`people.by.${each}`)}
          </option>
        ))}
      </select>
      {letters && (
        <select
          className="people-from"
          aria-label={i18n.t('people.from')}
          value={from}
          onChange={({ currentTarget: { value } }) => onChoose({ who, order, ...(value !== '' && { from: value }) })}
        >
          <option value="">{i18n.t('people.fromFirst')}</option>
          {letters.map((letter) => (
            <option key={letter} value={letter}>
              {i18n.t('people.fromLetter', [letter.toLocaleUpperCase()])}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function whoIn(value: string): Who {
  return value.startsWith(TAGGED) ? { tag: value.slice(TAGGED.length) } : { are: ARE.find((each) => each === value) ?? 'everybody' };
}
